use proptest::prelude::*;

use super::*;

fn of(head: &[u8]) -> Result<Format, AttachmentRefused> {
    format(&Seen { head, ..Seen::default() })
}

fn of_zip(names: &[&str]) -> Result<Format, AttachmentRefused> {
    let names: Vec<String> = names.iter().map(|it| (*it).to_owned()).collect();
    format(&Seen { head: b"PK\x03\x04", names: Some(&names), marks: &[] })
}

fn of_old(marks: &[&'static str]) -> Result<Format, AttachmentRefused> {
    format(&Seen { head: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rest", names: None, marks })
}

#[test]
fn what_people_send_each_other_is_known() {
    for (head, format) in [
        (&b"%PDF-1.7\n"[..], Format::Pdf),
        (b"\xff\xd8\xff\xe0", Format::Picture),
        (b"\x89PNG\r\n\x1a\n", Format::Picture),
        (b"RIFF\0\0\0\0WEBPVP8 ", Format::Picture),
        (b"{\\rtf1", Format::Rtf),
        (b"OggS\0", Format::Ogg),
        (b"ID3\x03", Format::Mp3),
        (b"\0\0\0\x20ftypisom", Format::Mp4),
        (b"Nama;Kota\r\nToko Maju;Jakarta\r\n", Format::Text),
        (b"\xef\xbb\xbfNama,Kota\n", Format::Text),
        (b"caf\xe9 lama\n", Format::Text),
        (b"\xff\xfeN\0a\0m\0a\0", Format::Text),
        (b"<?xml version=\"1.0\"?><TaxInvoiceBulk/>", Format::Text),
    ] {
        assert_eq!(of(head), Ok(format), "{}", String::from_utf8_lossy(head));
    }
    assert_eq!(of_zip(&["[Content_Types].xml", "word/document.xml"]), Ok(Format::Word));
    assert_eq!(of_zip(&["xl/workbook.xml", "[Content_Types].xml"]), Ok(Format::Sheet));
    assert_eq!(of_zip(&["[Content_Types].xml", "ppt/presentation.xml"]), Ok(Format::Slides));
    assert_eq!(of_zip(&["foto/1.jpg"]), Ok(Format::Zip));
    assert_eq!(of_zip(&[]), Ok(Format::Zip));
    assert_eq!(of_old(&["WordDocument"]), Ok(Format::OldWord));
    assert_eq!(of_old(&["Workbook"]), Ok(Format::OldSheet));
}

#[test]
fn what_executes_or_hides_a_place_is_refused() {
    use AttachmentRefused::{Damaged, Empty, Macros, OtherPicture, Program, Unknown, WebPage};

    for (head, why) in [
        (&b""[..], Empty),
        (b"MZ\x90\0", Program),
        (b"\x7fELF\x02", Program),
        (b"#!/bin/sh\nrm -rf /", Program),
        (b"<!DOCTYPE html><p>", WebPage),
        (b"  \n<HTML>", WebPage),
        (b"\xef\xbb\xbf<svg onload=alert(1)>", WebPage),
        (b"\xff\xfe<\0s\0v\0g\0>\0", WebPage),
        (b"<?xml version=\"1.0\"?><x xmlns=\"http://www.w3.org/1999/xhtml\"/>", WebPage),
        (b"<?xml-stylesheet href=\"x.xsl\"?><a/>", WebPage),
        (b"<!-- --><script>alert(1)</script>", WebPage),
        (b"\0\0\0\x18ftypheic", OtherPicture),
        (b"GIF89a\x01\0", OtherPicture),
        (b"II*\0\x08\0", OtherPicture),
        (b"\x01\x02\x03\x04", Unknown),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Unknown),
        (b"PK\x03\x04", Damaged),
    ] {
        assert_eq!(of(head), Err(why), "{}", String::from_utf8_lossy(head));
    }
    assert_eq!(of_zip(&["META-INF/MANIFEST.MF", "a.class"]), Err(Program));
    assert_eq!(of_zip(&["AndroidManifest.xml"]), Err(Program));
    assert_eq!(of_zip(&["[Content_Types].xml", "word/vbaProject.bin"]), Err(Macros));
    assert_eq!(of_old(&["Workbook", "_VBA_PROJECT"]), Err(Macros));
}

/// A file that is two things at once is what it begins as, and is never drawn as the other.
#[test]
fn a_file_that_is_two_things_is_what_it_begins_as() {
    assert_eq!(of(b"%PDF-1.4\n<script>alert(1)</script>"), Ok(Format::Pdf));
    assert_eq!(of(b"%!PS\n<html>"), Ok(Format::Text));
}

/// By its ending a name that we made says what it is, so no two kinds share one.
#[test]
fn an_ending_says_what_a_file_is() {
    for format in Format::KEPT {
        for ending in format.endings() {
            assert_eq!(Format::of_name(&format!("a.b.{ending}")), Some(*format));
        }
    }
    assert_eq!(Format::of_name("a"), None);
}

proptest! {
    /// Whatever comes, it is something that is listed here or it is refused.
    #[test]
    fn nothing_falls_through(head in proptest::collection::vec(any::<u8>(), 0..200)) {
        if let Ok(format) = of(&head) {
            prop_assert!(!format.endings().is_empty());
        }
    }
}
