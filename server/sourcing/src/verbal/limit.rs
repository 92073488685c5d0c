//! Where what a verb attributes ends.

use super::Cue;
use crate::{
    clause::{Group, LEADS, Shape, Subject},
    copy::Found,
    lexicon::Class,
    phrase,
    unit::Unit,
};
use language::Tag;
use std::ops::Range;

/// Words that open a clause of their own behind a noun phrase.
const CLAUSES: [&str; 10] =
    ["though", "although", "whereas", "when", "after", "because", "before", "since", "while", "as"];

/// Where the content of a cue ends at the latest: the sentence, or the clause of the next cue where
/// that one goes on about the same subject or opens a clause of its own.
pub fn limit(units: &[Unit], cue: &Cue, next: &Cue, high: usize) -> usize {
    let start = next.group.range.start;
    if next.group.subject == cue.group.subject && next.group.shape != Shape::Infinitive {
        let Some(joint) = start.checked_sub(1).filter(|&i| i >= cue.range.end) else { return high };
        let unit = &units[joint];
        if unit.quote.is_some() && unit.text.ends_with(',') {
            return start;
        }
        if unit.is(",") || unit.tag == Tag::Conjunction {
            return joint - usize::from(units[joint - 1].is(",") && joint - 1 > cue.range.end);
        }
        return high;
    }
    let Subject::Of(subject) = &next.group.subject else { return high };
    // "Thousands marched, organisers said; | police put the figure at 900."
    let tells =
        matches!(next.verb.class, Class::Speech | Class::Claim) || next.verb.frames.has('d');
    let speaks = tells && next.group.shape == Shape::Finite;
    let behind = |&i: &usize| i > cue.range.end || i == cue.range.end && speaks && units[i].is(";");
    let Some(joint) = subject.start.checked_sub(1).filter(behind) else { return high };
    let unit = &units[joint];
    let comma =
        |i: usize| units[i].is(",") || units[i].quote.is_some() && units[i].text.ends_with(',');
    // "…, hours | after soldiers announced that"
    let times =
        ["hours", "days", "weeks", "months", "years", "minutes", "moments", "shortly", "day"];
    if unit.any(&["after", "before"]) && joint >= cue.range.end + 2 && units[joint - 1].any(&times)
    {
        let comma = (cue.range.end..joint).rev().take(3).find(|&i| {
            units[i].is(",") || units[i].quote.is_some() && units[i].text.ends_with(',')
        });
        if let Some(comma) = comma {
            return comma + usize::from(!units[comma].is(","));
        }
    }
    let opens = unit.is(";")
        || unit.any(&CLAUSES) && (!cue.verb.frames.has('c') || cue.verb.frames.has('e'))
        || unit.any(&["but", "while", "and", "as", "though", "although"]) && comma(joint - 1);
    if opens { joint - usize::from(units[joint - 1].is(",")) } else { high }
}

/// Where the content of a cue ends because the writer goes on with a clause of their own: behind a
/// clause in front or a semicolon, behind what somebody only does or wants, and with a figure or a day
/// behind "but": "Moss said it was safe, | but three people died there last year".
pub fn border_limit(units: &[Unit], cue: &Cue, borders: &[usize], high: usize) -> usize {
    let does = matches!(cue.verb.class, Class::Request | Class::Decision | Class::Stance);
    let figure = |u: &Unit| u.tag == Tag::Number || u.any(&phrase::TIMES);
    let behind = borders.partition_point(|&border| border <= cue.range.end);
    let ends = |&at: &usize| {
        let past = borders.iter().copied().find(|&border| border > at).unwrap_or(high);
        let contrast = || units[at].is("but") && units[at..past].iter().any(figure);
        does || !units[at].any(&LEADS) || contrast()
    };
    borders[behind..].iter().copied().find(ends).unwrap_or(high)
}

/// Where the clause of a cue ends because a later verb takes over: the cue stands inside that
/// verb's subject ("X, who endorsed Y, | said"), or opens a subordinate clause ("While X said …, |
/// Y did").
pub fn clause_limit(units: &[Unit], cue: &Cue, groups: &[Group], sentence: &Range<usize>) -> usize {
    let after = groups.partition_point(|g| g.range.start <= cue.group.range.start);
    let opening = sentence.start..(sentence.start + 3).min(sentence.end);
    let subordinate = units[opening].iter().any(|u| u.tag == Tag::Subordinator);
    let participle = groups
        .first()
        .is_some_and(|g| g.range.start <= sentence.start + 1 && g.shape != Shape::Finite);
    let fronted = subordinate || participle || waits(units, cue, groups);
    let front_ends = groups[after..].iter().filter(|_| fronted).find_map(|g| {
        let subject = g.subject.range().filter(|s| s.end >= g.range.start)?;
        let opens = subject.start > cue.range.end
            && (units[subject.start - 1].is(",") || units[subject.start - 1].dash())
            && !units[subject.start].relative();
        (opens && matches!(g.shape, Shape::Finite | Shape::Passive)).then(|| subject.start - 1)
    });
    if let Some(end) = front_ends {
        return end;
    }
    let relative = cue.group.subject.range().is_some_and(|s| units[s.start].relative());
    for group in
        groups[after..].iter().filter(|g| matches!(g.shape, Shape::Finite | Shape::Passive))
    {
        let Some(subject) = group.subject.range() else {
            // "Those who agree that it should be shut | were angry": a verb right behind a verb.
            let verb = group.range.start > cue.range.end && units[group.range.start - 1].verbal();
            if relative && verb {
                return group.range.start;
            }
            continue;
        };
        let clause = units.get(subject.start..cue.group.range.start).unwrap_or_default();
        let inside =
            relative || cue.group.shape != Shape::Finite || clause.iter().any(Unit::relative);
        if inside && subject.contains(&cue.group.head) {
            return subject.end;
        }
        // "Moss, making clear that it was safe, | stood by"
        let around = cue.group.shape == Shape::Participle
            && subject.end + 1 >= cue.group.range.start
            && subject.end < cue.range.end
            && units[group.range.start - 1].is(",");
        if around && group.range.start > cue.range.end {
            return group.range.start - 1;
        }
    }
    sentence.end
}

/// Whether the clause of a cue stands before the main clause of its sentence: "On Monday, while
/// discussing the plan, | X said".
fn waits(units: &[Unit], cue: &Cue, groups: &[Group]) -> bool {
    let depends = |g: &Group| {
        let subject = g.subject.range().filter(|s| s.end <= g.range.start);
        !matches!(g.shape, Shape::Finite | Shape::Passive)
            || subject.is_some_and(|s| {
                units[s.start].relative()
                    || s.start > 0
                        && (units[s.start - 1].tag == Tag::Subordinator
                            || units[s.start - 1].verbal())
            })
    };
    let mut before = groups.iter().take_while(|g| g.range.start < cue.group.range.start);
    depends(cue.group) && before.all(depends)
}

/// Where the content of a cue ends because another attribution is set off behind it: at the end of
/// the content they stand in together, or where the other’s begins.
pub fn before_set_off(set_off: &[Found], cue: &Cue) -> usize {
    let ends = set_off.iter().flat_map(|found| &found.content).filter_map(|content| {
        let inside = content.contains(&cue.group.head);
        (content.end > cue.range.end).then_some(if inside { content.end } else { content.start })
    });
    ends.filter(|&end| end > cue.group.head).min().unwrap_or(usize::MAX)
}

/// "When Lind shouted “No,” | Moss replied": the quotation is already that of the clause in front.
pub fn fronted_quote(units: &[Unit], earlier: &[Cue], found: &Found) -> bool {
    let Some(last) = found.content.first().filter(|c| !c.is_empty()).map(|c| c.end - 1) else {
        return false;
    };
    let speaks = |cue: &&Cue| {
        let subject = cue.group.subject.range();
        let led =
            subject.is_some_and(|s| s.start > 0 && units[s.start - 1].tag == Tag::Subordinator);
        let frames = cue.verb.frames;
        let behind = units.get(cue.range.end..last).unwrap_or_default();
        let directly = !behind.iter().rev().skip(1).any(Unit::parts);
        let active = cue.group.shape == Shape::Finite;
        led && active && (frames.has('q') || frames.has('c')) && cue.range.end <= last && directly
    };
    units[last].quote.is_some() && earlier.iter().any(|cue| speaks(&cue))
}
