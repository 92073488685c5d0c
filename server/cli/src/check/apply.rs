//! Safe fixes, applied or shown.

use super::{newsrooms::Article, report::shown};
use crate::failure::Failure;
use rules::{Edit, Safety, Target};
use std::fmt::Write;

/// Writes the safe fixes of `article` to its file and checks it again. A file that would not be
/// written back byte for byte, because it was not plain UTF-8, is left as it is.
pub fn write(article: &mut Article<'_>) -> Result<(), Failure> {
    let edits = edits(article);
    if edits.is_empty() {
        return Ok(());
    }
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
    let fixed = applied(source, &edits);
    std::fs::write(&path, &fixed).map_err(|error| Failure::at(&path, "writing", &error))?;
    article.checked = article.newsroom.check(&path, &fixed, Some(&article.checked));
    Ok(())
}

/// What [`write`] would change, as a unified diff.
pub fn diff(article: &Article<'_>) -> String {
    let edits = edits(article);
    if edits.is_empty() {
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
            .filter(|edit| (start..end).contains(&edit.span.start))
            .map(|edit| {
                let span =
                    article::Span::new(edit.span.start - start, edit.span.end.min(end) - start);
                Edit { span, ..edit.clone() }
            })
            .collect();
        if !here.is_empty() {
            let (old, new) = (line.trim_end_matches('\n'), applied(line, &here));
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
fn edits(article: &Article<'_>) -> Vec<Edit> {
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

fn applied(text: &str, edits: &[Edit]) -> String {
    let mut fixed = text.to_owned();
    for edit in edits.iter().rev() {
        fixed.replace_range(edit.span.start..edit.span.end, &edit.text);
    }
    fixed
}
