//! The outline of an article: its sections with their claims, its speakers with their quotes.

use article::{BlockKind, Span};
use sourcing::{Attribution, Claim, Form, Quote, QuoteKind, Reading, Sourcing};
use std::collections::HashMap;

/// What an entry of the outline is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// The headline, with what stands before the first subhead.
    Headline,
    /// A subhead, with what stands under it.
    Section,
    /// Somebody who is quoted.
    Speaker,
    /// A quote.
    Quote,
    /// A checkable statement.
    Claim,
}

/// An entry of the outline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// What it is.
    pub kind: Kind,
    /// Its words.
    pub name: String,
    /// What is to be known of it.
    pub detail: Option<String>,
    /// All of it.
    pub span: Span,
    /// Where a jump to it leads; inside `span`.
    pub target: Span,
    /// What belongs to it.
    pub children: Vec<Entry>,
}

/// Longest words of a claim or a quote that are shown, in characters.
const LONGEST: usize = 80;

/// The outline: sections in order, then speakers in the order in which they are first quoted.
pub fn of(reading: &Reading) -> Vec<Entry> {
    let mut entries = sections(reading);
    entries.extend(speakers(reading));
    entries
}

fn sections(reading: &Reading) -> Vec<Entry> {
    let blocks = &reading.article.blocks;
    let mut claims = reading.claims.iter().filter(|claim| is_shown(reading, claim)).peekable();
    let mut entries: Vec<Entry> = Vec::new();
    let mut head = None;
    for (index, block) in blocks.iter().enumerate() {
        let kind = match block.kind {
            BlockKind::Headline => Some(Kind::Headline),
            BlockKind::Subhead => Some(Kind::Section),
            _ => None,
        };
        if let Some(kind) = kind {
            head = Some(entries.len());
            entries.push(Entry {
                kind,
                name: shortened(&block.text),
                detail: None,
                span: block.span,
                target: block.span,
                children: Vec::new(),
            });
        }
        let here: Vec<Entry> =
            std::iter::from_fn(|| claims.next_if(|claim| claim.place.block <= index))
                .map(|claim| self::claim(reading, claim))
                .collect();
        // Copy before the first head stands on its own.
        match head.and_then(|head| entries.get_mut(head)) {
            None => entries.extend(here),
            Some(section) => {
                section.span = Span::new(section.span.start, block.span.end);
                section.children.extend(here);
            }
        }
    }
    entries
}

/// What can be checked, in the writer's words; quotes stand with their speakers.
fn is_shown(reading: &Reading, claim: &Claim) -> bool {
    let attribution = claim.attribution.and_then(|index| reading.attributions.get(index));
    !claim.checkable.is_empty() && attribution.is_none_or(|it| it.form != Form::Direct)
}

fn claim(reading: &Reading, claim: &Claim) -> Entry {
    let attribution = claim.attribution.and_then(|index| reading.attributions.get(index));
    let source = || attribution.and_then(|attribution| source(reading, attribution));
    let detail = match claim.sourcing {
        Sourcing::Sourced | Sourcing::Inherited => source(),
        Sourcing::Anonymous => Some("anonymous source".into()),
        Sourcing::Vague => Some("vague source".into()),
        Sourcing::Unsourced => Some("unsourced".into()),
        Sourcing::None => None,
    };
    let span = reading.span(claim.place);
    let name = shortened(reading.words(claim.place));
    Entry { kind: Kind::Claim, name, detail, span, target: span, children: Vec::new() }
}

/// Whom an attribution names, in the article's fullest form or as written.
fn source(reading: &Reading, attribution: &Attribution) -> Option<String> {
    let written = || attribution.source.first().map(|place| reading.words(*place).to_owned());
    attribution.speaker.clone().or_else(written)
}

fn speakers(reading: &Reading) -> Vec<Entry> {
    let mut speakers: Vec<Entry> = Vec::new();
    let mut known: HashMap<String, usize> = HashMap::new();
    let spoken = |quote: &&Quote| matches!(quote.kind, QuoteKind::Full | QuoteKind::Partial);
    for quote in reading.quotes.iter().filter(spoken) {
        let attribution = quote.attribution.and_then(|index| reading.attributions.get(index));
        let speaker = attribution.and_then(|attribution| source(reading, attribution));
        let name = speaker.unwrap_or_else(|| "Nobody named".into());
        let span = reading.span(quote.outside);
        let words = shortened(reading.words(quote.inside));
        let entry = Entry {
            kind: Kind::Quote,
            name: format!("“{words}”"),
            detail: None,
            span,
            target: span,
            children: Vec::new(),
        };
        let index = *known.entry(name).or_insert_with_key(|name| {
            speakers.push(Entry {
                kind: Kind::Speaker,
                name: name.clone(),
                detail: None,
                span,
                target: span,
                children: Vec::new(),
            });
            speakers.len() - 1
        });
        let speaker = &mut speakers[index];
        speaker.span = Span::new(speaker.span.start, span.end);
        speaker.children.push(entry);
    }
    for speaker in &mut speakers {
        let quotes = speaker.children.len();
        speaker.detail = Some(crate::page::count(quotes, "quote"));
    }
    speakers
}

/// The words, cut at a space where they are long.
fn shortened(words: &str) -> String {
    let Some((end, _)) = words.char_indices().nth(LONGEST) else {
        return words.trim_end_matches([',', ' ']).into();
    };
    let cut = words[..end].rfind(' ').unwrap_or(end);
    format!("{} …", words[..cut].trim_end())
}
