//! Who or what does what a verb says.

use super::{
    Group, Shape, Subject,
    description::{APPOSITIVE, over_appositive, with_office_before},
    modifier::{over_modifiers, over_relative, over_times, reduced},
};
use crate::{
    lexicon::{Class, Inflection, Word},
    phrase,
    unit::Unit,
};
use language::{Set, Tag, data};
use std::{ops::Range, sync::LazyLock};

/// Verbs whose object does what the infinitive behind them says.
static MOVES: LazyLock<Set> = LazyLock::new(|| data::class(phrase::WORDS, "moves").collect());

/// How many verbs back a shared subject is looked for.
const REACH: usize = 12;

/// Who or what does what the verb at `range` says, which heads a clause of this `shape`. Its sentence
/// begins at `low`; `earlier` holds the verb groups of the sentence before it.
pub fn subject(
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
        return of_participle(units, low, at)
            .map_or_else(|| main(units, low, earlier), Subject::Of);
    }
    let closes = before.quote.is_some() && before.text.ends_with(',');
    if before.is(",") || before.dash() || closes && at > low {
        return quoted_by(units, low, at)
            .or_else(|| over_appositive(units, low, at).map(|found| behind_talk(units, found)))
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
    if let Some(whole) = over_relative(units, low, last, earlier) {
        return Subject::Of(whole);
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
        if let Some(before) = over_occasion(units, low, &found) {
            return Subject::Of(before);
        }
        let found = with_office_before(units, low, found);
        return Subject::Of(over_modifiers(units, low, found, earlier));
    }
    Subject::None
}

/// "with Macron | urging restraint", "footage of Macron | saying so": who does what a participle says that
/// stands behind `at`, where a preposition says whom it is about.
fn of_participle(units: &[Unit], low: usize, at: usize) -> Option<Range<usize>> {
    let with = (low..at).rev().take(8).find(|&i| units[i].is("with"));
    let with = with
        .filter(|&i| phrase::ahead(units, i + 1, at + 1, &["of", "for", "from"]) == at + 1)
        .filter(|_| units[at].quote.is_none())
        .map(|i| i + 1..at + 1);
    with.or_else(|| {
        let core = phrase::core_back(units, low, at + 1)?..at + 1;
        let behind = core.start > low && units[core.start - 1].any(&["with", "of"]);
        let role = |u: &Unit| u.word.is_some_and(|w| w.roles.person || w.roles.vague);
        let person = units[core.clone()].iter().any(|u| u.tag == Tag::Name || role(u));
        (behind && person).then_some(core)
    })
}

/// "Ada Moss, in a comment to the radio, | said", "Ada Moss, in a comment to the radio | said": whoever stands
/// before a phrase for the occasion.
fn over_occasion(units: &[Unit], low: usize, found: &Range<usize>) -> Option<Range<usize>> {
    let led = found.start.checked_sub(1).filter(|&i| i > low + 1)?;
    let comma = led - 1;
    let occasion = units[led].any(&["in", "on", "at", "during"]) && units[comma].is(",");
    let before = over_appositive(units, low, comma)
        .or_else(|| phrase::back(units, low, comma))
        .filter(|_| occasion)?;
    let begins = before.start == low || units[before.start - 1].tag == Tag::Conjunction;
    (begins && is_somebody(units, &before)).then_some(before)
}

/// "Speaking to the radio, | the mayor, Ada Moss, said": without what is done in -ing before it.
fn behind_talk(units: &[Unit], found: Range<usize>) -> Range<usize> {
    let first = &units[found.start];
    let led = units.get(found.start + 1).is_some_and(|u| u.any(&["to", "on", "at", "with", "in"]));
    let acts = led && first.text.ends_with("ing");
    let comma = found.clone().find(|&i| acts && units[i].is(",") && i + 1 < found.end);
    comma.map_or(found.start, |comma| comma + 1)..found.end
}

/// "has led the writer Ada Moss | to fear": the object of one verb that is the subject of the next.
fn object(units: &[Unit], low: usize, at: usize) -> Option<Range<usize>> {
    let found = phrase::back(units, low, at + 1)?;
    let verb = found.start.checked_sub(1).filter(|&i| i >= low).map(|i| &units[i])?;
    MOVES.contains(&*language::tag::lemma(verb.text)).then_some(found)
}

/// “…,” | Ada Moss, a Republican trying to unseat Jan Holt, a Democrat, | said: the name behind a quotation,
/// with all that stands between it and the comma before the verb, where no other verb is finite.
fn quoted_by(units: &[Unit], low: usize, comma: usize) -> Option<Range<usize>> {
    units.get(comma + 1).and_then(|u| u.word).filter(|w| w.quotes())?;
    let quote = (low..comma).rev().take(APPOSITIVE).find(|&i| units[i].quote.is_some())?;
    let start = quote + 1;
    let end = phrase::core_ahead(units, start, comma);
    let named = end > start && units[start..end].iter().all(|u| u.tag == Tag::Name);
    let finite = |u: &Unit| matches!(u.tag, Tag::Verb | Tag::Auxiliary);
    let plain = !units[end..comma].iter().any(|u| finite(u) || u.dash() || u.is(";"));
    (units[quote].leads_over() && named && units[end].is(",") && plain).then_some(start..comma + 1)
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
    let somebody = |g: &&Group| g.subject.range().is_some_and(|s| is_somebody(units, &s));
    let found = if comma { candidates().find(|g| !pronoun(g)) } else { candidates().next() };
    // "She said it would be of use once it was built, and | accused him": who accuses is somebody.
    let accuses = |w: &Word| {
        let finite = |i: Inflection| matches!(i, Inflection::Past | Inflection::Third);
        w.verbs.iter().any(|(i, v)| finite(*i) && v.class != Class::Evidential)
    };
    let told = units.get(at + 1).and_then(|u| u.word).is_some_and(accuses);
    let found = match found {
        Some(group) if told && !somebody(&group) => candidates().find(somebody).or(Some(group)),
        found => found,
    };
    found.map_or_else(|| opening(units, low, at), |g| g.subject.clone())
}

/// Whether a subject is a name, a pronoun for a person, or a word for somebody who speaks.
fn is_somebody(units: &[Unit], subject: &Range<usize>) -> bool {
    units[subject.clone()].iter().any(|u| {
        u.tag == Tag::Name
            || u.any(&["he", "she", "they"])
            || u.word.is_some_and(|w| w.roles.person || w.roles.official || w.roles.anonymous)
    })
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
