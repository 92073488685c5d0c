//! What the words before a cursor call for.

use sourcing::{Quote, Reading};

/// What is called for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Context {
    /// The id of a rule, in an ignore comment.
    Rule,
    /// Anybody and anything that can be a source: after "according to".
    Source,
    /// Somebody: after a quote and its verb, and as the speaker of a tag.
    Speaker,
    /// A body: as the source of a tag.
    Body,
    /// Who said it: right after a quote.
    Cue,
    /// A name that has been begun.
    Name,
}

/// How far back is looked, in bytes.
const FARTHEST: usize = 200;

/// Longest beginning of a source that is taken for one, in bytes.
const LONGEST: usize = 40;

/// Letters of a name that must be there before it is completed outside every other context.
const FEWEST: usize = 2;

impl Context {
    /// What is called for at `offset` of the source, and what has been typed of it.
    pub fn at(reading: &Reading, offset: usize) -> Option<(Self, &str)> {
        let source = &*reading.article.source;
        let from = source.floor_char_boundary(offset.saturating_sub(FARTHEST));
        let before = source.get(from..offset)?;
        let line = before.rsplit('\n').next()?;
        if let Some(typed) = in_comment(line) {
            return Some((Self::Rule, typed));
        }
        if let Some(found) = in_tag(line) {
            return Some(found);
        }
        let after = |words: &str| {
            // ASCII only, so that the offsets of both are the same.
            let at = line.to_ascii_lowercase().rfind(words)? + words.len();
            line.get(at..).filter(|rest| is_open(rest))
        };
        if let Some(typed) = after("according to ") {
            return Some((Self::Source, typed));
        }
        after_quote(reading, source, offset).or_else(|| name(line))
    }
}

/// What has been typed of a rule's id: `<!-- presscheck-ignore SRC`.
fn in_comment(line: &str) -> Option<&str> {
    let comment = &line[line.rfind("<!--")?..];
    let inside = comment.contains("presscheck-ignore") && !comment.contains(['>', ':']);
    let typed = comment.rsplit([' ', ',']).next()?;
    (inside && typed.chars().all(char::is_alphanumeric)).then_some(typed)
}

/// What has been typed of a tag's speaker or source: `{.quote speaker="An`.
fn in_tag(line: &str) -> Option<(Context, &str)> {
    let tag = &line[line.rfind("{.quote")?..];
    let (head, typed) = tag.rsplit_once('"')?;
    if tag.contains('}') {
        return None;
    }
    match head {
        _ if head.ends_with("speaker=") => Some((Context::Speaker, typed)),
        _ if head.ends_with("source=") => Some((Context::Body, typed)),
        _ => None,
    }
}

/// What has been typed after a quote: nothing or the beginning of a verb, or a verb and the
/// beginning of a name.
fn after_quote<'a>(
    reading: &Reading,
    source: &'a str,
    offset: usize,
) -> Option<(Context, &'a str)> {
    let end = |quote: &Quote| reading.span(quote.outside).end;
    let past = reading.quotes.partition_point(|quote| end(quote) <= offset);
    let quote = reading.quotes.get(past.checked_sub(1)?).filter(|quote| quote.balanced)?;
    let rest = source.get(end(quote)..offset).filter(|rest| is_open(rest))?;
    let typed = rest.strip_prefix([',', ' ']).map_or(rest, str::trim_start);
    let lower = |word: &str| word.chars().all(char::is_lowercase);
    match typed.split_once(' ') {
        None if rest.len() > typed.len() && lower(typed) => Some((Context::Cue, typed)),
        Some((verb, name)) if lower(verb) && !verb.is_empty() => Some((Context::Speaker, name)),
        _ => None,
    }
}

/// What has been typed of a name that begins with a capital letter.
fn name(line: &str) -> Option<(Context, &str)> {
    let typed = line.rsplit(|c: char| !c.is_alphanumeric()).next()?;
    let begun = typed.starts_with(char::is_uppercase) && FEWEST <= typed.chars().count();
    begun.then_some((Context::Name, typed))
}

/// Whether a source or speaker can still be meant by the last word of `rest`.
fn is_open(rest: &str) -> bool {
    rest.len() <= LONGEST && !rest.contains(['.', ';', ':', '!', '?', '\n', '"', '“', '”'])
}
