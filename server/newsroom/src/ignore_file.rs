//! `presscheck.ignore.toml`: findings that somebody dismissed, in a file that a team can share.
//!
//! ```toml
//! [[ignore]]
//! rule = "SRC007"
//! text = "Analysts say"                # the words of the finding, exactly
//! prefix = "rose again on Monday. "    # what stands before and after them; may be left out
//! suffix = " the dam will"
//! path = "stories/dam.md"              # where; left out, everywhere
//! reason = "named in the box beside it"
//! ```
//!
//! An entry is found by its words, not by its line, and so survives edits around it.

use crate::ConfigProblem;
use std::path::Path;
use toml::de::{DeTable, DeValue};

/// Name of the ignore file.
pub const IGNORE_FILE: &str = "presscheck.ignore.toml";

/// Findings that somebody dismissed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct IgnoreFile {
    /// In order of the file.
    pub entries: Vec<IgnoreEntry>,
}

/// One dismissed finding.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct IgnoreEntry {
    /// Id of the rule.
    pub rule: String,
    /// The words of the finding; empty for every finding of the rule in `path`.
    pub text: String,
    /// What stands before the words; empty for anything.
    pub prefix: String,
    /// What stands after the words; empty for anything.
    pub suffix: String,
    /// Id of the article; `None` for every article.
    pub path: Option<String>,
    /// Why.
    pub reason: Option<String>,
}

impl IgnoreFile {
    /// The entries of `text`; what cannot be used is said, and the rest is used.
    pub fn parse(path: &Path, text: &str) -> (Self, Vec<ConfigProblem>) {
        let mut problems = Vec::new();
        let mut say = |at: usize, message: String| {
            let before = text.get(..at).unwrap_or(text);
            let line = before.bytes().filter(|&byte| byte == b'\n').count() + 1;
            problems.push(ConfigProblem { path: path.into(), line, message });
        };
        let (table, errors) = DeTable::parse_recoverable(text);
        for error in errors {
            let at = error.span().unwrap_or_default().start;
            say(at, format!("not valid TOML: {}", error.message()));
        }
        let mut entries = Vec::new();
        for (key, value) in table.get_ref() {
            let list = value.get_ref().as_array().filter(|_| key.get_ref() == "ignore");
            let Some(list) = list else {
                say(key.span().start, format!("`{}`: expected `[[ignore]]`", key.get_ref()));
                continue;
            };
            for item in list {
                match item.get_ref().as_table().map(IgnoreEntry::read) {
                    Some(Ok(entry)) => entries.push(entry),
                    Some(Err(message)) => say(item.span().start, message),
                    None => {
                        say(item.span().start, "expected a table with `rule` and `text`".into());
                    }
                }
            }
        }
        problems.sort_by_key(|problem| problem.line);
        (Self { entries }, problems)
    }
}

impl IgnoreEntry {
    fn read(table: &DeTable<'_>) -> Result<Self, String> {
        let mut entry = Self::default();
        for (key, value) in table {
            let DeValue::String(text) = value.get_ref() else {
                return Err(format!("`{}`: expected a string", key.get_ref()));
            };
            let text = text.to_string();
            match key.get_ref().as_ref() {
                "rule" => entry.rule = text.to_ascii_uppercase(),
                "text" => entry.text = text,
                "prefix" => entry.prefix = text,
                "suffix" => entry.suffix = text,
                "path" => entry.path = Some(text).filter(|it| !it.is_empty()),
                "reason" => entry.reason = Some(text),
                other => {
                    return Err(format!(
                        "`{other}` is not known here; expected rule, text, prefix, suffix, path or reason"
                    ));
                }
            }
        }
        if entry.rule.is_empty() || entry.text.is_empty() && entry.path.is_none() {
            return Err("expected `rule` with `text`, `path` or both".into());
        }
        Ok(entry)
    }

    /// The entry as it is written at the end of the file, its blank line included.
    pub fn to_toml(&self) -> String {
        let fields = [
            ("rule", Some(&self.rule)),
            ("text", Some(&self.text)),
            ("prefix", Some(&self.prefix)),
            ("suffix", Some(&self.suffix)),
            ("path", self.path.as_ref()),
            ("reason", self.reason.as_ref()),
        ];
        let lines = fields
            .into_iter()
            .filter_map(|(key, value)| Some((key, value.filter(|value| !value.is_empty())?)))
            .map(|(key, value)| format!("{key} = {}\n", toml::Value::from(value.as_str())));
        format!("\n[[ignore]]\n{}", lines.collect::<String>())
    }
}
