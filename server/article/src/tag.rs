//! Quote tags: `["…"]{.quote speaker="…" source="…"}`, a Pandoc bracketed span.

use crate::{QuoteTag, Span};

/// The quote tags of `source` from `base` on, in order of their ends; none reaches over a blank
/// line. Linear: open brackets wait on a stack for their partners.
pub(crate) fn find(source: &str, base: usize) -> Vec<QuoteTag> {
    let mut tags: Vec<QuoteTag> = Vec::new();
    if !source.contains("]{") {
        return tags;
    }
    let mut open = Vec::new();
    let mut blank = false;
    let bytes = source.as_bytes();
    let mut at = base;
    while let Some(&byte) = bytes.get(at) {
        match byte {
            b'\n' if blank => open.clear(),
            b'\n' => blank = true,
            b'[' => open.push(at),
            b']' => {
                if let Some(start) = open.pop()
                    && bytes.get(at + 1) == Some(&b'{')
                    && let Some(attributes) = attributes(&source[at + 2..])
                {
                    let end = at + 2 + attributes.len;
                    tags.push(QuoteTag {
                        span: Span::new(start, end),
                        quote: Span::new(start + 1, at),
                        speaker: attributes.speaker,
                        source: attributes.source,
                    });
                    at = end;
                    blank = false;
                    continue;
                }
            }
            _ => {}
        }
        blank &= byte.is_ascii_whitespace();
        at += 1;
    }
    tags
}

/// What of each tag is no copy: its opening bracket, and its closing one with the braces.
pub(crate) fn cuts(tags: &[QuoteTag]) -> Vec<Span> {
    let mut cuts: Vec<Span> = tags
        .iter()
        .flat_map(|tag| {
            [Span::new(tag.span.start, tag.quote.start), Span::new(tag.quote.end, tag.span.end)]
        })
        .collect();
    cuts.sort_unstable();
    cuts
}

#[derive(Debug, Default)]
struct Attributes {
    speaker: Option<String>,
    source: Option<String>,
    /// Bytes up to and with the closing brace.
    len: usize,
}

/// Most bytes that the attributes of one tag may take.
const LONGEST: usize = 2_000;

/// Reads `.quote key="value" …}`; nothing where the class is another.
fn attributes(text: &str) -> Option<Attributes> {
    let mut found = Attributes::default();
    let mut quote = false;
    let mut rest = text;
    loop {
        rest = rest.trim_start();
        found.len = text.len() - rest.len();
        if found.len > LONGEST {
            return None;
        }
        if rest.starts_with('}') {
            found.len += 1;
            return quote.then_some(found);
        }
        let end = rest.find(|c: char| c.is_whitespace() || matches!(c, '=' | '}' | '"'))?;
        let (key, tail) = rest.split_at(end);
        quote |= key == ".quote";
        rest = tail;
        if let Some(tail) = tail.strip_prefix('=') {
            let (value, tail) = value(tail)?;
            let value = Some(value).filter(|value| !value.is_empty());
            match key {
                "speaker" => found.speaker = value,
                "source" => found.source = value,
                _ => {}
            }
            rest = tail;
        } else if key.is_empty() {
            return None;
        }
    }
}

/// A bare or quoted value, in which a backslash escapes, and what follows it.
fn value(text: &str) -> Option<(String, &str)> {
    let Some(quoted) = text.strip_prefix('"') else {
        let end = text.find(|c: char| c.is_whitespace() || c == '}')?;
        return Some((text[..end].into(), &text[end..]));
    };
    let mut value = String::new();
    let mut escaped = false;
    for (at, c) in quoted.char_indices() {
        match c {
            '\\' if !escaped => escaped = true,
            '"' if !escaped => return Some((value, &quoted[at + 1..])),
            _ if at > LONGEST => return None,
            _ => {
                escaped = false;
                value.push(c);
            }
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(source: &str, quote: &str, speaker: Option<&str>, body: Option<&str>) {
        let tags = find(source, 0);
        let tag = tags.first().expect("a tag");
        assert_eq!(&source[tag.quote.start..tag.quote.end], quote);
        assert_eq!((tag.speaker.as_deref(), tag.source.as_deref()), (speaker, body));
    }

    #[test]
    fn a_tag_is_read_as_written() {
        let said = r#"She said ["No [sic] way"]{.quote speaker="Mina Halson" source="East Valley Police"}."#;
        check(said, "\"No [sic] way\"", Some("Mina Halson"), Some("East Valley Police"));
        check(r"[“No”]{.quote speaker=Halson}", "“No”", Some("Halson"), None);
        check(
            r#"["No"]{ .quote speaker="Ann \"Red\" Lee" x=1 }"#,
            "\"No\"",
            Some("Ann \"Red\" Lee"),
            None,
        );
        check("[\"No\nway\"]{.quote\nspeaker=\"\"}", "\"No\nway\"", None, None);
    }

    #[test]
    fn other_brackets_are_left_alone() {
        for source in [
            "[a]{.claim src=police}",
            "[a]{.quote",
            "]{.quote}",
            "[a\n\nb]{.quote}",
            "[a]{.quote x=\"}",
        ] {
            assert_eq!(find(source, 0), [], "{source}");
        }
    }
}
