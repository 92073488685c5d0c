//! What each block is on its page: headline, copy or furniture, by its shape, its words and where
//! it stands. Copy is never given up for its place alone: a paragraph with a full sentence stays.

use crate::{
    Block, BlockKind, Fact, Format, Span, byline,
    date::{self, Dated},
    dateline,
    furniture::{self, Furniture},
};

/// What the page says about its article.
#[derive(Debug, Default)]
pub(crate) struct Told {
    /// The block that is the headline.
    pub headline: Option<(String, Span)>,
    pub bylines: Vec<(String, Span)>,
    pub dates: Vec<(Dated, Span)>,
    /// Month and day of a dateline.
    pub day: Option<((i8, i8), Span)>,
    /// The agency of a dateline.
    pub agency: Option<(String, Span)>,
    pub taken_from: Vec<(String, Span)>,
    /// Names that may be the outlet's, the surest first.
    pub outlets: Vec<(String, Span)>,
}

/// Gives each block its kind; `shapes` are theirs.
pub(crate) fn classify(
    blocks: &mut Vec<Block>,
    shapes: &[Shape],
    format: Format,
    declared: Option<&Fact<String>>,
) -> Told {
    let body = body(shapes);
    if format == Format::Plain {
        shape_page(blocks, shapes, body.clone(), declared);
    } else if let Some(first) = blocks.first_mut()
        && first.kind == BlockKind::Subhead
    {
        first.kind = BlockKind::Headline;
    }
    let mut told = Told::default();
    for (at, (block, shape)) in blocks.iter_mut().zip(shapes).enumerate() {
        if shape.fixed {
            continue;
        }
        let edge = !body.contains(&at);
        // A byline or a date stands beside the copy or other furniture, not inside the copy.
        let beside = edge || near(shapes, at);
        match &shape.known {
            Known::Furniture(Furniture::Anywhere) => block.kind = BlockKind::Boilerplate,
            Known::Furniture(Furniture::Edge) if edge && shapes.len() > 1 => {
                block.kind = BlockKind::Boilerplate;
            }
            Known::Dates(_) | Known::Byline(_) | Known::Dateline | Known::Site if beside => {
                block.kind = BlockKind::Boilerplate;
            }
            Known::Furniture(Furniture::Caption) => block.kind = BlockKind::Caption,
            _ => {}
        }
        if block.kind == BlockKind::Boilerplate {
            told.learn(block, shape);
        }
    }
    let headline = blocks.iter().find(|block| block.kind == BlockKind::Headline);
    told.headline = headline.map(|block| (block.text.to_string(), block.span));
    split_dateline(blocks, &mut told);
    told
}

/// What a block shows of itself.
#[derive(Debug, Clone)]
pub(crate) struct Shape {
    /// The reader of the format knew its kind.
    fixed: bool,
    words: usize,
    /// Ends as sentences do.
    ends: bool,
    /// Most longer words have a capital.
    title: bool,
    known: Known,
    /// Whom a line of furniture says that the article was taken from.
    taken_from: Option<String>,
    /// Whose page a line of furniture says that it is.
    owner: Option<String>,
}

/// What a block is known to be by its words.
#[derive(Debug, Clone, PartialEq)]
enum Known {
    Nothing,
    Furniture(Furniture),
    Dates(Vec<Dated>),
    Byline(Vec<String>),
    Dateline,
    /// The name of a site.
    Site,
}

/// Words from which a line with a full stop is a sentence of the copy for certain.
const SENTENCE: usize = 8;

/// Words from which a line is copy even without a full stop.
const LONG: usize = 20;

/// Most words of a subhead.
const SUBHEAD: usize = 12;

impl Shape {
    pub fn of(block: &Block) -> Self {
        let text = &*block.text;
        let capital = |word: &str| {
            word.trim_start_matches(|c: char| !c.is_alphanumeric()).starts_with(char::is_uppercase)
        };
        let (mut words, mut long, mut capitals) = (0, 0, 0);
        for word in text.split_whitespace() {
            words += 1;
            if word.chars().nth(3).is_some() {
                long += 1;
                capitals += usize::from(capital(word));
            }
            if long == LONG {
                break;
            }
        }
        let fixed = !matches!(block.kind, BlockKind::Paragraph | BlockKind::ListItem);
        let ends = furniture::ends_sentence(text);
        let known = if fixed { Known::Nothing } else { Known::of(text) };
        let furniture = Some(text).filter(|_| matches!(known, Known::Furniture(_)));
        let owner = |text| copyright(text).or_else(|| furniture::owner(text).map(Into::into));
        Self {
            fixed,
            words: words.min(LONG),
            ends,
            title: capitals > 2 * (long - capitals),
            known,
            taken_from: furniture.and_then(furniture::credited).map(Into::into),
            owner: furniture.and_then(owner),
        }
    }

    fn is_known(&self) -> bool {
        self.known != Known::Nothing
    }

    /// A sentence of the copy, and no notice that looks like one.
    fn is_prose(&self) -> bool {
        let furniture = matches!(self.known, Known::Furniture(_));
        !self.fixed && !furniture && (self.words >= LONG || self.ends && self.words >= SENTENCE)
    }
}

impl Known {
    fn of(text: &str) -> Self {
        if let Some(dates) = date::line(text) {
            return Self::Dates(dates);
        }
        if let Some(names) = byline::names(text) {
            return Self::Byline(names.into_iter().map(Into::into).collect());
        }
        if let Some(furniture) = furniture::of(text) {
            return Self::Furniture(furniture);
        }
        if furniture::is_domain(text) {
            return Self::Site;
        }
        if dateline::line(text).is_some() { Self::Dateline } else { Self::Nothing }
    }
}

/// From the first to the last sentence of the copy; everything where there is none, because then a
/// line without a full stop is all that there is.
fn body(shapes: &[Shape]) -> std::ops::Range<usize> {
    let first = shapes.iter().position(Shape::is_prose);
    let last = shapes.iter().rposition(Shape::is_prose);
    first.zip(last).map_or(0..shapes.len(), |(first, last)| first..last + 1)
}

/// Whether a neighbour is furniture too.
fn near(shapes: &[Shape], at: usize) -> bool {
    let known = |i: Option<usize>| i.and_then(|i| shapes.get(i)).is_some_and(Shape::is_known);
    at <= 2 || known(at.checked_sub(1)) || known(Some(at + 1)) || at + 2 >= shapes.len()
}

/// Headline, subheads and unknown furniture of a page of plain text.
fn shape_page(
    blocks: &mut [Block],
    shapes: &[Shape],
    body: std::ops::Range<usize>,
    declared: Option<&Fact<String>>,
) {
    let prose = shapes.iter().any(Shape::is_prose);
    if !prose {
        return;
    }
    let headline = headline(blocks, shapes, &body, declared);
    let framed = shapes[..body.start].iter().any(Shape::is_known);
    let mut after_furniture = false;
    for (at, shape) in shapes.iter().enumerate() {
        let Some(block) = blocks.get_mut(at) else { continue };
        let sentence = shape.ends && shape.words >= 4;
        if Some(at) == headline {
            block.kind = BlockKind::Headline;
        } else if at < body.start {
            let before = headline.is_none_or(|headline| at < headline);
            let stray = !sentence && (shape.words < 4 || framed && before);
            if stray && (before && headline.is_some() || framed) {
                block.kind = BlockKind::Boilerplate;
            } else if !sentence && is_subhead(block, shape) {
                block.kind = BlockKind::Subhead;
            }
        } else if at >= body.end {
            after_furniture |= shape.is_known();
            let signed = shapes.get(at + 1).is_some_and(Shape::is_known) && shape.words <= 4;
            if !sentence && (after_furniture || signed) {
                block.kind = BlockKind::Boilerplate;
            }
        } else if !shape.is_prose() && is_subhead(block, shape) && at + 1 < body.end {
            block.kind = BlockKind::Subhead;
        }
        // The words of an embedded post stand above its signature.
        if shapes.get(at + 1).is_some()
            && at + 1 < blocks.len()
            && furniture::is_post_signature(&blocks[at + 1].text)
            && blocks[at].text.contains("://")
        {
            blocks[at].kind = BlockKind::Boilerplate;
        }
    }
}

/// The block before the copy that is its headline.
fn headline(
    blocks: &[Block],
    shapes: &[Shape],
    body: &std::ops::Range<usize>,
    declared: Option<&Fact<String>>,
) -> Option<usize> {
    if let Some(fact) = declared {
        let same = |block: &Block| block.text.trim() == fact.value.trim();
        return blocks.iter().take(body.start + 1).position(same);
    }
    // A headline in capitals with a full stop looks like a sentence.
    let first = shapes.get(body.start)?;
    let more = shapes[body.start + 1..].iter().any(Shape::is_prose);
    if first.title && first.words < LONG && more && first.known == Known::Nothing {
        return Some(body.start);
    }
    let likely = |at: &usize| {
        let shape = &shapes[*at];
        let least = if *at == 0 { 3 } else { 4 };
        !shape.fixed
            && !shape.is_known()
            && shape.words >= least
            && blocks[*at].kind == BlockKind::Paragraph
            && !blocks[*at].text.ends_with(['.', ':'])
    };
    // Byline and date stand under the headline.
    let signed = |at: usize| {
        let below = shapes[at + 1..].iter().take(3);
        below.into_iter().any(|shape| matches!(shape.known, Known::Byline(_) | Known::Dates(_)))
    };
    (0..body.start)
        .filter(likely)
        .max_by_key(|&at| (signed(at), shapes[at].words, std::cmp::Reverse(at)))
}

fn is_subhead(block: &Block, shape: &Shape) -> bool {
    let text = &*block.text;
    !shape.fixed
        && block.kind == BlockKind::Paragraph
        && !shape.is_known()
        && shape.words <= SUBHEAD
        && !text.ends_with(['.', '!', '…', ':', ',', ';', '"', '”'])
        && (!text.ends_with('?') || shape.title)
        && text.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
}

/// Cuts the dateline off the first paragraph, so that the copy begins with its first sentence.
fn split_dateline(blocks: &mut Vec<Block>, told: &mut Told) {
    let copy = |block: &Block| block.kind == BlockKind::Paragraph;
    let Some(first) = blocks.iter().position(copy) else { return };
    let Some(dateline) = dateline::find(&blocks[first].text) else { return };
    told.dateline(&blocks[first].text, dateline, blocks[first].span);
    let (mut line, copy) = blocks[first].split_at(dateline.len);
    if copy.text.is_empty() {
        return;
    }
    line.kind = BlockKind::Boilerplate;
    blocks[first] = copy;
    blocks.insert(first, line);
}

impl Told {
    /// Takes down what a piece of furniture says.
    fn learn(&mut self, block: &Block, shape: &Shape) {
        let text = &*block.text;
        match &shape.known {
            Known::Dates(dates) => self.dates.extend(dates.iter().map(|date| (*date, block.span))),
            Known::Byline(names) => {
                self.bylines.extend(names.iter().map(|name| (name.clone(), block.span)));
            }
            Known::Dateline => {
                if let Some(line) = dateline::line(text) {
                    self.dateline(text, line, block.span);
                }
            }
            Known::Furniture(_) => {
                self.taken_from.extend(shape.taken_from.clone().map(|name| (name, block.span)));
                self.outlets.extend(shape.owner.clone().map(|name| (name, block.span)));
            }
            Known::Site => self.outlets.push((text.into(), block.span)),
            Known::Nothing => {}
        }
    }

    /// Takes down the dateline that `text` starts with.
    fn dateline(&mut self, text: &str, line: dateline::Dateline<'_>, span: Span) {
        let dated = text.get(..line.len).and_then(date::first);
        self.dates.extend(dated.map(|date| (Dated { date, updated: false }, span)));
        self.day = self.day.or(line.day.map(|day| (day, span)));
        let agency = line.agency.map(|agency| (agency.into(), span));
        self.agency = self.agency.take().or(agency);
    }
}

/// The owner in "© 2026 Valley Times. All rights reserved" or "Valley Times © 2026".
fn copyright(text: &str) -> Option<String> {
    let (before, after) = text.split_once('©').or_else(|| text.split_once("(c)"))?;
    let name = |part: &str| {
        let words: Vec<&str> = part
            .split([',', '|', ';'])
            .flat_map(|part| part.split(". "))
            .map(|part| {
                part.trim_matches(|c: char| !c.is_alphabetic() && c != '&')
                    .trim_start_matches("by ")
                    .trim_start_matches("Copyright")
                    .trim()
            })
            .filter(|part| !part.is_empty() && !part.to_lowercase().contains("rights"))
            .collect();
        words.first().filter(|name| name.split_whitespace().count() <= 5).map(ToString::to_string)
    };
    name(after).or_else(|| name(before))
}
