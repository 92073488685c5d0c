//! Who tells the story, in how many families.

use crate::{
    sources,
    tell::Teller,
    types::{Article, Family},
};
use corpus::ArticleId;
use sourcing::Reading;
use std::collections::BTreeSet;

/// The articles, their families of two or more, and how many tell the story independently.
pub(crate) fn of(id: &ArticleId, teller: &Teller) -> (Vec<Article>, Vec<Family>, usize) {
    let coverage = teller.coverage;
    let mut families = Vec::new();
    for family in &coverage.families {
        let mut articles = teller.in_order(&family.tellers);
        if family.includes_own {
            articles.insert(0, 0);
        }
        if articles.len() > 1 {
            families.push(Family { articles, because: family.because.clone() });
        }
    }
    families.sort_by(|a, b| a.articles.cmp(&b.articles));
    let own_outlet = teller.reading.article.metadata.outlet.as_ref();
    let own_outlet = own_outlet.map_or_else(|| "This article".into(), |it| it.value.clone());
    let mut articles = vec![article(id.clone(), own_outlet, teller.reading)];
    for &other in &teller.tellers {
        let entry = &coverage.tellers[other].entry;
        articles.push(article(entry.id.clone(), entry.outlet.to_string(), &entry.reading));
    }
    for (number, article) in articles.iter_mut().enumerate() {
        article.family = families.iter().position(|family| family.articles.contains(&number));
    }
    let of_others: BTreeSet<usize> = coverage.tellers.iter().map(|it| it.family).collect();
    let rests_on_ours =
        |family: &usize| coverage.families.get(*family).is_some_and(|family| family.includes_own);
    let independent = of_others.iter().filter(|family| !rests_on_ours(family)).count();
    (articles, families, independent)
}

fn article(id: ArticleId, outlet: String, reading: &Reading) -> Article {
    let metadata = &reading.article.metadata;
    let (sources, unsourced) = sources::of(reading);
    Article {
        id,
        outlet,
        headline: metadata
            .headline
            .as_ref()
            .map_or_else(|| opening(reading), |it| it.value.clone()),
        date: metadata.date(),
        url: metadata.url.as_ref().map(|it| it.value.clone()),
        family: None,
        sources,
        unsourced,
    }
}

/// Longest beginning that stands for a headline, in characters.
const LONGEST: usize = 80;

/// The beginning of the copy.
fn opening(reading: &Reading) -> String {
    let first = reading.sentences.first().map_or("", |sentence| reading.words(sentence.place));
    match first.char_indices().nth(LONGEST) {
        None => first.to_owned(),
        Some((limit, _)) => {
            let cut = first.get(..limit).unwrap_or_default();
            format!("{} …", cut.rsplit_once(' ').map_or(cut, |(words, _)| words))
        }
    }
}
