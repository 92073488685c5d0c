//! Words that lead to another file: an outlet's name to its report, a rule's id to its page.

use crate::passage::Passage;
use article::Span;
use language::MentionKind;
use newsroom::Checked;

/// Where words lead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// To another outlet's article of the story.
    Article(Passage),
    /// To the page of a rule.
    Rule(&'static str),
    /// To the address that the article itself gives.
    Url(String),
}

/// Words that lead somewhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// The words.
    pub span: Span,
    /// Where they lead.
    pub target: Target,
    /// What is found there.
    pub tooltip: String,
}

/// The links of an article.
pub fn of(checked: &Checked) -> Vec<Link> {
    let mut links = reports(checked);
    links.extend(rules(checked));
    let url = checked.reading.article.metadata.url.as_ref();
    links.extend(url.and_then(|url| {
        let target = Target::Url(url.value.clone());
        Some(Link { span: url.span?, target, tooltip: "The article on the web".into() })
    }));
    links.sort_by_key(|link| link.span);
    links
}

/// Outlets that are named in the copy and tell the story themselves.
fn reports(checked: &Checked) -> Vec<Link> {
    let reading = &checked.reading;
    let outlets = reading.names.iter().filter(|name| name.kind == MentionKind::Outlet);
    let link = |name: &sourcing::Name| {
        let full = &reading.entities.get(name.entity?.0)?.name;
        let is = |outlet: &str| outlet.eq_ignore_ascii_case(full);
        let teller = checked.coverage.tellers.iter().find(|it| is(&it.entry.outlet.0))?;
        let entry = &teller.entry;
        let headline = entry.reading.article.metadata.headline.as_ref();
        let tooltip = match headline {
            Some(headline) => format!("{}: {}", entry.outlet, headline.value),
            None => entry.outlet.to_string(),
        };
        let article = Passage { article: Some(entry.id.clone()), span: Span::default() };
        Some(Link { span: reading.span(name.name), target: Target::Article(article), tooltip })
    };
    outlets.filter_map(link).collect()
}

/// Rules that are named in ignore comments.
fn rules(checked: &Checked) -> impl Iterator<Item = Link> {
    let article = &checked.reading.article;
    article.ignores.iter().flat_map(|ignore| {
        let words = article.slice(ignore.span);
        ignore.rules.iter().filter_map(move |id| {
            let rule = rules::registry::find(id)?;
            let at = ignore.span.start + words.find(id.as_str())?;
            let span = Span::new(at, at + id.len());
            Some(Link { span, target: Target::Rule(rule.id), tooltip: rule.name.into() })
        })
    })
}
