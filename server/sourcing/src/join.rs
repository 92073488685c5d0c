//! Joins what the paragraphs say into the attributions of the article.

mod again;
mod voices;

pub use again::{Joined, Known};

use crate::{
    Attribution, Class, Form, Paragraph, Place, Said, SourceKind,
    anonymity::{self, Anonymity},
    cast::{Below, Cast, Speaker},
    echo,
};
use again::Stage;
use article::Article;
use language::{Entity, Mention, MentionKind, TextRange};
use std::sync::Arc;
use voices::{told, voices};

/// Who was quoted last, as written: a quotation with nobody beside it is theirs.
type Floor = (Vec<Place>, Option<Speaker>);

/// What is said in each paragraph of the article, in order of content. `known` holds those of an
/// earlier reading; the result does not depend on it.
pub fn paragraphs(
    article: &Article,
    paragraphs: &[Arc<Paragraph>],
    entities: &[Entity],
    cast: &mut Cast,
    known: Option<&Known>,
) -> Vec<Joined> {
    let mut joined: Vec<Joined> = Vec::with_capacity(paragraphs.len());
    let mut stage: Arc<Stage> = Arc::default();
    let mut behind = false;
    for (block, paragraph) in paragraphs.iter().enumerate() {
        if let Some(known) = known.and_then(|known| known.at(block, &stage)) {
            stage = Arc::clone(&known.after);
            joined.push(known.clone());
            behind = true;
            continue;
        }
        let below = cast.below(block);
        if below.map_or(paragraph.said.is_empty(), |below| below == Below::Direction) {
            joined.push(Joined::silent(&stage));
            continue;
        }
        if std::mem::take(&mut behind) {
            cast.recall(&stage.memory);
        }
        let (mut floor, mut quoted_in) = (stage.floor.clone(), stage.quoted_in);
        let mut attributions: Vec<Attribution> = Vec::new();
        let text = &*article.blocks[block].text;
        let (voice, said_here) = match below {
            Some(Below::Spoken(voice)) => (Some(voice), told(voice, text, paragraph).into()),
            _ => (None, voices(cast, block, text, paragraph)),
        };
        let mut speakers: Vec<Option<Speaker>> = Vec::with_capacity(said_here.len());
        for said in &*said_here {
            let place = |&range: &TextRange| Place { block, range };
            let mut source: Vec<Place> = said.source.iter().map(place).collect();
            let before = || attributions.last().or_else(|| last_said(&joined, block));
            let answers = said.class == Some(Class::Reply);
            cast.answers(
                before().filter(|asked| answers && asks(article, asked)).and_then(|it| it.entity),
            );
            let mut speaker = match (source.first(), said.antecedent.as_ref().map(place)) {
                (Some(&at), Some(antecedent)) => cast.relative(at, antecedent),
                (at, _) => at.and_then(|&at| cast.resolve(at)),
            };
            if let Some(voice) = voice.filter(|_| said.line) {
                (source, speaker) = (vec![voice.label], Some(cast.label(voice.label)));
            }
            // "I asked her why." in somebody’s line.
            if is_own(text, said) && said_here.first().is_some_and(|first| first.line) {
                speaker = speakers.first().cloned().flatten().or(speaker);
            }
            if said.carried {
                let person = |at: &Place| {
                    let named = cast.resolve(*at)?;
                    (named.entity.is_some() && named.kind == SourceKind::Person).then_some(named)
                };
                let mut found = introduced(article, paragraphs, block, quoted_in)
                    .filter(|(at, told)| *told || person(at).is_some())
                    .map(|(at, _)| at);
                if let Some(before) = said.content.first().and_then(|content| {
                    sentence_before(paragraphs, block, quoted_in, content.start)
                }) {
                    let subject = subject_of(&paragraphs[before.block], before.range);
                    let place = |range| Place { range, ..before };
                    let sole = || sole_person(&paragraphs[before.block], before.range).map(place);
                    let here = subject.map(place).filter(|at| person(at).is_some()).or_else(sole);
                    found = found.filter(|at| at.block == before.block).or(here).or(found);
                }
                if let Some(at) = found
                    && let Some(named) = cast.resolve(at)
                {
                    floor = (vec![at], Some(named));
                }
                // "She called it “shut”, and Moss left.": of two mentions the name tells more.
                if let Some(at) = named_last(article, paragraphs, block)
                    && floor.0.first().is_some_and(|place| place.block == at.block)
                    && cast.resolve(at).map(|s| s.name) == floor.1.as_ref().map(|s| s.name.clone())
                {
                    floor.0 = vec![at];
                }
                (source, speaker) = floor.clone();
            }
            let mut cue: Vec<Place> = said.cue.iter().map(place).collect();
            if let Some((dash, name)) = credited(article, block).filter(|_| said.cue.is_empty())
                && let Some(named) = cast.resolve(name)
            {
                (source, cue, speaker) = (vec![name], vec![dash], Some(named));
            }
            // "Gaza: 12 killed": a name before a colon speaks only if it is somebody’s.
            let labelled = form(paragraph, said) == Form::Indirect
                && cue.first().is_some_and(|cue| cue.range.of(text) == ":");
            let speaks = |s: &Speaker| {
                let kind = s.entity.map(|id| entities[id.0].kind);
                !matches!(kind, Some(MentionKind::Place | MentionKind::Unknown))
            };
            if labelled && !said.line && !speaker.as_ref().is_some_and(speaks) {
                speakers.push(None);
                continue;
            }
            let outer = said.within.and_then(|i| speakers.get(i)).and_then(Option::as_ref);
            let told = said.within.and_then(|i| said_here.get(i)?.cue.first());
            let told = told.map_or("", |cue| cue.of(&article.blocks[block].text));
            let within = said.within.and_then(|i| said_here.get(i));
            let kept = !said.content.is_empty() && within.is_none()
                || within.is_some_and(|outer| is_untold(outer, said, form(paragraph, said)))
                || outer.is_some_and(|o| hands_on(o, told, said));
            let outlet = outer.filter(|o| o.kind == SourceKind::Outlet).map(|o| o.name.clone());
            let quoted_by = said.via.and_then(|range| cast.resolve(Place { block, range }));
            speakers.push(speaker.clone());
            if !kept {
                continue;
            }
            let mut unnamed = Anonymity::default();
            if let (Some(speaker), Some(&at)) = (&mut speaker, source.first())
                && (speaker.kind == SourceKind::Anonymous
                    || speaker.kind == SourceKind::Person && speaker.entity.is_none())
            {
                unnamed = anonymity::of(&article.blocks[at.block].text, &paragraphs[at.block], at);
                if unnamed.agreed {
                    speaker.kind = SourceKind::Anonymous;
                }
            }
            // Nobody says "she" of the presenter.
            let narrates =
                |label: &Place| voice.map_or_else(|| cast.narrates(*label), |it| it.ours);
            let ours = said.line && source.first().is_some_and(narrates);
            if let Some(speaker) = speaker.as_ref().filter(|_| said.class.is_some() && !ours) {
                cast.spoke(speaker, source.first().copied());
            }
            let form = form(paragraph, said);
            let relative = said.source.first().is_some_and(|s| {
                matches!(s.of(&article.blocks[block].text), "who" | "which" | "that")
            });
            if form != Form::Indirect && !source.is_empty() && !relative {
                floor = (source.clone(), speaker.clone());
                quoted_in = Some(block);
            }
            let own_outlet =
                speaker.as_ref().filter(|s| s.kind == SourceKind::Outlet).map(|s| s.name.clone());
            attributions.push(Attribution {
                source,
                cue,
                content: said.content.iter().map(place).collect(),
                form,
                kind: speaker.as_ref().filter(|s| !shown_by_things(s, said)).map(|s| s.kind),
                entity: speaker.as_ref().and_then(|s| s.entity),
                body: speaker.as_ref().and_then(Speaker::body),
                speaker: speaker.map(|s| s.name),
                via: quoted_by.map(|s| s.name).or(outlet).or(own_outlet),
                class: said.class,
                reason_given: unnamed.reasoned,
                inherited: said.carried,
            });
        }
        name_roles(&mut attributions, cast);
        let after = Arc::new(Stage { floor, quoted_in, memory: cast.memory() });
        stage = Arc::clone(&after);
        joined.push(Joined { after, said: attributions.into_iter().map(Arc::new).collect() });
    }
    joined
}

/// Whether whoever speaks says it in the first person.
fn is_own(text: &str, said: &Said) -> bool {
    said.source.first().is_some_and(|source| {
        let words = source.of(text);
        words.split(['’', '\'']).next().is_some_and(|stem| matches!(stem, "I" | "me"))
    })
}

/// The last attribution of the paragraph before.
fn last_said(joined: &[Joined], block: usize) -> Option<&Attribution> {
    joined[..block].last()?.said.last().map(|said| &**said)
}

/// Whether what is attributed ends with a question: “Were you there?” Moss asked.
fn asks(article: &Article, said: &Attribution) -> bool {
    let Some(place) = said.content.last() else { return false };
    let text = &*article.blocks[place.block].text;
    let until = text.get(..place.range.end).unwrap_or_default();
    until.trim_end_matches(['’', '”', '\'', '"', '»', ' ']).ends_with('?')
}

/// "The mayor warned of ruin. “It is late,” Ada Moss said.": names who holds an office that nobody was
/// named for, by the next speaker of the paragraph, if nothing was said of that one before.
fn name_roles(attributions: &mut [Attribution], cast: &Cast) {
    for at in (1..attributions.len()).rev() {
        let (before, next) = attributions.split_at_mut(at);
        let (Some(role), Some(next)) = (before.last_mut(), next.first()) else { continue };
        if let Some(named) = cast.brought_on(role, next) {
            (role.speaker, role.entity) = (Some(named.name), named.entity);
        }
    }
}

/// The attributions of the article.
pub fn attributions(article: &Article, joined: &[Joined]) -> Vec<Arc<Attribution>> {
    let said = joined.iter().flat_map(|joined| joined.said.iter().cloned());
    let mut attributions: Vec<Arc<Attribution>> = said.collect();
    echo::resolve(article, &mut attributions);
    attributions
}

/// Whom the paragraph before brings on for a quotation that stands alone: whoever it ends with,
/// before a colon or where nobody was quoted in it. Says too whether that one speaks there, or only
/// does something.
fn introduced(
    article: &Article,
    paragraphs: &[Arc<Paragraph>],
    block: usize,
    quoted_in: Option<usize>,
) -> Option<(Place, bool)> {
    let before = (0..block).rev().take(2).find(|&i| !paragraphs[i].text.sentences.is_empty())?;
    let paragraph = &paragraphs[before];
    let place = |range| Place { block: before, range };
    let last = paragraph.text.sentences.last()?.range;
    let text = &*article.blocks[before].text;
    if text.starts_with(['[', '(']) {
        // "[SOT: ADA MOSS, RESIDENT]"
        let names = paragraph.text.mentions.iter();
        let person = names.rev().find(|n| n.kind == MentionKind::Person);
        return person.map(|n| (place(n.range), true));
    }
    let asked = || {
        // "Is she nervous?" – “Ask me on Monday.”
        let inside = |t: &&language::Token| last.covers(t.range);
        let tokens = paragraph.text.tokens.iter().filter(inside).map(|t| t.range);
        let question = last.of(text).ends_with('?');
        let mut people = tokens.filter(|t| matches!(t.of(text), "he" | "she"));
        people.next().filter(|_| question)
    };
    let subject = paragraph.subjects.last().filter(|s| last.overlaps(**s)).copied();
    let subject = subject.or_else(asked);
    if article.blocks[before].text.trim_end().ends_with(':') {
        return subject.map(|range| (place(range), true));
    }
    if quoted_in == Some(before) {
        return None;
    }
    let tells = |said: &&Said| {
        said.class.is_some() && said.within.is_none() && said.cue.iter().any(|c| last.overlaps(*c))
    };
    let told =
        paragraph.said.iter().rev().find(tells).and_then(|said| said.source.first().copied());
    told.map(|range| (place(range), true)).or(subject.map(|range| (place(range), false)))
}

/// The sentence that a quotation with nobody beside it follows: the one before it in its paragraph, where
/// nobody was quoted there and that sentence attributes nothing, or the last one of the paragraph before.
fn sentence_before(
    paragraphs: &[Arc<Paragraph>],
    block: usize,
    quoted_in: Option<usize>,
    at: usize,
) -> Option<Place> {
    let sentences = &paragraphs[block].text.sentences;
    let past = sentences.partition_point(|s| s.range.start <= at);
    let place = if let Some(before) = past.checked_sub(2) {
        Place { block, range: sentences[before].range }
    } else {
        let mut before = (0..block).rev().take(2);
        let block = before.find(|&i| !paragraphs[i].text.sentences.is_empty())?;
        Place { block, range: paragraphs[block].text.sentences.last()?.range }
    };
    let attributes = |said: &Said| said.cue.iter().any(|cue| place.range.overlaps(*cue));
    let silent = !paragraphs[place.block].said.iter().any(attributes);
    (silent && quoted_in != Some(place.block)).then_some(place)
}

/// The subject of a sentence.
fn subject_of(paragraph: &Paragraph, sentence: TextRange) -> Option<TextRange> {
    let from = paragraph.subjects.partition_point(|s| s.start < sentence.start);
    paragraph.subjects.get(from).copied().filter(|s| sentence.covers(*s))
}

/// The person whom a sentence names, if it names one: "Among the first to sign was Ada Moss, 88."
fn sole_person(paragraph: &Paragraph, sentence: TextRange) -> Option<TextRange> {
    let quoted = |n: TextRange| paragraph.quoted.iter().any(|q| q.outside.covers(n));
    let named = |n: &&Mention| {
        n.kind == MentionKind::Person && sentence.covers(n.range) && !quoted(n.range)
    };
    let mut people = paragraph.text.mentions.iter().filter(named);
    let only = people.next()?;
    people.next().is_none().then_some(only.range)
}

/// The subject of the last sentence of the paragraph before.
fn named_last(article: &Article, paragraphs: &[Arc<Paragraph>], block: usize) -> Option<Place> {
    let before = (0..block).rev().take(2).find(|&i| !paragraphs[i].text.sentences.is_empty())?;
    let last = paragraphs[before].text.sentences.last()?.range;
    let range = *paragraphs[before].subjects.last().filter(|s| last.overlaps(**s))?;
    let text = &*article.blocks.get(before)?.text;
    range.of(text).starts_with(char::is_uppercase).then_some(Place { block: before, range })
}

/// "— Ada Moss (@adamoss)": the dash and the name in the block behind, which credit what stands in
/// this one.
fn credited(article: &Article, block: usize) -> Option<(Place, Place)> {
    let next = block + 1;
    let text = &*article.blocks.get(next)?.text;
    let dash = text.chars().next().filter(|c| matches!(c, '—' | '–' | '―' | '-'))?;
    // "- Ada Moss" is an entry of a list.
    let from = match dash {
        '-' => 1,
        _ => text.len() - text[dash.len_utf8()..].trim_start().len(),
    };
    let words = text[from..].split(['(', ',']).next()?.trim_end();
    let name = words.starts_with(char::is_uppercase) && words.split_whitespace().count() < 6;
    let place = |start, end| Place { block: next, range: TextRange::new(start, end) };
    name.then(|| (place(0, dash.len_utf8()), place(from, from + words.len())))
}

/// Whether nobody tells what another says: "X appeared to agree that “…”", "X reportedly said: “…”", "X,
/// as is noted, said it was late", "Recall that X said so."
fn is_untold(outer: &Said, said: &Said, form: Form) -> bool {
    if !outer.source.is_empty() || outer.within.is_some() {
        return false;
    }
    if form != Form::Indirect {
        return true;
    }
    let seems = outer.class.is_none_or(|class| class == Class::Evidential);
    !seems && !said.source.is_empty() && said.class.is_some_and(speaks)
}

/// Whether somebody hands on what another said: "The Guardian noted that X told …", "According to
/// the ministry, X promised …".
fn hands_on(outer: &Speaker, told: &str, said: &Said) -> bool {
    let according = told.get(..9).is_some_and(|cue| cue.eq_ignore_ascii_case("according"));
    let bearer = outer.kind == SourceKind::Outlet || according && outer.kind != SourceKind::Person;
    bearer && !said.source.is_empty() && said.class.is_some_and(speaks)
}

/// "This call suggests …": what a thing shows is the writer's own inference, and nobody's word.
fn shown_by_things(speaker: &Speaker, said: &Said) -> bool {
    let person = speaker.kind == SourceKind::Person && speaker.entity.is_none();
    person && said.class == Some(Class::Evidential)
}

/// Whether the cue gives somebody's words or knowledge rather than the side they take.
fn speaks(class: Class) -> bool {
    class != Class::Stance
}

fn form(paragraph: &Paragraph, said: &Said) -> Form {
    let quoted = |content: &TextRange| paragraph.quoted.iter().any(|q| q.inside.overlaps(*content));
    let wholly = |content: &TextRange| paragraph.quoted.iter().any(|q| q.outside.covers(*content));
    match () {
        () if said.content.iter().all(wholly) => Form::Direct,
        () if said.content.iter().any(quoted) => Form::Mixed,
        () => Form::Indirect,
    }
}
