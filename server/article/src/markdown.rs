//! Markdown (`CommonMark` with tables and strikethrough) to blocks.

use crate::{Block, BlockKind, Span, clean::Clean, html, lines::lines};
use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd};

/// The line on which a top-level block begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Top {
    /// Its first byte.
    pub offset: usize,
    /// Our blocks before it.
    pub blocks: usize,
}

/// The blocks of `source` within `span`, and where its top-level blocks begin. `cuts` are sorted
/// spans of markup that the parser does not know: quote tags and comments.
pub(crate) fn blocks(source: &str, span: Span, cuts: &[Span]) -> (Vec<Block>, Vec<Top>) {
    let body = source.get(span.start..span.end).unwrap_or_default();
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH;
    let mut reader = Reader { source, cuts, ..Reader::default() };
    let mut tops = Vec::new();
    let mut depth = 0_usize;
    for (event, range) in Parser::new_ext(body, options).into_offset_iter() {
        match event {
            Event::Start(_) => {
                if depth == 0 {
                    let line = body.get(..range.start).unwrap_or_default().rfind(['\n', '\r']);
                    let offset = span.start + line.map_or(0, |end| end + 1);
                    tops.push(Top { offset, blocks: reader.blocks.len() });
                }
                depth += 1;
            }
            Event::End(_) => depth = depth.saturating_sub(1),
            _ => {}
        }
        reader.event(event, Span::new(range.start + span.start, range.end + span.start));
    }
    reader.flush();
    (reader.blocks, tops)
}

/// A block being read.
#[derive(Debug, Default)]
struct Reader<'a> {
    source: &'a str,
    cuts: &'a [Span],
    blocks: Vec<Block>,
    /// Text of the open block.
    clean: Clean,
    /// Alternative text of images in the open block: its caption if it holds nothing else.
    alt: Clean,
    /// Where the open block starts, and where what was seen of it ends.
    span: Option<Span>,
    /// Whether the open block is a heading.
    heading: bool,
    items: usize,
    quotes: usize,
    images: usize,
    code: Code,
    /// The raw HTML that is open.
    html: Option<Span>,
}

#[derive(Debug, Default, Clone, Copy, PartialEq)]
enum Code {
    #[default]
    None,
    /// Usually copy that somebody indented.
    Indented,
    Fenced,
}

impl Reader<'_> {
    fn event(&mut self, event: Event<'_>, span: Span) {
        match event {
            Event::Start(tag) => self.start(&tag, span),
            Event::End(tag) => self.end(tag, span),
            // The text of raw HTML is read when it ends, from the source.
            Event::Text(_) if self.html.is_some() => {}
            Event::Text(text) => self.text(&text, span),
            Event::Code(text) => {
                self.touch(span);
                let written = self.source.get(span.start..span.end).unwrap_or_default();
                match written.find(&*text) {
                    Some(at) => {
                        let start = span.start + at;
                        self.text(&text, Span::new(start, start + text.len()));
                    }
                    None => self.target().instead(span, &text),
                }
            }
            Event::SoftBreak | Event::HardBreak => {
                self.touch(span);
                self.target().space(span.end);
            }
            Event::InlineHtml(_) => self.touch(span),
            _ => {}
        }
    }

    fn start(&mut self, tag: &Tag<'_>, span: Span) {
        match tag {
            Tag::Item => {
                self.flush();
                self.items += 1;
                self.touch(Span::new(span.start, span.start));
            }
            Tag::BlockQuote(_) => {
                self.flush();
                self.quotes += 1;
            }
            Tag::Heading { .. } => {
                self.flush();
                self.heading = true;
                self.touch(span);
            }
            Tag::CodeBlock(kind) => {
                self.flush();
                self.code = match kind {
                    CodeBlockKind::Indented => Code::Indented,
                    CodeBlockKind::Fenced(_) => Code::Fenced,
                };
            }
            Tag::Paragraph => {
                if !self.clean.is_blank() {
                    self.flush();
                }
                self.touch(Span::new(span.start, span.start));
            }
            Tag::Image { .. } => {
                self.images += 1;
                self.touch(span);
            }
            Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link { .. } => self.touch(span),
            Tag::HtmlBlock => {
                self.flush();
                self.html = Some(span);
            }
            Tag::TableCell => {
                self.flush();
                self.items += 1;
            }
            Tag::List(_) => self.flush(),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd, span: Span) {
        match tag {
            TagEnd::Item | TagEnd::TableCell => {
                self.flush();
                self.items = self.items.saturating_sub(1);
            }
            TagEnd::BlockQuote(_) => {
                self.flush();
                self.quotes = self.quotes.saturating_sub(1);
            }
            TagEnd::Image => self.images = self.images.saturating_sub(1),
            TagEnd::CodeBlock => {
                self.flush();
                self.code = Code::None;
            }
            TagEnd::HtmlBlock => self.html_block(),
            TagEnd::Heading(_) => {
                self.touch(span);
                self.flush();
            }
            TagEnd::Paragraph => self.flush(),
            _ => {}
        }
    }

    fn text(&mut self, text: &str, span: Span) {
        self.touch(span);
        let (source, cuts) = (self.source, self.cuts);
        let written = source.get(span.start..span.end).unwrap_or_default();
        let code = self.code;
        let target = self.target();
        if written != text && code == Code::None {
            target.instead(span, text);
            return;
        }
        if code == Code::None {
            target.verbatim_without(source, span, cuts);
            return;
        }
        for line in lines(written, span.start) {
            target.space(line.span.start);
            target.verbatim_without(source, line.span, cuts);
        }
    }

    fn target(&mut self) -> &mut Clean {
        if self.images > 0 { &mut self.alt } else { &mut self.clean }
    }

    /// The open block reaches over `span`.
    fn touch(&mut self, span: Span) {
        let open = self.span.get_or_insert(span);
        open.end = open.end.max(span.end);
    }

    fn html_block(&mut self) {
        if let Some(html) = self.html.take() {
            self.blocks.extend(html::blocks(self.source, html, self.cuts));
        }
    }

    fn flush(&mut self) {
        let clean = std::mem::take(&mut self.clean);
        let alt = std::mem::take(&mut self.alt);
        let heading = std::mem::take(&mut self.heading);
        let Some(span) = self.span.take() else { return };
        // Which heading is the headline, the page tells.
        let kind = match () {
            () if heading => BlockKind::Subhead,
            () if self.code == Code::Fenced => BlockKind::Boilerplate,
            () if self.quotes > 0 => BlockKind::BlockQuote,
            () if self.items > 0 => BlockKind::ListItem,
            () => BlockKind::Paragraph,
        };
        let block = if clean.is_blank() {
            alt.finish(BlockKind::Caption, span)
        } else {
            clean.finish(kind, span)
        };
        self.blocks.extend(block);
    }
}
