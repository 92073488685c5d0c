//! Bytes of a file to text.

/// The text of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decoded {
    /// The text, without byte order mark.
    pub text: String,
    /// Whether encoding `text` again as UTF-8 gives the bytes of the file: only then may a program
    /// write the file back.
    pub exact: bool,
    /// What had to be assumed, in words for the user.
    pub problem: Option<String>,
}

/// The bytes are no text.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DecodeError {
    /// An image, a PDF, an office document.
    #[error("this is a binary file, not text; presscheck reads Markdown and plain text")]
    Binary,
}

/// Share of control characters from which bytes are no text.
const MOST_CONTROLS: f64 = 0.1;

/// Reads `bytes` as UTF-8, as UTF-16 where a byte order mark says so, or as Windows-1252, the usual
/// encoding of old newsroom files, where they are none of these.
pub fn decode(bytes: &[u8]) -> Result<Decoded, DecodeError> {
    if let Some(rest) = bytes.strip_prefix(b"\xff\xfe") {
        return utf16(rest, u16::from_le_bytes, "UTF-16 (little endian)");
    }
    if let Some(rest) = bytes.strip_prefix(b"\xfe\xff") {
        return utf16(rest, u16::from_be_bytes, "UTF-16 (big endian)");
    }
    let (rest, marked) = match bytes.strip_prefix(b"\xef\xbb\xbf") {
        Some(rest) => (rest, true),
        None => (bytes, false),
    };
    if is_binary(rest) {
        return Err(DecodeError::Binary);
    }
    Ok(match std::str::from_utf8(rest) {
        Ok(text) => Decoded { text: text.into(), exact: !marked, problem: None },
        Err(error) => Decoded {
            text: rest.iter().map(|&byte| windows_1252(byte)).collect(),
            exact: false,
            problem: Some(format!(
                "byte {} is not UTF-8; read as Windows-1252: save the file as UTF-8",
                error.valid_up_to() + 1
            )),
        },
    })
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16, encoding: &str) -> Result<Decoded, DecodeError> {
    let units = bytes.chunks_exact(2).map(|pair| unit([pair[0], pair[1]]));
    let text: String =
        char::decode_utf16(units).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)).collect();
    if text.contains('\0') {
        return Err(DecodeError::Binary);
    }
    let problem = format!("read as {encoding}: save the file as UTF-8 to have it fixed in place");
    Ok(Decoded { text, exact: false, problem: Some(problem) })
}

fn is_binary(bytes: &[u8]) -> bool {
    let control = |byte: &&u8| matches!(byte, 0..=8 | 14..=26 | 28..=31 | 127);
    let controls = bytes.iter().filter(control).count();
    bytes.contains(&0) || controls as f64 > MOST_CONTROLS * bytes.len() as f64
}

/// The C1 half of Windows-1252 (WHATWG Encoding Standard, index windows-1252); the rest is Latin-1.
fn windows_1252(byte: u8) -> char {
    const C1: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž',
        '\u{8f}', '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}',
        'ž', 'Ÿ',
    ];
    match byte {
        0x80..=0x9f => C1[usize::from(byte - 0x80)],
        _ => char::from(byte),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(bytes: &[u8], text: &str, exact: bool, problem: &str) {
        let decoded = decode(bytes).expect("text");
        assert_eq!((decoded.text.as_str(), decoded.exact), (text, exact));
        assert!(decoded.problem.unwrap_or_default().contains(problem));
    }

    #[test]
    fn text_in_any_usual_encoding_is_read() {
        check("Élysée".as_bytes(), "Élysée", true, "");
        check(b"", "", true, "");
        check(b"\xef\xbb\xbfTwelve", "Twelve", false, "");
        check(b"\xff\xfeT\0w\0\xe9\0", "Twé", false, "UTF-16 (little endian)");
        check(b"\xfe\xff\0T\0w", "Tw", false, "UTF-16 (big endian)");
        check(b"\x93No,\x94 she said. \x80 5", "“No,” she said. € 5", false, "byte 1 is not UTF-8");
    }

    #[test]
    fn what_is_no_text_is_said_to_be_none() {
        for bytes in
            [&b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"[..], b"ab\0cd", b"\x01\x02\x03abc", b"\xff\xfe\0\0"]
        {
            assert_eq!(decode(bytes), Err(DecodeError::Binary));
        }
    }
}
