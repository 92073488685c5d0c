//! Opens a folder as a newsroom and says what came of it: problems, furniture, candidates, times.
use newsroom::Newsroom;
use std::{path::Path, time::Instant};

fn main() {
    let root = std::env::args().nth(1).expect("a folder");
    let start = Instant::now();
    let (newsroom, skipped) = Newsroom::open(Path::new(&root), &|_, _| {});
    println!("{} articles in {:?}", newsroom.corpus.iter().count(), start.elapsed());
    for skipped in skipped {
        println!("skipped {skipped}");
    }
    let (mut right, mut all, mut slowest) = (0, 0, std::time::Duration::ZERO);
    for entry in newsroom.corpus.iter() {
        for block in &entry.reading.article.blocks {
            if !matches!(block.kind, article::BlockKind::Paragraph) {
                println!("{:?}\t{}\t{}", block.kind, entry.id, block.text);
            }
        }
        let story = |id: &corpus::ArticleId| id.0.split('/').next().map(str::to_string);
        let query = corpus::Query {
            reading: &entry.reading,
            id: &entry.id,
            outlet: Some(&entry.outlet),
            date: entry.date,
            window_days: 7,
            limit: 5,
        };
        let start = Instant::now();
        let found = corpus::Corpus::candidates(&newsroom.corpus, &query).expect("memory").entries;
        slowest = slowest.max(start.elapsed());
        all += newsroom.corpus.iter().filter(|o| story(&o.id) == story(&entry.id)).count() - 1;
        right += found.iter().filter(|other| story(&other.id) == story(&entry.id)).count();
    }
    println!("{right} of {all} of the same folder among the first 5; slowest {slowest:?}");
}
