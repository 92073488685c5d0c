//! How fast each room is, and whether it stays so: text of every shape, once and eight times as
//! long, through all rooms. `cargo bench -p presscheck --bench rooms`; names of shapes may follow.
//!
//! Printed for each room: MB of text per second at the larger size, and how many times longer eight
//! times the text took per byte; linear is 1.0. Made-up sentences are easy reading, so the articles
//! that desks could have written are read as well, one by one: that is the speed to quote.

mod stories;
mod text;

use article::{Article, Format, Hint};
use corpus::{ArticleId, Candidates, Corpus, Entry, Memory, Outlet, Query};
use coverage::Coverage;
use serde_json::Value;
use sourcing::Reading;
use std::{hint::black_box, path::Path, sync::Arc, time::Instant};
use text::{capital, name, sentence, word};

/// Bytes of the smaller text; the larger is `GROWTH` times as long.
const SMALL: usize = 64 << 10;
const GROWTH: usize = 8;

/// Articles on events as outlets told them, where they lie beside the repository.
const CLUSTERS: &str = "../../../shared/eval/crossref/ecb.clusters.jsonl";

const ROOMS: [&str; 7] = ["article", "language", "sourcing", "keys", "coverage", "rules", "again"];

fn main() {
    let wanted: Vec<String> = std::env::args().skip(1).filter(|it| !it.starts_with('-')).collect();
    println!("{:<18}{}", "MB/s, growth", ROOMS.map(|room| format!("{room:>16}")).concat());
    for (name, shape) in SHAPES {
        if wanted.is_empty() || wanted.iter().any(|it| it == name) {
            let (small, large) =
                (rooms(&repeated(*shape, SMALL)), rooms(&repeated(*shape, SMALL * GROWTH)));
            let cells = small.iter().zip(&large).map(|(small, large)| {
                let speed = (SMALL * GROWTH) as f64 / 1e6 / large;
                let growth = large / small / GROWTH as f64;
                format!("{speed:>10.1} {growth:>5.1}")
            });
            println!("{name:<18}{}", cells.collect::<String>());
        }
    }
    if wanted.is_empty() || wanted.iter().any(|it| it == "stories") {
        read_stories();
    }
    if wanted.is_empty() || wanted.iter().any(|it| it == "newsroom") {
        newsroom();
        real_news();
    }
}

/// How fast articles like those of desks are read.
fn read_stories() {
    let stories = stories::stories();
    let bytes: usize = stories.iter().map(String::len).sum();
    let speed = |seconds: f64| bytes as f64 / 1e6 / seconds;
    let (cut, articles) =
        timed_for(1.0, || stories.iter().map(|it| Arc::new(article(it))).collect::<Vec<_>>());
    let (read, _) = timed_for(4.0, || {
        let read = |article: &Arc<Article>| sourcing::read(Arc::clone(article), None);
        articles.iter().map(read).collect::<Vec<_>>()
    });
    println!(
        "\n{} articles, {} kB: {:.1} MB/s of text read (article {:.1}, language and sourcing {:.1})",
        stories.len(),
        bytes / 1000,
        speed(cut + read),
        speed(cut),
        speed(read)
    );
}

/// Seconds that each room takes for `source`.
fn rooms(source: &str) -> [f64; ROOMS.len()] {
    let (read, article) = timed(|| Arc::new(article(source)));
    let (language, _) = timed(|| {
        article.blocks.iter().map(|block| language::read(&block.text).tokens.len()).sum::<usize>()
    });
    let (sourcing, reading) = timed(|| Arc::new(sourcing::read(Arc::clone(&article), None)));
    let (keys, entry) = timed(|| entry("other.txt", &reading));
    let candidates = Candidates { entries: vec![Arc::new(entry)], ..Candidates::default() };
    let (cover, coverage) = timed(|| coverage::cover(&reading, &candidates));
    let (rules, _) = timed(|| check(&reading, &coverage));
    let (again, _) = timed(|| sourcing::read(Arc::clone(&article), Some(&reading)));
    [read, language, sourcing, keys, cover, rules, again]
}

/// Coverage of one article of 40 sentences, and candidates for it, among 2,000 articles.
fn newsroom() {
    let mut corpus = Memory::default();
    for number in 0..2_000 {
        let story = number / 50;
        let text: String = (0..40).map(|at| sentence(story * 1_000 + at + number % 7)).collect();
        let reading = Arc::new(sourcing::read(Arc::new(article(&text)), None));
        corpus.file(entry(&format!("{number}.txt"), &reading)).expect("memory keeps");
    }
    let text: String = (0..40).map(|at| sentence(7_000 + at)).collect();
    let reading = sourcing::read(Arc::new(article(&text)), None);
    let id = ArticleId("own.txt".into());
    let query =
        Query { reading: &reading, id: &id, outlet: None, date: None, window_days: 7, limit: 50 };
    let (seconds, candidates) = timed(|| corpus.candidates(&query).expect("memory answers"));
    println!(
        "\n{} candidates among 2,000 articles: {:.2} ms",
        candidates.entries.len(),
        seconds * 1e3
    );
    let edited: String =
        (0..40).map(|at| sentence(if at == 20 { 90 } else { 7_000 + at })).collect();
    print_coverage(&reading, &edited, &candidates);
}

/// Coverage of 40 sentences that outlets wrote of one event by 50 articles of as many; the made-up
/// ones share more words than outlets ever do.
fn real_news() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(CLUSTERS);
    let Ok(clusters) = std::fs::read_to_string(&path) else {
        println!("\nreal news skipped: there is no {}", path.display());
        return;
    };
    let clusters = clusters.lines().filter_map(|line| serde_json::from_str::<Value>(line).ok());
    let articles = |cluster: &Value| cluster["articles"].as_array().map_or(0, Vec::len);
    let largest = clusters.max_by_key(articles).expect("it has clusters");
    let sentences = |article: &Value| -> Vec<String> {
        let sentences = article["sents"].as_array().into_iter().flatten();
        sentences.filter_map(Value::as_str).map(|it| format!("{it}\n\n")).collect()
    };
    let told: Vec<Vec<String>> =
        largest["articles"].as_array().into_iter().flatten().map(sentences).collect();
    // There are fewer than 51 of them, and most are short: each begins with another one.
    let long = |first: usize| told.iter().cycle().skip(first).flatten().take(40).cloned();
    let read = |text: &str| sourcing::read(Arc::new(article(text)), None);
    let entries = (1..=50).map(|number| {
        let reading = Arc::new(read(&long(number).collect::<String>()));
        Arc::new(entry(&format!("{number}.txt"), &reading))
    });
    let candidates = Candidates { entries: entries.collect(), ..Candidates::default() };
    let edited = long(0).enumerate().map(|(at, it)| if at == 20 { sentence(90) } else { it });
    println!("\nreal news:");
    print_coverage(&read(&long(0).collect::<String>()), &edited.collect::<String>(), &candidates);
}

/// How long the coverage of an article takes, and after an edit.
fn print_coverage(reading: &Reading, edited: &str, candidates: &Candidates) {
    let (seconds, coverage) = timed(|| coverage::cover(reading, candidates));
    println!(
        "coverage of {} sentences by {} articles: {:.2} ms ({} tell the story)",
        reading.sentences.len(),
        candidates.entries.len(),
        seconds * 1e3,
        coverage.tellers.len()
    );
    let edited = sourcing::read(Arc::new(article(edited)), Some(reading));
    let (seconds, _) = timed(|| coverage::cover_again(&edited, candidates, Some(&coverage)));
    println!("the same after one sentence was edited: {:.2} ms", seconds * 1e3);
}

fn article(source: &str) -> Article {
    article::read(source, Format::Plain, &Hint::default())
}

fn entry(name: &str, reading: &Arc<Reading>) -> Entry {
    Entry::new(ArticleId(name.into()), Outlet(name.into()), false, Arc::clone(reading))
}

fn check(reading: &Reading, coverage: &Coverage) -> Vec<rules::Diagnostic> {
    rules::check(&rules::Context::new(reading, coverage, &rules::Settings::default()))
}

/// The best of a few runs, in seconds, and what came out.
fn timed<T>(work: impl FnMut() -> T) -> (f64, T) {
    timed_for(0.2, work)
}

/// The best of the runs that fit into so many seconds.
fn timed_for<T>(seconds: f64, mut work: impl FnMut() -> T) -> (f64, T) {
    let mut best = f64::INFINITY;
    let begun = Instant::now();
    loop {
        let start = Instant::now();
        let done = black_box(work());
        best = best.min(start.elapsed().as_secs_f64());
        if seconds < begun.elapsed().as_secs_f64() {
            return (best, done);
        }
    }
}

/// The `n`th piece of a text.
type Shape = fn(usize) -> String;

/// News as it comes, then what is hard on a careless reader.
const SHAPES: &[(&str, Shape)] = &[
    ("news", |n| if n % 3 == 2 { sentence(n) + "\n\n" } else { sentence(n) }),
    ("one paragraph", sentence),
    ("same sentence", |_| sentence(1)),
    ("quotes", |n| format!("“{}” ", word(n))),
    ("straight quotes", |_| "\"".into()),
    ("open quotes", |_| "“a ".into()),
    ("said", |n| format!("“The {} is {},” said {}. ", word(n), word(n + 1), name(n))),
    ("names", |n| format!("{} ", name(n))),
    ("namesakes", |n| format!("{} Smith. ", capital(n))),
    ("names and titles", |n| format!("President {} met Mr. {}. ", name(n), capital(n))),
    ("capitals", |_| "AB ".into()),
    ("numbers", |n| format!("{n} ")),
    ("quantities", |n| format!("{n} people were killed and {} homes lost. ", n + 2)),
    ("days", |n| format!("on {} March {} ", n % 28 + 1, 1990 + n % 40)),
    ("short sentences", |_| "a.".into()),
    ("stops", |_| ".".into()),
    ("commas", |n| format!("{}, ", word(n))),
    ("dashes", |_| "— ".into()),
    ("hyphens", |n| format!("{}-", word(n))),
    ("one word", |_| "a".into()),
    ("digits", |_| "1".into()),
    ("spaces", |_| " ".into()),
    ("empty lines", |_| "\n".into()),
    ("brackets", |_| "[".into()),
    ("round brackets", |_| "(".into()),
    ("that", |n| format!("{} said that ", name(n))),
    ("according to", |n| format!("according to {}, ", name(n))),
    ("analysts", |_| "Analysts say. ".into()),
    ("lines", |n| format!("{}\n", word(n))),
    ("TK", |_| "TK ".into()),
];

fn repeated(shape: Shape, bytes: usize) -> String {
    let mut text = String::with_capacity(bytes + 200);
    for n in 0.. {
        if bytes <= text.len() {
            break;
        }
        text.push_str(&shape(n));
    }
    text
}
