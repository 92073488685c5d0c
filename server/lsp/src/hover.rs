//! What a hover says: how the other outlets report the words under the cursor.
//!
//! Pure text. The counts come first, then what differs, then the rest, each with outlet, date,
//! source and the passage itself; copies of one text are named together and counted once.

use crate::page::{Markup, Page, count, list};
use article::{Date, Span};
use corpus::Entry;
use coverage::{Coverage, Difference, DifferenceKind, NameVariant, QuoteVersion, Relation, Report};
use newsroom::Checked;
use sourcing::{Place, Reading, SourceKind, Sourcing};
use std::collections::BTreeSet;

/// Most passages shown; the rest is counted.
const MOST: usize = 6;

/// Longest passage shown, in characters; a longer one is cut around what differs.
const LONGEST: usize = 280;

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
    let mut told = BTreeSet::new();
    if let Some((versions, quote)) = view.quote_at(offset) {
        view.quote(&mut page, &versions);
        told = versions.iter().map(|version| version.teller).collect();
        span = span.or(Some(quote));
    }
    if let Some(sentence) = view.reading.sentence_at(place) {
        let reports = view.reports(sentence, &told);
        if !reports.is_empty() {
            view.point(&mut page, &reports, !told.is_empty());
            span = span.or_else(|| Some(view.reading.span(view.reading.sentences[sentence].place)));
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
            (0, _) => "; all agree.".into(),
            (_, 0) => ", but not the same.".into(),
            (differing, same) => format!(": {same} the same, {differing} not."),
        });
        self.since(page, versions.iter().map(|version| version.teller));
        page.paragraph();
        for version in differing.iter().chain(&same).take(MOST) {
            self.version(page, version);
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
        passage(page, reading, quote.inside, version.difference.as_slice());
        page.say(&format!("” ({})", link.place));
    }

    // Points.

    /// Reports of a sentence by tellers that were not `told` of yet, what differs most first.
    fn reports(&self, sentence: usize, told: &BTreeSet<usize>) -> Vec<&'a Report> {
        let point = self.coverage.points.get(sentence);
        let mut reports: Vec<_> = point
            .into_iter()
            .flat_map(|point| &point.reports)
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
        let what = if also { "the point without the quote" } else { "this" };
        page.paragraph().stress(&format!(
            "{} {verb} {what}{}",
            count(outlets, "other outlet"),
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
            0 => ", from the same text as yours".into(),
            independent if outlets <= independent => String::new(),
            independent => format!(", {independent} of them independently"),
        }
    }

    /// " Reported since 1 July 2025."
    fn since(&self, page: &mut Page, tellers: impl Iterator<Item = usize>) {
        if let Some(first) = tellers.filter_map(|teller| self.date(teller)).min() {
            page.say(&format!(" Reported since {}.", day(first)));
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
        page.say(&sourced(reading, report.sentence)).say(": “");
        passage(page, reading, sentence.place, &report.differences);
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
            page.say(&format!(", {}", day(date)));
        }
        link
    }
}

/// "**Conflicts: 12 people killed against 40 people killed.** "
fn label(page: &mut Page, differences: &[Difference]) {
    let Some(gravest) = differences.iter().max_by_key(|difference| difference.severity) else {
        return;
    };
    let label = match gravest.severity {
        coverage::Severity::Conflict => "Conflicts",
        coverage::Severity::Update => "Later",
        coverage::Severity::Wording => "In other words",
    };
    // Both wordings of a quote are on the screen already: ours above, theirs behind the label.
    if gravest.kind == DifferenceKind::Quote {
        page.stress(&format!("{label}.")).say(" ");
    } else {
        page.stress(&format!("{label}: {}.", gravest.why.trim_end_matches('.'))).say(" ");
    }
}

/// ": 1 conflicts, 1 has a later figure and 2 agree."
fn agreement(reports: &[&Report]) -> String {
    let number = |wanted: &[Relation]| {
        reports.iter().filter(|report| wanted.contains(&report.relation)).count()
    };
    let agree = number(&[Relation::Agrees, Relation::Adds, Relation::Related]);
    if let [report] = reports {
        return match report.relation {
            Relation::Conflicts => " and conflicts.".into(),
            Relation::Updates => ", with a later figure.".into(),
            Relation::Wording => ", in other words.".into(),
            _ => " and agrees.".into(),
        };
    }
    if agree == reports.len() {
        return "; all agree.".into();
    }
    let clause = |number: usize, one: &str, several: &str| match number {
        0 => None,
        1 => Some(format!("1 {one}")),
        number => Some(format!("{number} {several}")),
    };
    let clauses: Vec<_> = [
        clause(number(&[Relation::Conflicts]), "conflicts", "conflict"),
        clause(number(&[Relation::Updates]), "has a later figure", "have a later figure"),
        clause(number(&[Relation::Wording]), "words it differently", "word it differently"),
        clause(agree, "agrees", "agree"),
    ]
    .into_iter()
    .flatten()
    .collect();
    format!(": {}.", list(&clauses))
}

/// ", citing the police": to whom a sentence is sourced where it stands.
fn sourced(reading: &Reading, sentence: usize) -> String {
    let mut claims = reading.claims.iter().filter(|claim| claim.sentence == sentence);
    let Some(claim) = claims.clone().find(|claim| claim.attribution.is_some()).or(claims.next())
    else {
        return String::new();
    };
    let Some(attribution) = claim.attribution.and_then(|index| reading.attributions.get(index))
    else {
        return match claim.sourcing {
            Sourcing::Unsourced => ", naming no source".into(),
            _ => String::new(),
        };
    };
    // "the discussion revealed" names no one; a document is cited by its name.
    let nameless = |speaker: &String| !speaker.contains(char::is_uppercase);
    if attribution.kind == Some(SourceKind::Document)
        && attribution.speaker.as_ref().is_some_and(nameless)
    {
        return String::new();
    }
    let written = || attribution.source.first().map(|place| reading.words(*place).to_owned());
    let via = attribution.via.as_ref();
    match (attribution.speaker.clone().or_else(written), via) {
        (Some(source), Some(via)) if source != *via => format!(", citing {source} by way of {via}"),
        (Some(source), _) => format!(", citing {source}"),
        (None, Some(via)) => format!(", citing {via}"),
        (None, None) => ", naming no source".into(),
    }
}

/// The words at `place`, with those that differ standing out.
fn passage(page: &mut Page, reading: &Reading, place: Place, differences: &[Difference]) {
    let words = reading.words(place);
    let mut stressed: Vec<_> = differences
        .iter()
        .map(|difference| difference.there)
        .filter(|there| there.block == place.block && place.range.covers(there.range))
        .map(|there| there.range.start - place.range.start..there.range.end - place.range.start)
        .filter(|range| !range.is_empty() && range.len() < words.len())
        .collect();
    stressed.sort_by_key(|range| range.start);
    let (mut at, end) = window(words, stressed.first().map_or(0, |range| range.start));
    if 0 < at {
        page.say("… ");
    }
    for range in stressed {
        if range.start < at || end < range.end {
            continue;
        }
        page.say(&words[at..range.start]).stress(&words[range.clone()]);
        at = range.end;
    }
    page.say(words[at..end].trim_end());
    if end < words.len() {
        page.say(" …");
    }
}

/// The part of `words` to show so that `offset` is in it: whole words, [`LONGEST`] at most.
fn window(words: &str, offset: usize) -> (usize, usize) {
    let boundary =
        |at: usize| (0..=at.min(words.len())).rev().find(|&at| words.is_char_boundary(at));
    let space = |from: usize| words[from..].find(' ').map_or(words.len(), |at| from + at + 1);
    if words.len() <= LONGEST {
        return (0, words.len());
    }
    let start = match offset.checked_sub(LONGEST / 2).and_then(boundary) {
        None | Some(0) => 0,
        Some(start) => space(start).min(offset),
    };
    let end = space(boundary(start + LONGEST).unwrap_or(words.len()));
    (start, end)
}

/// "2 July 2025".
fn day(date: Date) -> String {
    date.strftime("%-d %B %Y").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use article::{Format, Hint};
    use corpus::{ArticleId, Outlet};
    use coverage::{Family, Point, Severity, Teller};
    use expect_test::{Expect, expect};
    use language::TextRange;
    use std::sync::Arc;

    fn read(text: &str) -> Reading {
        let article = article::read(text, Format::Plain, &Hint::default());
        sourcing::read(Arc::new(article), None)
    }

    fn teller(outlet: &str, day: i8, text: &str, family: usize) -> Teller {
        let id = ArticleId(format!("wire/{}.txt", outlet.to_lowercase()).into());
        let mut entry = Entry::new(id, Outlet(outlet.into()), false, Arc::new(read(text)));
        entry.date = Some(Date::constant(2026, 2, day));
        Teller { entry: Arc::new(entry), same_story: 1.0, family }
    }

    fn report(teller: usize, relation: Relation) -> Report {
        Report { teller, sentence: 0, score: 0.9, relation, differences: Vec::new() }
    }

    fn families(joined: &[(&[usize], &str)]) -> Vec<Family> {
        let family = |&(tellers, because): &(&[usize], &str)| Family {
            tellers: tellers.into(),
            because: because.into(),
            includes_own: false,
        };
        joined.iter().map(family).collect()
    }

    #[track_caller]
    fn check(coverage: Coverage, markup: Markup, expected: &Expect) {
        let text = "The bridge fell on Wednesday, killing 12 people.";
        let checked = Checked {
            reading: Arc::new(read(text)),
            coverage: Arc::new(coverage),
            findings: Arc::default(),
        };
        let link = |entry: &Entry, _| Link {
            url: Some(format!("file:///{}#L1", entry.id)),
            place: format!("{}:1", entry.id),
        };
        let hover = at(&checked, 8, markup, &link).map(|hover| hover.text);
        expected.assert_eq(&hover.unwrap_or_default());
    }

    #[test]
    fn nothing_found_says_nothing() {
        check(Coverage::default(), Markup::Markdown, &expect![[""]]);
    }

    fn conflict() -> Coverage {
        let theirs = "The bridge fell, and 40 people died.";
        let forty = theirs.find("40 people").map(|at| TextRange::new(at, at + 9));
        let place = |range| Place { block: 0, range };
        let difference = Difference {
            kind: DifferenceKind::Number,
            severity: Severity::Conflict,
            here: place(TextRange::new(38, 47)),
            there: place(forty.unwrap_or_default()),
            why: "12 people killed against 40 people killed".into(),
        };
        let mut reports = vec![
            report(0, Relation::Agrees),
            report(1, Relation::Agrees),
            report(2, Relation::Conflicts),
        ];
        reports[2].differences.push(difference);
        Coverage {
            tellers: vec![
                teller("Post", 5, "Twelve people died when the bridge fell.", 0),
                teller("Mirror", 6, "Twelve people died when the bridge fell.", 0),
                teller("Echo", 6, theirs, 1),
            ],
            families: families(&[(&[0, 1], "near-copies"), (&[2], "")]),
            points: vec![Point { reports }],
            ..Coverage::default()
        }
    }

    #[test]
    fn what_conflicts_comes_first_and_copies_count_once() {
        check(
            conflict(),
            Markup::Markdown,
            &expect![[r"
            **3 other outlets report this, 2 of them independently**: 1 conflicts and 2 agree. Reported since 5 February 2026.

            - **Conflicts: 12 people killed against 40 people killed.** [Echo](file:///wire/echo.txt#L1), 6 February 2026: “The bridge fell, and **40 people** died.” (wire/echo.txt:1)
            - [Post](file:///wire/post.txt#L1), 5 February 2026: “Twelve people died when the bridge fell.” (wire/post.txt:1) Also in Mirror: near-copies, counted once."]],
        );
    }

    #[test]
    fn without_markdown_it_reads_as_plain_text() {
        check(
            conflict(),
            Markup::Plain,
            &expect![[r"
            3 other outlets report this, 2 of them independently: 1 conflicts and 2 agree. Reported since 5 February 2026.

            - Conflicts: 12 people killed against 40 people killed. Echo, 6 February 2026: “The bridge fell, and 40 people died.” (wire/echo.txt:1)
            - Post, 5 February 2026: “Twelve people died when the bridge fell.” (wire/post.txt:1) Also in Mirror: near-copies, counted once."]],
        );
    }

    #[test]
    fn a_long_passage_is_cut_at_words_around_what_differs() {
        let words = "word ".repeat(100) + "forty" + &" word".repeat(100);
        let (start, end) = window(&words, 500);
        assert!(start <= 500 && 505 <= end && end - start <= LONGEST + 10);
        assert!(words[start..].starts_with("word") && words[..end].ends_with(' '));
        let accents = "é".repeat(1000);
        let (start, end) = window(&accents, 998);
        assert!(accents.get(start..end).is_some());
    }
}
