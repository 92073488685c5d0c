//! Finds quotation marks and pairs them, one paragraph at a time. Never refuses a text.
//!
//! Every convention is read side by side: “ ”, " ", ‘ ’, ' ', doubled single ones, « », „ “, ‹ ›. What stands
//! inside a quotation is not searched again: its inner marks belong to it.

use language::TextRange;

/// A quoted region of one paragraph.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Quoted {
    /// Between the marks. Empty for a closing mark that nothing opened.
    pub inside: TextRange,
    /// With the marks that are there.
    pub outside: TextRange,
    /// Which marks are there.
    pub marks: Marks,
}

/// Which of its two marks a quoted region has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Marks {
    /// Both.
    Both,
    /// The opening one: the region ends with the paragraph, or before the next opening mark.
    Opening,
    /// The closing one.
    Closing,
}

/// A mark of the paragraph, as it could be read from its glyph and its two neighbours.
#[derive(Debug, Clone, Copy)]
struct Mark {
    range: TextRange,
    family: Family,
    /// Whether it opens; else it closes.
    opens: bool,
    /// Closes, and could be the apostrophe of a plural instead: "the players' union".
    doubtful: bool,
}

/// Marks that can close one another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Family {
    Double,
    Single,
    Guillemet,
    SingleGuillemet,
}

/// Words that are written with a leading apostrophe.
const ELISIONS: [&str; 11] =
    ["em", "til", "till", "tis", "twas", "cause", "bout", "n", "round", "cos", "neath"];

/// Finds the quoted regions of `text`, in order; they do not overlap.
pub fn scan(text: &str) -> Vec<Quoted> {
    let marks = marks(text);
    let closers_from = closers_from(&marks);
    let mut found = Vec::new();
    let mut next = 0;
    while let Some(mark) = marks.get(next) {
        let at = next;
        next += 1;
        if !mark.opens {
            if mark.family != Family::Single {
                let inside = TextRange::new(mark.range.start, mark.range.start);
                found.push(Quoted { inside, outside: mark.range, marks: Marks::Closing });
            }
            continue;
        }
        let (inside, outside, kind) = if let Some(closer) = closer(&marks, at, &closers_from) {
            next = closer + 1;
            let range = marks[closer].range;
            (range.start, range.end, Marks::Both)
        } else if mark.family == Family::Single && mark.range.start > 0 {
            continue;
        } else {
            // A straight mark that opens the paragraph, with curly ones inside: it goes on in the next.
            let straight = |m: &Mark| text[m.range.start..].starts_with('"');
            let holds = at == 0
                && mark.range.start == 0
                && straight(mark)
                && !marks[next..].iter().any(straight);
            let again = |m: &Mark| !holds && m.opens && m.family == mark.family;
            let again = marks[next..].iter().position(again);
            next = again.map_or(marks.len(), |skip| next + skip);
            let limit = marks.get(next).map_or(text.len(), |m| m.range.start);
            let end = mark.range.end + spoken(text[mark.range.end..limit].trim_end()).len();
            (end, end, Marks::Opening)
        };
        let inside = trimmed(text, TextRange::new(mark.range.end, inside));
        if inside.of(text).contains(char::is_alphanumeric) {
            let outside = TextRange::new(mark.range.start, outside);
            found.push(Quoted { inside, outside, marks: kind });
        }
    }
    found
}

/// The words of a quotation that was never closed, without the writer's ", she said." behind them.
fn spoken(words: &str) -> &str {
    let said = [" said.", " wrote.", " added.", " says.", " tweeted."];
    let comma = words.rfind(", ").map_or(words.len(), |at| at + 1);
    let tail = &words[comma..];
    let cue = tail.split_whitespace().count() < 6 && said.iter().any(|cue| tail.ends_with(cue));
    if cue { &words[..comma] } else { words }
}

/// `range` without the spaces at its ends.
fn trimmed(text: &str, range: TextRange) -> TextRange {
    let words = range.of(text);
    let start = range.start + (words.len() - words.trim_start().len());
    TextRange::new(start, range.start + words.trim_end().len())
}

/// How deep marks of one family are followed into one another.
const DEEPEST: usize = 3;

/// The mark that closes `marks[at]`. A second opening mark of the same family nests as long as
/// closing marks are left for both; otherwise the first was never closed.
fn closer(marks: &[Mark], at: usize, closers_from: &[[usize; 4]]) -> Option<usize> {
    let family = marks[at].family;
    let mut left = closers_from[at][family as usize];
    let mut depth = 1;
    for (at, mark) in marks.iter().enumerate().skip(at + 1).filter(|(_, m)| m.family == family) {
        if mark.opens {
            if left <= depth || depth == DEEPEST {
                return None;
            }
            depth += 1;
        } else if mark.doubtful && left == 0 {
            return Some(at);
        } else if !mark.doubtful {
            left -= 1;
            depth -= 1;
            if depth == 0 {
                return Some(at);
            }
        }
    }
    None
}

/// For each mark, how many marks from there on surely close, by family.
fn closers_from(marks: &[Mark]) -> Vec<[usize; 4]> {
    let mut counts = vec![[0; 4]; marks.len() + 1];
    for (at, mark) in marks.iter().enumerate().rev() {
        counts[at] = counts[at + 1];
        counts[at][mark.family as usize] += usize::from(!mark.opens && !mark.doubtful);
    }
    counts
}

fn marks(text: &str) -> Vec<Mark> {
    let mut marks: Vec<Mark> = Vec::new();
    let (mut end, mut behind_tag) = (0, 0);
    // Few bytes begin a mark, and the others need no look at the character they belong to.
    let begins = |byte: &u8| matches!(byte, b'"' | b'\'' | b'`' | b'<' | 0xC2 | 0xE2);
    while let Some(skipped) = text.as_bytes()[end..].iter().position(begins) {
        let start = end + skipped;
        let before = text[..start].chars().next_back().filter(|_| start > behind_tag);
        let before = before.filter(|c| !is_unseen(*c)).unwrap_or(' ');
        let glyph = text[start..].chars().next().unwrap_or(' ');
        if glyph == '<' {
            end = start + 1;
            if let Some(len) = tag(&text[start..]) {
                (end, behind_tag) = (start + len, start + len);
            }
            continue;
        }
        let doubled = matches!(glyph, '\'' | '`' | '‘' | '’')
            && text[start + glyph.len_utf8()..].starts_with(glyph);
        end = start + glyph.len_utf8() * (1 + usize::from(doubled));
        let after = text[end..].chars().next().unwrap_or(' ');
        // "... and so on", ".@moss agrees"
        let dotted = ["..", ".@"].iter().any(|dots| text[end..].starts_with(dots));
        let opens = starts(before, after) || dotted && before.is_whitespace();
        let family = match glyph {
            '"' | '“' | '”' | '„' | '‟' => Family::Double,
            '«' | '»' => Family::Guillemet,
            '‹' | '›' => Family::SingleGuillemet,
            '\'' | '`' | '‘' | '’' if doubled => Family::Double,
            '\'' | '‘' | '’' => Family::Single,
            _ => continue,
        };
        // 6'2" and 12" are measures as long as nothing was opened.
        let measure = glyph == '"' && before.is_ascii_digit() && !after.is_alphanumeric();
        let single = family == Family::Single;
        let apostrophe = single && apostrophe(glyph, before, opens, &text[end..]);
        let measure = measure && marks.is_empty();
        if !apostrophe && !measure {
            let opens = match glyph {
                '„' | '‟' => true,
                // “ closes in German: „so“. It opens before a cut: “… so”.
                '“' => {
                    let stands_before = before.is_whitespace() && !after.is_whitespace();
                    opens || after.is_alphanumeric() || stands_before
                }
                // ”So“ begins with the wrong mark, and quotes all the same.
                '”' => {
                    let begins = start == 0 || after.is_alphanumeric();
                    before.is_whitespace() && begins && !open(&marks)
                }
                // « so » in French.
                '«' | '‹' => opens || before.is_whitespace() && after.is_whitespace(),
                '‘' | '’' if !doubled => opens && glyph == '‘',
                // `` so '' where every mark is set apart.
                '`' => opens || before.is_whitespace(),
                _ => opens,
            };
            let doubtful = single && !opens && before == 's' && after == ' ';
            marks.push(Mark { range: TextRange::new(start, end), family, opens, doubtful });
        }
    }
    marks
}

/// Whether a character only says which way the text runs, or where a word may be cut.
fn is_unseen(c: char) -> bool {
    matches!(c, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}')
}

/// Whether the last double mark opens.
fn open(marks: &[Mark]) -> bool {
    marks.iter().rev().find(|mark| mark.family == Family::Double).is_some_and(|mark| mark.opens)
}

/// Length of the tag with attributes that `text` begins with, as plain copy from the web has them: their
/// values stand in marks that quote nobody.
fn tag(text: &str) -> Option<usize> {
    let inside = text.strip_prefix('<')?;
    inside.starts_with(|c: char| c.is_ascii_alphabetic()).then_some(())?;
    let end = inside.find(['<', '>'])?;
    let attributes = ["=\"", "='", "=“", "=”"].iter().any(|mark| inside[..end].contains(mark));
    (attributes && inside[end..].starts_with('>')).then_some(end + 2)
}

/// Whether a single mark belongs to a word. It does unless its neighbours say otherwise.
fn apostrophe(glyph: char, before: char, opens: bool, rest: &str) -> bool {
    let after = rest.chars().next().unwrap_or(' ');
    if !opens || glyph == '’' {
        return before.is_whitespace() || after.is_alphanumeric();
    }
    let word = rest.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let decade = word.len() == 3 && word.ends_with('s') && after.is_ascii_digit();
    decade || glyph == '\'' && ELISIONS.iter().any(|elision| elision.eq_ignore_ascii_case(word))
}

/// Whether a mark between these two characters stands before its words rather than after them.
fn starts(before: char, after: char) -> bool {
    let space = |c: char| c.is_whitespace() || matches!(c, '(' | '[' | '—' | '–' | '-' | '/' | ':');
    let after_space = after.is_whitespace() || matches!(after, ')' | ']' | ',' | '.' | ';');
    let opener = matches!(before, '"' | '“' | '‘' | '\'' | '«' | '„');
    !after_space && (space(before) || opener && after.is_alphanumeric())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Shows what is found as `[…]` for a whole region, `[…` without a closer, `…]` without an opener.
    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let shown: Vec<String> = scan(text)
            .iter()
            .map(|q| match q.marks {
                Marks::Both => format!("[{}]", q.inside.of(text)),
                Marks::Opening => format!("[{}", q.inside.of(text)),
                Marks::Closing => "]".into(),
            })
            .collect();
        assert_eq!(shown, expected, "{text}");
    }

    #[test]
    fn every_convention_is_read() {
        check("“We agree,” she said. “Now.”", &["[We agree,]", "[Now.]"]);
        check("\"We agree,\" she said.", &["[We agree,]"]);
        check("``We agree,'' she said.", &["[We agree,]"]);
        check("`` We agree , '' she said .", &["[We agree ,]"]);
        check("''We agree,'' she said.", &["[We agree,]"]);
        check("‘We agree,’ she said.", &["[We agree,]"]);
        check("'We agree,' she said.", &["[We agree,]"]);
        check("«We agree», she said.", &["[We agree]"]);
        check("« We agree », she said.", &["[We agree]"]);
        check("„We agree“, she said.", &["[We agree]"]);
        check("‹We agree›, she said.", &["[We agree]"]);
        check("She said: “... we agree.”", &["[... we agree.]"]);
        check("\".@moss agrees with us,\" she tweeted.", &["[.@moss agrees with us,]"]);
        check("She said: \"... we agree.\"", &["[... we agree.]"]);
        check("”We agree,” she said. “We go.” ”Now.”", &["[We agree,]", "[We go.]", "[Now.]"]);
        check("\u{202A}”We agree,” she said. “We go.”", &["[We agree,]", "[We go.]"]);
        check("” … we agree,” she said.", &["[… we agree,]"]);
    }

    #[test]
    fn apostrophes_measures_and_decades_are_not_quotes() {
        check("The players' union won't say, and it isn't James' job.", &[]);
        check("Back in the '90s and the ’80s they let 'em in.", &[]);
        check("He is 6'2\" tall and owns a 12\" saw.", &[]);
        check("'It is the players' fault,' he said.", &["[It is the players' fault,]"]);
        check("‘Don’t,’ she said, ‘it’s the boys’ own.’", &["[Don’t,]", "[it’s the boys’ own.]"]);
    }

    #[test]
    fn the_marks_of_a_tag_quote_nobody() {
        check("See <a href=\"x\" title='y'>this</a>: \"We agree.\"", &["[We agree.]"]);
        check("<post by=\"@moss\">\"We agree\" & go</post>", &["[We agree]"]);
        check("[<a href=”x” target=”_blank”>“We agree”</a>.]", &["[We agree]"]);
        check("5 <b said \"we agree\" > 4", &["[we agree]"]);
    }

    #[test]
    fn inner_marks_belong_to_the_outer_quote() {
        check("“He said ‘no’ to us,” she said.", &["[He said ‘no’ to us,]"]);
        check("'He said \"no\" to us,' she said.", &["[He said \"no\" to us,]"]);
        check("\"He said \"no\" to us,\" she said.", &["[He said \"no\" to us,]"]);
        check("“He said “no” to us,” she said.", &["[He said “no” to us,]"]);
    }

    #[test]
    fn a_missing_mark_costs_no_more_than_its_paragraph() {
        check("“We agree, and we go on", &["[We agree, and we go on"]);
        check("\"It is bad, he said. \"We must go.\"", &["[It is bad,", "[We must go.]"]);
        check("\"It was “an old wreck” and “no good.”", &["[It was “an old wreck” and “no good.”"]);
        check("We agree.” Then he left.", &["]"]);
        check("‘", &[]);
        check("\"\" “”", &[]);
    }
}
