//! Raw HTML inside Markdown: the text between its tags is copy as well.

use crate::{Block, BlockKind, Span, clean::Clean, lines::lines};
use pulldown_cmark::{Event, Parser};

/// The blocks of text in the HTML of `source` at `span`; comments, scripts, styles and `cuts` left
/// out.
pub(crate) fn blocks(source: &str, span: Span, cuts: &[Span]) -> Vec<Block> {
    let mut reader = Reader {
        source,
        cuts,
        blocks: Vec::new(),
        clean: Clean::default(),
        open: None,
        spaced: false,
    };
    let mut kind = BlockKind::Paragraph;
    let mut at = span.start;
    while at < span.end {
        let rest = &source[at..span.end];
        if rest.starts_with("<!--") {
            at += rest.find("-->").map_or(line_end(rest), |end| end + "-->".len());
        } else if let Some(name) = tag_name(rest) {
            let end = rest.find('>').map_or(rest.len(), |end| end + 1);
            if !is_inline(name) {
                reader.flush(kind);
                kind = kind_of(name);
            }
            at += match name {
                "script" => rest.find("</script").map_or(rest.len(), |close| close.max(end)),
                "style" => rest.find("</style").map_or(rest.len(), |close| close.max(end)),
                _ => end,
            };
        } else {
            // A stray `<` is text.
            let from = usize::from(rest.starts_with('<'));
            let next = rest[from..].find('<').map_or(rest.len(), |next| from + next);
            reader.text(Span::new(at, at + next));
            at += next;
        }
    }
    reader.flush(kind);
    reader.blocks
}

struct Reader<'a> {
    source: &'a str,
    /// Spans of markup that is not HTML: quote tags.
    cuts: &'a [Span],
    blocks: Vec<Block>,
    clean: Clean,
    open: Option<Span>,
    /// White space stands before the next words.
    spaced: bool,
}

impl Reader<'_> {
    fn text(&mut self, span: Span) {
        let words = &self.source[span.start..span.end];
        self.spaced |= words.starts_with(char::is_whitespace);
        for line in lines(words, span.start).filter(|line| !line.text.is_empty()) {
            if self.spaced {
                self.clean.space(line.span.start);
            }
            self.line(line.span);
            self.open.get_or_insert(line.span).end = line.span.end;
            self.spaced = true;
        }
        self.spaced = words.ends_with(char::is_whitespace);
    }

    /// Adds a line of text, its entities resolved.
    fn line(&mut self, span: Span) {
        let mut at = span.start;
        while let Some((entity, text)) = next_entity(self.source, Span::new(at, span.end)) {
            self.clean.verbatim_without(self.source, Span::new(at, entity.start), self.cuts);
            self.clean.instead(entity, &text);
            at = entity.end;
        }
        self.clean.verbatim_without(self.source, Span::new(at, span.end), self.cuts);
    }

    fn flush(&mut self, kind: BlockKind) {
        let clean = std::mem::take(&mut self.clean);
        if let Some(span) = self.open.take() {
            self.blocks.extend(clean.finish(kind, span));
        }
    }
}

/// The first entity within `span`, and what it stands for.
fn next_entity(source: &str, span: Span) -> Option<(Span, String)> {
    let text = source.get(span.start..span.end)?;
    text.match_indices('&').find_map(|(at, _)| {
        let name = &text[at + 1..];
        let length = name.find(|c: char| c != '#' && !c.is_ascii_alphanumeric())?;
        if length == 0 || !name[length..].starts_with(';') {
            return None;
        }
        let written = &text[at..at + length + 2];
        // Markdown has the entities of HTML.
        let Some(Event::Text(meant)) = Parser::new(written).nth(1) else { return None };
        let known = *meant != *written && !meant.contains(char::is_control);
        let start = span.start + at;
        known.then(|| (Span::new(start, start + written.len()), meant.into_string()))
    })
}

fn line_end(text: &str) -> usize {
    text.find(['\n', '\r']).unwrap_or(text.len())
}

/// Name of the tag that `text` starts with, without its slash.
fn tag_name(text: &str) -> Option<&str> {
    let name = text.strip_prefix('<')?;
    let name = name.strip_prefix(['/', '!', '?']).unwrap_or(name);
    let end = name.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(name.len());
    (end > 0).then(|| &name[..end])
}

fn is_inline(name: &str) -> bool {
    const INLINE: &[&str] = &[
        "a", "abbr", "b", "bdi", "cite", "code", "data", "del", "dfn", "em", "i", "ins", "kbd",
        "mark", "q", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "u", "wbr",
    ];
    INLINE.iter().any(|inline| inline.eq_ignore_ascii_case(name))
}

fn kind_of(name: &str) -> BlockKind {
    match name.to_ascii_lowercase().as_str() {
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => BlockKind::Subhead,
        "li" => BlockKind::ListItem,
        "blockquote" => BlockKind::BlockQuote,
        "figcaption" => BlockKind::Caption,
        _ => BlockKind::Paragraph,
    }
}
