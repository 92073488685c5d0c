//! Raw HTML inside Markdown: the text between its tags is copy as well.

use crate::{Block, BlockKind, Span, clean::Clean, lines::lines};

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
            self.clean.verbatim_without(self.source, line.span, self.cuts);
            self.open.get_or_insert(line.span).end = line.span.end;
            self.spaced = true;
        }
        self.spaced = words.ends_with(char::is_whitespace);
    }

    fn flush(&mut self, kind: BlockKind) {
        let clean = std::mem::take(&mut self.clean);
        if let Some(span) = self.open.take() {
            self.blocks.extend(clean.finish(kind, span));
        }
    }
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
