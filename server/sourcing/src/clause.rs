//! Verb groups of a sentence and their subjects.

use crate::{lexicon::Inflection, phrase, unit::Unit};
use language::Tag;
use std::ops::Range;

/// A verb with its auxiliaries and adverbs: "has repeatedly said", "was quoted", "to say".
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// The units it covers.
    pub range: Range<usize>,
    /// The verb itself.
    pub head: usize,
    /// What kind of clause it heads.
    pub shape: Shape,
    /// Who or what does it.
    pub subject: Subject,
}

/// What kind of clause a verb group heads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// "said", "has said"
    Finite,
    /// "was told", "is expected"
    Passive,
    /// "to say"
    Infinitive,
    /// "saying"
    Participle,
    /// "described by": a passive without its auxiliary
    Reduced,
}

/// Who or what does it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Subject {
    /// These units.
    Of(Range<usize>),
    /// Nobody before the verb.
    None,
}

impl Subject {
    /// The units, if any.
    pub fn range(&self) -> Option<Range<usize>> {
        match self {
            Self::Of(range) => Some(range.clone()),
            Self::None => None,
        }
    }
}

const BE: [&str; 13] = [
    "is", "are", "was", "were", "be", "been", "being", "am", "isn't", "wasn't", "aren't", "get",
    "got",
];

/// Longest appositive between a subject and its verb, in units.
const APPOSITIVE: usize = 40;

/// Verbs whose object does what the infinitive behind them says.
const MOVES: [&str; 13] = [
    "lead", "prompt", "force", "cause", "allow", "get", "inspire", "push", "drive", "move",
    "enable", "compel", "provoke",
];

/// How many verbs back a shared subject is looked for.
const REACH: usize = 12;

/// The verb groups of the sentence `units[range]`, in order, with their subjects.
pub fn groups(units: &[Unit], sentence: Range<usize>) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    let mut i = sentence.start;
    while i < sentence.end {
        let Some((range, head)) = group_at(units, i, sentence.end) else {
            i += 1;
            continue;
        };
        i = range.end;
        let shape = shape(units, &range, head);
        let subject = inverted(units, &range, head, sentence.end)
            .unwrap_or_else(|| subject(units, sentence.start, &range, shape, &groups));
        let shape = if passive_in_phrase(units, sentence.start, &range, shape, &subject) {
            Shape::Reduced
        } else {
            shape
        };
        groups.push(Group { range, head, shape, subject });
    }
    // "Speaking in Ohio, Trump said": a participle that opens the sentence waits for its subject.
    for at in 0..groups.len() {
        if groups[at].shape == Shape::Participle && groups[at].subject == Subject::None {
            let behind_comma = |g: &&Group| {
                g.subject.range().is_some_and(|s| s.start > 0 && units[s.start - 1].is(","))
            };
            let named = |g: &&Group| {
                g.subject.range().is_some_and(|s| {
                    !units[s.start].any(&["it", "there", "this", "that", "who", "which"])
                        && (s.start == 0 || units[s.start - 1].tag != Tag::Subordinator)
                })
            };
            let finite =
                || groups[at + 1..].iter().filter(|g| g.shape == Shape::Finite).filter(named);
            let comma = groups[at].range.start.saturating_sub(1);
            let opening = (comma > sentence.start + 1)
                .then(|| phrase::ahead(units, sentence.start, comma, &["of", "for", "from"]))
                .filter(|&end| units[sentence.start..end].iter().any(|u| u.tag == Tag::Name))
                .filter(|&end| units[end].is(","))
                .map(|end| Subject::Of(sentence.start..end));
            let later = finite().find(behind_comma).or_else(|| finite().next());
            groups[at].subject =
                opening.or_else(|| later.map(|g| g.subject.clone())).unwrap_or(Subject::None);
        }
    }
    groups
}

/// "In a note posted on Friday, Moss said": what a preposition governs is nobody’s subject, so the past
/// form behind it is a passive.
fn passive_in_phrase(
    units: &[Unit],
    low: usize,
    range: &Range<usize>,
    shape: Shape,
    subject: &Subject,
) -> bool {
    let Subject::Of(subject) = subject else { return false };
    let governed = subject.start == low + 1
        && units[low].tag == Tag::Preposition
        && !units[low].any(&["as", "like", "after", "before", "since", "until"]);
    let comma = || (range.end..range.end + 12).find(|&i| units.get(i).is_none_or(|u| u.is(",")));
    shape == Shape::Finite
        && range.len() == 1
        && governed
        && units[range.start].text.ends_with("ed")
        && comma().is_some_and(|i| i < units.len())
}

/// “…,” said | Otto Lind: behind a quotation the subject can stand after the verb.
fn inverted(units: &[Unit], range: &Range<usize>, head: usize, high: usize) -> Option<Subject> {
    let before = range.start.checked_sub(1).map(|i| &units[i]).filter(|u| u.speech())?;
    let speaks =
        units[head].word?.verbs.iter().any(|(_, v)| v.frames.has('q') && v.particles.is_empty());
    let end = phrase::ahead(units, range.end, high, &["of", "for", "from", "at"]);
    let names =
        units[range.end..end].iter().any(|u| matches!(u.tag, Tag::Name | Tag::Noun | Tag::Pronoun));
    let closes = before.text.ends_with([',', '?', '!', '…']);
    (speaks && closes && names && range.len() == 1).then_some(Subject::Of(range.end..end))
}

/// The subject of the sentence's main verb.
pub fn lead(units: &[Unit], groups: &[Group]) -> Option<Range<usize>> {
    let finite = groups.iter().filter(|g| matches!(g.shape, Shape::Finite | Shape::Passive));
    let mut subjects = finite.filter_map(|g| g.subject.range());
    subjects.find(|s| {
        let first = &units[s.start];
        let opened = s.start.checked_sub(1).map(|i| &units[i]);
        let relative = ["who", "which", "that", "what", "it", "there", "this", "i", "we", "you"];
        !first.any(&relative) && opened.is_none_or(|u| u.tag != Tag::Subordinator)
    })
}

/// The group that begins at `start`, and its head.
fn group_at(units: &[Unit], start: usize, high: usize) -> Option<(Range<usize>, usize)> {
    let mut end = start;
    let mut head = None;
    while end < high {
        let unit = &units[end];
        match unit.tag {
            Tag::Auxiliary => head = Some(end),
            Tag::Verb | Tag::Infinitive | Tag::Participle => {
                let modifies =
                    unit.tag == Tag::Participle && head.is_none() && !heads_clause(units, end);
                if modifies {
                    return None;
                }
                return Some((start..end + 1, end));
            }
            Tag::To
                if units.get(end + 1).is_some_and(|u| {
                    matches!(u.tag, Tag::Infinitive | Tag::Adverb | Tag::Auxiliary)
                }) =>
            {
                if head.is_some() {
                    break;
                }
            }
            Tag::Adverb if units[start].tag != Tag::Adverb || end == start || head.is_some() => {
                if head.is_none()
                    && end > start
                    && units[start].tag != Tag::To
                    && units[end - 1].tag != Tag::Adverb
                {
                    return None;
                }
            }
            Tag::Adverb => {}
            _ => break,
        }
        end += 1;
    }
    let head = head?;
    Some((start..head + 1, head))
}

/// Whether a participle heads a clause rather than standing before a noun.
fn heads_clause(units: &[Unit], at: usize) -> bool {
    let before = at.checked_sub(1).map(|i| &units[i]);
    before.is_none_or(|u| {
        u.parts()
            || u.ends
            || u.speech()
            || matches!(
                u.tag,
                Tag::Conjunction
                    | Tag::Subordinator
                    | Tag::Noun
                    | Tag::Name
                    | Tag::Adverb
                    | Tag::Pronoun
                    | Tag::Preposition
                    | Tag::Number
                    | Tag::Mark
            )
    })
}

fn shape(units: &[Unit], range: &Range<usize>, head: usize) -> Shape {
    let before = &units[range.start..head];
    let ing = units[head].text.ends_with("ing");
    if before.iter().any(|u| u.tag == Tag::To) && !before.iter().any(|u| u.any(&BE)) {
        return Shape::Infinitive;
    }
    let be = before.iter().any(|u| u.any(&BE));
    let auxiliary = before.iter().any(|u| u.tag == Tag::Auxiliary);
    match () {
        () if be && !ing => Shape::Passive,
        () if auxiliary || ing && contracted(units, range.start) => Shape::Finite,
        // Said X, “…”
        () if opens_speech(units, range, head) => Shape::Finite,
        // "When asked how …, X said"
        () if head == range.start && after_subordinator(units, head) => Shape::Reduced,
        () if units[head].tag == Tag::Participle
            && !ing
            && beside_quotation(units, range.start) =>
        {
            Shape::Finite
        }
        () if ing => Shape::Participle,
        // “…,” said X: behind a quotation the verb is finite, whatever it looks like.
        () if range.start > 0 && units[range.start - 1].speech() => Shape::Finite,
        // "…, the statement added."
        () if units[head].ends || units.get(head + 1).is_none_or(|u| u.any(&[".", ":"])) => {
            Shape::Finite
        }
        // "Moss, who came in May, | blasted Lind": a passive has no object.
        () if has_object(units, head) => Shape::Finite,
        () if units[head].tag == Tag::Participle => Shape::Reduced,
        () => Shape::Finite,
    }
}

/// Whether a name or a pronoun follows a past form as its object. Verbs that name or give can have
/// one in the passive too.
fn has_object(units: &[Unit], head: usize) -> bool {
    let names =
        ["named", "called", "titled", "dubbed", "labeled", "told", "given", "asked", "shown"];
    !units[head].any(&names)
        && units.get(head + 1).is_some_and(|u| {
            u.tag == Tag::Name && !u.any(&phrase::TIMES)
                || u.any(&["him", "her", "them", "it", "he", "she", "they"])
        })
}

/// "He’s | claiming": a pronoun that holds its auxiliary stands before the verb.
fn contracted(units: &[Unit], verb: usize) -> bool {
    let before = verb.checked_sub(1).map(|i| &units[i]);
    before.is_some_and(|u| u.tag == Tag::Pronoun && u.text.contains(['’', '\'']))
}

/// Whether a verb that speaks opens its sentence before a name: Said Otto Lind, “…”
fn opens_speech(units: &[Unit], range: &Range<usize>, head: usize) -> bool {
    let opens = range.start == 0 || units[range.start - 1].ends || units[range.start - 1].is(",");
    let past = |w: &crate::lexicon::Word| {
        w.verbs
            .iter()
            .any(|(i, v)| *i == Inflection::Past && v.frames.has('q') && !v.frames.has('a'))
    };
    opens
        && head == range.start
        && units[head].word.is_some_and(past)
        && units.get(head + 1).is_some_and(|u| u.tag == Tag::Name)
}

/// Whether a past form follows "when", "if", "once" at once and so has no subject of its own:
/// "When asked if …, X said"; "Asked if …, X said".
fn after_subordinator(units: &[Unit], head: usize) -> bool {
    let leads = ["when", "if", "once", "as", "unless", "until", "while", "though", "although"];
    let past = units[head].word.is_some_and(|w| {
        w.verbs.iter().any(|(i, _)| matches!(i, Inflection::Past | Inflection::Participle))
    });
    let opens = head == 0 || units[head - 1].ends;
    let asked = ["asked", "pressed", "told", "questioned"];
    past && (head > 0 && units[head - 1].any(&leads) || opens && units[head].any(&asked))
}

/// “…,” Mr. Sanders, a senator who ran before, | told reporters: only a name with what describes it
/// stands between a quotation and the verb.
fn beside_quotation(units: &[Unit], verb: usize) -> bool {
    let speaks = |w: &crate::lexicon::Word| w.verbs.iter().any(|(_, v)| v.frames.has('q'));
    let low = verb.saturating_sub(APPOSITIVE);
    let quote = (low..verb).rev().find(|&i| units[i].leads_over());
    let Some(quote) = quote.filter(|_| units[verb].word.is_some_and(speaks)) else { return false };
    let between = &units[quote + 1..verb];
    let relative = between.iter().position(Unit::relative).unwrap_or(between.len());
    between.first().is_some_and(|u| {
        matches!(u.tag, Tag::Name | Tag::Noun | Tag::Determiner | Tag::Adjective | Tag::Number)
    }) && !between[..relative].iter().any(|u| u.verbal() || u.ends)
}

fn subject(
    units: &[Unit],
    low: usize,
    range: &Range<usize>,
    shape: Shape,
    earlier: &[Group],
) -> Subject {
    let shared = || {
        earlier
            .iter()
            .rev()
            .find(|g| g.shape != Shape::Infinitive)
            .map_or(Subject::None, |g| g.subject.clone())
    };
    let Some(at) = range.start.checked_sub(1).filter(|&i| i >= low) else { return Subject::None };
    if matches!(shape, Shape::Infinitive) {
        return object(units, low, at).map_or_else(shared, Subject::Of);
    }
    let before = &units[at];
    if shape == Shape::Reduced {
        let end = at + usize::from(!before.is(","));
        return phrase::back(units, low, end)
            .map_or_else(|| main(units, low, earlier), Subject::Of);
    }
    if shape == Shape::Participle {
        let person = |range: &Range<usize>| {
            let role = |u: &Unit| u.word.is_some_and(|w| w.roles.person || w.roles.vague);
            units[range.clone()].iter().any(|u| u.tag == Tag::Name || role(u))
        };
        let behind = |range: &Range<usize>, words: &[&str]| {
            range.start > low && units[range.start - 1].any(words)
        };
        // "with Macron urging restraint", "footage of Macron saying so"
        let with = (low..at).rev().take(8).find(|&i| units[i].is("with"));
        let with = with
            .filter(|&i| phrase::ahead(units, i + 1, at + 1, &["of", "for", "from"]) == at + 1)
            .filter(|_| before.quote.is_none())
            .map(|i| i + 1..at + 1);
        let own = with.or_else(|| {
            let core = phrase::core_back(units, low, at + 1)?..at + 1;
            Some(core).filter(|core| behind(core, &["with", "of"]) && person(core))
        });
        return own.map_or_else(|| main(units, low, earlier), Subject::Of);
    }
    let closes = before.quote.is_some() && before.text.ends_with(',');
    if before.is(",") || before.dash() || closes && at > low {
        return over_appositive(units, low, at)
            .map_or_else(|| coordinated(earlier, units, low, at), Subject::Of);
    }
    if before.relative() {
        return Subject::Of(at..at + 1);
    }
    if before.tag == Tag::Conjunction {
        return coordinated(earlier, units, low, at);
    }
    let last = over_times(units, low, at);
    // "The speaker, a Republican, on Tuesday | said"
    if last < at && units[last].is(",") {
        return over_appositive(units, low, last).map_or(Subject::None, Subject::Of);
    }
    // "A poll released on Wednesday | shows"
    let modifier = earlier.last().filter(|g| reduced(units, g) && g.range.end == last + 1);
    if let Some(found) = modifier.and_then(|g| phrase::back(units, low, g.range.start)) {
        return Subject::Of(found.start..last + 1);
    }
    if let Some(found) = phrase::back(units, low, last + 1) {
        // "who has in the past | said"
        let auxiliary = earlier.last().filter(|g| {
            units[g.head].tag == Tag::Auxiliary
                && g.range.end + 1 == found.start
                && units[g.range.end].tag == Tag::Preposition
        });
        if let Some(group) = auxiliary {
            return group.subject.clone();
        }
        // "told reporters said": what stands after a verb is its object, not our subject, unless
        // a clause can begin there.
        let found = with_office_before(units, low, found);
        return Subject::Of(over_modifiers(units, low, found, earlier));
    }
    Subject::None
}

/// "has led the writer Ada Moss | to fear": the object of one verb that is the subject of the next.
fn object(units: &[Unit], low: usize, at: usize) -> Option<Range<usize>> {
    let found = phrase::back(units, low, at + 1)?;
    let verb = found.start.checked_sub(1).filter(|&i| i >= low).map(|i| &units[i])?;
    MOVES.contains(&&*language::tag::lemma(verb.text)).then_some(found)
}

/// Subject of the sentence's main verb so far. Verbs of clauses that depend on another verb ("that
/// he won", "who won", "said he won") are passed over.
fn main(units: &[Unit], low: usize, earlier: &[Group]) -> Subject {
    let finite = || {
        let groups = earlier.iter().rev().take(REACH);
        groups.filter(|g| g.shape == Shape::Finite && g.subject != Subject::None)
    };
    let depends = |g: &&Group| {
        let Some(subject) = g.subject.range() else { return true };
        let relative = units[subject.start].relative();
        let before = subject.start.checked_sub(1).filter(|&i| i >= low).map(|i| &units[i]);
        let leads = ["what", "how", "why", "whom", "where", "when", "as"];
        relative
            || before.is_some_and(|u| u.tag == Tag::Subordinator || u.verbal() || u.any(&leads))
    };
    let somebody = |g: &&Group| {
        !g.subject.range().is_some_and(|s| units[s.start].any(&["it", "there", "this", "that"]))
    };
    let main = finite()
        .find(|g| !depends(g) && somebody(g))
        .or_else(|| finite().find(somebody))
        .or_else(|| finite().next());
    main.map_or(Subject::None, |g| g.subject.clone())
}

/// Subject of a verb that stands after "and", "but" or a comma: that of the verb before.
fn coordinated(earlier: &[Group], units: &[Unit], low: usize, at: usize) -> Subject {
    let pronoun =
        |g: &Group| g.subject.range().is_some_and(|r| units[r.start].any(&["that", "which"]));
    let comma = units[at].is(",") || at > 0 && units[at - 1].is(",");
    let candidates = || {
        earlier.iter().rev().take(REACH).filter(|g| {
            g.subject != Subject::None
                && g.shape != Shape::Infinitive
                && !matches!(g.shape, Shape::Participle | Shape::Reduced)
        })
    };
    let found = if comma { candidates().find(|g| !pronoun(g)) } else { candidates().next() };
    found.map_or_else(|| opening(units, low, at), |g| g.subject.clone())
}

/// "Jay Roberts, 60, lives nearby and | said": the name that opens the sentence, where no verb was
/// made out before.
fn opening(units: &[Unit], low: usize, at: usize) -> Subject {
    let end = phrase::ahead(units, low, at, &["of", "for", "from"]);
    let named = units[low..end].iter().any(|u| u.tag == Tag::Name)
        || end == low + 1 && units[low].any(&["he", "she", "they"])
        || units[low].any(&["he’s", "she’s", "they’re", "he's", "she's", "they're"]);
    if named && end < at { Subject::Of(low..end) } else { Subject::None }
}

/// "Ed Rendell, a former governor, | said": the phrase before the first comma, with what stands
/// between the commas.
fn over_appositive(units: &[Unit], low: usize, comma: usize) -> Option<Range<usize>> {
    let floor = low.max(comma.saturating_sub(APPOSITIVE));
    let dash = units[comma].dash();
    let mut open = comma;
    for _ in 0..6 {
        let opens = |u: &Unit| if dash { u.dash() } else { u.is(",") };
        open = (floor..open).rev().find(|&i| opens(&units[i]) || units[i].speech())?;
        if units[open].speech() {
            return None;
        }
        let Some(found) = phrase::back(units, low, open) else { continue };
        let found = over_description(units, low, with_office_before(units, low, found));
        let begins = clause_begins(units, low, found.start);
        let inner = &units[open + 1];
        let age = units[found.clone()].iter().all(|u| u.tag == Tag::Number);
        let age = age || in_place(units, low, &found);
        if !begins || age || units[found.start].tag == Tag::Preposition {
            continue;
        }
        let adverbial = matches!(inner.tag, Tag::Preposition | Tag::Adverb | Tag::Subordinator)
            || inner.text.ends_with("ing");
        return Some(if adverbial && !inner.any(&["of", "from", "r", "d"]) {
            found
        } else {
            found.start..comma + 1
        });
    }
    None
}

/// "of Raleigh, | N.C.,": the second name of a place, behind a preposition and a comma.
fn in_place(units: &[Unit], low: usize, found: &Range<usize>) -> bool {
    let names = |range: Range<usize>| units[range].iter().all(|u| u.tag == Tag::Name);
    let Some(comma) = found.start.checked_sub(1).filter(|&i| i > low) else { return false };
    let town = phrase::core_back(units, low, comma);
    found.len() < 3
        && units[comma].is(",")
        && names(found.clone())
        && town.is_some_and(|t| {
            t > low && names(t..comma) && units[t - 1].any(&["of", "in", "from", "at", "near"])
        })
}

/// "Otto Lind, the head of the port, | one of its founders,": a phrase behind a comma that describes
/// the name before it.
fn over_description(units: &[Unit], low: usize, mut found: Range<usize>) -> Range<usize> {
    for _ in 0..2 {
        let describes = matches!(
            units[found.start].tag,
            Tag::Determiner | Tag::Noun | Tag::Adjective | Tag::Number
        );
        if !describes || found.start < low + 2 || !units[found.start - 1].is(",") {
            break;
        }
        let Some(named) = phrase::back(units, low, found.start - 1) else { break };
        let last = &units[named.end - 1];
        let person =
            units[named.clone()].iter().any(|u| u.tag == Tag::Name) && !last.any(&phrase::TIMES);
        if !person || last.tag == Tag::Number || !clause_begins(units, low, named.start) {
            break;
        }
        found.start = named.start;
    }
    found
}

/// The last unit before adverbs and times that stand between subject and verb.
fn over_times(units: &[Unit], low: usize, mut at: usize) -> usize {
    // "less than two weeks | ago said"
    if units.get(at + 1).is_some_and(|u| u.is("ago")) || units[at].is("ago") {
        at -= usize::from(units[at].is("ago") && at > low);
        let counts = |u: &Unit| {
            matches!(u.tag, Tag::Number | Tag::Determiner)
                || u.any(&["than", "less", "more", "about", "nearly", "just"])
        };
        let first = (low..at).rev().take(5).take_while(|&i| counts(&units[i])).last();
        at = first.unwrap_or(at).max(low + 1) - 1;
    }
    for _ in 0..3 {
        if at > low && (units[at].any(&phrase::TIMES) || units[at].any(&["year", "years"])) {
            let led = units[at - 1].any(&["last", "this", "next", "on"]);
            at -= 1 + usize::from(led && at > low + 1);
        } else if at > low && units[at].tag == Tag::Adverb {
            at -= 1;
        } else {
            break;
        }
    }
    at
}

/// Whether a verb that looks finite can be a passive without its auxiliary, as a second verb behind
/// it shows: "a poll released on Wednesday shows".
fn reduced(units: &[Unit], group: &Group) -> bool {
    let head = &units[group.head];
    let tells = head
        .word
        .is_some_and(|w| w.verbs.iter().any(|(_, v)| v.frames.has('c') || v.frames.has('e')));
    group.shape == Shape::Reduced
        || group.shape == Shape::Finite
            && group.range.len() == 1
            && head.text.ends_with("ed")
            && !tells
}

/// "One group campaigning to leave the union | said": what stands before the verb belongs to a
/// phrase that a participle or an infinitive goes on with.
fn over_modifiers(
    units: &[Unit],
    low: usize,
    mut found: Range<usize>,
    earlier: &[Group],
) -> Range<usize> {
    for group in earlier.iter().rev().take(3) {
        let preposition = found.start > low && units[found.start - 1].tag == Tag::Preposition;
        let joint = found.start - usize::from(preposition);
        let modifies =
            matches!(group.shape, Shape::Infinitive | Shape::Participle) || reduced(units, group);
        let Some(between) = units.get(group.range.end..joint) else { break };
        if !modifies || between.len() > 1 || between.iter().any(|u| u.parts() || u.quote.is_some())
        {
            break;
        }
        let Some(before) = phrase::back(units, low, group.range.start) else { break };
        found.start = before.start;
    }
    found
}

/// "The mayor’s chief of staff, Ada Moss | said": a name in apposition to the office before it.
fn with_office_before(units: &[Unit], low: usize, found: Range<usize>) -> Range<usize> {
    if units[found.start].tag != Tag::Name
        || found.start < low + 2
        || !units[found.start - 1].is(",")
    {
        return found;
    }
    let comma = found.start - 1;
    let office = units[comma - 1]
        .word
        .is_some_and(|w| !w.plural && (w.roles.person || w.roles.anonymous || w.roles.vague));
    match phrase::back(units, low, comma) {
        Some(before) if office && clause_begins(units, low, before.start) => {
            before.start..found.end
        }
        _ => found,
    }
}

/// Whether a clause can begin at `at`.
fn clause_begins(units: &[Unit], low: usize, at: usize) -> bool {
    at == low || {
        let before = &units[at - 1];
        before.parts()
            || before.speech()
            || before.leads_over()
            || before.is("as")
            || matches!(before.tag, Tag::Conjunction | Tag::Subordinator | Tag::Mark)
            || before.tag == Tag::Adverb && clause_begins(units, low, at - 1)
    }
}
