//! Joins what the paragraphs say into the attributions of the article.

use crate::{Attribution, Form, Paragraph, Place, Said};
use article::Article;
use language::TextRange;
use std::sync::Arc;

/// The attributions of the article, in order of content.
pub fn attributions(article: &Article, paragraphs: &[Arc<Paragraph>]) -> Vec<Attribution> {
    let mut attributions: Vec<Attribution> = Vec::new();
    let mut floor: Vec<Place> = Vec::new();
    for (block, paragraph) in paragraphs.iter().enumerate() {
        let _ = article;
        for said in paragraph.said.iter().filter(|said| !said.within) {
            let place = |&range: &TextRange| Place { block, range };
            let mut source: Vec<Place> = said.source.iter().map(place).collect();
            if said.carried {
                source.clone_from(&floor);
            } else if !source.is_empty() && quotes(paragraph, said) {
                floor.clone_from(&source);
            }
            attributions.push(Attribution {
                source,
                cue: said.cue.iter().map(place).collect(),
                content: said.content.iter().map(place).collect(),
                form: form(paragraph, said),
                kind: None,
                speaker: None,
                entity: None,
                via: None,
                inherited: said.carried,
            });
        }
    }
    attributions
}

/// Whether quoted words are among the content.
fn quotes(paragraph: &Paragraph, said: &Said) -> bool {
    form(paragraph, said) != Form::Indirect
}

fn form(paragraph: &Paragraph, said: &Said) -> Form {
    let quoted = |content: &TextRange| paragraph.quoted.iter().any(|q| q.inside.overlaps(*content));
    let wholly = |content: &TextRange| paragraph.quoted.iter().any(|q| q.outside.covers(*content));
    match () {
        () if said.content.iter().all(wholly) => Form::Direct,
        () if said.content.iter().any(quoted) => Form::Mixed,
        () => Form::Indirect,
    }
}
