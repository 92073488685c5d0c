//! What is fuzzed: one function a target, for input of any kind. None may panic, and what comes out
//! must hold together. `smoke.rs` runs them on stable Rust, `libfuzzer.rs` under cargo-fuzz.

#[path = "../e2e/messages.rs"]
mod messages;

use article::{Article, Format, Hint, Problem, QuoteTag, Span, annotations::Sidecar};
use language::{Text, TextRange};
use lsp::{Change, Document, Encoding, LineIndex, Position};
use messages::framed;
use newsroom::{Checked, IgnoreEntry, IgnoreFile, Newsroom};
use serde_json::{Value, json};
use sourcing::{Place, Reading};
use std::{path::Path, sync::Arc, time::Duration};
use tokio::io::{AsyncReadExt, AsyncWriteExt};

/// A target.
pub type Target = fn(&[u8]);

/// Every target by its name, which is that of the folder of its seeds.
pub const ALL: [(&str, Target); 9] = [
    ("config", config),
    ("ignores", ignores),
    ("markdown", markdown),
    ("newsroom", newsroom),
    ("plain", plain),
    ("positions", positions),
    ("protocol", protocol),
    ("sidecar", sidecar),
    ("sourcing", sourcing),
];

/// Splits input that is several texts.
const BETWEEN: &str = "\n%%\n";

/// The text of input for a target that takes text.
fn text(data: &[u8]) -> std::borrow::Cow<'_, str> {
    String::from_utf8_lossy(data)
}

/// A Markdown file.
pub fn markdown(data: &[u8]) {
    file(data, Format::Markdown);
}

/// A plain-text file.
pub fn plain(data: &[u8]) {
    file(data, Format::Plain);
}

fn file(data: &[u8], format: Format) {
    let Ok(decoded) = article::decode(data) else { return };
    assert!(!decoded.exact || decoded.text.as_bytes() == data, "it says it could be written back");
    article_holds(&read(&decoded.text, format));
}

fn read(text: &str, format: Format) -> Article {
    read_again(text, format, None)
}

fn read_again(text: &str, format: Format, previous: Option<&Article>) -> Article {
    let hint = Hint { name: "wire/2026-02-05-valley-times.md".into(), ..Hint::default() };
    article::read_again(text, format, &hint, previous)
}

/// Two states of an article: the second read afresh, and with what was read of the first.
pub fn sourcing(data: &[u8]) {
    let text = text(data);
    let (before, after) = text.split_once(BETWEEN).unwrap_or(("", &text));
    let fresh = sourcing::read(Arc::new(read(after, Format::Markdown)), None);
    reading_holds(&fresh);
    let previous = sourcing::read(Arc::new(read(before, Format::Markdown)), None);
    let article = read_again(after, Format::Markdown, Some(&previous.article));
    let again = sourcing::read(Arc::new(article), Some(&previous));
    assert_eq!(shown(&again), shown(&fresh), "a reading taken over is a fresh one");
}

/// The settings of a newsroom and its articles; the last is checked beside the others, then once
/// more after an edit.
pub fn newsroom(data: &[u8]) {
    let text = text(data);
    let root = Path::new("/nowhere/presscheck-fuzz");
    let (settings, articles) = text.split_once(BETWEEN).unwrap_or(("", &text));
    let (config, _) = newsroom::parse_config(&root.join("presscheck.toml"), settings);
    let mut newsroom = Newsroom { root: root.into(), config, ..Newsroom::default() };
    let mut articles: Vec<&str> = articles.split(BETWEEN).collect();
    let ours = articles.pop().unwrap_or_default();
    for (number, theirs) in articles.iter().enumerate() {
        let name = format!("{number}.{}", if number % 2 == 0 { "md" } else { "txt" });
        let _ = newsroom.refresh_file(&root.join(name), Some(theirs));
    }
    let path = root.join("ours.md");
    let checked = newsroom.check(&path, ours, None);
    findings_hold(&checked);
    let edited = format!("Late on Monday.\n\n{ours}");
    let again = newsroom.check(&path, &edited, Some(&checked));
    findings_hold(&again);
    let fresh = newsroom.check(&path, &edited, None);
    assert_eq!(
        shown(&again.reading),
        shown(&fresh.reading),
        "a reading after an edit is a fresh one"
    );
    assert_eq!(again.findings, fresh.findings, "findings after an edit are those of a fresh check");
}

/// A text, and positions in it that an editor may be wrong about; two ways to count must agree.
pub fn positions(data: &[u8]) {
    let (numbers, rest) = data.split_at(data.len().min(8));
    let text = text(rest);
    let number = |at: usize| numbers.get(at).copied().map_or(0, usize::from);
    let lie = |at: usize| Position { line: number(at) / 8, column: number(at + 1) };
    for encoding in [Encoding::Utf8, Encoding::Utf16, Encoding::Utf32] {
        let document = Document::new(&text, 1);
        let lines = LineIndex::new(text.as_ref().into(), encoding);
        for (offset, _) in text.char_indices() {
            let position = lines.position(offset);
            let inside_a_break = text[..offset].ends_with('\r') && text[offset..].starts_with('\n');
            if !inside_a_break {
                assert_eq!(document.offset(position, encoding), offset, "{encoding:?} {text:?}");
            }
        }
        for range in [lie(0)..lie(2), lie(4)..lie(6), lie(6)..lie(0)] {
            let one = document.offset(range.start, encoding);
            let other = document.offset(range.end, encoding);
            let mut expected = text.to_string();
            expected.replace_range(one.min(other)..one.max(other), "é🌪");
            let mut changed = document.clone();
            let change = Change { range: Some(range), text: "é🌪".into() };
            changed.apply(vec![change], 2, encoding);
            assert_eq!(changed.text(), expected, "{encoding:?} {text:?}");
            for position in [lie(0), lie(2), lie(4)] {
                let offset = changed.offset(position, encoding);
                let old = changed.offset_in(&text, offset);
                assert!(old.is_none_or(|old| text.is_char_boundary(old)), "{encoding:?} {text:?}");
            }
        }
    }
}

/// A `presscheck.toml`.
pub fn config(data: &[u8]) {
    let text = text(data);
    let (config, problems) = newsroom::parse_config(Path::new("presscheck.toml"), &text);
    let lines = text.bytes().filter(|&byte| byte == b'\n').count() + 1;
    assert!(problems.iter().all(|it| (1..=lines).contains(&it.line)), "{problems:?}");
    for rule in rules::registry::ALL {
        let _ = config.rules.is_off(rule);
    }
}

/// A `presscheck.ignore.toml`; what it says can be written and read again.
pub fn ignores(data: &[u8]) {
    let text = text(data);
    let (file, problems) = IgnoreFile::parse(Path::new("presscheck.ignore.toml"), &text);
    let lines = text.bytes().filter(|&byte| byte == b'\n').count() + 1;
    assert!(problems.iter().all(|it| (1..=lines).contains(&it.line)), "{problems:?}");
    let written: String = file.entries.iter().map(IgnoreEntry::to_toml).collect();
    let (again, problems) = IgnoreFile::parse(Path::new("presscheck.ignore.toml"), &written);
    let said = |entry: &IgnoreEntry| IgnoreEntry {
        path: entry.path.clone().filter(|it| !it.is_empty()),
        reason: entry.reason.clone().filter(|it| !it.is_empty()),
        ..entry.clone()
    };
    let entries: Vec<_> = file.entries.iter().map(said).collect();
    assert_eq!((again.entries, problems), (entries, Vec::new()), "{written}");
}

/// A sidecar and the article that it lies beside; a tag that is put into it is found in it.
pub fn sidecar(data: &[u8]) {
    let text = text(data);
    let (sidecar, copy) = text.split_once(BETWEEN).unwrap_or((&text, "“We stay,” she said."));
    let mut article = read(copy, Format::Plain);
    article.annotate(sidecar);
    article_holds(&article);
    let Ok(mut beside) = Sidecar::open(Some(sidecar), copy) else { return };
    let word = copy.find(char::is_whitespace).unwrap_or(copy.len());
    let Some(quote) = (!copy[..word].trim().is_empty()).then(|| Span::new(0, word)) else { return };
    beside.tag("a.txt", &[QuoteTag::beside(quote, "Ana Ruiz", Some("City Hall"))]);
    let written = beside.into_text();
    let again = Sidecar::open(Some(&written), copy).expect("what was written can be read");
    let tags = again.tags();
    assert!(tags.iter().any(|tag| tag.quote == quote), "{written}\n{tags:?}");
}

/// Messages to the server: one a line, in frames that are right; or, where a frame begins the
/// input, bytes as they are. The server goes on, and nothing in it fails.
pub fn protocol(data: &[u8]) {
    let raw = data.starts_with(b"Content-Length");
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let heard = runtime.expect("a runtime").block_on(async {
        let (server, mut editor) = tokio::io::duplex(1 << 16);
        let (input, output) = tokio::io::split(server);
        let serving = tokio::spawn(lsp::serve(input, output));
        let mut sent = framed(introduction());
        if raw {
            sent.extend(data);
        } else {
            sent.extend(data.split(|&byte| byte == b'\n').flat_map(framed));
            sent.extend(framed(last_question()));
        }
        let mut heard = Vec::new();
        let (mut from, mut to) = tokio::io::split(&mut editor);
        let all = async {
            let asked = async {
                // A server that has been told to go reads no more.
                let _ = to.write_all(&sent).await;
                let _ = to.shutdown().await;
            };
            let ((), read) = tokio::join!(asked, from.read_to_end(&mut heard));
            read.expect("a pipe in memory");
        };
        let waited = tokio::time::timeout(Duration::from_mins(1), all).await;
        assert!(waited.is_ok(), "the server ends when nobody writes to it any more");
        let _ = serving.await;
        heard
    });
    let heard = String::from_utf8_lossy(&heard);
    assert!(!heard.contains("This is a bug in presscheck"), "{heard}");
    let told_to_go = raw || text(data).contains("exit");
    assert!(told_to_go || heard.contains(LAST), "the last question was not answered: {heard}");
}

/// Id of the question that is answered once everything before it has been checked.
const LAST: &str = "the last question";

fn last_question() -> Vec<u8> {
    let params = json!({ "query": "bridge" });
    let request =
        json!({ "jsonrpc": "2.0", "id": LAST, "method": "workspace/symbol", "params": params });
    request.to_string().into_bytes()
}

fn introduction() -> Vec<u8> {
    let params = json!({
        "capabilities": {
            "textDocument": { "diagnostic": { "relatedDocumentSupport": true } },
            "workspace": {
                "workspaceEdit": { "documentChanges": true },
                "diagnostics": { "refreshSupport": true },
            },
        }
    });
    let request = json!({ "jsonrpc": "2.0", "id": 0, "method": "initialize", "params": params });
    request.to_string().into_bytes()
}

// What must hold.

fn article_holds(article: &Article) {
    let source = &*article.source;
    let on_text = |span: Span| source.get(span.start..span.end).is_some();
    for block in &article.blocks {
        assert!(on_text(block.span), "{block:?}");
        for (range, span) in block.map.verbatim() {
            assert_eq!(block.text.get(range), source.get(span.start..span.end), "{block:?}");
        }
        for (offset, _) in block.text.char_indices() {
            assert!(on_text(block.span_of(offset..block.text.len())), "{offset} of {block:?}");
        }
    }
    for pair in article.blocks.windows(2) {
        assert!(pair[0].span.end <= pair[1].span.start, "{pair:?}");
    }
    for tag in &article.tags {
        assert!(on_text(tag.span) && tag.span.covers(tag.quote) && on_text(tag.quote), "{tag:?}");
    }
    for ignore in &article.ignores {
        assert!(on_text(ignore.span) && ignore.scope.is_none_or(on_text), "{ignore:?}");
    }
    assert!(article.problems.iter().all(|Problem { span, .. }| on_text(*span)));
}

fn reading_holds(reading: &Reading) {
    article_holds(&reading.article);
    for (block, paragraph) in reading.article.blocks.iter().zip(&reading.paragraphs) {
        text_holds(&block.text, &paragraph.text);
    }
    let Reading { sentences, names, quotes, attributions, claims, .. } = reading;
    let places = (sentences.iter().map(|it| it.place))
        .chain(names.iter().flat_map(|it| [it.place, it.name]))
        .chain(reading.times(|_, _| true).map(|(place, _)| place))
        .chain(quotes.iter().flat_map(|it| [it.inside, it.outside]))
        .chain(
            attributions
                .iter()
                .flat_map(|it| [&it.source, &it.cue, &it.content])
                .flatten()
                .copied(),
        )
        .chain(claims.iter().map(|it| it.place));
    for place @ Place { block, range } in places {
        let words = reading.article.blocks[block].text.get(range.start..range.end);
        let Span { start, end } = reading.span(place);
        assert!(words.is_some() && reading.article.source.get(start..end).is_some(), "{place:?}");
    }
    assert!(quotes.iter().filter_map(|it| it.attribution).all(|it| it < attributions.len()));
    assert!(claims.iter().filter_map(|it| it.attribution).all(|it| it < attributions.len()));
    assert!(claims.iter().all(|it| it.sentence < sentences.len()));
}

fn text_holds(text: &str, read: &Text) {
    let in_order = |ranges: &[TextRange]| ranges.windows(2).all(|it| it[0].end <= it[1].start);
    let tokens: Vec<_> = read.tokens.iter().map(|it| it.range).collect();
    let sentences: Vec<_> = read.sentences.iter().map(|it| it.range).collect();
    assert!(in_order(&tokens) && in_order(&sentences), "{text:?}");
    let held: Vec<_> = read.sentences.iter().flat_map(|it| it.tokens.clone()).collect();
    assert_eq!(held, (0..tokens.len()).collect::<Vec<_>>(), "sentences hold every token: {text:?}");
    let ranges = (tokens.into_iter().chain(sentences))
        .chain(read.mentions.iter().flat_map(|it| [it.range, it.name]))
        .chain(read.quantities.iter().flat_map(|it| [it.range, it.number]))
        .chain(read.times.iter().map(|it| it.range));
    for range in ranges {
        assert!(text.get(range.start..range.end).is_some(), "{range:?} of {text:?}");
    }
    for quantity in &read.quantities {
        let ordered = quantity.low.zip(quantity.high).is_none_or(|(low, high)| low <= high);
        assert!(ordered && !quantity.value.is_nan(), "{quantity:?}");
    }
}

fn findings_hold(checked: &Checked) {
    reading_holds(&checked.reading);
    let source = &*checked.reading.article.source;
    for finding in &*checked.findings {
        let edits = finding.fixes.iter().flat_map(|fix| &fix.edits).map(|edit| edit.span);
        for span in edits.chain([finding.span]) {
            assert!(source.get(span.start..span.end).is_some(), "{finding:?}");
        }
        assert!(!finding.message.contains("This is a bug"), "{}", finding.message);
    }
}

fn shown(reading: &Reading) -> Value {
    let Reading { sentences, entities, names, quotes, attributions, claims, .. } = reading;
    let times: Vec<_> = reading.times(|_, _| true).collect();
    let Article { metadata, blocks, tags, ignores, problems, .. } = &*reading.article;
    json!([
        format!("{metadata:?}{blocks:?}{tags:?}{ignores:?}{problems:?}"),
        format!("{sentences:?}{entities:?}{names:?}"),
        format!("{times:?}{quotes:?}{attributions:?}{claims:?}"),
    ])
}
