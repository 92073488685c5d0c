//! Attribution by verbs: "X said …", "…," said X, "X urged Y to …", "was seen by X as …".

mod content;
mod cue;
mod limit;
mod passive;
mod relayed;

use crate::{
    clause::{Group, Shape, groups_in},
    copy::{Copy, Found},
    phrase,
    unit::Unit,
};
use content::{behind, beyond_inserted, fits, noun_limit};
pub use cue::Cue;
use language::Tag;
use limit::{before_set_off, border_limit, clause_limit, fronted_quote, limit};
use passive::passive;
use relayed::{give, impersonal, quoted_as, quotes_as};
use std::ops::Range;

/// How many later cues can end the content of one.
const REACH: usize = 6;

/// Units from the beginning of a subject to the verb it stands beside.
const SUBJECT: usize = 60;

/// Words behind "X said" that begin why or when it was said rather than what.
pub const REASONS: [&str; 6] = ["because", "although", "though", "while", "when", "as"];

/// Units from which the words behind "X says" can be a statement in a headline.
const HEADLINE: usize = 4;

/// Prepositions that join an inverted source: "said the head of the agency".
const OF: [&str; 4] = ["of", "for", "from", "at"];

/// Finds the attributions that verbs of `sentence` make. Those set off from what they attribute come
/// first, because other cues can stand in their content: "Those who “think so,” she said, …".
/// `borders` are the units with which its clauses begin.
pub fn find(copy: &mut Copy, sentence: &Range<usize>, groups: &[Group], borders: &[usize]) {
    let cues = cue::cues(&copy.units, sentence, groups);
    let limits: Vec<usize> = (0..cues.len())
        .map(|at| {
            let later = cues[at + 1..].iter().take(REACH);
            later
                .map(|next| limit(&copy.units, &cues[at], next, sentence.end))
                .find(|&limit| limit < sentence.end)
                .unwrap_or(sentence.end)
        })
        .collect();
    let clause = |copy: &Copy, at: usize| {
        let border = border_limit(&copy.units, &cues[at], borders, sentence.end);
        limits[at].min(border).min(clause_limit(&copy.units, &cues[at], groups, sentence))
    };
    let mut floor = sentence.start;
    let mut done = vec![false; cues.len()];
    let first = copy.found.len();
    for (at, cue) in cues.iter().enumerate() {
        let finite = !matches!(cue.group.shape, Shape::Passive | Shape::Reduced);
        if !finite || copy.closed(cue.group.head) {
            continue;
        }
        if quotes_as(&copy.units, cue.group).is_some() {
            done[at] = true;
            continue;
        }
        if let Some(mut found) = set_off(copy, cue, groups, floor..limits[at])
            && !fronted_quote(&copy.units, &cues[..at], &found)
        {
            if let Some(source) = impersonal(&copy.units, cue, &found, sentence) {
                give(&copy.units, cue, &mut found, source);
            }
            found.within = within(copy, cue, &found);
            copy.push(found);
            done[at] = true;
        }
        let limit = clause(copy, at);
        if limit < sentence.end {
            floor = limit;
        }
    }
    let last = copy.found.len();
    for (at, cue) in cues.iter().enumerate() {
        if done[at] || copy.closed(cue.group.head) {
            continue;
        }
        // "As X informs, | the sides met": what it opens is the content.
        let opens = beside(&copy.units, cue).is_some_and(|s| {
            s.start == sentence.start + 1 && led_by_as(&copy.units, &s, sentence.start)
        });
        let limit = if opens { limits[at] } else { clause(copy, at) };
        let limit = limit.min(before_set_off(&copy.found[first..last], cue));
        if limit <= cue.range.start {
            continue;
        }
        let found = match cue.group.shape {
            Shape::Passive | Shape::Reduced => passive(&copy.units, cue, limit),
            _ => governs(copy, cue, groups, sentence.start..limit),
        };
        let Some(mut found) = found else { continue };
        if let Some(source) = impersonal(&copy.units, cue, &found, sentence) {
            give(&copy.units, cue, &mut found, source);
        }
        found.within = within(copy, cue, &found);
        if cue.group.shape == Shape::Passive {
            copy.close(found.cue.clone());
        }
        copy.push(found);
    }
}

/// The attribution that hands this one on. A verb whose subject stands before that content goes on
/// with the main clause: "X said she would feel safer, | adding, “…”"; "X said it expected a strike, but |
/// added that …".
fn within(copy: &Copy, cue: &Cue, found: &Found) -> Option<usize> {
    let mut outer = copy.governor(cue.group.head);
    let at = cue.group.range.start;
    let set_off = at > 0 && (copy.units[at - 1].parts() || copy.units[at - 1].quote.is_some());
    let coordinated = cue.group.shape == Shape::Finite
        && at > 1
        && copy.units[at - 1].tag == Tag::Conjunction
        && (copy.units[at - 2].is(",") || copy.units[at - 1].is("but"));
    if !(cue.group.shape == Shape::Participle && set_off || coordinated) {
        return outer;
    }
    let source = found.source.as_ref()?.start;
    while let Some(index) = outer {
        if copy.found[index].content.iter().any(|r| r.contains(&source)) {
            break;
        }
        outer = copy.found[index].within;
    }
    outer
}

/// An attribution by a verb that stands behind its content or inside it: "…," X said; "…," said X;
/// "…, as X noted".
fn set_off(copy: &Copy, cue: &Cue, groups: &[Group], range: Range<usize>) -> Option<Found> {
    if !range.contains(&cue.range.start) || !cue.verb.frames.has('q') {
        return None;
    }
    let units = &copy.units;
    let beside = beside(units, cue);
    // "…," said X.
    if cue.group.shape == Shape::Finite
        && beside.is_none()
        && let Some((source, before)) = inversion(copy, cue, &range)
    {
        let rest = after_inserted(units, source.end, range.end, &before);
        let content = Some(before).into_iter().chain(rest).filter(|r| !r.is_empty()).collect();
        return Some(told(cue, Some(source), content));
    }
    let source = beside?;
    if units[source.start].relative() || led_by_as(units, &source, range.start) {
        return None;
    }
    let mut before = before(copy, source.start, range.start)?;
    let (gap, direct) = behind(units, cue, range.end);
    // "He praised her – “a friend,” he said – and left."
    if units.get(gap).is_some_and(Unit::dash)
        && let Some(dash) = before.clone().rev().find(|&i| units[i].dash())
    {
        before.start = dash + 1;
    }
    let closed = before.end > range.start || units[before.start].text.ends_with(['!', '?', '…']);
    let ends = direct.is_none()
        && (gap >= range.end
            || units[gap].parts()
            || units[gap].any(&[".", "?", "!"])
            || units[gap].any(&REASONS));
    let quoted = closed && units[before.end - 1].speech();
    // “…,” X said, “…”; but “…,” X said it was safe.
    let interrupted = units.get(gap).is_some_and(|u| u.is(","));
    let clause = |from: usize| {
        let mut finite =
            groups.iter().filter(|g| matches!(g.shape, Shape::Finite | Shape::Passive));
        finite.any(|g| g.subject.range().is_some_and(|s| s.start == from))
    };
    let free = |d: usize| interrupted || !units[d].speech() && !clause(d);
    if !(ends || quoted && direct.is_none_or(free)) {
        return None;
    }
    let rest = after_inserted(units, gap, range.end, &before);
    Some(told(cue, Some(source), std::iter::once(before).chain(rest).collect()))
}

/// An attribution by a verb that stands before its content: "X said …", "As X noted, …".
fn governs(copy: &Copy, cue: &Cue, groups: &[Group], range: Range<usize>) -> Option<Found> {
    let units = &copy.units;
    let frames = cue.verb.frames;
    let subject = cue.group.subject.range();
    if frames.has('e') {
        let rest = cue.range.end..range.end;
        let content = subject.into_iter().chain([rest]).filter(|r| !r.is_empty()).collect();
        return Some(told(cue, None, content));
    }
    // “…,” X said, as the crowd cheered: what X said is nobody else’s.
    let said = |source: &Range<usize>| {
        let before = |found: &Found| {
            (range.start..source.start).contains(&found.cue.start)
                && found.content.first().is_some_and(|c| c.start < found.cue.start)
        };
        copy.found.iter().any(before)
    };
    let led = |source: &Range<usize>| led_by_as(units, source, range.start);
    if let Some(source) = beside(units, cue).filter(|s| led(s) && !said(s)) {
        let comma = (cue.range.end..range.end).find(|&i| units[i].is(","));
        let rest = comma.map(|comma| comma + 1..range.end).filter(|r| !r.is_empty());
        let content: Vec<Range<usize>> = if source.start == range.start + 1 {
            vec![rest?]
        } else {
            std::iter::once(range.start..source.start - 1).chain(rest).collect()
        };
        return Some(told(cue, Some(source), content));
    }
    let (gap, start) = behind(units, cue, range.end);
    // "In Ohio, X said, the plan was dead."
    let apart = frames.has('q') && subject.is_some() && gap + 2 < range.end && units[gap].is(",");
    let start = start.or_else(|| {
        let first = units.get(gap + 1).filter(|_| apart)?;
        let begins = first.nominal() || matches!(first.tag, Tag::Determiner | Tag::Pronoun);
        (begins
            && groups_in(groups, &(gap + 1..range.end))
                .next()
                .is_some_and(|g| matches!(g.shape, Shape::Finite | Shape::Passive)))
        .then_some(gap + 1)
    });
    let start = start.or_else(|| beyond_inserted(units, frames, gap, range.end));
    let start = start.filter(|&s| s < range.end)?;
    let mut content = start..range.end;
    if !frames.has('c') && !frames.has('q') {
        content.end = noun_limit(units, &content);
    }
    // A headline leaves out its verb: "Sources say Veyra near deal".
    let clause = groups_in(groups, &content).next().is_some()
        || units[content.clone()].iter().any(Unit::contracted)
        || copy.is_headline() && content.len() >= HEADLINE && !units[start].any(&["so", "it"]);
    fits(units, frames, &content, clause).then_some(())?;
    let mut found = told(cue, subject, vec![content]);
    if let Some((source, via)) = quoted_as(units, cue, groups) {
        (found.source, found.via) = (Some(source), via);
    }
    Some(found)
}

fn told(cue: &Cue, source: Option<Range<usize>>, content: Vec<Range<usize>>) -> Found {
    Found {
        source,
        cue: cue.range.clone(),
        content,
        class: Some(cue.verb.class),
        ..Found::default()
    }
}

/// Whether "as" leads a subject: "as X noted".
fn led_by_as(units: &[Unit], subject: &Range<usize>, low: usize) -> bool {
    subject.start > low && units[subject.start - 1].is("as")
}

/// The subject where it stands beside the cue, with nothing but adverbs or what is set off between.
fn beside(units: &[Unit], cue: &Cue) -> Option<Range<usize>> {
    let subject = cue.group.subject.range()?;
    let near = subject.end <= cue.range.start && subject.start + SUBJECT > cue.range.start;
    if !near {
        return None;
    }
    let between = units.get(subject.end..cue.range.start)?;
    let parted = between.len() > 1
        && between.first().is_some_and(Unit::parts)
        && between.last().is_some_and(Unit::parts);
    let adverbs = between.iter().all(|u| u.tag == Tag::Adverb || u.is(","));
    (parted || adverbs).then_some(subject)
}

/// What stands before "X said" as content: it ends with a quotation or a comma.
fn before(copy: &Copy, at: usize, low: usize) -> Option<Range<usize>> {
    let units = &copy.units;
    // “…,” – said X
    let dash = at > low + 1 && units[at - 1].dash() && units[at - 2].quote.is_some();
    let comma = at > low && units[at - 1].is(",") || dash;
    let end = at - usize::from(comma);
    if end > low {
        let speech = units[end - 1].quote.is_some();
        let some = ["most", "some", "many", "none", "few", "all", "both", "others"];
        let phrase = || units[low].nominal() || units[low].any(&some);
        if speech || comma && (end - low >= 2 || phrase()) {
            return Some(low..end);
        }
        return None;
    }
    // A quotation that ended its own sentence: “Why?” Smith asked.
    let last = low.checked_sub(1)?;
    (at == low && units[last].speech() && !copy.covered(last)).then_some(last..low)
}

/// "…," said X: the source and the content before it.
fn inversion(copy: &Copy, cue: &Cue, range: &Range<usize>) -> Option<(Range<usize>, Range<usize>)> {
    let units = &copy.units;
    let start = cue.range.end;
    // At the beginning of a sentence: Said X, who built it: “…”
    let opens = units[range.start..cue.range.start]
        .iter()
        .all(|u| u.is(",") || matches!(u.tag, Tag::Conjunction | Tag::Adverb));
    let before = before(copy, cue.range.start, range.start)
        .or_else(|| opens.then_some(range.start..range.start))?;
    // "explained newly elected Ada Moss"
    let modified = units
        .get(start)
        .is_some_and(|u| matches!(u.tag, Tag::Participle | Tag::Adverb) && start + 1 < range.end);
    let from = phrase::over_inserted(units, start + usize::from(modified), range.end);
    let end = phrase::ahead(units, from, range.end, &OF);
    let end = phrase::with_name(units, from, end, range.end);
    if end == from || units[start].any(&["that", "it", "him", "them"]) {
        return None;
    }
    let end = appositive(units, end, range.end);
    let follows = || {
        let sign = usize::from(units.get(end).is_some_and(Unit::parts));
        units.get(end + sign).is_some_and(Unit::speech)
    };
    let start = if from > start + 1 { from } else { start };
    (!before.is_empty() || follows()).then_some((start..end, before))
}

/// Takes in ", a former governor of Ohio" behind a name, up to the end of the sentence or the next
/// clause.
fn appositive(units: &[Unit], mut end: usize, high: usize) -> usize {
    while end + 1 < high && units[end].is(",") {
        let first = &units[end + 1];
        let opens = matches!(
            first.tag,
            Tag::Determiner | Tag::Noun | Tag::Adjective | Tag::Number | Tag::Name
        ) || first.any(&["who", "whose", "which", "chief", "former"]);
        if !opens {
            break;
        }
        let next = (end + 1..high).find(|&i| units[i].is(",") || units[i].speech());
        let stop = next.unwrap_or(high);
        if units[stop - 1].speech() {
            break;
        }
        end = stop;
    }
    if end >= high { high } else { end }
}

/// The second half of an interrupted content: "…," X said, "…".
fn after_inserted(
    units: &[Unit],
    from: usize,
    high: usize,
    before: &Range<usize>,
) -> Option<Range<usize>> {
    let mut at = from;
    while at < high && !units[at].parts() && !units[at].speech() {
        at += 1;
    }
    let start = at + usize::from(at < high && units[at].parts());
    let first = units.get(start).filter(|_| start < high)?;
    let quoted = before.is_empty() || units[before.end - 1].speech();
    let goes_on = if quoted {
        first.speech() || first.quote.is_some()
    } else {
        // "He believes, he said, that it is safe."
        let opens = ["that", "how", "why", "what", "whether"];
        first.any(&opens)
            || !matches!(
                first.tag,
                Tag::Participle
                    | Tag::Subordinator
                    | Tag::Preposition
                    | Tag::Conjunction
                    | Tag::Mark
            ) && !first.any(&[
                "who",
                "which",
                "adding",
                "saying",
                "noting",
                "citing",
                "referring",
            ])
    };
    goes_on.then_some(start..high)
}
