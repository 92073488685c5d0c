//! Words that read like nouns, adjectives or passives, and are verbs where they stand; and the
//! other way round.

use super::{Unit, sentences};
use crate::{
    kind,
    lexicon::{Inflection, Verb, Word},
    phrase,
};
use language::{Tag, names::is_known_person_noun};
use std::ops::Range;

/// Tags again what the words around it make of a unit.
pub(super) fn tag(units: &mut [Unit]) {
    for at in 0..units.len().saturating_sub(2) {
        if opens(units, at) {
            units[at].tag = Tag::Noun;
            if units[at + 2].tag != Tag::Auxiliary {
                units[at + 2].tag = Tag::Verb;
            }
        }
    }
    for at in 1..units.len() {
        if units[at].tag == Tag::Noun && units[at].word.is_some() {
            if let Some(words) = hands_over(units, at) {
                // "‘…’, leaked email | shows"
                units[at - words..at].iter_mut().filter(|u| u.verbal()).for_each(modifies);
                units[at].tag = Tag::Verb;
            } else if tells(units, at)
                || behind_apposition(units, at)
                || turns(units, at)
                || closes(units, at)
                || heads(units, at)
                || several_do(units, at)
            {
                units[at].tag = Tag::Verb;
            }
        } else if alleges(units, at) {
            units[at].tag = Tag::Verb;
        }
        if units[at].tag == Tag::Verb && modified(units, at) {
            units[at].tag = Tag::Adjective;
        }
        // "The Citadel said on Monday": the form is a participle only in "said by" and "said to be".
        let passive = units.get(at + 1).is_some_and(|u| u.is("by") || u.tag == Tag::To);
        if units[at].tag == Tag::Participle && units[at].is("said") && !passive {
            units[at].tag = Tag::Verb;
        }
        // "Mr. Stone vowed to fight": what nobody can be urged to do is no passive.
        if units[at].tag == Tag::Participle && vows(units, at) {
            units[at].tag = Tag::Verb;
        }
        // "the lawyer of the detained, Otto Lind,": those to whom it was done.
        if units[at].tag == Tag::Participle && stands_for_somebody(units, at) {
            units[at].tag = Tag::Noun;
        }
        // "quotes him as saying"
        if units[at].is("saying") && units[at - 1].is("as") {
            units[at].tag = Tag::Participle;
        }
        // "on her show, “The Long Way Home,” which"
        if units[at - 1].speech() && units[at].relative() && kind::title(units[at - 1].text) {
            units[at - 1].tag = Tag::Noun;
        }
    }
    for sentence in sentences(units) {
        if let Some(verb) = only_verb(units, sentence) {
            units[verb].tag = Tag::Verb;
        }
    }
}

/// "a former | broadcast journalist": what stands between "a" with its adjective and a noun is no verb.
fn modified(units: &[Unit], at: usize) -> bool {
    at > 1
        && units[at - 2].any(&["a", "an"])
        && units[at - 1].tag == Tag::Adjective
        && units.get(at + 1).is_some_and(|u| u.tag == Tag::Noun)
}

/// "Aid | agencies warned": a noun at the head of a sentence that reads like a verb, before a plural and its
/// verb.
fn opens(units: &[Unit], at: usize) -> bool {
    let first = at == 0 || units[at - 1].ends || units[at - 1].dash();
    let past = |w: &Word| {
        w.verbs
            .iter()
            .any(|(i, v)| *i == Inflection::Past && (v.frames.has('c') || v.frames.has('q')))
    };
    let verb = &units[at + 2];
    first
        && matches!(units[at].tag, Tag::Verb | Tag::Infinitive)
        && units[at].quote.is_none()
        && units[at + 1].tag == Tag::Noun
        && units[at + 1].text.ends_with('s')
        && (verb.tag == Tag::Auxiliary || verb.verbal() && verb.word.is_some_and(past))
}

/// "A poll released Wednesday | shows that", "The 36-year-old | fears that": a verb that reads like a
/// noun behind a day, a name or somebody.
fn tells(units: &[Unit], at: usize) -> bool {
    let before = &units[at - 1];
    // "The company disputes that": a phrase of two words is no "company fears".
    let opens = at == 2 || at > 2 && units[at - 3].ends;
    let body = opens && units[at - 2].tag == Tag::Determiner;
    let somebody = || {
        before.text.ends_with("-old")
            || before.word.is_some_and(|w| {
                let r = w.roles;
                !w.plural && (r.person || r.anonymous || body && (r.official || r.body))
            })
    };
    let named = before.tag == Tag::Name || before.is("latter") || somebody();
    let next = units.get(at + 1);
    let latter = before.is("latter");
    let opens = |u: &Unit| {
        u.is("that") || latter && u.quote.is_some() || u.tag == Tag::To && before.tag == Tag::Name
    };
    // "Ada Moss thunders: “…”"
    let speech = units.get(at + 2).is_some_and(Unit::speech);
    let quotes = next.is_some_and(|u| u.is(":")) && speech && before.tag == Tag::Name;
    third(&units[at]) && named && !before.possessive() && (next.is_some_and(opens) || quotes)
}

/// "Opposition | claims victory as president refuses to concede": the second word of a headline, behind
/// whoever speaks.
fn heads(units: &[Unit], at: usize) -> bool {
    let headline = units.last().is_some_and(|u| !u.any(&[".", ":", "…"]) && u.quote.is_none());
    let speaks = |w: &Word| {
        let r = w.roles;
        !w.plural && (r.person || r.official || r.anonymous || r.body)
    };
    at == 1
        && headline
        && third(&units[at])
        && units[0].tag == Tag::Noun
        && units[0].word.is_some_and(speaks)
        && units.get(2).is_some_and(|u| u.nominal() || u.tag == Tag::To)
}

/// "Emails released by the court | show that", "Sources close to it | rule out any …": a base form that reads
/// like a noun behind several who open the sentence, with what describes them.
fn several_do(units: &[Unit], at: usize) -> bool {
    let verbs = units[at].word.map_or(&[][..], |w| &w.verbs);
    let base = || verbs.iter().filter(|(i, _)| *i == Inflection::Base).map(|(_, verb)| verb);
    let next = units.get(at + 1);
    let follows = next.is_some_and(|u| {
        let particle = |v: &Verb| v.particles.first().is_some_and(|p| u.is(p));
        let object = matches!(u.tag, Tag::Determiner | Tag::Pronoun | Tag::Name);
        u.is("that") || base().any(|v| particle(v) || v.particles.is_empty() && object)
    });
    if !follows || base().next().is_none() {
        return false;
    }
    let start = (0..at).rev().take(SEVERAL).find(|&i| units[i].ends).map_or(0, |i| i + 1);
    let head = phrase::core_ahead(units, start, at);
    let several = |u: &Unit| {
        let lower = u.text.to_lowercase();
        u.word.is_some_and(|w| {
            let r = w.roles;
            w.plural && (r.person || r.vague || r.anonymous || r.official || r.document)
        }) || lower.strip_suffix('s').is_some_and(is_known_person_noun)
    };
    let Some(between) = units.get(head..at).filter(|it| head > start && !it.is_empty()) else {
        return false;
    };
    let relative = between[0].relative();
    let done = |u: &Unit| u.text.ends_with("ed") || u.text.ends_with("en") || u.is("seen");
    several(&units[head - 1])
        && !between.iter().any(|u| u.parts() || u.speech() || u.tag == Tag::Conjunction)
        && between
            .iter()
            .all(|u| relative || !matches!(u.tag, Tag::Verb | Tag::Auxiliary) || done(u))
        && !matches!(
            units[at - 1].tag,
            Tag::Determiner | Tag::Preposition | Tag::Adjective | Tag::Number
        )
        && !units[at - 1].possessive()
}

/// Units from the beginning of a sentence to the verb of several who are described.
const SEVERAL: usize = 16;

/// "…, the group | estimates.": a verb that reads like a noun and closes a sentence behind a comma and
/// whoever speaks.
fn closes(units: &[Unit], at: usize) -> bool {
    if !third(&units[at])
        || !units[at].word.is_some_and(Word::quotes)
        || !units.get(at + 1).is_none_or(|u| u.is("."))
    {
        return false;
    }
    let start = phrase::core_back(units, 0, at).filter(|&start| start > 1);
    // "…, the Defence Ministry of Karsia | reports."
    let whole = phrase::back(units, 0, at).filter(|whole| whole.start > 1);
    if whole.is_some_and(|whole| {
        let body = |u: &Unit| u.word.is_some_and(|w| w.roles.official || w.roles.body);
        units[whole.start - 1].is(",")
            && units[whole.start].tag == Tag::Determiner
            && units[whole.clone()].iter().any(body)
    }) {
        return true;
    }
    start.is_some_and(|start| {
        units[start - 1].is(",") && phrase::is_somebody(units, start, at)
            || units[start - 1].is(",")
                && units[start].is("the")
                && units[at - 1].word.is_some_and(|w| w.roles.body)
    })
}

/// "Sereno, in power since 2009, | alleged irregularities": a past form that reads like an adjective
/// behind the comma that closes what is said of the name before.
fn alleges(units: &[Unit], at: usize) -> bool {
    let past = |w: &Word| w.verbs.iter().any(|(i, v)| *i == Inflection::Past && v.frames.has('n'));
    if !matches!(units[at].tag, Tag::Adjective | Tag::Participle)
        || !units[at - 1].is(",")
        || !units[at].word.is_some_and(past)
        || !units.get(at + 1).is_some_and(|u| u.nominal() || u.tag == Tag::Determiner)
    {
        return false;
    }
    let begin = (0..at).rev().take(APPOSITION * 2).find(|&i| units[i].ends).map_or(0, |i| i + 1);
    let name = phrase::core_ahead(units, begin, at - 1);
    let named = name > begin && units[begin..name].iter().any(|u| u.tag == Tag::Name);
    let inner = units.get(name..at - 1).unwrap_or_default();
    let plain = inner.iter().all(|u| !matches!(u.tag, Tag::Verb | Tag::Auxiliary));
    named && inner.first().is_some_and(|u| u.is(",")) && plain
}

/// "The dam will hold, | reports Rovinform.": behind a comma and before a name that ends the sentence or
/// its clause.
fn turns(units: &[Unit], at: usize) -> bool {
    if !units[at - 1].is(",") || !third(&units[at]) || !units[at].word.is_some_and(Word::quotes) {
        return false;
    }
    let end = phrase::ahead(units, at + 1, units.len(), &["of", "for", "from"]);
    let somebody = phrase::is_somebody(units, at + 1, end);
    let behind = units.get(end);
    somebody && behind.is_none_or(|u| u.parts() || u.is(".") || u.tag == Tag::Preposition)
}

/// "Moss | vowed to fight", "Moss | pledged that": a past form behind a name, of a verb that takes no person.
fn vows(units: &[Unit], at: usize) -> bool {
    let own = |w: &Word| {
        w.verbs.iter().any(|(_, v)| v.frames.has('i') && v.particles.is_empty())
            && !w.verbs.iter().any(|(_, v)| v.frames.has('o') || v.frames.has('a'))
    };
    let named = units[at - 1].tag == Tag::Name && !units[at - 1].possessive();
    named && units.get(at + 1).is_some_and(|u| u.tag == Tag::To) && units[at].word.is_some_and(own)
}

/// "The detained", "the injured": a past form behind "the" with no noun behind it.
fn stands_for_somebody(units: &[Unit], at: usize) -> bool {
    let next = units.get(at + 1);
    let alone = next.is_none_or(|u| {
        u.parts() || u.is(".") || matches!(u.tag, Tag::Verb | Tag::Auxiliary | Tag::Subordinator)
    });
    units[at - 1].is("the") && units[at].text.ends_with("ed") && alone
}

/// "Her partner, Ada Moss, | calls it": behind the comma that closes an apposition to the subject.
fn behind_apposition(units: &[Unit], at: usize) -> bool {
    let next = units.get(at + 1);
    let object = next.is_some_and(|u| {
        let quotes = u.is(":") && units.get(at + 2).is_some_and(|u| u.quote.is_some());
        u.quote.is_some()
            || quotes
            || u.is("that")
            || matches!(u.tag, Tag::Pronoun | Tag::Determiner)
    });
    let particle = next.is_some_and(|u| {
        let verbs = units[at].word.map_or(&[][..], |w| &w.verbs);
        verbs.iter().any(|(_, v)| v.particles.first().is_some_and(|p| u.is(p)))
    });
    // "Copies of the letters, seen by the Argus, | show that"
    let base = units[at].tag == Tag::Noun
        && next.is_some_and(|u| u.is("that"))
        && units[at].word.is_some_and(|w| w.verbs.iter().any(|(i, _)| *i == Inflection::Base));
    if !units[at - 1].is(",") || !(third(&units[at]) || base) || !(object || particle) {
        return false;
    }
    let open = units[..at - 1].iter().rev().take(APPOSITION).position(|u| u.is(","));
    open.is_some_and(|back| {
        let inner = &units[at - 1 - back..at - 1];
        let clause = inner.first().is_some_and(Unit::relative) && inner.len() > 1;
        !inner.is_empty()
            && inner.iter().all(|u| {
                let plain = !u.verbal() || u.tag == Tag::Participle;
                (clause || plain) && u.quote.is_none() && !u.ends
            })
    })
}

/// Longest apposition behind which a noun is looked at for a verb, in units.
const APPOSITION: usize = 12;

/// Whether a word that reads like a noun can be a verb in the third person.
fn third(unit: &Unit) -> bool {
    unit.tag == Tag::Noun
        && unit.word.is_some_and(|w| w.verbs.iter().any(|(i, _)| *i == Inflection::Third))
}

/// “…,” the report | states: behind a quotation and its speaker, a verb that reads like a noun.
/// Gives how many units the speaker has.
fn hands_over(units: &[Unit], at: usize) -> Option<usize> {
    let word = units[at].word.filter(|_| units[at].tag == Tag::Noun)?;
    let speaker = units[..at].iter().rev().take(6);
    let words = speaker
        .take_while(|u| {
            matches!(u.tag, Tag::Name | Tag::Noun | Tag::Adjective | Tag::Determiner)
                || u.verbal() && u.text.ends_with("ed")
        })
        .take_while(|u| u.quote.is_none())
        .count();
    let speaks = |w: &Word| {
        w.verbs.iter().any(|(i, v)| {
            let behind = units.get(at + 1);
            let follows = v.particles.first().is_none_or(|p| behind.is_some_and(|u| u.is(p)));
            // "a handwritten note on the petition said"
            let agrees = *i != Inflection::Base || units[at - 1].text.ends_with('s');
            *i != Inflection::Ing && agrees && v.frames.has('q') && follows
        })
    };
    let hands = words > 0
        && at > words
        && led_over(units, at - words)
        && speaks(word)
        && units.get(at + 1).is_none_or(|u| !u.nominal() && !u.verbal())
        && matches!(units[at - 1].tag, Tag::Name | Tag::Noun);
    hands.then_some(words)
}

/// Takes a past form for what it is before a noun.
fn modifies(unit: &mut Unit) {
    unit.tag = Tag::Participle;
}

/// Whether a quotation leads over to what begins at `at`: “…,” | Moss said; ‘…’, | an email shows.
fn led_over(units: &[Unit], at: usize) -> bool {
    let comma = units[at - 1].is(",");
    let quote = at.checked_sub(1 + usize::from(comma)).map(|i| &units[i]);
    quote.is_some_and(|u| u.leads_over() || comma && u.quote.is_some())
}

/// "Lawmakers Rip Moss As ‘Unfit’": a sentence without a verb has one that reads like a noun.
fn only_verb(units: &[Unit], sentence: Range<usize>) -> Option<usize> {
    let range = sentence.start + 1..sentence.end;
    if units[sentence.clone()].iter().any(|u| matches!(u.tag, Tag::Verb | Tag::Auxiliary)) {
        return None;
    }
    // "The company blames fuel prices."
    let speaks = |u: &Unit| {
        let roles = u.word.filter(|w| !w.plural).map(|w| w.roles).unwrap_or_default();
        let body = roles.body || roles.official || roles.person;
        body && range.len() > 3 && units[sentence.start].tag == Tag::Determiner
    };
    range.clone().find(|&i| {
        let before = &units[i - 1];
        let plural = before.text.ends_with('s') && !before.possessive();
        let agrees = |w: &Word| {
            let fits = |inflection: Inflection| match inflection {
                Inflection::Third => !plural,
                Inflection::Base => plural,
                _ => false,
            };
            w.verbs.iter().any(|(inflection, _)| fits(*inflection))
        };
        let named = matches!(before.tag, Tag::Name | Tag::Noun) || before.text.ends_with("-old");
        matches!(units[i].tag, Tag::Noun | Tag::Name)
            && units[i].word.is_some_and(agrees)
            && before.quote.is_none()
            && named
            && !before.possessive()
            && units[i + 1..sentence.end].first().is_some_and(|next| {
                let verbs = units[i].word.map_or(&[][..], |w| &w.verbs);
                let particle =
                    || verbs.iter().any(|(_, v)| v.particles.first().is_some_and(|p| next.is(p)));
                // "Moss vows justice": in a headline a name does what the next word says.
                let opens = || before.tag == Tag::Name && i == sentence.start + 1 && next.nominal();
                next.quote.is_some()
                    || particle()
                    || opens()
                    || next.is("that")
                    || next.tag == Tag::To && intends(units[i].word)
                    || matches!(next.tag, Tag::Noun | Tag::Adjective) && speaks(before)
                    || next.tag == Tag::Noun && next.capital()
                    || matches!(next.tag, Tag::Name | Tag::Determiner | Tag::Pronoun | Tag::Number)
            })
    })
}

/// Whether a verb takes an infinitive: "Parents plan | to sue".
fn intends(word: Option<&Word>) -> bool {
    word.is_some_and(|w| w.verbs.iter().any(|(_, v)| v.frames.has('i')))
}
