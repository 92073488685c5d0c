//! Lines of directions in a broadcast script: "[SOT – ADA MOSS, WARDEN]", "((ADA MOSS / WARDEN))",
//! "CLIP: MOSS", "(TRACK 2)", "(V/O) The bell is silent."

use super::script::{Line, line, words};
use language::TextRange;

/// What a line of directions says of the words below it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Direction {
    /// All of its words.
    pub words: TextRange,
    /// Who is named in it.
    pub name: Option<TextRange>,
    /// Whether that one is on tape, or the newsroom speaks.
    pub line: Option<Line>,
    /// Whether it stands between double brackets, as a caption does: "((ADA MOSS / WARDEN))".
    pub doubled: bool,
    /// Where spoken words begin behind it.
    pub spoken: Option<usize>,
}

/// Longest line of directions without brackets, in bytes.
const LONGEST: usize = 80;

/// Words of the longest name.
const NAME: usize = 5;

/// Bytes of the shortest name: the halves of "V/O" are none.
const SHORTEST: usize = 3;

/// The sign that parts a direction like a dash.
const DASH: &str = " - ";

/// The direction that a paragraph is, or begins with. `first` is the article’s first, where a line in
/// capitals is its slug.
pub fn direction(text: &str, first: bool) -> Option<Direction> {
    let open = text.len() - text.trim_start_matches(['[', '(', ' ']).len();
    let (inner, behind) = if open > 0 {
        let close = open + text[open..].find([']', ')'])?;
        let behind =
            close + text[close..].len() - text[close..].trim_start_matches([']', ')', ' ']).len();
        (TextRange::new(open, close), behind)
    } else {
        let head = text.split([':', ' ']).next().unwrap_or_default();
        let words = text.trim_end_matches(['”', '"', '’', ' ']);
        let short = text.len() <= LONGEST && !words.ends_with(['.', '?', '!']);
        let called = short && line(head).is_some() && text.contains(':');
        let loud = short && !first && !text.contains(char::is_lowercase) && !text.ends_with(':');
        if !called && !loud {
            return None;
        }
        (TextRange::new(0, text.len()), text.len())
    };
    let said = inner.of(text);
    let known: Vec<Line> = words(said).filter_map(line).collect();
    let tape = known.contains(&Line::Tape);
    let presenter = known.contains(&Line::Presenter);
    let ours = presenter || known.contains(&Line::Ours);
    // "(SOUNDBITE OF WATER)", "VO/SOT" in a slug
    let sound = words(said).any(|word| word == "OF") && tape;
    let line = match (tape, ours) {
        _ if sound => None,
        (true, false) => Some(Line::Tape),
        (false, true) if presenter => Some(Line::Presenter),
        (false, true) => Some(Line::Ours),
        _ => None,
    };
    let rest = text[behind..].trim_end();
    let own = name(text, inner).filter(|_| !(sound || tape && ours));
    // "(SYNC) Ada Moss, warden": no words are spoken in that line.
    let after = (!rest.is_empty() && own.is_none() && line.is_some())
        .then(|| TextRange::new(behind, text.len()))
        .filter(|_| rest.len() <= LONGEST && !rest.ends_with(['.', '?', '!', '”', '"', ':']));
    // "(SYNC) Vox pops"
    let some =
        |range: TextRange| name(text, range).or_else(|| few(range.of(text)).then_some(range));
    let named = own.or_else(|| after.and_then(some));
    let spoken = (!rest.is_empty() && after.is_none()).then_some(behind);
    if line.is_none() && (spoken.is_some() || named.is_none() && known.is_empty() && open == 0) {
        return None;
    }
    Some(Direction {
        words: inner,
        name: named,
        line,
        doubled: text.starts_with("((") || text.starts_with("[["),
        spoken,
    })
}

/// Whether a line without a name is short enough to say who is heard.
fn few(words: &str) -> bool {
    words.split(' ').count() < NAME && words.starts_with(char::is_uppercase)
}

/// Whom a label names behind words of directions: "TAPE – ADA MOSS".
pub fn named(label: &str) -> Option<&str> {
    let parted = label.contains(['–', '—']) || label.contains(DASH);
    let named = name(label, TextRange::new(0, label.len())).filter(|_| parted)?;
    Some(named.of(label))
}

/// The first name in a direction: what stands between its signs and is no word of directions.
fn name(text: &str, range: TextRange) -> Option<TextRange> {
    let mut at = range.start;
    for part in range.of(text).split_inclusive([',', ':', '/', '–', '—', '|', ';']) {
        let start = at;
        at += part.len();
        let sign = part.len() - part.trim_end_matches([',', ':', '/', '–', '—', '|', ';']).len();
        let mut from = start;
        for piece in text[start..at - sign].split(DASH) {
            let bare = strip(piece);
            let begin = from + piece.find(bare)?;
            from += piece.len() + DASH.len();
            let spells = |word: &str| {
                word.starts_with(char::is_uppercase) && !word.contains(|c: char| c.is_ascii_digit())
            };
            if bare.len() < SHORTEST {
                continue;
            }
            let named = bare.split(' ').count() <= NAME && bare.split(' ').all(spells);
            return named.then(|| TextRange::new(begin, begin + bare.len()));
        }
    }
    None
}

/// A piece of a direction without the words of directions that it begins and ends with.
pub fn strip(piece: &str) -> &str {
    let mark = |word: &str| line(word).is_some() || !word.contains(char::is_alphabetic);
    let mut rest = piece.trim();
    while let Some(first) = rest.split(' ').next().filter(|word| !word.is_empty() && mark(word)) {
        rest = rest[first.len()..].trim_start();
    }
    while let Some(last) = rest.rsplit(' ').next().filter(|word| !word.is_empty() && mark(word)) {
        rest = rest[..rest.len() - last.len()].trim_end();
    }
    rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, name: &str, line: Option<Line>) {
        let found = direction(text, false).unwrap_or_else(|| panic!("{text} is a direction"));
        let named = found.name.map_or("", |range| range.of(text));
        assert_eq!((named, found.line), (name, line), "{text}");
    }

    #[test]
    fn directions_name_whoever_speaks_below_them() {
        check("[SOT – ADA MOSS, WARDEN]", "ADA MOSS", Some(Line::Tape));
        check("((ADA MOSS / WARDEN, 3 YEARS))", "ADA MOSS", None);
        check("((HOLT / ON CAM))", "HOLT", Some(Line::Ours));
        check("CLIP: MOSS", "MOSS", Some(Line::Tape));
        check("(SYNC) Ada Moss, warden, Port Hale", "Ada Moss", Some(Line::Tape));
        check("(TRACK 2)", "", Some(Line::Ours));
        check("(ANCHOR LEAD)", "", Some(Line::Presenter));
        check("((TAKE VO))", "", Some(Line::Ours));
        check("OUT: …for a bridge. DUR: 14”", "", None);
        check("((OUTCUE: “...for a bridge.”))", "", None);
        check("(SOUNDBITE OF WATER)", "", None);
    }
}
