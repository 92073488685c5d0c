//! An article at a glance, for views beside it: who else tells its story and how, whom it quotes,
//! what it claims. `presscheck/report` asks for it; nothing is decided here.

use super::locations::Locations;
use crate::ready::Ready;
use article::Span;
use corpus::ArticleId;
use coverage::{QuoteVersion, Teller};
use serde::{Deserialize, Serialize};
use sourcing::{Attribution, Place, QuoteKind, Reading, Sourcing};
use tower_lsp::ls_types::{Location, Range, TextDocumentIdentifier, notification::Notification};

/// Which open file to tell of.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ArticleReportParams {
    pub text_document: TextDocumentIdentifier,
}

/// Tells an editor that set `reports` in its initialization options: a file has been checked.
pub enum FileChecked {}

impl Notification for FileChecked {
    type Params = TextDocumentIdentifier;
    const METHOD: &'static str = "presscheck/checked";
}

/// An article at a glance.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ArticleReport {
    /// The editor's number for the text that this is about.
    version: i32,
    /// Other articles that tell the same story, best first. Other lists index into this one.
    articles: Vec<Article>,
    /// Sentences that others report too, in order.
    points: Vec<Point>,
    /// What is said in somebody's words, in order.
    quotes: Vec<Quote>,
    /// What can be checked, in order.
    claims: Vec<Claim>,
    /// What could not be asked, in words for the user.
    gaps: Vec<String>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Article {
    outlet: String,
    headline: Option<String>,
    /// ISO 8601.
    date: Option<String>,
    uri: String,
    /// Articles of one family are copies of one text and count once.
    family: usize,
    /// Why they are one family; empty for a family of one.
    because: String,
}

#[derive(Debug, Serialize)]
struct Point {
    range: Range,
    text: String,
    reports: Vec<Other>,
}

/// A passage of another article.
#[derive(Debug, Serialize)]
struct Other {
    article: usize,
    #[serde(flatten)]
    location: Location,
    text: String,
    /// `agrees`, `adds`, `wording`, `updates`, `conflicts` or `related`.
    relation: &'static str,
    /// How it differs, in sentences for a person.
    differences: Vec<String>,
}

#[derive(Debug, Serialize)]
struct Quote {
    range: Range,
    text: String,
    speaker: Option<String>,
    /// Whether the copy says so in a tag.
    tagged: bool,
    /// The quote as others have it.
    others: Vec<Other>,
}

#[derive(Debug, Serialize)]
struct Claim {
    range: Range,
    text: String,
    /// `sourced`, `inherited`, `anonymous`, `vague` or `unsourced`.
    sourcing: &'static str,
    source: Option<String>,
    /// Whether it is little more than quotes, which are listed by themselves.
    quoted: bool,
}

/// The article at a glance.
pub fn article_report(ready: &Ready) -> ArticleReport {
    let mut view = View {
        reading: ready.reading(),
        tellers: &ready.finished.checked.coverage.tellers,
        locations: Locations::new(&ready.finished, &ready.session),
    };
    let coverage = &ready.finished.checked.coverage;
    let because = |family: usize| coverage.families.get(family).map(|it| it.because.clone());
    let article = |teller: &Teller| Article {
        outlet: teller.entry.outlet.to_string(),
        headline: teller
            .entry
            .reading
            .article
            .metadata
            .headline
            .as_ref()
            .map(|it| it.value.clone()),
        date: teller.entry.date.map(|date| date.to_string()),
        uri: super::file_uri(&ready.finished.path_of(&teller.entry.id))
            .map_or_else(String::new, |uri| uri.to_string()),
        family: teller.family,
        because: because(teller.family).unwrap_or_default(),
    };
    ArticleReport {
        version: ready.finished.version,
        articles: coverage.tellers.iter().map(article).collect(),
        points: (0..coverage.points.len())
            .filter_map(|it| view.point(&coverage.points, it))
            .collect(),
        quotes: (0..view.reading.quotes.len())
            .filter_map(|it| view.quote(&coverage.quotes, it))
            .collect(),
        claims: view.claims(),
        gaps: coverage.gaps.clone(),
    }
}

struct View<'a> {
    reading: &'a Reading,
    tellers: &'a [Teller],
    locations: Locations<'a>,
}

impl View<'_> {
    fn point(&mut self, points: &[coverage::Point], sentence: usize) -> Option<Point> {
        let reports = &points.get(sentence)?.reports;
        let place = self.reading.sentences.get(sentence)?.place;
        let reports: Vec<_> = reports
            .iter()
            .filter_map(|report| {
                let theirs = &*self.tellers.get(report.teller)?.entry.reading;
                let there = theirs.sentences.get(report.sentence)?.place;
                let why = report.differences.iter().map(|it| it.why.clone()).collect();
                self.other(report.teller, there, report.relation.name(), why)
            })
            .collect();
        if reports.is_empty() {
            return None;
        }
        Some(Point { range: self.range(place)?, text: self.reading.words(place).into(), reports })
    }

    fn quote(&mut self, versions: &[QuoteVersion], index: usize) -> Option<Quote> {
        let quote = self.reading.quotes.get(index)?;
        if !is_listed(quote) {
            return None;
        }
        let others = versions.iter().filter(|version| version.quote == index).filter_map(|it| {
            let there = self.tellers.get(it.teller)?.entry.reading.quotes.get(it.theirs)?.inside;
            let why: Vec<_> = it.difference.iter().map(|it| it.why.clone()).collect();
            self.other(it.teller, there, if why.is_empty() { "agrees" } else { "wording" }, why)
        });
        let others = others.collect();
        Some(Quote {
            range: self.range(quote.outside)?,
            text: self.reading.words(quote.inside).into(),
            speaker: self.attribution(quote.attribution).and_then(|it| it.speaker.clone()),
            tagged: quote.tag.is_some(),
            others,
        })
    }

    fn claims(&mut self) -> Vec<Claim> {
        let claims = self.reading.claims.iter();
        claims
            .filter_map(|claim| {
                let by = self.attribution(claim.attribution);
                let written = || by?.source.first().map(|it| self.reading.words(*it).to_owned());
                let source = by.and_then(|it| it.speaker.clone()).or_else(written);
                let sourcing = sourcing(claim.sourcing)?;
                let text = self.reading.words(claim.place).to_owned();
                let quoted = self.is_quoted(claim.place);
                Some(Claim { range: self.range(claim.place)?, text, sourcing, source, quoted })
            })
            .collect()
    }

    /// Whether most of `place` stands between quotation marks.
    fn is_quoted(&self, place: Place) -> bool {
        let quotes = &self.reading.quotes;
        let before = |quote: &sourcing::Quote| {
            let there = quote.outside;
            (there.block, there.range.end) <= (place.block, place.range.start)
        };
        let inside: usize = quotes[quotes.partition_point(before)..]
            .iter()
            .map(|quote| (quote, quote.outside))
            .take_while(|(_, at)| at.block == place.block && at.range.start < place.range.end)
            .filter(|(quote, _)| is_listed(quote))
            .map(|(_, at)| {
                let start = at.range.start.max(place.range.start);
                at.range.end.min(place.range.end).saturating_sub(start)
            })
            .sum();
        place.range.len() < 2 * inside
    }

    fn attribution(&self, index: Option<usize>) -> Option<&Attribution> {
        self.reading.attributions.get(index?).map(AsRef::as_ref)
    }

    fn other(
        &mut self,
        teller: usize,
        place: Place,
        relation: &'static str,
        differences: Vec<String>,
    ) -> Option<Other> {
        let entry = &self.tellers.get(teller)?.entry;
        let location = self.locate(Some(&entry.id), entry.reading.span(place))?;
        let text = entry.reading.words(place).into();
        Some(Other { article: teller, location, text, relation, differences })
    }

    fn range(&mut self, place: Place) -> Option<Range> {
        Some(self.locate(None, self.reading.span(place))?.range)
    }

    fn locate(&mut self, article: Option<&ArticleId>, span: Span) -> Option<Location> {
        self.locations.of(article, span)
    }
}

/// Whether a quote is somebody's words, and not a title or a word that is held at arm's length.
fn is_listed(quote: &sourcing::Quote) -> bool {
    matches!(quote.kind, QuoteKind::Full | QuoteKind::Partial)
}

/// `None` for what needs no source.
fn sourcing(sourcing: Sourcing) -> Option<&'static str> {
    match sourcing {
        Sourcing::Sourced => Some("sourced"),
        Sourcing::Inherited => Some("inherited"),
        Sourcing::Anonymous => Some("anonymous"),
        Sourcing::Vague => Some("vague"),
        Sourcing::Unsourced => Some("unsourced"),
        Sourcing::None => None,
    }
}
