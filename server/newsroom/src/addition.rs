//! What is added to a newsroom's corpus: folders elsewhere, named in `presscheck.toml`, and the items
//! of feeds, written as article files that anybody can read and delete.

use crate::{CONFIG_FILE, Newsroom, Skipped, config_edit, locate, walk, write_whole};
use corpus::{Feed, slug};
use std::{
    fs,
    io::{self, ErrorKind},
    path::{Path, PathBuf},
};

/// Where the items of feeds are written, a folder for each feed.
pub const FEEDS: &str = "feeds";

/// What came of adding a folder or file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Added {
    /// How many articles it has.
    pub articles: usize,
    /// Whether they were part of the newsroom before.
    pub before: bool,
    /// Articles in it that cannot be read.
    pub skipped: Vec<Skipped>,
    /// How many files in it are no articles, by their names.
    pub others: usize,
}

/// What came of adding a feed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filed {
    /// The folder that its items are in.
    pub folder: PathBuf,
    /// Items that were not there before.
    pub new: usize,
    /// Items whose text changed.
    pub changed: usize,
    /// Items that were there as they are.
    pub same: usize,
    /// Items that could not be written.
    pub failed: Vec<Skipped>,
}

impl Newsroom {
    /// Counts the articles at `path` among the newsroom's from now on: names it in `presscheck.toml`,
    /// unless they are already.
    pub fn add(&self, path: &Path) -> Result<Added, String> {
        let path = locate::resolve(&self.root, &path.to_string_lossy());
        self.verify()?;
        if let Some(why) = locate::unusable(&path) {
            return Err(format!("it {why}"));
        }
        let mut named = self.config.clone();
        named.also.push(path.clone());
        let (articles, skipped) = walk::below(&path, &self.root, &named);
        if articles.is_empty() {
            return Err(
                "it holds no article: Markdown and text files are articles (.md, .markdown, \
                        .txt, .text) where nothing excludes them"
                    .into(),
            );
        }
        let inside = path.starts_with(&self.root);
        let is_ours = |path: &PathBuf| walk::is_article(path, &self.root, &self.config);
        let before = inside && articles.iter().all(is_ours)
            || !self.edit(|text| config_edit::with(text, &self.root, &path))?;
        let others = walk::others(&path, &self.root, &named);
        Ok(Added { articles: articles.len(), before, skipped, others })
    }

    /// Writes the items of `feed` into a folder of the newsroom. An item that was written before is
    /// written again only where it changed.
    pub fn file_feed(&self, feed: &Feed) -> Result<Filed, String> {
        self.verify()?;
        let name = slug(&feed.title);
        if name.is_empty() {
            return Err("the feed has no title; give it one with --outlet NAME".into());
        }
        let folder = self.root.join(FEEDS).join(name);
        fs::create_dir_all(&folder)
            .map_err(|error| format!("making {}: {error}", folder.display()))?;
        let known =
            names(&folder).map_err(|error| format!("reading {}: {error}", folder.display()))?;
        let mut filed = Filed { folder: folder.clone(), ..Filed::default() };
        for item in &feed.items {
            let end = format!("-{}.md", item.mark());
            let before = known.iter().find(|name| name.ends_with(&end));
            let path = folder.join(before.cloned().unwrap_or_else(|| item.file_name()));
            let text = item.article(feed);
            let count = match fs::read(&path) {
                Ok(bytes) if bytes == text.as_bytes() => {
                    filed.same += 1;
                    continue;
                }
                Ok(_) => &mut filed.changed,
                Err(_) => &mut filed.new,
            };
            match write_whole(&path, &text) {
                Ok(()) => *count += 1,
                Err(error) => {
                    filed.failed.push(Skipped { path, reason: format!("not written: {error}") });
                }
            }
        }
        if !walk::is_article(&folder.join("item.md"), &self.root, &self.config) {
            self.edit(|text| config_edit::with(text, &self.root, &folder))?;
        }
        Ok(filed)
    }

    /// Takes `path` back: no longer names it in `presscheck.toml`, and deletes what a feed wrote there.
    /// Says how many files were deleted; `None` where it was never added.
    pub fn take_back(&self, path: &Path) -> Result<Option<usize>, String> {
        let path = locate::resolve(&self.root, &path.to_string_lossy());
        let config = self.root.join(CONFIG_FILE);
        let named =
            config.exists() && self.edit(|text| config_edit::without(text, &self.root, &path))?;
        let feeds = self.root.join(FEEDS);
        if path.parent() != Some(&feeds) || !path.is_dir() {
            return Ok(named.then_some(0));
        }
        let failed = |error: io::Error| format!("deleting {}: {error}", path.display());
        let mut deleted = 0;
        for name in names(&path).map_err(failed)?.iter().filter(|name| is_marked(name)) {
            fs::remove_file(path.join(name)).map_err(failed)?;
            deleted += 1;
        }
        // What somebody else put there stays, and so do the folders around it.
        let _ = fs::remove_dir(&path);
        let _ = fs::remove_dir(&feeds);
        Ok(Some(deleted))
    }

    /// The places that articles come from, as they are written, with their number of articles.
    pub fn places(&self) -> Vec<(String, usize)> {
        let feeds = self.root.join(FEEDS);
        let feeds = names(&feeds).unwrap_or_default().into_iter().map(|name| feeds.join(name));
        let mut all: Vec<PathBuf> = feeds.filter(|path| path.is_dir()).collect();
        all.extend(
            self.config.also.iter().filter(|also| !all.contains(also)).cloned().collect::<Vec<_>>(),
        );
        let files = |path: &Path| walk::below(path, &self.root, &self.config).0;
        let own = files(&self.root).into_iter();
        let own = own.filter(|file| !all.iter().any(|place| file.starts_with(place))).count();
        let mut places = vec![(".".into(), own)];
        places
            .extend(all.iter().map(|path| (locate::written(&self.root, path), files(path).len())));
        places
    }

    fn verify(&self) -> Result<(), String> {
        if locate::is_off_limits(&self.root, locate::home().as_deref()) {
            return Err(format!(
                "{} is no newsroom: go to the folder of your articles, or name it with --newsroom",
                self.root.display()
            ));
        }
        Ok(())
    }

    /// Changes `presscheck.toml`; says whether there was anything to change.
    fn edit(
        &self,
        change: impl Fn(&str) -> Result<Option<String>, String>,
    ) -> Result<bool, String> {
        let path = self.root.join(CONFIG_FILE);
        let said = |why: &dyn std::fmt::Display| format!("{}: {why}", path.display());
        let text = match fs::read_to_string(&path) {
            Ok(text) => text,
            Err(error) if error.kind() == ErrorKind::NotFound => String::new(),
            Err(error) => return Err(said(&error)),
        };
        let Some(changed) = change(&text).map_err(|why| said(&why))? else { return Ok(false) };
        write_whole(&path, &changed).map_err(|error| said(&error))?;
        Ok(true)
    }
}

/// The names of what is in `folder`, sorted; nothing where there is no folder.
fn names(folder: &Path) -> io::Result<Vec<String>> {
    let entries = match fs::read_dir(folder) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
        entries => entries?,
    };
    let names = entries.map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned()));
    let mut names = names.collect::<io::Result<Vec<_>>>()?;
    names.sort();
    Ok(names)
}

/// Whether a file's name ends as that of an item does.
fn is_marked(name: &str) -> bool {
    let mark = name.strip_suffix(".md").and_then(|name| name.rsplit('-').next());
    mark.is_some_and(|mark| mark.len() == 10 && mark.bytes().all(|byte| byte.is_ascii_hexdigit()))
}
