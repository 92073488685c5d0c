//! From paths to checked articles.

use super::selection::Selection;
use crate::{batch, failure::Failure};
use article::Problem;
use corpus::{ArticleId, Corpus, Entry};
use newsroom::{Checked, Newsroom, guarded};
use rules::Related;
use std::{
    collections::BTreeMap,
    io,
    ops::ControlFlow,
    path::{Path, PathBuf},
    sync::Arc,
};

/// Files that could not be read are told one by one up to this many.
const TOLD: usize = 20;

/// A newsroom and those of its articles that are to be checked.
pub struct Opened {
    newsroom: Newsroom,
    files: Vec<File>,
}

impl Opened {
    /// How many articles are to be checked.
    pub fn len(&self) -> usize {
        self.files.len()
    }
}

struct File {
    path: PathBuf,
    content: Content,
}

enum Content {
    /// As the newsroom has it.
    Filed(ArticleId),
    /// This, and what had to be assumed to read it.
    Read(String, Vec<Problem>),
}

impl File {
    fn check(&self, newsroom: &Newsroom) -> Result<(Checked, Vec<Problem>), String> {
        let (text, known) = match &self.content {
            Content::Filed(id) => {
                let entry = newsroom.corpus.get(id).map_err(|error| error.to_string())?;
                let reading = &entry.ok_or("it is gone")?.reading;
                (reading.article.source.to_string(), reading.problems())
            }
            Content::Read(text, problems) => (text.clone(), problems.clone()),
        };
        let checked = newsroom.check(&self.path, &text, None);
        let mut problems = checked.reading.problems();
        problems.extend(known);
        problems.sort_by(|a, b| (a.span, &a.message).cmp(&(b.span, &b.message)));
        problems.dedup();
        Ok((checked, problems))
    }
}

/// A checked article.
pub struct Article<'a> {
    /// Its newsroom.
    pub newsroom: &'a Newsroom,
    /// Its file.
    pub path: PathBuf,
    /// What came out.
    pub checked: Checked,
    /// What of it could not be read as meant, in order of place.
    pub problems: Vec<Problem>,
}

impl Article<'_> {
    /// The other article that `related` stands in; `None` for this one.
    pub fn other(&self, related: &Related) -> Option<Arc<Entry>> {
        self.newsroom.corpus.get(related.article.as_ref()?).ok()?
    }
}

/// Opens the newsrooms of `paths`. What could not be read is said beside them.
pub fn open(
    paths: &[PathBuf],
    selection: &Selection,
) -> Result<(Vec<Opened>, Vec<String>), Failure> {
    selection.verify()?;
    let mut problems = Vec::new();
    let mut by_root: BTreeMap<PathBuf, Vec<PathBuf>> = BTreeMap::new();
    for path in paths {
        match locate(path) {
            Ok((root, path)) => by_root.entry(root).or_default().push(path),
            Err(error) => problems.push(Failure::at(path, "checking", &error).to_string()),
        }
    }
    let mut opened = Vec::new();
    for (root, wanted) in by_root {
        let (_, unusable) = Newsroom::configured(&root);
        problems.extend(unusable.iter().map(ToString::to_string));
        let (mut newsroom, skipped) = Newsroom::open(&root, &|_, _| ControlFlow::Continue(()));
        selection.apply(&mut newsroom.config.rules);
        let asked = |path: &Path| wanted.iter().any(|wanted| path.starts_with(wanted));
        let skipped: Vec<_> = skipped.iter().filter(|skipped| asked(&skipped.path)).collect();
        problems.extend(skipped.iter().take(TOLD).map(ToString::to_string));
        if TOLD < skipped.len() {
            problems.push(format!(
                "{}: {} more files were left out",
                root.display(),
                skipped.len() - TOLD
            ));
        }
        let mut files: Vec<File> = newsroom
            .corpus
            .cards()
            .map(|card| File {
                path: newsroom.path_of(&card.id),
                content: Content::Filed(card.id.clone()),
            })
            .filter(|file| asked(&file.path))
            .collect();
        // A file that is asked for by name is checked even where the newsroom leaves it out.
        for path in wanted.iter().filter(|path| path.is_file()) {
            if files.iter().all(|file| file.path != *path)
                && skipped.iter().all(|skipped| skipped.path != *path)
            {
                match read(path) {
                    Ok(file) => files.push(file),
                    Err(failure) => problems.push(failure.to_string()),
                }
            }
        }
        files.sort_by(|a, b| a.path.cmp(&b.path));
        opened.push(Opened { newsroom, files });
    }
    Ok((opened, problems))
}

/// The newsroom's folder for `path`, and `path` in full.
fn locate(path: &Path) -> io::Result<(PathBuf, PathBuf)> {
    let full = std::path::absolute(path)?;
    let folder = if std::fs::metadata(&full)?.is_dir() { Some(&*full) } else { full.parent() };
    let root = Newsroom::find_root(&full).or_else(|| folder.map(Path::to_path_buf));
    Ok((root.unwrap_or_default(), full))
}

fn read(path: &Path) -> Result<File, Failure> {
    let bytes = std::fs::read(path).map_err(|error| Failure::at(path, "reading", &error))?;
    let decoded = article::decode(&bytes)
        .map_err(|error| Failure::Told(format!("{}: {error}", path.display())))?;
    let problems = decoded.problem.map(Problem::of_file).into_iter().collect();
    Ok(File { path: path.into(), content: Content::Read(decoded.text, problems) })
}

/// Checks every article, on all cores, in order of path; says what could not be checked.
pub fn check<'a>(newsrooms: &'a [Opened], unchecked: &mut Vec<String>) -> Vec<Article<'a>> {
    let files: Vec<(&Newsroom, &File)> = newsrooms
        .iter()
        .flat_map(|opened| opened.files.iter().map(|file| (&opened.newsroom, file)))
        .collect();
    let checked = batch::in_order(&files, |(newsroom, file)| {
        let checked = guarded(|| file.check(newsroom));
        let (checked, problems) =
            checked.map_err(|why| format!("{}: {why}", file.path.display()))?;
        Ok(Article { newsroom, path: file.path.clone(), checked, problems })
    });
    let said = |article: Result<_, _>| article.map_err(|why| unchecked.push(why)).ok();
    checked.into_iter().filter_map(said).collect()
}
