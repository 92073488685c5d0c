//! Changes the one list of `presscheck.toml` that commands write: `also`. What a person wrote around
//! it stays as it is.

use crate::locate;
use std::path::Path;
use toml_edit::{Array, DocumentMut, Item, RawString, Table, TableLike, Value};

/// `text`, the settings of the newsroom at `root`, with `path` in the list; `None` where it is there.
pub(crate) fn with(text: &str, root: &Path, path: &Path) -> Result<Option<String>, String> {
    let mut document = read(text)?;
    let list = list(&mut document)?;
    if list.iter().any(|item| means(item, root, path)) {
        return Ok(None);
    }
    append(list, locate::written(root, path));
    Ok(Some(document.to_string()))
}

/// `text` without `path` in the list; `None` where it is not there.
pub(crate) fn without(text: &str, root: &Path, path: &Path) -> Result<Option<String>, String> {
    let mut document = read(text)?;
    let list = list(&mut document)?;
    let before = list.len();
    list.retain(|item| !means(item, root, path));
    let (found, is_empty) = (list.len() < before, list.is_empty());
    if is_empty {
        clear(&mut document);
    }
    Ok(found.then(|| document.to_string()))
}

/// Takes an empty list out, and with it a table that holds nothing else.
fn clear(document: &mut DocumentMut) {
    let Some(corpus) = document.get_mut("corpus").and_then(Item::as_table_like_mut) else { return };
    corpus.remove("also");
    let noted = document["corpus"].as_table().and_then(|table| table.decor().prefix()?.as_str());
    let is_bare = noted.is_none_or(|note| note.trim().is_empty());
    if is_bare && document["corpus"].as_table_like().is_some_and(TableLike::is_empty) {
        document.remove("corpus");
    }
}

fn means(item: &Value, root: &Path, path: &Path) -> bool {
    item.as_str().is_some_and(|written| locate::resolve(root, written) == path)
}

/// Adds an item; in a list of a line an item it has a line of its own, below what is noted on the others.
fn append(list: &mut Array, written: String) {
    let text = |raw: Option<&RawString>| raw.and_then(RawString::as_str).unwrap_or("").to_owned();
    let first = list.get(0).map(|item| text(item.decor().prefix())).unwrap_or_default();
    let Some(line) = first.rfind('\n').map(|at| &first[at..]) else { return list.push(written) };
    // What follows the last item stands before the comma that is missing there, or after the one there is.
    let mut notes = text(Some(list.trailing()));
    if let Some(last) = list.iter_mut().last() {
        notes.insert_str(0, &text(last.decor().suffix()));
        last.decor_mut().set_suffix("");
    }
    let prefix = format!("{}{line}", notes.trim_end());
    list.push_formatted(Value::from(written).decorated(prefix, ""));
    list.set_trailing("\n");
    list.set_trailing_comma(true);
}

fn read(text: &str) -> Result<DocumentMut, String> {
    text.parse::<DocumentMut>().map_err(|error| {
        let at = error.span().unwrap_or_default().start;
        let line = text.get(..at).unwrap_or(text).matches('\n').count() + 1;
        format!("line {line} is not valid TOML ({}); mend it first", error.message())
    })
}

/// `[corpus] also`, made where it is missing; one path alone becomes a list.
fn list(document: &mut DocumentMut) -> Result<&mut Array, String> {
    let first = document.is_empty();
    let corpus = document.entry("corpus").or_insert_with(|| {
        let mut table = Table::new();
        table.decor_mut().set_prefix(if first { "" } else { "\n" });
        Item::Table(table)
    });
    let corpus: &mut dyn TableLike =
        corpus.as_table_like_mut().ok_or("`corpus`: expected a table, [corpus]")?;
    let also = corpus.entry("also").or_insert_with(|| Item::Value(Array::new().into()));
    if let Some(one) = also.as_str() {
        *also = Item::Value(Array::from_iter([one]).into());
    }
    also.as_array_mut().ok_or_else(|| "`also`: expected a list of paths".into())
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, path: &str, expected: &str) {
        let (root, path) = (Path::new("/desk/newsroom"), Path::new(path));
        let added = with(text, root, path).unwrap().unwrap();
        assert_eq!(added, expected);
        assert_eq!(with(&added, root, path), Ok(None), "twice is once");
        let gone = without(&added, root, path).unwrap().unwrap();
        assert_eq!(without(&gone, root, path), Ok(None));
    }

    #[test]
    fn what_a_person_wrote_stays() {
        check("", "/desk/wire", "[corpus]\nalso = [\"../wire\"]\n");
        check(
            "# The desk.\noutlet = 'V' # ours\n\n[rules]\nSRC002 = 'off'\n",
            "/srv/wire",
            "# The desk.\noutlet = 'V' # ours\n\n[rules]\nSRC002 = 'off'\n\n[corpus]\nalso = [\"/srv/wire\"]\n",
        );
        check(
            "[corpus]\nwindow_days = 3 # short\n\n# Rules.\n[rules]\n",
            "/desk/newsroom/in/wire",
            "[corpus]\nwindow_days = 3 # short\nalso = [\"in/wire\"]\n\n# Rules.\n[rules]\n",
        );
        check(
            "corpus = { also = '../old' }\n",
            "/desk/wire",
            "corpus = { also = [\"../old\", \"../wire\"] }\n",
        );
        check(
            "[corpus]\nalso = [\n  # the agency\n  '../old', # since May\n]\n",
            "/desk/wire",
            "[corpus]\nalso = [\n  # the agency\n  '../old', # since May\n  \"../wire\",\n]\n",
        );
        check(
            "[corpus]\nalso = [\n  '../old' # since May\n]\n",
            "/desk/wire",
            "[corpus]\nalso = [\n  '../old', # since May\n  \"../wire\",\n]\n",
        );
    }

    #[test]
    fn what_cannot_be_changed_safely_is_not() {
        let change = |text| with(text, Path::new("/desk/newsroom"), Path::new("/desk/wire"));
        assert!(change("outlet = \n").unwrap_err().contains("line 1 is not valid TOML"));
        assert!(change("corpus = 3\n").unwrap_err().contains("expected a table"));
        assert!(change("[corpus]\nalso = 3\n").unwrap_err().contains("expected a list"));
    }
}
