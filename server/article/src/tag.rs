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
                    && let Some(mut attributes) = attributes(&source[at + 2..])
                {
                    let end = at + 2 + attributes.len;
                    tags.push(QuoteTag {
                        span: Span::new(start, end),
                        quote: Span::new(start + 1, at),
                        speaker: attributes.value("speaker"),
                        source: attributes.value("source"),
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
    let mut cuts: Vec<Span> = tags.iter().flat_map(QuoteTag::cuts).collect();
    cuts.sort_unstable();
    cuts
}

/// What closes a tag of words said by `speaker` for `body`: `]{.quote speaker="…" source="…"}`.
pub(crate) fn closing(speaker: &str, body: Option<&str>) -> String {
    format!("]{{.quote{}{}}}", written("speaker", speaker), of_body(body))
}

/// The same in place of the closing of `tag`, with whatever else that says.
pub(crate) fn reclosing(source: &str, tag: &QuoteTag, speaker: &str, body: Option<&str>) -> String {
    let old = source.get(tag.quote.end..tag.span.end).unwrap_or_default();
    let inside = old.get("]{".len()..).and_then(attributes);
    let Some(Attributes { fields, .. }) = inside else { return closing(speaker, body) };
    let is_other = |field: &&Field| !matches!(field.key, ".quote" | "speaker" | "source");
    let others = fields.iter().filter(is_other).flat_map(|field| [" ", field.written]);
    let others: String = others.collect();
    format!("]{{.quote{}{}{others}}}", written("speaker", speaker), of_body(body))
}

/// Whether a tag around `words` would be read back as it was meant: no bracket among them closes it
/// too early, and no blank line ends it.
pub(crate) fn fits(words: &str) -> bool {
    let tagged = format!("[{words}]{{.quote}}");
    find(&tagged, 0).last().is_some_and(|tag| tag.span == Span::new(0, tagged.len()))
}

fn of_body(body: Option<&str>) -> String {
    body.map(|body| written("source", body)).unwrap_or_default()
}

/// ` key="value"` as Pandoc reads it.
fn written(key: &str, value: &str) -> String {
    format!(" {key}=\"{}\"", value.replace('\\', "\\\\").replace('"', "\\\""))
}

/// What stands between the braces of a quote's tag.
#[derive(Debug, Default)]
struct Attributes<'a> {
    fields: Vec<Field<'a>>,
    /// Bytes up to and with the closing brace.
    len: usize,
}

/// `.class`, `#id` or `key="value"`.
#[derive(Debug)]
struct Field<'a> {
    key: &'a str,
    /// `None` for an empty one.
    value: Option<String>,
    /// The whole field as it stands.
    written: &'a str,
}

impl Attributes<'_> {
    fn value(&mut self, key: &str) -> Option<String> {
        self.fields.iter_mut().find(|field| field.key == key)?.value.take()
    }
}

/// Most bytes that the attributes of one tag may take.
const LONGEST: usize = 2_000;

/// Reads `.quote key="value" …}`; nothing where the class is another.
fn attributes(text: &str) -> Option<Attributes<'_>> {
    let mut found = Attributes::default();
    let mut rest = text;
    loop {
        rest = rest.trim_start();
        found.len = text.len() - rest.len();
        if found.len > LONGEST {
            return None;
        }
        if rest.starts_with('}') {
            found.len += 1;
            return found.fields.iter().any(|field| field.key == ".quote").then_some(found);
        }
        let from = rest;
        let end = rest.find(|c: char| c.is_whitespace() || matches!(c, '=' | '}' | '"'))?;
        let (key, tail) = rest.split_at(end);
        rest = tail;
        let mut field = Field { key, value: None, written: key };
        if let Some(tail) = tail.strip_prefix('=') {
            let (value, tail) = value(tail)?;
            field.value = Some(value).filter(|value| !value.is_empty());
            field.written = &from[..from.len() - tail.len()];
            rest = tail;
        } else if key.is_empty() {
            return None;
        }
        found.fields.push(field);
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
    fn a_new_speaker_leaves_what_else_the_tag_says() {
        let check = |source: &str, expected: &str| {
            let tags = find(source, 0);
            assert_eq!(reclosing(source, &tags[0], "Ben Hall", None), expected, "{source}");
        };
        check(r#"["No"]{.quote speaker="A" source="B"}"#, r#"]{.quote speaker="Ben Hall"}"#);
        check(
            r#"["No"]{#q1 .quote .x verified=tape speaker=A note="\"so\""}"#,
            r#"]{.quote speaker="Ben Hall" #q1 .x verified=tape note="\"so\""}"#,
        );
        check(r#"["No"]{.quote}"#, r#"]{.quote speaker="Ben Hall"}"#);
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
