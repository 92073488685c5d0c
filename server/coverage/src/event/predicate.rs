//! Verb groups of a sentence with their subjects, and where their clauses end.

use crate::{
    event::auxiliaries::{BE, HAVE, HEDGES, LESS, OPEN, RELATIVE, SUPPOSED},
    words::{base::base, sentence::Words},
};
use language::{Tag, tag::lemma};
use std::{ops::Range, sync::LazyLock};

/// A verb with its auxiliaries, its subject and what follows it.
#[derive(Debug)]
pub(crate) struct Group {
    /// First token of the group.
    pub(crate) first: usize,
    /// The verb itself.
    pub(crate) head: usize,
    /// One past the group.
    pub(crate) end: usize,
    /// Where what it is done to can begin: at its end, or behind an aside.
    pub(crate) object: usize,
    /// One past the clause.
    pub(crate) past: usize,
    pub(crate) subject: Option<Range<usize>>,
    /// Base of the verb.
    pub(crate) verb: u64,
    pub(crate) form: Form,
    pub(crate) negated: bool,
    shape: Shape,
    /// `None` for what is only wished, supposed or possible.
    pub(crate) mood: Option<Mood>,
    pub(crate) frame: Frame,
    /// Whether "yet" or a perfect says that it is so up to the hour of writing.
    pub(crate) so_far: bool,
}

/// How the clause is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mood {
    Past,
    Present,
    /// "will": a plan.
    Future,
    /// "can": an ability.
    Able,
}

/// What the subject has to do with the verb.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    /// It does it.
    Active,
    /// It is done to it.
    Passive,
    /// "There is": it is there at all.
    Existence,
}

/// Whether the verb can head a clause of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shape {
    Finite,
    Infinitive,
    /// A participle without an auxiliary.
    Loose,
}

/// What a clause stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Frame {
    Bare,
    /// Somebody is said to say it: "police said he left".
    Told,
}

/// Verbs that deny the infinitive behind them.
static DECLINE: LazyLock<[u64; 5]> =
    LazyLock::new(|| ["decline", "refuse", "fail", "neglect", "omit"].map(base));
/// Verbs behind which stands what somebody says is so.
static TELLING: LazyLock<[u64; 4]> =
    LazyLock::new(|| ["say", "announce", "confirm", "report"].map(base));
static BEING: LazyLock<u64> = LazyLock::new(|| base("be"));
static HAVING: LazyLock<u64> = LazyLock::new(|| base("have"));
/// Verbs that mean something of their own with a preposition.
const WITH: [(&str, &str); 2] = [("vote", "for"), ("vote", "against")];
/// Longest sentence whose clauses are told apart, in tokens; more is no sentence.
const LONGEST: usize = 300;

impl Group {
    /// Whether it says that somebody says what follows.
    fn tells(&self) -> bool {
        self.mood.is_some()
            && !self.negated
            && self.form == Form::Active
            && TELLING.contains(&self.verb)
    }
}

/// The verb groups of a sentence that head clauses of their own, in order.
pub(crate) fn groups(words: &Words) -> Vec<Group> {
    let count = words.tokens.len();
    let asks = words.tokens.iter().rev().take(3).any(|token| token.range.of(words.text) == "?");
    if asks || count > LONGEST {
        return Vec::new();
    }
    let mut groups: Vec<Group> = Vec::new();
    let mut at = 0;
    while at < count {
        match group_at(words, at) {
            Some(group) => {
                at = group.end;
                groups.push(group);
            }
            None => at += 1,
        }
    }
    for index in 0..groups.len() {
        let (before, rest) = groups.split_at_mut(index);
        let Some((group, after)) = rest.split_first_mut() else { break };
        attach(words, before, group);
        let next = after.first().map_or(count, |next| next.first);
        group.object = behind_aside(words, group.end..next);
        group.past = border(words, group.object..next).map_or(next, |(first, _)| first);
    }
    for index in 0..groups.len() {
        merge(words, &mut groups, index);
    }
    groups.retain(|group| group.subject.is_some());
    for group in &mut groups {
        while group.past > group.end && words.is_tagged(group.past - 1, Tag::Mark) {
            group.past -= 1;
        }
    }
    groups
}

/// The group that begins at `first`.
fn group_at(words: &Words, first: usize) -> Option<Group> {
    let (mut head, mut end) = (None, first);
    let (mut negated, mut passive, mut perfect, mut able, mut will) =
        (false, false, false, false, false);
    // Of "has" it shows behind it whether it is an auxiliary.
    let (mut open, mut less, mut has) = (false, false, false);
    while let Some(token) = words.tokens.get(end) {
        let is = |list: &[&str]| words.any(end, list);
        match token.tag {
            Tag::Auxiliary => {
                head = Some(end);
                negated |= is(&["cannot"]) || words.word(end).ends_with("n't");
                passive = is(&BE);
                perfect |= has;
                has = is(&HAVE);
                will |= is(&["will", "won't"]);
                able |= is(&["can", "cannot", "can't"]);
                open |= is(&OPEN);
            }
            // "there is no one": no part of the verb.
            Tag::Adverb if words.is(end, "no") && words.is(end + 1, "one") => break,
            Tag::Adverb => {
                negated |= is(&["not", "never", "n't"]);
                less |= is(&LESS);
                open |= is(&HEDGES);
            }
            // "not yet", "have still not"
            Tag::Conjunction if is(&["yet"]) && head.is_some() => {}
            Tag::To if end == first => open = true,
            Tag::Verb | Tag::Infinitive | Tag::Participle => {
                perfect |= has;
                head = Some(end);
                end += 1;
                break;
            }
            _ => break,
        }
        end += 1;
    }
    let head = head.filter(|&head| !words.is_tagged(first, Tag::Adverb) || head < end)?;
    let token = words.tokens.get(head)?;
    let word = words.word(head);
    let bare = head == first;
    let ing = word.ends_with("ing");
    // Without an auxiliary these forms belong to a noun or to another verb.
    let shape = match () {
        () if bare && (token.tag == Tag::Participle || ing) => Shape::Loose,
        () if words.is_tagged(first, Tag::To) || bare && token.tag == Tag::Infinitive => {
            Shape::Infinitive
        }
        () => Shape::Finite,
    };
    let passive = passive && !ing && token.tag != Tag::Auxiliary;
    let trailing = words.is(end, "yet") || words.is(end, "either");
    let mood = match () {
        () if open || shape == Shape::Loose || less && negated => None,
        () if will => Some(Mood::Future),
        () if able => Some(Mood::Able),
        () => Some(if is_past(words, first..end, head) { Mood::Past } else { Mood::Present }),
    };
    let with = with(words, head, end);
    let verb = match with {
        Some(verb) => verb,
        None if words.any(head, &BE) => *BEING,
        None if words.any(head, &HAVE) => *HAVING,
        None => words.base(head),
    };
    end += usize::from(with.is_some());
    Some(Group {
        first,
        head,
        end,
        object: end,
        past: end,
        subject: None,
        verb,
        form: if passive { Form::Passive } else { Form::Active },
        negated,
        shape,
        mood,
        frame: Frame::Bare,
        so_far: negated && (perfect || trailing),
    })
}

/// Base of the verb at `head` with the preposition behind it, where the two are listed as one.
fn with(words: &Words, head: usize, behind: usize) -> Option<u64> {
    let mut listed = WITH.iter();
    let (verb, preposition) = listed.find(|(verb, preposition)| {
        words.is(behind, preposition) && *lemma(words.word(head)) == **verb
    })?;
    Some(base(&format!("{verb}_{preposition}")))
}

fn is_past(words: &Words, range: Range<usize>, head: usize) -> bool {
    range.into_iter().any(|at| {
        let is = |list: &[&str]| words.any(at, list);
        let word = words.word(at);
        is(&["was", "were", "wasn't", "weren't", "did", "didn't"])
            || is(&HAVE) && (at != head || words.is(at, "had"))
            || words.is_tagged(at, Tag::Verb)
                && *lemma(word) != *word
                && !word.ends_with('s')
                && !word.ends_with("ing")
    })
}

/// Behind an aside that opens `range`: "passed, by 35 votes to 23, an amendment".
fn behind_aside(words: &Words, range: Range<usize>) -> usize {
    let mut commas = range.clone().filter(|&at| words.is(at, ","));
    match (commas.next(), commas.next()) {
        (Some(first), Some(second)) if first == range.start => second + 1,
        _ => range.start,
    }
}

/// Gives `group` its subject and says whether its clause is stated at all.
fn attach(words: &Words, before: &[Group], group: &mut Group) {
    let joins = group.first.checked_sub(1).is_some_and(|at| words.is_tagged(at, Tag::Conjunction));
    // "pleaded guilty to conspiring to flee | and was sentenced": joined to what it can go on with.
    let joined = before.iter().rev().find(|it| joins && it.shape == group.shape);
    let Some(last) = joined.or(before.last()) else {
        let start = opening(words, group.first);
        group.subject = (start < group.first).then_some(start..group.first);
        let supposed = (0..group.first).any(|at| words.any(at, &SUPPOSED));
        if supposed {
            group.mood = None;
        }
        return;
    };
    let Some((_, end)) = border(words, last.end..group.first) else {
        // "A man dressed in black is …": the participle belongs to whoever it is said of.
        if last.shape == Shape::Loose && before.len() == 1 && group.mood.is_some() {
            group.subject = last.subject.as_ref().map(|subject| subject.start..group.first);
            return;
        }
        // "said he left": what one says, thinks, wants.
        group.subject = (last.end < group.first).then_some(last.end..group.first);
        if last.tells() {
            group.frame = Frame::Told;
        } else {
            group.mood = None;
        }
        return;
    };
    let is = |list: &[&str]| words.any(end - 1, list);
    if end < group.first {
        group.subject = Some(end..group.first);
    } else if is(&[","]) {
        // "The mayor, who won, | lost": the sentence goes on with what it began with.
        let start = opening(words, before[0].first);
        let comma = (start..end).find(|&at| words.is(at, ","));
        group.subject = comma.map(|comma| start..comma);
    } else if words.is_tagged(end - 1, Tag::Conjunction) {
        let far = last.mood.is_none() && before.len() > 1 && end > 1 && words.is(end - 2, ",");
        // "The city demands that boats have lights, | but will not accept old ones": the city does.
        group.subject = if far { Some(end..end) } else { last.subject.clone() };
        group.mood = group.mood.or(last.mood.filter(|_| words.word(group.head).ends_with("ing")));
    }
    let that = last.tells() && end == last.end + 1 && is(&["that"]);
    if that || last.frame == Frame::Told && !is(&SUPPOSED) {
        group.frame = Frame::Told;
    }
    let stated =
        that || !is(&SUPPOSED) && !is(&RELATIVE) && (last.mood.is_some() || is(&[",", ";", "but"]));
    if !stated {
        group.mood = None;
    }
}

/// The first and the last place in `range` where a clause can begin: the border itself, and one
/// past it.
fn border(words: &Words, range: Range<usize>) -> Option<(usize, usize)> {
    let is_border = |&at: &usize| {
        let Some(token) = words.tokens.get(at) else { return false };
        match token.tag {
            Tag::Subordinator | Tag::Conjunction => !words.is(at, "as"),
            Tag::Mark => words.word(at) != "'" && words.word(at) != "\"",
            Tag::Pronoun => words.any(at, &RELATIVE),
            _ => false,
        }
    };
    let last = range.clone().rev().find(is_border)?;
    // A comma or "and" within a list belongs to the clause: only the last border before the next
    // verb ends it.
    let mut first = last;
    while first > range.start && is_border(&(first - 1)) {
        first -= 1;
    }
    Some((first, last + 1))
}

/// Where the subject of the first clause begins: behind a phrase of time or place and its comma.
fn opening(words: &Words, end: usize) -> usize {
    let Some(first) = words.tokens.first() else { return 0 };
    if !matches!(first.tag, Tag::Preposition | Tag::Adverb | Tag::Subordinator | Tag::Participle)
        || words.is(0, "no")
    {
        return 0;
    }
    (0..end).rev().find(|&at| words.is(at, ",")).map_or(end, |comma| comma + 1)
}

/// "There is no man | playing", "declined | to comment": two groups that make one statement.
fn merge(words: &Words, groups: &mut [Group], index: usize) {
    let [group, rest @ ..] = &mut groups[index..] else { return };
    let there = group
        .subject
        .clone()
        .is_some_and(|subject| subject.len() == 1 && words.is(subject.start, "there"));
    if there {
        group.subject = Some(group.end..group.past);
        let ing =
            |next: &&mut Group| (next.first..next.end).any(|at| words.word(at).ends_with("ing"));
        let next = rest.first_mut().filter(ing);
        if let Some(next) = next {
            next.subject = Some(group.end..next.first);
            next.mood = group.mood;
            next.negated ^= group.negated;
            group.subject = None;
        } else {
            // "no dog in a coloured coat running": whatever it does is denied with it.
            let finite = rest.iter().find(|next| next.mood.is_some());
            group.past = finite.map_or(words.tokens.len(), |next| next.first);
            group.subject = Some(group.end..group.past);
            group.end = group.past;
            group.object = group.end;
            group.form = Form::Existence;
        }
        return;
    }
    let declines = DECLINE.contains(&group.verb) && words.is_tagged(group.end, Tag::To);
    if let Some(next) = rest.first_mut().filter(|next| declines && next.first == group.end) {
        next.subject = group.subject.take();
        next.mood = group.mood;
        next.negated ^= !group.negated;
        next.first = group.first;
    }
}
