//! Fixes, applied or shown.

use super::{
    beside::{self, Files},
    newsrooms::Article,
    report::shown,
};
use crate::failure::Failure;
use rules::{Edit, Safety, Target};
use std::fmt::Write;

/// Makes `edits`, which are in order, in the files of `article`, and checks it again. An article that
/// would not be written back byte for byte, because it was not plain UTF-8, is left as it is.
pub fn write(article: &mut Article<'_>, edits: &[Edit]) -> Result<(), Failure> {
    let of = |target| edits.iter().filter(move |edit| edit.target == target);
    if of(Target::Sidecar).next().is_some() {
        let changed = applied(Files::beside(article).text(Target::Sidecar), of(Target::Sidecar));
        let path = beside::path(article, Target::Sidecar);
        let written = newsroom::write_whole(&path, &changed);
        written.map_err(|error| Failure::at(&path, "writing", &error))?;
    }
    if of(Target::Article).next().is_some() {
        write_copy(article, of(Target::Article))?;
    }
    Ok(())
}

fn write_copy<'e>(
    article: &mut Article<'_>,
    edits: impl DoubleEndedIterator<Item = &'e Edit>,
) -> Result<(), Failure> {
    let path = article.path.clone();
    let bytes = std::fs::read(&path).map_err(|error| Failure::at(&path, "reading", &error))?;
    let decoded = article::decode(&bytes).ok().filter(|decoded| decoded.exact);
    let Some(decoded) = decoded else {
        return Err(Failure::Told(format!(
            "fixing {}: the file is not plain UTF-8; save it as UTF-8 first",
            shown(&path)
        )));
    };
    let source = &article.checked.reading.article.source;
    if decoded.text != **source {
        return Err(Failure::Told(format!(
            "fixing {}: the file has changed; run the command again",
            shown(&path)
        )));
    }
    let fixed = applied(source, edits);
    std::fs::write(&path, &fixed).map_err(|error| Failure::at(&path, "writing", &error))?;
    article.checked = article.newsroom.check(&path, &fixed, Some(&article.checked));
    Ok(())
}

/// What [`write`] would change in the copy, as a unified diff.
pub fn diff(article: &Article<'_>, edits: &[Edit]) -> String {
    if edits.iter().all(|edit| edit.target != Target::Article) {
        return String::new();
    }
    let source = &*article.checked.reading.article.source;
    let path = shown(&article.path);
    let mut diff = format!("--- {path}\n+++ {path}\n");
    let (mut start, mut growth) = (0, 0_isize);
    for (index, line) in source.split_inclusive('\n').enumerate() {
        let end = start + line.len();
        let here: Vec<Edit> = edits
            .iter()
            .filter(|edit| edit.target == Target::Article)
            .filter(|edit| (start..end).contains(&edit.span.start))
            .map(|edit| {
                let span =
                    article::Span::new(edit.span.start - start, edit.span.end.min(end) - start);
                Edit { span, ..edit.clone() }
            })
            .collect();
        if !here.is_empty() {
            let (old, new) = (line.trim_end_matches('\n'), applied(line, here.iter()));
            let new = new.trim_end_matches('\n');
            let added = new.lines().count().max(1);
            let at = index + 1;
            let _ = writeln!(diff, "@@ -{at} +{} @@\n-{old}", at.saturating_add_signed(growth));
            new.lines().for_each(|line| {
                let _ = writeln!(diff, "+{line}");
            });
            growth += added.cast_signed() - 1;
        }
        start = end;
    }
    diff
}

/// Edits of the safe fixes, in order; of two that meet, the first.
pub fn safe(article: &Article<'_>) -> Vec<Edit> {
    let safe = article.checked.findings.iter().flat_map(|finding| &finding.fixes);
    let safe = safe.filter(|fix| fix.safety == Safety::Safe);
    let mut edits: Vec<Edit> = safe
        .flat_map(|fix| fix.edits.clone())
        .filter(|edit| edit.target == Target::Article)
        .collect();
    edits.sort_by_key(|edit| edit.span);
    let mut past = 0;
    edits.retain(|edit| {
        let free = past <= edit.span.start;
        past = if free { edit.span.end } else { past };
        free
    });
    edits.dedup();
    edits
}

fn applied<'e>(text: &str, edits: impl DoubleEndedIterator<Item = &'e Edit>) -> String {
    let mut fixed = text.to_owned();
    for edit in edits.rev() {
        fixed.replace_range(edit.span.start..edit.span.end, &edit.text);
    }
    fixed
}
