//! Broadcast scripts: which lines the newsroom speaks itself, and who is on tape.

use crate::Paragraph;
use article::Article;
use language::{MentionKind, Table};
use std::sync::LazyLock;
use std::{collections::HashSet, sync::Arc};

/// Whose lines they are: words of the data file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Line {
    Tape,
    Ours,
    Sent,
}

static WORDS: LazyLock<Table<Line>> = LazyLock::new(|| {
    let lines = include_str!("../../data/script.txt").lines();
    let entries = lines.filter(|line| !line.starts_with('#')).filter_map(|l| l.split_once(": "));
    let marked = entries.flat_map(|(name, words)| {
        let line = match name {
            "tape" => Line::Tape,
            "ours" => Line::Ours,
            _ => Line::Sent,
        };
        words.split(' ').map(move |word| (word, line))
    });
    marked.collect()
});

/// Who speaks in the lines of a broadcast script, as far as its directions tell.
#[derive(Debug, Default)]
pub struct Script {
    /// Words of the directions that bring somebody on tape.
    tape: HashSet<String>,
    /// Names of the newsroom's own, as labels have them.
    ours: HashSet<String>,
}

impl Script {
    /// Reads the directions and labels of an article.
    pub fn of(article: &Article, paragraphs: &[Arc<Paragraph>]) -> Self {
        let mut script = Self::default();
        for (block, paragraph) in article.blocks.iter().zip(paragraphs) {
            let text = block.text.trim_start();
            if text.starts_with(['[', '(']) && words(text).any(|w| line(w) == Some(Line::Tape)) {
                script.tape.extend(words(text).map(str::to_string));
            }
            let label = paragraph.said.first().and_then(|said| said.source.first());
            let label = label.filter(|l| l.start == 0).map_or("", |l| l.of(&block.text));
            if !label.contains(char::is_lowercase) && is_ours(label) {
                script.ours.extend(name(label).map(str::to_string));
                script.ours.extend(sent(paragraph, &block.text));
            }
        }
        script
    }

    /// Whether the line with this label is the newsroom's own. In a script with tape whoever no
    /// direction brings on is.
    pub fn narrates(&self, label: &str) -> bool {
        if is_ours(label) || name(label).is_some_and(|name| self.ours.contains(name)) {
            return true;
        }
        let on_tape = |word: &str| self.tape.contains(word) || line(word) == Some(Line::Tape);
        !self.tape.is_empty() && !label.contains(',') && !words(label).any(on_tape)
    }
}

/// "Amy Cole reports.", "Here’s our reporter Amy Cole.": the last name, in capitals, of whom the
/// presenter’s line hands over to.
fn sent(paragraph: &Paragraph, text: &str) -> Option<String> {
    let last = paragraph.text.sentences.last()?.range;
    let mut tokens = paragraph.text.tokens.iter().filter(|t| last.covers(t.range));
    let hands = |word: &str| line(&word.to_uppercase()) == Some(Line::Sent);
    tokens.find(|t| hands(t.range.of(text)))?;
    let mut names = paragraph.text.mentions.iter().filter(|n| last.covers(n.range));
    let person = names.rfind(|n| n.kind == MentionKind::Person)?.name.of(text);
    Some(person.rsplit(' ').next()?.to_uppercase())
}

fn is_ours(label: &str) -> bool {
    words(label).any(|word| line(word) == Some(Line::Ours))
}

fn line(word: &str) -> Option<Line> {
    WORDS.get(word).copied()
}

/// The last word of a label's name, what stands in brackets left out.
fn name(label: &str) -> Option<&str> {
    let name = label.split(['(', '[']).next().unwrap_or(label);
    words(name).last().filter(|word| line(word).is_none())
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    let inner = |c: char| c.is_alphanumeric() || matches!(c, '/' | '-' | '’' | '\'');
    text.split(move |c: char| !inner(c)).filter(|word| word.contains(char::is_alphabetic))
}
