//! How many stories the articles tell.

use super::newsrooms::Article;
use std::collections::HashMap;

/// Stories that more than one article of the newsroom tells.
pub fn count(articles: &[Article<'_>]) -> usize {
    let mut numbers: HashMap<String, usize> = HashMap::new();
    let mut stories = Stories::default();
    for article in articles {
        let mut number = |id: &corpus::ArticleId| {
            *numbers.entry(id.to_string()).or_insert_with(|| stories.add())
        };
        let own = number(&article.newsroom.id_of(&article.path));
        let tellers: Vec<usize> =
            article.checked.coverage.tellers.iter().map(|it| number(&it.entry.id)).collect();
        for teller in tellers {
            stories.join(own, teller);
        }
    }
    stories.shared()
}

/// Articles joined into stories: a disjoint-set forest.
#[derive(Default)]
struct Stories {
    parents: Vec<usize>,
}

impl Stories {
    fn add(&mut self) -> usize {
        self.parents.push(self.parents.len());
        self.parents.len() - 1
    }

    fn root(&self, mut article: usize) -> usize {
        while self.parents[article] != article {
            article = self.parents[article];
        }
        article
    }

    fn join(&mut self, one: usize, other: usize) {
        let (one, other) = (self.root(one), self.root(other));
        self.parents[one.max(other)] = one.min(other);
    }

    /// Sets of more than one.
    fn shared(&self) -> usize {
        let mut sizes = vec![0; self.parents.len()];
        (0..self.parents.len()).for_each(|article| sizes[self.root(article)] += 1);
        sizes.iter().filter(|size| **size > 1).count()
    }
}
