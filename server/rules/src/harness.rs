//! The one test harness of the rules: small newsrooms as text.
//!
//! ```text
//! //- reuters.md outlet:Reuters date:2025-07-02
//! The call came on Monday, July 1, 2025.
//!                  ^^^^^^^^^^^^^^^^^^^^ DAT001
//!
//! //- afp.md outlet:AFP date:2025-07-02
//! The call came on Tuesday.
//! ```
//!
//! A line `//- NAME` begins an article; without one there is a single article. The first article is
//! checked against the others, and the words above `^^^ RULE` are what that rule must find in it.

use crate::{Context, Diagnostic, Edit, Rule, RuleSetting, Settings, Target, registry};
use article::{Format, Hint, Span};
use corpus::{ArticleId, Candidates, Entry, Outlet};
use coverage::Coverage;
use sourcing::Reading;
use std::{fmt::Write, path::Path, sync::Arc};

/// A newsroom read from a test's text.
pub struct Fixture {
    pub reading: Arc<Reading>,
    pub coverage: Coverage,
    pub settings: Settings,
    /// Rule and words of every mark, in order.
    pub expected: Vec<(Span, String)>,
}

impl Fixture {
    pub fn new(text: &str) -> Self {
        Self::with(text, Settings::default())
    }

    pub fn with(text: &str, settings: Settings) -> Self {
        let mut files = text.split("//- ").filter(|file| !file.trim().is_empty()).map(|file| {
            if text.contains("//- ") {
                file.split_once('\n').unwrap_or((file, ""))
            } else {
                ("article.md", file)
            }
        });
        let (head, body) = files.next().expect("a test needs an article");
        let (source, expected) = take_marks(body);
        let reading = read(head, &source);
        let others = files.map(|(head, body)| entry(head, body));
        let (reviews, entries) = others.partition(|entry| entry.is_review());
        let candidates = Candidates { entries, reviews, ..Candidates::default() };
        let coverage = coverage::cover(&reading, &candidates);
        Self { reading, coverage, settings, expected }
    }

    pub fn context(&self) -> Context<'_> {
        Context::new(&self.reading, &self.coverage, &self.settings)
    }

    /// What `rule` finds.
    pub fn findings(&self, rule: &Rule) -> Vec<Diagnostic> {
        let mut found = crate::check(&self.context());
        found.retain(|finding| finding.rule == rule.id);
        found
    }
}

/// Checks that `rule` finds exactly the marked words of `text`.
#[track_caller]
pub fn check(rule: &Rule, text: &str) {
    let setting = RuleSetting { severity: Some(Some(rule.severity)) };
    let rules = [(rule.id.to_owned(), setting)].into();
    let fixture = Fixture::with(text, Settings { rules, ..Settings::default() });
    let show = |spans: Vec<(Span, String)>| {
        spans.into_iter().fold(String::new(), |mut lines, (span, rule)| {
            let _ = writeln!(lines, "{rule}: {}", fixture.reading.article.slice(span));
            lines
        })
    };
    let found = fixture.findings(rule);
    let found = show(found.into_iter().map(|f| (f.span, f.rule.to_owned())).collect());
    let marked = fixture.expected.iter().filter(|(_, id)| id == rule.id).cloned().collect();
    assert_eq!(found, show(marked), "found (left) and marked (right) in:\n{text}");
}

/// Checks what the fix with this title makes of the only finding's article.
#[track_caller]
pub fn check_fix(rule: &Rule, before: &str, title: &str, after: &str) {
    let fixture = Fixture::new(before);
    let found = fixture.findings(rule);
    let titles: Vec<&str> = found.iter().flat_map(|f| &f.fixes).map(|f| f.title.as_str()).collect();
    let fix = found.iter().flat_map(|f| &f.fixes).find(|fix| fix.title == title);
    let fix = fix.unwrap_or_else(|| panic!("no fix {title:?} among {titles:?}"));
    let (after, _) = take_marks(after);
    assert_eq!(apply(&fixture.reading.article.source, &fix.edits), after);
}

/// Checks that nothing that `rule` offers for `text` would change the article.
#[track_caller]
pub fn check_no_fix(rule: &Rule, text: &str) {
    let found = Fixture::new(text).findings(rule);
    assert!(!found.is_empty(), "nothing found in {text:?}");
    let titles: Vec<&str> = found.iter().flat_map(|f| &f.fixes).map(|f| f.title.as_str()).collect();
    assert!(titles.is_empty(), "offered {titles:?} in {text:?}");
}

/// `source` after the edits that are meant for it.
pub fn apply(source: &str, edits: &[Edit]) -> String {
    let mut edits: Vec<&Edit> = edits.iter().filter(|e| e.target == Target::Article).collect();
    edits.sort_by_key(|edit| edit.span);
    let mut text = source.to_owned();
    for edit in edits.iter().rev() {
        text.replace_range(edit.span.start..edit.span.end, &edit.text);
    }
    text
}

fn read(head: &str, source: &str) -> Arc<Reading> {
    let mut words = head.split_whitespace();
    let mut hint = Hint { name: words.next().unwrap_or_default().to_owned(), ..Hint::default() };
    for word in words {
        match word.split_once(':') {
            Some(("outlet", outlet)) => hint.outlet = Some(outlet.replace('_', " ")),
            Some(("date", date)) => hint.published = Some(date.parse().expect("a date")),
            _ => panic!("expected outlet:NAME or date:YYYY-MM-DD, not {word:?}"),
        }
    }
    let plain = Path::new(&hint.name).extension() == Some("txt".as_ref());
    let format = if plain { Format::Plain } else { Format::Markdown };
    let article = article::read(source, format, &hint);
    Arc::new(sourcing::read(Arc::new(article), None))
}

fn entry(head: &str, body: &str) -> Arc<Entry> {
    let reading = read(head, body);
    let name = head.split_whitespace().next().unwrap_or_default();
    let outlet = reading.article.metadata.outlet.as_ref().map_or(name, |fact| &fact.value);
    Arc::new(Entry::new(ArticleId(name.into()), Outlet(outlet.into()), false, Arc::clone(&reading)))
}

/// Takes the marker lines out of an article, and tells which words they stood under.
fn take_marks(text: &str) -> (String, Vec<(Span, String)>) {
    let mut source = String::new();
    let mut marks = Vec::new();
    let mut above = 0;
    for line in text.split_inclusive('\n') {
        if !line.trim_start().starts_with('^') {
            above = source.len();
            source.push_str(line);
            continue;
        }
        let start = line.find('^').unwrap_or_default();
        let carets = line[start..].chars().take_while(|&c| c == '^').count();
        let byte = |column: usize| {
            let words = &source[above..];
            above + words.char_indices().nth(column).map_or(words.len(), |(at, _)| at)
        };
        let rule = line[start + carets..].trim().to_owned();
        marks.push((Span::new(byte(start), byte(start + carets)), rule));
    }
    marks.sort();
    (source, marks)
}

/// The fenced examples of a rule's documentation.
fn examples(docs: &str) -> impl Iterator<Item = &str> {
    docs.split("```news\n").skip(1).filter_map(|rest| rest.split("```").next())
}

#[test]
fn the_examples_in_the_documentation_hold() {
    for rule in registry::ALL {
        let docs = rule.docs();
        let fires = |example: &&str| example.contains(&format!("^ {}", rule.id));
        assert!(examples(&docs).any(|e| fires(&e)), "{} shows no finding", rule.id);
        assert!(!examples(&docs).all(|e| fires(&e)), "{} shows no good copy", rule.id);
        examples(&docs).for_each(|example| check(rule, example));
    }
}

#[test]
fn every_rule_says_what_why_and_how_to_fix() {
    for rule in registry::ALL {
        let docs = rule.docs();
        assert!(docs.starts_with(&format!("# {}: {}\n", rule.id, rule.name)), "{}", rule.id);
        for heading in ["What it does", "Why", "Examples", "Fix", "Basis"] {
            assert!(docs.contains(&format!("\n## {heading}\n")), "{} lacks {heading}", rule.id);
        }
    }
}

#[test]
fn rules_are_in_order_of_id_and_found_in_any_case() {
    assert!(registry::ALL.is_sorted_by_key(|rule| rule.id));
    assert_eq!(registry::find("tkm001").map(|rule| rule.id), Some("TKM001"));
    assert!(registry::find("TKM").is_none());
}
