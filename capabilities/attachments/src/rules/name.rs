//! What a file is called: a line that can be read, and an ending that is true.

use super::Format;

/// The longest name, in letters, its ending included.
pub const LONGEST: usize = 120;

/// Names that belong to devices on some machines.
const DEVICES: &[&str] = &["con", "prn", "aux", "nul", "com", "lpt"];

/// The name as it is kept: without folders, without what cannot be seen or turns letters round,
/// without what a file system takes for something else, and with an ending that fits what it is.
/// `fallback` is what a name is called of which nothing is left.
pub fn clean(name: &str, format: Format, fallback: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let seen: String = last.chars().filter(|it| !is_unseen(*it)).map(plain).collect();
    let line = seen.split_whitespace().collect::<Vec<_>>().join(" ");
    let line = line.trim_matches(|it: char| it == '.' || it.is_whitespace() || it == '~');

    let endings = format.endings();
    let (stem, ending) = match line.rsplit_once('.') {
        Some((stem, ending)) if is_one_of(endings, ending) => (stem, ending.to_lowercase()),
        // Of a picture that became another, the old ending would be a lie.
        Some((stem, ending)) if is_picture(ending) && format.kind() == super::Kind::Picture => {
            (stem, usual(endings))
        }
        _ => (line, usual(endings)),
    };
    let stem = stem.trim_end_matches(|it: char| it == '.' || it.is_whitespace());
    let stem = if stem.is_empty() { fallback } else { stem };
    let device = stem.trim_end_matches(|it: char| it.is_ascii_digit()).to_lowercase();
    let before = if DEVICES.contains(&device.as_str()) { "_" } else { "" };
    let room = LONGEST.saturating_sub(ending.chars().count() + 1 + before.len());
    let stem: String = stem.chars().take(room).collect();
    format!("{before}{}.{ending}", stem.trim_end())
}

fn usual(endings: &[&str]) -> String {
    endings.first().copied().unwrap_or("bin").to_owned()
}

fn is_one_of(endings: &[&str], ending: &str) -> bool {
    endings.iter().any(|it| it.eq_ignore_ascii_case(ending))
}

fn is_picture(ending: &str) -> bool {
    is_one_of(&["jpg", "jpeg", "png", "webp", "heic", "gif", "bmp", "jfif"], ending)
}

/// Controls, marks that turn the direction, and letters of no width.
fn is_unseen(it: char) -> bool {
    it.is_control() && !it.is_whitespace()
        || matches!(it,
            '\u{00ad}' | '\u{061c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

/// What file systems and shells take for something else.
fn plain(it: char) -> char {
    if matches!(it, '<' | '>' | ':' | '"' | '|' | '?' | '*' | '%' | '`' | '$' | ';') {
        '-'
    } else {
        it
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_name_stays_as_it_was_where_it_can() {
        for (name, format, kept) in [
            ("Penawaran 2026.pdf", Format::Pdf, "Penawaran 2026.pdf"),
            ("Foto Toko (depan).JPG", Format::Jpeg, "Foto Toko (depan).jpg"),
            ("tangkapan.webp", Format::Jpeg, "tangkapan.jpg"),
            ("logo.PNG", Format::Png, "logo.png"),
            ("kontrak", Format::Word, "kontrak.docx"),
            ("Ünïcode 合同.pdf", Format::Pdf, "Ünïcode 合同.pdf"),
        ] {
            assert_eq!(clean(name, format, "lampiran"), kept);
        }
    }

    #[test]
    fn a_name_that_deceives_deceives_no_more() {
        for (name, format, kept) in [
            ("../../etc/passwd", Format::Text, "passwd.txt"),
            ("C:\\Windows\\evil.bat", Format::Text, "evil.bat.txt"),
            ("faktur\u{202e}fdp.exe", Format::Pdf, "fakturfdp.exe.pdf"),
            ("a\0b\r\nSet-Cookie: x.pdf", Format::Pdf, "ab Set-Cookie- x.pdf"),
            ("..", Format::Pdf, "lampiran.pdf"),
            ("", Format::Png, "lampiran.png"),
            (".htaccess", Format::Text, "htaccess.txt"),
            ("CON.txt", Format::Text, "_CON.txt"),
            ("LPT1.pdf", Format::Pdf, "_LPT1.pdf"),
            ("\"><script>.pdf", Format::Pdf, "---script-.pdf"),
            ("halaman.html", Format::Text, "halaman.html.txt"),
            ("=cmd()|x.csv", Format::Text, "=cmd()-x.csv"),
        ] {
            assert_eq!(clean(name, format, "lampiran"), kept, "{name:?}");
        }
    }

    proptest! {
        #[test]
        fn every_name_is_a_short_line_with_a_true_ending(name in "\\PC{0,200}|.{0,200}") {
            for format in [Format::Pdf, Format::Text, Format::Jpeg, Format::Mp4] {
                let kept = clean(&name, format, "lampiran");

                prop_assert!(kept.chars().count() <= LONGEST, "{kept:?}");
                prop_assert!(!kept.contains(['/', '\\', '\n', '"', '\0', '\u{202e}']), "{kept:?}");
                prop_assert!(!kept.starts_with('.'), "{kept:?}");
                let ending = kept.rsplit('.').next().unwrap_or_default();
                prop_assert!(format.endings().contains(&ending), "{kept:?}");
            }
        }

        /// A name that was made clean is clean.
        #[test]
        fn what_is_clean_stays(name in "\\PC{0,60}") {
            let once = clean(&name, Format::Pdf, "lampiran");

            prop_assert_eq!(clean(&once, Format::Pdf, "lampiran"), once.clone());
        }
    }
}
