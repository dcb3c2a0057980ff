//! A picture that somebody attached, made anew: what hides in it, and the place where it was taken,
//! goes no further.

use std::io::Cursor;

use image::ImageFormat;

use super::{PhotoRefused, decode, jpeg, refused};

/// The longer side of what is kept: a page of a contract can still be read.
const SIDE: u32 = 4_096;
const QUALITY: u8 = 88;

/// A picture made anew.
pub struct Picture {
    pub bytes: Vec<u8>,
    pub width: u32,
    pub height: u32,
    /// It is a PNG, without loss; else a JPEG.
    pub png: bool,
}

/// Decodes, turns upright, shrinks and encodes again: drawings and what is transparent as PNG,
/// photos as JPEG. Heavy: for a blocking thread.
pub fn remake_picture(bytes: &[u8]) -> Result<Picture, PhotoRefused> {
    let (picture, format) = decode(bytes, SIDE)?;
    let (width, height) = (picture.width(), picture.height());
    let png = format == ImageFormat::Png || picture.color().has_alpha();
    let bytes = if png {
        let mut bytes = Vec::new();
        let written = picture.write_to(&mut Cursor::new(&mut bytes), ImageFormat::Png);
        written.map_err(|cause| refused(&cause))?;
        bytes
    } else {
        jpeg(&picture.into_rgb8(), QUALITY)?
    };
    Ok(Picture { bytes, width, height, png })
}

#[cfg(test)]
mod tests {
    use image::DynamicImage;

    use super::*;

    fn written(picture: &DynamicImage, format: ImageFormat) -> Vec<u8> {
        let mut bytes = Vec::new();
        picture.write_to(&mut Cursor::new(&mut bytes), format).unwrap();
        bytes
    }

    #[test]
    fn a_drawing_stays_without_loss_and_a_photo_stays_a_photo() {
        let (clear, opaque) = (DynamicImage::new_rgba8(4, 3), DynamicImage::new_rgb8(4, 3));
        let drawing = remake_picture(&written(&clear, ImageFormat::Png)).unwrap();
        let photo = remake_picture(&written(&opaque, ImageFormat::Jpeg)).unwrap();
        let web = remake_picture(&written(&opaque, ImageFormat::WebP)).unwrap();

        assert!(drawing.png && drawing.bytes.starts_with(b"\x89PNG"));
        assert!(!photo.png && photo.bytes.starts_with(&[0xff, 0xd8, 0xff]));
        assert!(!web.png, "a web picture without transparency becomes a photo");
        assert_eq!((drawing.width, drawing.height), (4, 3));
    }

    /// What stands behind the end of a picture, or beside it, is not part of it.
    #[test]
    fn what_hides_in_a_picture_goes_no_further() {
        for format in [ImageFormat::Png, ImageFormat::Jpeg] {
            let mut bytes = written(&DynamicImage::new_rgb8(4, 3), format);
            bytes.extend_from_slice(b"<script>alert(1)</script>PK\x03\x04");

            let made = remake_picture(&bytes).unwrap();

            let hides = |it: &[u8]| made.bytes.windows(it.len()).any(|part| part == it);
            assert!(!hides(b"<script>") && !hides(b"PK\x03\x04"), "{format:?}");
        }
    }
}
