//! What a hover says: how the other outlets report the words under the cursor.
//!
//! Pure text. The counts come first, then what differs, then the rest, each with outlet, date,
//! source and the passage itself; copies of one text are named together and counted once.

mod passage;
#[cfg(test)]
mod tests;
mod words;

use crate::page::{Markup, Page, count, list};
use article::{Date, Span};
use corpus::Entry;
use coverage::{Coverage, NameVariant, OfficeVariant, QuoteVersion, Relation, Report};
use newsroom::Checked;
use passage::passage;
use sourcing::{Place, Reading};
use std::collections::BTreeSet;
use words::{agreement, label};

/// Most passages shown; the rest is counted.
const MOST: usize = 6;
/// Words by which a quote is longer than ours before it is worth going there.
const MORE: usize = 3;

/// The way to a passage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// Opens it where links can be followed.
    pub url: Option<String>,
    /// Names it for everybody else: `wire/reuters.md:12`.
    pub place: String,
}

/// What a hover shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hover {
    /// The words it is about.
    pub span: Span,
    /// What it says.
    pub text: String,
}

/// What there is to say about the words at `offset`, if there is anything.
pub fn at(
    checked: &Checked,
    offset: usize,
    markup: Markup,
    link: &dyn Fn(&Entry, Span) -> Link,
) -> Option<Hover> {
    let view = View { reading: &checked.reading, coverage: &checked.coverage, link };
    let place = view.reading.place_of(offset)?;
    let mut page = Page::new(markup);
    let mut span = None;
    if let Some((variant, name)) = view.name_at(offset) {
        view.name(&mut page, variant);
        span = Some(name);
    }
    if let Some((variants, name)) = view.offices_at(offset) {
        view.offices(&mut page, &variants);
        span = span.or(Some(name));
    }
    let mut told = BTreeSet::new();
    if let Some((versions, quote)) = view.quote_at(offset) {
        view.quote(&mut page, &versions);
        told = versions.iter().map(|version| version.teller).collect();
        span = span.or(Some(quote));
    }
    if let Some(sentence) = view.reading.sentence_at(place) {
        let reports = view.reports(sentence, place.range.start, &told);
        if !reports.is_empty() {
            view.point(&mut page, &reports, !told.is_empty());
            let whole = view.reading.sentences[sentence].place;
            let part = reports.iter().find_map(|report| report.part);
            let about = part.map_or(whole, |range| Place { range, ..whole });
            span = span.or_else(|| Some(view.reading.span(about)));
        }
    }
    let span = span?;
    for gap in &view.coverage.gaps {
        page.paragraph().say(gap);
    }
    Some(Hover { span, text: page.finish()? })
}

struct View<'a> {
    reading: &'a Reading,
    coverage: &'a Coverage,
    link: &'a dyn Fn(&Entry, Span) -> Link,
}

impl<'a> View<'a> {
    fn entry(&self, teller: usize) -> &'a Entry {
        &self.coverage.tellers[teller].entry
    }

    fn outlet(&self, teller: usize) -> String {
        self.entry(teller).outlet.to_string()
    }

    /// Names of the outlets of `tellers`, each once, in order.
    fn outlets(&self, tellers: impl IntoIterator<Item = usize>) -> Vec<String> {
        let mut seen = BTreeSet::new();
        let names = tellers.into_iter().map(|teller| self.outlet(teller));
        names.filter(|name| seen.insert(name.clone())).collect()
    }

    fn date(&self, teller: usize) -> Option<Date> {
        self.entry(teller).date
    }

    // Names.

    fn name_at(&self, offset: usize) -> Option<(&'a NameVariant, Span)> {
        let names = self.reading.names.iter();
        let name = names.rev().find(|name| self.reading.span(name.place).touches(offset))?;
        let entity = name.entity?.0;
        let mut variants = self.coverage.names.iter();
        let variant = variants.find(|variant| variant.entity == entity)?;
        Some((variant, self.reading.span(name.place)))
    }

    fn name(&self, page: &mut Page, variant: &NameVariant) {
        let theirs = self.outlets(variant.tellers.iter().copied());
        let ours = self.outlets(variant.with_us.iter().copied());
        page.paragraph().stress(&variant.spelling);
        page.say(&format!(" in {}", list(&theirs)));
        if ours.is_empty() {
            page.say("; nobody else spells it as here.");
        } else {
            page.say(&format!("; as here in {}.", list(&ours)));
        }
    }

    fn offices_at(&self, offset: usize) -> Option<(Vec<&'a OfficeVariant>, Span)> {
        let names = self.reading.names.iter();
        let name = names.rev().find(|name| self.reading.span(name.place).touches(offset))?;
        let entity = name.entity?.0;
        let variants = self.coverage.offices.iter().filter(|variant| variant.entity == entity);
        let variants: Vec<_> = variants.collect();
        (!variants.is_empty()).then(|| (variants, self.reading.span(name.place)))
    }

    fn offices(&self, page: &mut Page, variants: &[&OfficeVariant]) {
        page.paragraph().stress("Another office elsewhere").say(":");
        page.paragraph();
        for variant in variants.iter().take(MOST) {
            let reading = &*self.entry(variant.teller).reading;
            let there = variant.difference.there;
            page.point();
            let link = self.head(page, variant.teller, reading.span(there));
            page.say(": “").stress(reading.words(there));
            page.say(&format!("” ({})", link.place));
        }
    }

    // Quotes.

    fn quote_at(&self, offset: usize) -> Option<(Vec<&'a QuoteVersion>, Span)> {
        let mut quotes = self.reading.quotes.iter().enumerate();
        let (index, quote) =
            quotes.find(|(_, quote)| self.reading.span(quote.outside).touches(offset))?;
        let mut versions: Vec<_> =
            self.coverage.quotes.iter().filter(|version| version.quote == index).collect();
        // What differs most first; the order of equals is that of the tellers.
        versions.sort_by_key(|version| {
            std::cmp::Reverse(version.difference.as_ref().map(|d| d.severity))
        });
        (!versions.is_empty()).then(|| (versions, self.reading.span(quote.outside)))
    }

    fn quote(&self, page: &mut Page, versions: &[&QuoteVersion]) {
        let (differing, same): (Vec<&QuoteVersion>, Vec<&QuoteVersion>) =
            versions.iter().copied().partition(|version| version.difference.is_some());
        let outlets = self.outlets(versions.iter().map(|version| version.teller)).len();
        let is = if outlets == 1 { "has" } else { "have" };
        page.paragraph().stress(&format!("{} {is} this quote", count(outlets, "other outlet")));
        page.say(&match (differing.len(), same.len()) {
            (0, _) if outlets == 1 => " and agrees.".into(),
            (0, 1) => " and agrees.".into(),
            (0, _) => "; all agree.".into(),
            (_, 0) => ", but not the same.".into(),
            (differing, same) => format!(": {same} the same, {differing} not."),
        });
        self.since(page, versions.iter().map(|version| version.teller));
        self.fullest(page, versions);
        page.paragraph();
        for version in differing.iter().chain(&same).take(MOST) {
            self.version(page, version);
        }
    }

    /// " The fullest is in Reuters.": where others have more of the quote than stands here.
    fn fullest(&self, page: &mut Page, versions: &[&QuoteVersion]) {
        let words = |reading: &Reading, quote: usize| {
            let quote = reading.quotes.get(quote);
            quote.map_or(0, |quote| reading.words(quote.inside).split_whitespace().count())
        };
        let theirs =
            |version: &QuoteVersion| words(&self.entry(version.teller).reading, version.theirs);
        let longest = versions.iter().rev().max_by_key(|version| theirs(version));
        let ours = versions.first().map_or(0, |version| words(self.reading, version.quote));
        if let Some(longest) = longest.filter(|version| theirs(version) > ours + MORE) {
            page.say(&format!(" The fullest is in {}.", self.outlet(longest.teller)));
        }
    }

    fn version(&self, page: &mut Page, version: &QuoteVersion) {
        let entry = self.entry(version.teller);
        let reading = &*entry.reading;
        let Some(quote) = reading.quotes.get(version.theirs) else { return };
        let attribution = quote.attribution.and_then(|index| reading.attributions.get(index));
        let speaker = attribution.and_then(|attribution| attribution.speaker.as_deref());
        page.point();
        label(page, version.difference.as_slice());
        let link = self.head(page, version.teller, reading.span(quote.outside));
        page.say(&speaker.map(|speaker| format!(", as said by {speaker}")).unwrap_or_default());
        page.say(": “");
        passage(page, self.reading, (reading, quote.inside), version.difference.as_slice());
        page.say(&format!("” ({})", link.place));
    }

    // Points.

    /// Reports of what a sentence says at `offset` of its block, by tellers that were not `told` of
    /// yet, what differs most first.
    fn reports(&self, sentence: usize, offset: usize, told: &BTreeSet<usize>) -> Vec<&'a Report> {
        let point = self.coverage.points.get(sentence);
        let mut reports: Vec<_> = point
            .into_iter()
            .flat_map(|point| point.at(offset))
            .filter(|report| !told.contains(&report.teller))
            .collect();
        reports.sort_by_key(|report| match report.relation {
            Relation::Conflicts => 0,
            Relation::Updates => 1,
            Relation::Wording => 2,
            Relation::Agrees | Relation::Adds | Relation::Related => 3,
        });
        reports
    }

    fn point(&self, page: &mut Page, reports: &[&Report], also: bool) {
        let tellers = || reports.iter().map(|report| report.teller);
        let outlets = self.outlets(tellers()).len();
        let verb = if outlets == 1 { "reports" } else { "report" };
        let (whose, what) = if also {
            ("more outlet", "the point without the quote")
        } else {
            ("other outlet", "this")
        };
        page.paragraph().stress(&format!(
            "{} {verb} {what}{}",
            count(outlets, whose),
            self.independence(reports, outlets)
        ));
        page.say(&agreement(reports));
        self.since(page, tellers());
        page.paragraph();
        let groups = self.grouped(reports);
        for (report, copies) in groups.iter().take(MOST) {
            self.report(page, report, copies);
        }
        if let Some(more) = groups.len().checked_sub(MOST).filter(|more| *more > 0) {
            page.point().say(&format!("and {}", count(more, "more report")));
        }
    }

    /// ", 2 of them independently".
    fn independence(&self, reports: &[&Report], outlets: usize) -> String {
        let families: BTreeSet<usize> =
            reports.iter().map(|report| self.coverage.tellers[report.teller].family).collect();
        let own = |family: &usize| {
            self.coverage.families.get(*family).is_some_and(|family| family.includes_own)
        };
        match families.iter().filter(|family| !own(family)).count() {
            0 => self.because(&families),
            independent if outlets <= independent => String::new(),
            independent => format!(", {independent} of them independently"),
        }
    }

    /// ", not independently of yours (near-copies)".
    fn because(&self, families: &BTreeSet<usize>) -> String {
        let because = families.iter().map(|family| &*self.coverage.families[*family].because);
        let because: BTreeSet<&str> = because.filter(|because| !because.is_empty()).collect();
        let because: Vec<String> = because.into_iter().map(str::to_owned).collect();
        format!(", not independently of yours ({})", list(&because))
    }

    /// " Reported since 1 July 2025."
    fn since(&self, page: &mut Page, tellers: impl Iterator<Item = usize>) {
        let dates: Vec<Option<Date>> = tellers.map(|teller| self.date(teller)).collect();
        if let Some(first) = dates.iter().flatten().min() {
            // One without a date may be older.
            let latest = if dates.contains(&None) { " at the latest" } else { "" };
            page.say(&format!(" Reported since {}{latest}.", article::day(*first)));
        }
    }

    /// Reports with the tellers that only repeat them: copies that differ in nothing.
    fn grouped(&self, reports: &[&'a Report]) -> Vec<(&'a Report, Vec<usize>)> {
        let mut groups: Vec<(&Report, Vec<usize>)> = Vec::new();
        for report in reports {
            let family = self.coverage.tellers[report.teller].family;
            let same = groups.iter_mut().find(|(first, _)| {
                self.coverage.tellers[first.teller].family == family
                    && first.differences.is_empty()
                    && report.differences.is_empty()
            });
            match same {
                Some((_, copies)) => copies.push(report.teller),
                None => groups.push((report, Vec::new())),
            }
        }
        groups
    }

    fn report(&self, page: &mut Page, report: &Report, copies: &[usize]) {
        let reading = &*self.entry(report.teller).reading;
        let Some(sentence) = reading.sentences.get(report.sentence) else { return };
        page.point();
        label(page, &report.differences);
        let link = self.head(page, report.teller, reading.span(sentence.place));
        let cites = story::cited(reading, report.sentence);
        if !cites.is_empty() {
            page.say(&format!(", {cites}"));
        }
        page.say(": “");
        passage(page, self.reading, (reading, sentence.place), &report.differences);
        page.say(&format!("” ({})", link.place));
        if !copies.is_empty() {
            let family = &self.coverage.families[self.coverage.tellers[report.teller].family];
            let because = match &*family.because {
                "" => "one text",
                because => because,
            };
            let outlets = list(&self.outlets(copies.iter().copied()));
            page.say(&format!(" Also in {outlets}: {because}, counted once."));
        }
    }

    /// "[Reuters](…), 2 July 2025".
    fn head(&self, page: &mut Page, teller: usize, span: Span) -> Link {
        let link = (self.link)(self.entry(teller), span);
        page.link(&self.outlet(teller), link.url.as_deref());
        if let Some(date) = self.date(teller) {
            page.say(&format!(", {}", article::day(date)));
        }
        link
    }
}
