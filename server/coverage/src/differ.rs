//! Two articles of one story side by side: which sentences make the same point, where they
//! differ, and what that makes of the report.

use crate::{
    Difference, OfficeVariant, QuoteVersion, Relation, Severity,
    agenda::{self, Agenda},
    align::{self, Match, Shared, Shares},
    dates::Dates,
    homes::Homes,
    kin::Kin,
    names::Spellings,
    offices::Offices,
    places::Places,
    point::{Common, Outline},
    polarity,
    quotes::Quotes,
    roles::Roles,
    said::Said,
    slots::Slots,
    statement::Statements,
    story::Vectors,
    weights::Weights,
};
use article::Date;
use language::TextRange;
use sourcing::Reading;
use std::{collections::BTreeMap, sync::Arc};

/// From here on two sentences are about the same thing closely enough to compare what they say.
const SAME_POINT: f32 = 0.15;

/// From this likeness on two sentences tell of one earthquake whatever its magnitude; those of one
/// week do in any case.
const ONE_QUAKE: f32 = 0.7;
const WEEK_DAYS: i32 = 7;

/// What share of a sentence's rare words the other must have for both to say the same.
const COVERED: f32 = 0.5;

/// What an article says, whatever it is held against.
#[derive(Debug)]
pub(crate) struct Facts {
    pub(crate) slots: Slots,
    statements: Statements,
    dates: Dates,
    places: Places,
    roles: Roles,
    kin: Kin,
    homes: Homes,
    offices: Offices,
    quotes: Quotes,
    said: Vec<Said>,
    outlines: Vec<Arc<Outline>>,
    pub(crate) spellings: Spellings,
}

/// An article with everything that is compared.
#[derive(Debug)]
pub(crate) struct Telling {
    pub(crate) date: Option<Date>,
    pub(crate) vectors: Arc<Vectors>,
    pub(crate) agenda: Agenda,
    pub(crate) facts: Arc<Facts>,
}

impl Telling {
    pub(crate) fn of(reading: &Reading, weights: &Weights) -> Self {
        let vectors = Arc::new(Vectors::of(reading, weights));
        Self::with(reading, vectors, Arc::new(Facts::of(reading)), weights)
    }

    pub(crate) fn with(
        reading: &Reading,
        vectors: Arc<Vectors>,
        facts: Arc<Facts>,
        weights: &Weights,
    ) -> Self {
        let date = reading.article.metadata.date();
        Self { date, vectors, agenda: Agenda::of(&facts.outlines, weights), facts }
    }

    fn said(&self, sentence: usize) -> Option<&Said> {
        self.facts.said.get(sentence)
    }
}

/// A sentence of theirs for one of ours, compared.
#[derive(Debug)]
pub(crate) struct Found {
    pub(crate) there: usize,
    pub(crate) score: f32,
    /// How clearly a reader sees the same point in it; 0 where it is not plain.
    pub(crate) plain: f32,
    /// The statement of ours whose point it is, where ours has several and it is one of them; from
    /// its sentence's start.
    pub(crate) part: Option<TextRange>,
    pub(crate) differences: Vec<Difference>,
    /// Whether the differences depend on more than the two sentences.
    pub(crate) open: bool,
}

/// One article beside another.
#[derive(Debug)]
pub(crate) struct Beside<'a> {
    here: &'a Reading,
    there: &'a Reading,
    ours: &'a Telling,
    theirs: &'a Telling,
    /// Our quotes that they have.
    pub(crate) quotes: Vec<QuoteVersion>,
    /// Offices of our people that they give otherwise.
    pub(crate) offices: Vec<OfficeVariant>,
    /// Which of them our sentence and theirs share.
    in_both: BTreeMap<(usize, usize), Vec<usize>>,
    /// Our sentences and theirs that hold the same number of something, sorted.
    counted: Vec<(usize, usize)>,
}

impl Facts {
    pub(crate) fn of(reading: &Reading) -> Self {
        let statements = Statements::of(reading);
        Self {
            slots: Slots::of(reading),
            dates: Dates::of(reading, &statements),
            places: Places::of(reading, &statements),
            roles: Roles::of(reading, &statements),
            kin: Kin::of(reading),
            homes: Homes::of(reading),
            offices: Offices::of(reading),
            statements,
            quotes: Quotes::of(reading),
            said: Said::all(reading),
            outlines: agenda::outlines(reading),
            spellings: Spellings::of(reading),
        }
    }

    /// Whether a sentence says what one of `before` said.
    pub(crate) fn is_same(&self, sentence: usize, before: &Self, was: usize) -> bool {
        let (now, then) = (&self.statements, &before.statements);
        self.slots.is_same(sentence, &before.slots, was)
            && now.of_sentence(sentence) == then.of_sentence(was)
            && self.dates.told(now, sentence).eq(before.dates.told(then, was))
            && self.places.told(now, sentence).eq(before.places.told(then, was))
            && self.roles.of_sentence(sentence) == before.roles.of_sentence(was)
            && self.kin.is_same(sentence, &before.kin, was)
            && self.homes.is_same(sentence, &before.homes, was)
            && self.said.get(sentence) == before.said.get(was)
    }
}

impl<'a> Beside<'a> {
    pub(crate) fn of(
        (here, ours): (&'a Reading, &'a Telling),
        (there, theirs): (&'a Reading, &'a Telling),
        teller: usize,
    ) -> Self {
        let quotes = ours.facts.quotes.versions(here, &theirs.facts.quotes, there, teller);
        let mut in_both: BTreeMap<_, Vec<usize>> = BTreeMap::new();
        for (index, version) in quotes.iter().enumerate() {
            let ours = here.sentence_at(here.quotes[version.quote].inside);
            let theirs = there.sentence_at(there.quotes[version.theirs].inside);
            if let Some(sentences) = ours.zip(theirs) {
                in_both.entry(sentences).or_default().push(index);
            }
        }
        let counted = ours.facts.slots.shared(&theirs.facts.slots);
        let offices = ours.facts.offices.variants(here, &theirs.facts.offices, there, teller);
        Self { here, there, ours, theirs, quotes, offices, in_both, counted }
    }

    /// A part of our sentence, from its block's start.
    pub(crate) fn moved(&self, here: usize, part: TextRange) -> TextRange {
        let start = self.here.sentences[here].place.range.start;
        TextRange::new(start + part.start, start + part.end)
    }

    /// The facts that our sentence shares with theirs, in their order.
    pub(crate) fn shares(&self, here: usize) -> Vec<Shares> {
        let first = self.counted.partition_point(|(at, _)| *at < here);
        let counted = self.counted[first..].iter().take_while(|(at, _)| *at == here);
        let counted = counted.map(|&(_, there)| Shares { there, quote: false, number: true });
        let in_both = self.in_both.range((here, 0)..=(here, usize::MAX));
        let in_both = in_both.map(|(&(_, there), _)| Shares { there, quote: true, number: false });
        let mut shares: Vec<Shares> = counted.chain(in_both).collect();
        shares.sort_by_key(|shares| shares.there);
        shares.dedup_by(|next, kept| {
            let same = next.there == kept.there;
            kept.quote |= same && next.quote;
            kept.number |= same && next.number;
            same
        });
        shares
    }

    /// The best of their sentences for one of ours, best first.
    pub(crate) fn matches(&self, here: usize, shares: &[Shares]) -> Vec<Match> {
        let (line, points) = (&self.ours.vectors.lines[here], &self.ours.agenda.lines[here]);
        let sums = self.theirs.agenda.beside(points);
        align::best(&self.theirs.vectors.beside(line), |there| {
            let sum = sums[there];
            let common = if sum.is_enough() {
                points.common(&self.theirs.agenda.lines[there])
            } else {
                Common::default()
            };
            let at = shares.binary_search_by_key(&there, |shares| shares.there);
            let (quote, number) =
                at.map_or((false, false), |at| (shares[at].quote, shares[at].number));
            Shared {
                point: common.likeness,
                part: points.statement(common),
                value: quote || number,
                fact: quote || number && sum.touches(),
            }
        })
    }

    /// The best of their sentences for one of ours, compared.
    pub(crate) fn found(&self, here: usize) -> Vec<Found> {
        self.compare(here, &self.matches(here, &self.shares(here)))
    }

    /// What they say in these sentences, beside ours.
    pub(crate) fn compare(&self, here: usize, matches: &[Match]) -> Vec<Found> {
        matches.iter().map(|found| self.compared(here, *found)).collect()
    }

    /// Quotes of our sentence that stand in theirs.
    fn shared_quotes(&self, here: usize, there: usize) -> impl Iterator<Item = &QuoteVersion> {
        let shared = self.in_both.get(&(here, there)).into_iter().flatten();
        shared.filter_map(|&index| self.quotes.get(index))
    }

    fn compared(&self, here: usize, found: Match) -> Found {
        let Match { there, cosine, score, plain, part } = found;
        let (mut differences, mut open) = (Vec::new(), false);
        if score >= SAME_POINT {
            differences = self.facts(here, there, cosine, &mut open);
        }
        for version in self.shared_quotes(here, there) {
            open = true;
            differences.extend(version.difference.clone());
        }
        let held = self.offices.iter().map(|variant| &variant.difference);
        let both = |it: &&Difference| {
            self.here.sentence_at(it.here) == Some(here)
                && self.there.sentence_at(it.there) == Some(there)
        };
        differences.extend(held.filter(both).cloned());
        let part = part.filter(|_| differences.is_empty());
        open |= !differences.is_empty();
        Found { there, score, plain, part, differences, open }
    }

    /// How what two sentences say differs. Sets `open` where what the rest of the articles says
    /// decides.
    fn facts(&self, here: usize, there: usize, cosine: f32, open: &mut bool) -> Vec<Difference> {
        let (ours, theirs) = (&*self.ours.facts, &*self.theirs.facts);
        let Some(meets) = ours.slots.meets(here, &theirs.slots, there) else { return Vec::new() };
        let later = self.ours.date.zip(self.theirs.date).map(|(here, there)| there.cmp(&here));
        let (reading, other) = ((self.here, here), (self.there, there));
        let (told, rival) = (&ours.statements, &theirs.statements);
        let mut differences = Vec::new();
        if meets.one_event() {
            let dates = self.ours.date.zip(self.theirs.date);
            let days = dates.and_then(|(here, there)| here.until(there).ok());
            let one_week = days.is_some_and(|days| days.get_days().abs() <= WEEK_DAYS);
            let one_quake = one_week || cosine >= ONE_QUAKE;
            let slots = &theirs.slots;
            differences = ours.slots.differences(here, slots, there, later, one_quake, open);
            let moving = ours.slots.moves(here) || theirs.slots.moves(there);
            differences.extend(polarity::differences(
                (told, self.here, here),
                (rival, self.there, there),
                later,
                moving,
                open,
            ));
            differences.extend(ours.roles.differences(reading, &theirs.roles, other, open));
        }
        if meets.whenever() {
            let (ours, theirs) = (&ours.dates, &theirs.dates);
            let dates = ours.differences((told, reading), theirs, (rival, other), later, open);
            differences.extend(dates);
        }
        if meets.wherever() {
            let (ours, theirs) = (&ours.places, &theirs.places);
            differences.extend(ours.differences((told, here), theirs, (rival, there), open));
        }
        // Who somebody's brother is, and where a company is at home, does not change with the day.
        differences.extend(ours.kin.differences(reading, &theirs.kin, other, open));
        differences.extend(ours.homes.differences(reading, &theirs.homes, other, open));
        differences
    }

    /// What the differences, or without any the shared words, make of a report on our sentence.
    pub(crate) fn relation(&self, here: usize, found: &Found) -> Relation {
        match found.differences.iter().map(|difference| difference.severity).max() {
            Some(Severity::Conflict) => return Relation::Conflicts,
            Some(Severity::Update) => return Relation::Updates,
            Some(Severity::Wording) => return Relation::Wording,
            None => {}
        }
        let (ours, theirs) = (self.ours.said(here), self.theirs.said(found.there));
        let (Some(ours), Some(theirs)) = (ours, theirs) else { return Relation::Related };
        let (line, other) =
            (&self.ours.vectors.lines[here], &self.theirs.vectors.lines[found.there]);
        let (ours_met, theirs_met) = (ours.share(line, other), theirs.share(other, line));
        if ours_met < COVERED || !ours.can_agree(theirs) {
            return Relation::Related;
        }
        if theirs_met < ours_met * 0.7 { Relation::Adds } else { Relation::Agrees }
    }
}

/// Which sentences to show of those found in one article for one of ours, one for each part of
/// ours: one that differs before one that agrees, and of these the one in which a reader sees the
/// same point most clearly.
pub(crate) fn shown(found: &[Found]) -> Vec<usize> {
    let rank = |at: usize| (!found[at].differences.is_empty(), found[at].plain);
    let mut shown: Vec<usize> = Vec::new();
    for next in (0..found.len()).filter(|&at| rank(at) > (false, 0.0)) {
        match shown.iter_mut().find(|best| found[**best].part == found[next].part) {
            Some(best) if rank(*best) >= rank(next) => {}
            Some(best) => *best = next,
            None => shown.push(next),
        }
    }
    shown
}
