//! Front matter: YAML between `---` lines, TOML between `+++` lines.

use crate::{Problem, Span, lines::lines};

/// A value of front matter.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Value {
    /// Anything that is one string of characters, as written without quotes.
    Text(String, Span),
    List(Vec<Value>),
    Table(Vec<(String, Value)>),
}

/// Front matter as found at the head of a file.
#[derive(Debug, Default)]
pub(crate) struct FrontMatter {
    /// Top-level keys in order, lower case.
    pub fields: Vec<(String, Value)>,
    /// Where the article starts.
    pub end: usize,
    pub problems: Vec<Problem>,
}

/// Splits off and reads the front matter of `source`. What is half-typed is read as far as it goes,
/// and said.
pub(crate) fn read(source: &str) -> FrontMatter {
    let mut all = lines(source, 0);
    let Some(first) = all.next() else { return FrontMatter::default() };
    let fence = match first.text {
        "---" | "+++" => first.text,
        _ => return FrontMatter::default(),
    };
    let start = after_break(source, first.span.end);
    let Some(last) = all.by_ref().find(|line| line.text == fence) else {
        return unclosed(source, first.span, fence, start);
    };
    let body = &source[start..last.span.start];
    let end = after_break(source, last.span.end);
    // A page may open with a rule and have another further down.
    if fence == "---" && !body.trim().is_empty() && key_of(body.trim_start()).is_none() {
        return FrontMatter::default();
    }
    let (fields, problems) = if fence == "---" { yaml(body, start) } else { toml(body, start) };
    FrontMatter { fields: lower(fields), end, problems }
}

/// The fence that opens was typed and the one that closes was not: `key: value` lines belong to the
/// front matter up to the first other line.
fn unclosed(source: &str, opening: Span, fence: &str, start: usize) -> FrontMatter {
    let mut end = start;
    for line in lines(&source[start..], start) {
        let assigned = key_of(line.text).is_some() || line.text.split_once(" = ").is_some();
        if !assigned {
            break;
        }
        end = after_break(source, line.span.end);
    }
    if end == start && source[start..].trim().is_empty() {
        return FrontMatter { end, ..FrontMatter::default() };
    }
    if end == start {
        return FrontMatter::default();
    }
    let message = format!("front matter without an end; expected a line `{fence}` after it");
    let fields = key_lines(&source[start..end], start);
    FrontMatter { fields: lower(fields), end, problems: vec![Problem { span: opening, message }] }
}

fn after_break(source: &str, at: usize) -> usize {
    let rest = &source[at..];
    let end = rest.find(['\n', '\r']).unwrap_or(rest.len());
    at + end + if rest[end..].starts_with("\r\n") { 2 } else { usize::from(end < rest.len()) }
}

fn lower(fields: Vec<(String, Value)>) -> Vec<(String, Value)> {
    fields.into_iter().map(|(key, value)| (key.to_lowercase(), value)).collect()
}

/// The key of a `key: value` line, a comment's `#` included.
fn key_of(line: &str) -> Option<&str> {
    let line = line.split(['\n', '\r']).next()?;
    if line.starts_with('#') {
        return Some("");
    }
    let (key, value) = line.split_once(':')?;
    let plain = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | '.' | '"');
    let key = key.trim();
    let separated = value.is_empty() || value.starts_with([' ', '\t']);
    (separated && !key.is_empty() && key.chars().all(plain)).then_some(key)
}

/// The best reading of broken front matter: its lines of the shape `key: value` or `key = value`.
fn key_lines(body: &str, base: usize) -> Vec<(String, Value)> {
    lines(body, base)
        .filter_map(|line| {
            let key = key_of(line.text).or_else(|| Some(line.text.split_once(" = ")?.0))?;
            let value = line.text.get(key.len()..)?.trim_start().get(1..)?.trim();
            let opened = value.trim_start_matches(['"', '\'']);
            let plain = opened.trim_end_matches(['"', '\'']);
            let start = line.span.end - opened.len();
            let span = Span::new(start, start + plain.len());
            (!key.is_empty() && !plain.is_empty())
                .then(|| (key.into(), Value::Text(plain.into(), span)))
        })
        .collect()
}

/// Lists and tables deeper than this are no front matter of an article.
const DEEPEST: usize = 32;

fn yaml(body: &str, base: usize) -> (Vec<(String, Value)>, Vec<Problem>) {
    use saphyr_parser::{Event, Parser};
    let offsets: Vec<usize> =
        body.char_indices().map(|(at, _)| base + at).chain([base + body.len()]).collect();
    let offset = |index: usize| offsets.get(index).copied().unwrap_or(base + body.len());
    // Containers being read, each with the key it waits to be filed under.
    let mut open: Vec<(Value, Option<String>)> = Vec::new();
    let mut root = None;
    for event in Parser::new_from_str(body) {
        let (event, at) = match event {
            Ok(read) => read,
            Err(error) => {
                let at = offset(error.marker().index());
                let message = format!("front matter is not valid YAML: {}", error.info());
                let problem = Problem { span: Span::new(at, at), message };
                return (key_lines(body, base), vec![problem]);
            }
        };
        let done = match event {
            Event::SequenceStart(..) => {
                open.push((Value::List(Vec::new()), None));
                None
            }
            Event::MappingStart(..) => {
                open.push((Value::Table(Vec::new()), None));
                None
            }
            Event::Scalar(text, ..) => {
                let span = Span::new(offset(at.start.index()), offset(at.end.index()));
                let span = inside(body, base, span, &text);
                match open.last_mut() {
                    Some((Value::Table(_), key @ None)) => {
                        *key = Some(text.into_owned());
                        None
                    }
                    _ => Some(Value::Text(text.into_owned(), span)),
                }
            }
            Event::SequenceEnd | Event::MappingEnd => open.pop().map(|(value, _)| value),
            Event::Alias(_) => Some(Value::List(Vec::new())),
            _ => None,
        };
        if open.len() > DEEPEST {
            let span = Span::new(base, base);
            let message = format!("front matter is nested deeper than {DEEPEST} levels");
            return (key_lines(body, base), vec![Problem { span, message }]);
        }
        let Some(value) = done else { continue };
        match open.last_mut() {
            Some((Value::List(list), _)) => list.push(value),
            Some((Value::Table(table), key)) => table.push((key.take().unwrap_or_default(), value)),
            _ => root = root.or(Some(value)),
        }
    }
    match root {
        Some(Value::Table(fields)) => (fields, Vec::new()),
        _ => (key_lines(body, base), Vec::new()),
    }
}

fn toml(body: &str, base: usize) -> (Vec<(String, Value)>, Vec<Problem>) {
    let (table, errors) = toml::de::DeTable::parse_recoverable(body);
    let problems: Vec<Problem> = errors
        .iter()
        .map(|error| {
            let at = error.span().unwrap_or_default();
            Problem {
                span: Span::new(base + at.start, base + at.end),
                message: format!("front matter is not valid TOML: {}", error.message()),
            }
        })
        .collect();
    let fields = match toml_table(table.get_ref(), body, base) {
        Value::Table(fields) if problems.is_empty() || !fields.is_empty() => fields,
        _ => key_lines(body, base),
    };
    (fields, problems)
}

fn toml_table(table: &toml::de::DeTable<'_>, body: &str, base: usize) -> Value {
    let mut fields: Vec<_> = table.iter().collect();
    fields.sort_by_key(|(key, _)| key.span().start);
    let read = |(key, value): (&toml::Spanned<_>, _)| {
        let key: &std::borrow::Cow<'_, str> = key.get_ref();
        (key.to_string(), toml_value(value, body, base))
    };
    Value::Table(fields.into_iter().map(read).collect())
}

fn toml_value(value: &toml::Spanned<toml::de::DeValue<'_>>, body: &str, base: usize) -> Value {
    use toml::de::DeValue;
    let at = value.span();
    let span = Span::new(base + at.start, base + at.end);
    match value.get_ref() {
        DeValue::Array(list) => {
            Value::List(list.iter().map(|value| toml_value(value, body, base)).collect())
        }
        DeValue::Table(table) => toml_table(table, body, base),
        DeValue::String(text) => Value::Text(text.to_string(), inside(body, base, span, text)),
        _ => Value::Text(body.get(at).unwrap_or_default().into(), span),
    }
}

/// The span of `text` without its quotes, where it is written as it is.
fn inside(body: &str, base: usize, span: Span, text: &str) -> Span {
    let written = body.get(span.start - base..span.end - base).unwrap_or_default();
    match written.find(text) {
        Some(at) => Span::new(span.start + at, span.start + at + text.len()),
        None => span,
    }
}
