//! Broadcast scripts: which lines the newsroom speaks itself, and who is on tape.

use super::{direction::direction, index};
use crate::{Paragraph, Place, Said, setoff::is_loud};
use article::Article;
use language::{MentionKind, Table, TextRange, data};
use std::sync::LazyLock;
use std::{
    collections::{BTreeMap, HashSet},
    sync::Arc,
};

/// Whose lines they are: words of the data file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Line {
    Tape,
    Guest,
    Ours,
    Presenter,
    Mark,
    Desk,
    Sent,
}

/// What a line of directions makes of a paragraph.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Below {
    /// Somebody speaks it.
    Spoken(Voice),
    /// It is such a line, and nobody speaks it.
    Direction,
}

impl Line {
    /// Whether the newsroom speaks.
    fn is_ours(self) -> bool {
        matches!(self, Self::Ours | Self::Presenter)
    }
}

/// Whose words a paragraph is that has no label of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Voice {
    /// The name, in a line of directions before it.
    pub label: Place,
    /// Whether that is the newsroom’s own.
    pub ours: bool,
    /// Where the words begin: behind a direction in the same paragraph.
    pub from: usize,
}

/// Words from "our" to what a colleague is: "our chief political correspondent".
const DESK: usize = 4;

static WORDS: LazyLock<Table<Line>> = LazyLock::new(|| {
    let entries = data::lines(include_str!("../../data/script.txt"));
    let marked = entries.flat_map(|(name, words)| {
        let line = match name {
            "tape" => Line::Tape,
            "guest" => Line::Guest,
            "ours" => Line::Ours,
            "presenter" => Line::Presenter,
            "mark" => Line::Mark,
            "desk" => Line::Desk,
            _ => Line::Sent,
        };
        words.split(' ').map(move |word| (word, line))
    });
    marked.collect()
});

/// Who speaks in the lines of a broadcast script, as far as its directions tell.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Script {
    /// Words of the directions that bring somebody on tape.
    tape: HashSet<String>,
    /// Names of the newsroom's own, as labels have them.
    ours: HashSet<String>,
    /// Whether it marks both its own lines and those on tape, so that whoever is not on tape is its own.
    broadcast: bool,
    /// Names whose lines speak of others only, and to nobody.
    aloof: HashSet<String>,
    /// Labels in small letters, each of several lines.
    interview: HashSet<String>,
    /// Whole names in capitals that are labels, in lower case.
    labels: HashSet<String>,
    /// Paragraphs whose speaker stands in the line above them, and those lines, which nobody speaks.
    below: BTreeMap<usize, Below>,
}

impl Script {
    /// Reads the directions and labels of an article.
    pub fn of(article: &Article, paragraphs: &[Arc<Paragraph>]) -> Self {
        let mut script = Self::default();
        let mut lines: BTreeMap<&str, usize> = BTreeMap::new();
        let mut personal: HashSet<&str> = HashSet::new();
        for (block, paragraph) in article.blocks.iter().zip(paragraphs) {
            if paragraph.plain {
                continue;
            }
            let text = block.text.trim_start();
            if directs(text) && words(text).any(|w| line(w) == Some(Line::Tape)) {
                script.tape.extend(words(text).map(str::to_string));
            }
            let label = paragraph.said.first().and_then(|said| said.source.first());
            let label =
                label.filter(|l| opens(&block.text, l.start)).map_or("", |l| l.of(&block.text));
            if !label.is_empty() && paragraph.said.first().is_some_and(|said| said.line) {
                *lines.entry(label).or_default() += 1;
                if paragraph.said.len() > 1 && is_personal(paragraph, &block.text) {
                    personal.extend(name(label));
                }
            }
            let taped = || words(label).any(|word| line(&word.to_uppercase()) == Some(Line::Tape));
            if is_loud(label) && taped() {
                script.tape.extend(name(label).map(str::to_string));
            }
            if !label.contains(char::is_lowercase) && is_ours(label) {
                script.ours.extend(name(label).map(str::to_string));
                script.ours.extend(sent(paragraph, &block.text));
            }
            script.ours.extend(colleague(paragraph, &block.text));
        }
        if !script.tape.is_empty() {
            script.below = below(article, paragraphs);
        }
        let full = |label: &&&str| is_loud(label) && label.contains(' ');
        script.labels = lines.keys().filter(full).map(|label| label.to_lowercase()).collect();
        // "Luciana Lopez:" and further down "Lopez:"
        let mut spoken: BTreeMap<&str, usize> = BTreeMap::new();
        for (label, lines) in lines.iter().filter(|(label, _)| !is_loud(label)) {
            *spoken.entry(index::last(label)).or_default() += lines;
        }
        spoken.retain(|_, lines| *lines > 1);
        if spoken.len() > 1 {
            let often = |label: &&str| !is_loud(label) && spoken.contains_key(index::last(label));
            script.interview = lines.keys().copied().filter(often).map(str::to_string).collect();
        }
        script.broadcast = !script.tape.is_empty() && lines.keys().any(|label| is_ours(label));
        if !script.tape.is_empty() || lines.keys().any(|label| is_ours(label)) {
            let names = lines.keys().filter_map(|label| name(label));
            script.aloof = names.filter(|n| !personal.contains(n)).map(str::to_string).collect();
        }
        script
    }

    /// Whether a whole name, in lower case, is the label of lines.
    pub fn is_labelled(&self, name: &str) -> bool {
        self.labels.contains(name)
    }

    /// Whether a label in small letters is one of an interview, or the newsroom’s own.
    pub fn is_interviewed(&self, label: &str) -> bool {
        self.interview.contains(label) || line(&label.to_uppercase()).is_some_and(Line::is_ours)
    }

    /// What a line of directions makes of a block.
    pub fn below(&self, block: usize) -> Option<Below> {
        self.below.get(&block).copied()
    }

    /// Whether the line with this label is the newsroom's own.
    pub fn narrates(&self, label: &str) -> bool {
        let called = |names: &HashSet<String>| name(label).is_some_and(|name| names.contains(name));
        if is_ours(label) || is_ours(&label.to_uppercase()) || called(&self.ours) {
            return true;
        }
        let on_tape = |word: &str| {
            self.tape.contains(word) || matches!(line(word), Some(Line::Tape | Line::Guest))
        };
        let brought_on = label.contains(',') || words(label).any(on_tape);
        !brought_on && (self.broadcast || called(&self.aloof))
    }
}

/// Whether a paragraph, which says `said`, can have no part in a script: it has no directions, nor a
/// label that tells whose line it is.
pub fn is_plain(text: &str, said: &[Said]) -> bool {
    let label = said.first().and_then(|said| said.source.first());
    let loud = label.is_some_and(|label| is_loud(label.of(text)));
    !loud && !directs(text.trim_start()) && said.first().is_none_or(|said| !said.line)
}

/// Whether a paragraph may be a line of directions: it is set off, in capitals, or begins with a word
/// of them.
fn directs(text: &str) -> bool {
    text.starts_with(['[', '('])
        || !text.contains(char::is_lowercase)
        || line(text.split([':', ' ']).next().unwrap_or_default()).is_some()
}

/// Whose the words are that stand below a line of directions. What is on tape is one paragraph, and
/// behind it whoever of the newsroom was speaking goes on.
fn below(article: &Article, paragraphs: &[Arc<Paragraph>]) -> BTreeMap<usize, Below> {
    let mut below = BTreeMap::new();
    // Who speaks next, who of the newsroom spoke last, and whom the presenter handed over to.
    let (mut now, mut desk): (Option<Voice>, Option<Voice>) = (None, None);
    let mut reporter: Option<Place> = None;
    let mut taped = false;
    let mut ours: HashSet<&str> = HashSet::new();
    for (block, (it, paragraph)) in article.blocks.iter().zip(paragraphs).enumerate() {
        let text = &*it.text;
        let place = |range| Place { block, range };
        let directed = direction(text, block == 0);
        if let Some(direction) = directed {
            let named = direction.name.map(place);
            let voice = |label, ours| Some(Voice { label, ours, from: 0 });
            let our_own = direction.line.is_some_and(Line::is_ours);
            ours.extend(named.filter(|_| our_own).map(|name| name.range.of(text)));
            now = match (direction.line, named) {
                (Some(Line::Tape), Some(name)) => voice(name, false),
                (Some(Line::Tape), None) => {
                    taped = true;
                    now
                }
                (Some(Line::Presenter), name) => {
                    voice(name.unwrap_or(place(direction.words)), true)
                }
                (Some(_), name) => {
                    let known = name.or(reporter).or(desk.map(|desk| desk.label));
                    voice(known.unwrap_or(place(direction.words)), true)
                }
                // "(BELL)" behind "(ANCHOR: BELL)"
                (None, Some(name)) if ours.contains(name.range.of(text)) => voice(name, true),
                (None, Some(name)) if direction.doubled || std::mem::take(&mut taped) => {
                    voice(name, false)
                }
                (None, _) => now,
            };
        } else if paragraph.said.first().is_some_and(|said| said.line) {
            (now, desk) = (None, None);
        }
        let from = directed.map_or(Some(0), |direction| direction.spoken);
        let speaks = now.filter(|_| it.is_copy()).zip(from);
        if let Some((voice, from)) = speaks {
            below.insert(block, Below::Spoken(Voice { from, ..voice }));
        } else if directed.is_some() {
            below.insert(block, Below::Direction);
        }
        if let Some(voice) = now {
            desk = if voice.ours { now } else { desk };
            now = if voice.ours || from.is_none() { now } else { desk };
        }
        reporter = handed_over(paragraph, text).map(place).or(reporter);
    }
    below
}

/// "Amy Cole reports.", "Here’s our reporter Amy Cole.": the last name, in capitals, of whom the
/// presenter’s line hands over to.
fn sent(paragraph: &Paragraph, text: &str) -> Option<String> {
    Some(index::last(handed_over(paragraph, text)?.of(text)).to_uppercase())
}

/// The name of whom the last sentence of a paragraph hands over to.
fn handed_over(paragraph: &Paragraph, text: &str) -> Option<TextRange> {
    let last = paragraph.text.sentences.last()?.range;
    let mut tokens = paragraph.text.tokens.iter().filter(|t| last.covers(t.range));
    let hands = |word: &str| line(&word.to_uppercase()) == Some(Line::Sent);
    tokens.find(|t| hands(t.range.of(text)))?;
    let mut names = paragraph.text.mentions.iter().filter(|n| last.covers(n.range));
    Some(names.rfind(|n| n.kind == MentionKind::Person)?.name)
}

/// "With me is our political editor, Joel Stern.": the last name, in capitals, of the one whom a line
/// calls the newsroom’s own.
fn colleague(paragraph: &Paragraph, text: &str) -> Option<String> {
    if !paragraph.said.first().is_some_and(|said| said.line) {
        return None;
    }
    let tokens = &paragraph.text.tokens;
    let our = tokens.iter().position(|t| t.range.of(text).eq_ignore_ascii_case("our"))?;
    let is_desk = |word: &str| {
        let reports =
            |line: Line| line == Line::Sent && ["reporter", "correspondent"].contains(&word);
        let word = line(&word.to_uppercase());
        word.is_some_and(|line| line == Line::Desk || line.is_ours() || reports(line))
    };
    let near = tokens[our + 1..].iter().take(DESK);
    let desk = near.clone().position(|t| is_desk(t.range.of(text)))?;
    let end = tokens[our + 1 + desk].range.end;
    let mut behind = paragraph.text.mentions.iter().filter(|n| end <= n.range.start);
    let name = behind.next().filter(|n| n.kind == MentionKind::Person)?;
    let between = text.get(end..name.range.start)?;
    let set_off = between.trim().trim_matches(',').is_empty();
    set_off.then(|| index::last(name.name.of(text)).to_uppercase())
}

/// Whether a line speaks of its speaker or to somebody: "I", "you", a question.
fn is_personal(paragraph: &Paragraph, text: &str) -> bool {
    const PERSONS: [&str; 12] =
        ["i", "me", "my", "mine", "we", "us", "our", "ours", "you", "your", "yours", "let"];
    let words = || paragraph.text.tokens.iter().map(|token| token.range.of(text));
    let told = |before: &str| matches!(before, "told" | "tells" | "showed" | "assured");
    std::iter::once("").chain(words()).zip(words()).any(|(before, word)| {
        // "One deputy told me"
        if told(before) && matches!(word, "me" | "us") {
            return false;
        }
        let stem = word.split(['’', '\'']).next().unwrap_or(word);
        word == "?" || PERSONS.iter().any(|person| stem.eq_ignore_ascii_case(person))
    })
}

fn is_ours(label: &str) -> bool {
    words(label).any(|word| line(word).is_some_and(Line::is_ours))
}

/// What to call the presenter whose direction names nobody: "anchor" of "ANCHOR LEAD".
pub fn presenter(label: &str) -> Option<&'static str> {
    const CALLED: [&str; 5] = ["anchor", "newsreader", "newscaster", "announcer", "host"];
    let all = |label: &str| {
        words(label).all(|w| line(w).is_some_and(|it| it == Line::Mark || it.is_ours()))
    };
    let presents = words(label).any(|word| line(word) == Some(Line::Presenter)) && all(label);
    let called = |name: &&&str| words(label).any(|word| word.eq_ignore_ascii_case(name));
    presents.then(|| CALLED.iter().find(called).copied().unwrap_or("presenter"))
}

/// What a word of directions, in capitals, says of whose words they are.
pub fn line(word: &str) -> Option<Line> {
    WORDS.get(word).copied()
}

/// Whether nothing but a time of the tape stands before a label.
pub fn opens(text: &str, label: usize) -> bool {
    text.get(..label).is_some_and(|before| !before.contains(char::is_alphabetic))
}

/// The last word of a label's name, what stands in brackets left out.
fn name(label: &str) -> Option<&str> {
    let name = label.split(['(', '[']).next().unwrap_or(label);
    words(name).last().filter(|word| line(word).is_none())
}

/// Words, signs around them left out.
pub fn words(text: &str) -> impl Iterator<Item = &str> {
    let inner = |c: char| c.is_alphanumeric() || matches!(c, '/' | '-' | '’' | '\'');
    text.split(move |c: char| !inner(c)).filter(|word| word.contains(char::is_alphabetic))
}
