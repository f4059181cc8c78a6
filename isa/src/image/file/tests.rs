use super::*;
use proptest::prelude::*;

fn sample() -> Image {
    Image {
        entry: BOOT_ENTRY,
        code: (0..300)
            .map(|i| (i * 0x0123_4567) & 0xf_ffff_ffff)
            .collect(),
        statics: vec![Word::int(-5), Word::NONE],
        sizes: vec![(1, MachineSize::Frames, -2)],
        heap: [vec![Word::raw(0)], layout::string_object("naïve")].concat(),
        debug: Debug {
            files: vec![SourceFile::new("a.py", "print('naïve')\n")],
            functions: vec![Function {
                name: "<module>".into(),
                entry: 258,
                end: 270,
                hidden: true,
                file: 0,
                slots: vec![(1, "x".into())],
            }],
            positions: vec![Position {
                pc: 259,
                file: 0,
                line: 70_000,
                end_line: 70_001,
                column: 4,
                end_column: u32::MAX,
                anchor: Some((6, 7)),
                inlined: None,
            }],
            statics: vec![(1, "nothing".into())],
            inlined: vec![],
        },
    }
}

/// `bytes` with a CRC that fits.
fn sealed(mut bytes: Vec<u8>) -> Vec<u8> {
    bytes.truncate(bytes.len() - CRC_BYTES);
    bytes.extend(crc32fast::hash(&bytes).to_le_bytes());
    bytes
}

#[test]
fn round_trip() {
    assert_eq!(Image::from_bytes(&sample().to_bytes()), Ok(sample()));
}

#[test]
fn lines_keep_their_numbers() {
    let mut image = sample();
    let text = "one\n\nthree\n";
    image.debug.files = vec![
        SourceFile::default(),
        SourceFile::with_lines("b.py", text, |line| line == 3),
    ];
    let read = Image::from_bytes(&image.to_bytes()).unwrap();
    assert_eq!(read, image);
    assert_eq!(read.debug.source_line(1, 3), Some("three"));
}

#[test]
fn errors_name_the_field() {
    let error = |at: usize, value: u8| {
        let mut bytes = sample().to_bytes();
        bytes[at] = value;
        Image::from_bytes(&sealed(bytes)).unwrap_err().to_string()
    };
    let good = sample().to_bytes();
    assert!(error(0, b'X').starts_with("magic: "));
    assert_eq!(error(4, 9), "version: 9 is not 4; build the image again");
    assert!(error(6, !good[6]).starts_with("ISA hash: "));
    assert!(error(10, 9).starts_with("entry: 0x0109 is not 0x0100"));
    assert!(error(15, 1).starts_with("size of section code: "));
    assert!(error(19, 1).starts_with("size of section statics: "));
    assert_eq!(
        error(HEADER_BYTES + 4, 0xff),
        "section code: a word of more than 36 bits"
    );

    let mut damaged = sample().to_bytes();
    damaged[HEADER_BYTES] ^= 1;
    let message = Image::from_bytes(&damaged).unwrap_err().to_string();
    assert!(message.starts_with("CRC: "), "{message}");
    assert_eq!(Image::from_bytes(b"PYXL"), Err(ImageError::Header(4)));
}

#[test]
fn trailing_bytes_are_refused() {
    let mut bytes = sample().to_bytes();
    bytes.extend([0; 3]);
    assert_eq!(
        Image::from_bytes(&sealed(bytes)),
        Err(ImageError::Trailing(3))
    );
}

#[test]
fn unsorted_positions_are_refused() {
    let mut image = sample();
    let mut earlier = image.debug.positions[0];
    earlier.pc -= 1;
    image.debug.positions.push(earlier);
    let error = Image::from_bytes(&image.to_bytes()).unwrap_err();
    assert_eq!(
        error.to_string(),
        "section positions: not in ascending order"
    );
}

proptest! {
    #[test]
    fn a_flipped_bit_is_found(bit in 0usize..8 * 1000) {
        let mut bytes = sample().to_bytes();
        let bit = bit % (8 * bytes.len());
        bytes[bit / 8] ^= 1 << (bit % 8);
        prop_assert!(Image::from_bytes(&bytes).is_err());
    }

    #[test]
    fn a_truncated_image_is_refused(length in 0usize..1000, seal: bool) {
        let mut bytes = sample().to_bytes();
        let length = length % bytes.len();
        bytes.truncate(length);
        if seal && length >= CRC_BYTES {
            bytes = sealed(bytes);
        }
        prop_assert!(Image::from_bytes(&bytes).is_err());
    }

    /// With a fitting CRC a change may be harmless, but never more than an error.
    #[test]
    fn sealed_nonsense_does_not_panic(
        changes in prop::collection::vec((HEADER_BYTES - 28..1000usize, any::<u8>()), 1..20)
    ) {
        let mut bytes = sample().to_bytes();
        for (at, value) in changes {
            let at = at % bytes.len();
            bytes[at] = value;
        }
        let _ = Image::from_bytes(&sealed(bytes));
    }
}
