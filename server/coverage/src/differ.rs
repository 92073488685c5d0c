//! Two articles of one story side by side: which sentences make the same point, where they
//! differ, and what that makes of the report.

pub(crate) mod assertion;
pub(crate) mod dates;
pub(crate) mod doubt;
pub(crate) mod facts;
pub(crate) mod homes;
pub(crate) mod kin;
pub(crate) mod lands;
pub(crate) mod number;
pub(crate) mod offices;
pub(crate) mod places;
pub(crate) mod polarity;
pub(crate) mod quotes;
pub(crate) mod roles;
pub(crate) mod scene;
pub(crate) mod slots;
pub(crate) mod standing;
pub(crate) mod values;
pub(crate) mod when;
pub(crate) mod whose;

use crate::{
    Difference, OfficeVariant, QuoteVersion, Relation, Severity,
    align::{self, Match, People, Shared, Shares, point::Common},
    differ::{doubt::Tentative, facts::Telling},
    event::{self, at},
};
use language::TextRange;
use sourcing::{Place, Reading};

/// From here on two sentences are about the same thing closely enough to compare what they say.
const SAME_POINT: f32 = 0.15;

/// From this likeness on two sentences tell of one earthquake whatever its magnitude; those of one
/// week do in any case.
const ONE_QUAKE: f32 = 0.7;
const WEEK_DAYS: i32 = 7;

/// What share of a sentence's rare words the other must have for both to say the same.
const COVERED: f32 = 0.5;

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
}

/// One article beside another.
#[derive(Debug)]
pub(crate) struct Beside<'a> {
    here: &'a Reading,
    there: &'a Reading,
    ours: &'a Telling,
    theirs: &'a Telling,
    /// What they have of each of our quotes.
    pub(crate) quotes: Vec<Option<QuoteVersion>>,
    /// Offices of our people that they give otherwise.
    pub(crate) offices: Vec<OfficeVariant>,
    /// Our sentence, theirs, and which of the quotes both have; sorted.
    in_both: Vec<(usize, usize, usize)>,
}

impl<'a> Beside<'a> {
    pub(crate) fn of(
        ours: (&'a Reading, &'a Telling),
        theirs: (&'a Reading, &'a Telling),
        teller: usize,
    ) -> Self {
        Self::again(ours, theirs, teller, |_| None)
    }

    /// The same, where `before` has what they had of those of our quotes that are as they were.
    pub(crate) fn again<'b>(
        (here, ours): (&'a Reading, &'a Telling),
        (there, theirs): (&'a Reading, &'a Telling),
        teller: usize,
        before: impl Fn(usize) -> Option<&'b Option<QuoteVersion>>,
    ) -> Self {
        let mut quotes = ours.facts.quotes.versions(&theirs.facts.quotes, before);
        let mut in_both = Vec::new();
        for (index, version) in quotes.iter_mut().enumerate() {
            let Some(version) = version else { continue };
            version.teller = teller;
            let ours = here.sentence_at(here.quotes[version.quote].inside);
            let theirs = there.sentence_at(there.quotes[version.theirs].inside);
            in_both.extend(ours.zip(theirs).map(|(ours, theirs)| (ours, theirs, index)));
        }
        in_both.sort_unstable();
        let offices = ours.facts.offices.variants(here, &theirs.facts.offices, there, teller);
        Self { here, there, ours, theirs, quotes, offices, in_both }
    }

    /// A part of our sentence, from its block's start.
    pub(crate) fn moved(&self, here: usize, part: TextRange) -> TextRange {
        let start = self.here.sentences[here].place.range.start;
        TextRange::new(start + part.start, start + part.end)
    }

    /// The facts that our sentence shares with theirs, in their order.
    pub(crate) fn shares(&self, here: usize) -> Vec<Shares> {
        let counted = self.ours.facts.slots.shared(here, &self.theirs.facts.slots).into_iter();
        let counted = counted.map(|there| Shares { there, quote: false, number: true });
        let in_both = self.quoted(here).map(|there| Shares { there, quote: true, number: false });
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

    /// Their sentences that have a quote of ours, in order.
    pub(crate) fn quoted(&self, here: usize) -> impl Iterator<Item = usize> {
        let quoted = at::of_sentence(&self.in_both, |it| it.0, here);
        quoted.chunk_by(|a, b| a.1 == b.1).map(|same| same[0].1)
    }

    /// The best of their sentences for one of ours, best first.
    pub(crate) fn matches(&self, here: usize, shares: &[Shares]) -> Vec<Match> {
        let (line, points) = (&self.ours.vectors.lines[here], &self.ours.agenda.lines[here]);
        let sums = self.theirs.agenda.beside(points);
        let (told, rivals) = (&self.ours.facts.statements, &self.theirs.facts.statements);
        let lead = &self.ours.lead;
        align::best(&self.theirs.vectors.beside(line), |there| {
            let (sum, theirs) = (sums[there], &self.theirs.agenda.lines[there]);
            let common = if sum.is_enough() { points.common(theirs) } else { Common::default() };
            let at = shares.binary_search_by_key(&there, |shares| shares.there);
            let (quote, number) =
                at.map_or((false, false), |at| (shares[at].quote, shares[at].number));
            Shared {
                point: common.likeness,
                part: points.statement(common),
                people: match () {
                    () if lead.meets((here, points), &self.theirs.lead, (there, theirs)) => {
                        People::Lead
                    }
                    () if quote => People::Open,
                    () if event::of_others((told, here, points), (rivals, there, theirs)) => {
                        People::Others
                    }
                    () => People::Open,
                },
                value: quote || number,
                fact: quote || number && sum.touches(),
            }
        })
    }

    /// The best of their sentences for one of ours, compared.
    pub(crate) fn found(&self, here: usize) -> Vec<Found> {
        let matches = self.matches(here, &self.shares(here));
        self.compare(here, &matches, &self.told(here, &matches))
    }

    /// How what they say in these sentences differs from ours, as far as the sentences tell; our
    /// places from our sentence's start.
    pub(crate) fn told(&self, here: usize, matches: &[Match]) -> Vec<Vec<Tentative>> {
        let told = matches.iter().map(|found| {
            let near = found.score >= SAME_POINT;
            if near { self.facts(here, found.there, found.cosine) } else { Vec::new() }
        });
        let mut told: Vec<Vec<Tentative>> = told.collect();
        let start = self.here.sentences[here].place.range.start;
        for place in told.iter_mut().flatten().map(|it| &mut it.difference.here) {
            let TextRange { start: from, end } = place.range;
            place.range = TextRange::new(from.saturating_sub(start), end.saturating_sub(start));
        }
        told
    }

    /// What they say in these sentences, beside ours; `told` is how they differ.
    pub(crate) fn compare(
        &self,
        here: usize,
        matches: &[Match],
        told: &[Vec<Tentative>],
    ) -> Vec<Found> {
        matches.iter().zip(told).map(|(found, told)| self.compared(here, *found, told)).collect()
    }

    /// Whether nothing that is shown beside our sentence depends on the rest of the articles, if
    /// what the sentences tell does not.
    pub(crate) fn is_settled(&self, here: usize) -> bool {
        self.offices.is_empty() && self.quoted(here).next().is_none()
    }

    /// Quotes of our sentence that stand in theirs.
    fn shared_quotes(&self, here: usize, there: usize) -> impl Iterator<Item = &QuoteVersion> {
        let quoted = at::of_sentence(&self.in_both, |it| it.0, here).iter();
        let shared = quoted.filter(move |(_, theirs, _)| *theirs == there);
        shared.filter_map(|&(.., index)| self.quotes.get(index)?.as_ref())
    }

    fn compared(&self, here: usize, found: Match, told: &[Tentative]) -> Found {
        let Match { there, score, plain, part, .. } = found;
        let standing = standing::standing(told, (&self.ours.facts, here), &self.theirs.facts);
        let block = self.here.sentences[here].place.block;
        let at_home = |difference: &Difference| {
            let here = Place { block, range: self.moved(here, difference.here.range) };
            Difference { here, ..difference.clone() }
        };
        let mut differences: Vec<Difference> = standing.into_iter().map(at_home).collect();
        for version in self.shared_quotes(here, there) {
            differences.extend(version.difference.clone());
        }
        let held = self.offices.iter().map(|variant| &variant.difference);
        let both = |it: &&Difference| {
            self.here.sentence_at(it.here) == Some(here)
                && self.there.sentence_at(it.there) == Some(there)
        };
        differences.extend(held.filter(both).cloned());
        let part = part.filter(|_| differences.is_empty());
        Found { there, score, plain, part, differences }
    }

    /// How what two sentences say differs, as far as they tell.
    fn facts(&self, here: usize, there: usize, cosine: f32) -> Vec<Tentative> {
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
            differences = ours.slots.differences(here, slots, there, later, one_quake);
            let moving = ours.slots.moves(here) || theirs.slots.moves(there);
            differences.extend(polarity::differences(
                (told, self.here, here),
                (rival, self.there, there),
                later,
                moving,
            ));
            differences.extend(ours.roles.differences(reading, &theirs.roles, other));
        }
        if meets.whenever() {
            let (ours, theirs) = (&ours.dates, &theirs.dates);
            let dates = ours.differences((told, reading), theirs, (rival, other), later);
            differences.extend(dates);
        }
        if meets.wherever() {
            let (ours, theirs) = (&ours.places, &theirs.places);
            differences.extend(ours.differences((told, here), theirs, (rival, there)));
        }
        // Who somebody's brother is, and where a company is at home, does not change with the day.
        differences.extend(ours.kin.differences(reading, &theirs.kin, other));
        differences.extend(ours.homes.differences(reading, &theirs.homes, other));
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
        let slots = &self.ours.facts.slots;
        let unsaid = slots.lack(here, &self.theirs.facts.slots, found.there);
        if ours_met < COVERED || unsaid || !ours.can_agree(theirs) {
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
