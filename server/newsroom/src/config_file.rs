//! Reads `presscheck.toml`. What cannot be used is said, with its line; the rest is used.

use crate::{Annotations, Config, ConfigProblem, locate};
use globset::{Glob, GlobSet, GlobSetBuilder};
use rules::{Profile, RuleSetting, Severity};
use std::path::{Path, PathBuf};
use toml::{
    Spanned,
    de::{DeTable, DeValue},
};

/// Name of the configuration file.
pub const CONFIG_FILE: &str = "presscheck.toml";

/// What the file at `path`, whose words are `text`, says.
pub fn parse(path: &Path, text: &str) -> (Config, Vec<ConfigProblem>) {
    let mut reader = Reader { path, text, problems: Vec::new() };
    let mut config = Config { path: Some(path.into()), ..Config::default() };
    let (table, errors) = DeTable::parse_recoverable(text);
    for error in errors {
        let at = error.span().unwrap_or_default().start;
        reader.say(at, format!("not valid TOML: {}", error.message()));
    }
    for (key, value) in in_order(table.get_ref()) {
        reader.top(key, value, &mut config);
    }
    reader.problems.sort_by_key(|problem| problem.line);
    (config, reader.problems)
}

/// A value with its place.
type Value<'a> = Spanned<DeValue<'a>>;

/// Keys in order of the file, so that problems come in its order.
fn in_order<'a>(table: &'a DeTable<'a>) -> Vec<(&'a str, &'a Value<'a>)> {
    let mut entries: Vec<_> = table.iter().collect();
    entries.sort_by_key(|(key, _)| key.span().start);
    entries.into_iter().map(|(key, value)| (key.get_ref().as_ref(), value)).collect()
}

fn number(value: &Value<'_>) -> Option<u32> {
    value.get_ref().as_integer()?.as_str().parse().ok()
}

struct Reader<'a> {
    path: &'a Path,
    text: &'a str,
    problems: Vec<ConfigProblem>,
}

impl Reader<'_> {
    fn say(&mut self, at: usize, message: String) {
        let before = self.text.get(..at).unwrap_or(self.text);
        let line = before.bytes().filter(|&byte| byte == b'\n').count() + 1;
        self.problems.push(ConfigProblem { path: self.path.into(), line, message });
    }

    fn top(&mut self, key: &str, value: &Value<'_>, config: &mut Config) {
        match key {
            "outlet" => config.outlet = self.string(key, value),
            "language" => self.language(value, config),
            "profile" => {
                let profile = self.choice(key, value, PROFILES);
                config.rules.profile = profile.unwrap_or_default();
            }
            "annotations" => config.annotations = self.choice(key, value, ANNOTATIONS),
            "names" => config.rules.names = self.strings(key, value),
            "corpus" => self.each(key, value, |reader, key, value| {
                reader.corpus(key, value, config);
            }),
            "outlets" => self.each(key, value, |reader, outlet, value| {
                reader.outlet(outlet, value, config);
            }),
            "rules" => self.each(key, value, |reader, rule, value| {
                reader.rule(rule, value, config);
            }),
            _ => self.unknown(key, value, TOP_KEYS),
        }
    }

    fn language(&mut self, value: &Value<'_>, config: &mut Config) {
        let Some(language) = self.string("language", value) else { return };
        if language != "en" {
            let message = format!("`language = \"{language}\"` is not known; expected \"en\"");
            return self.say(value.span().start, message);
        }
        config.language = language;
    }

    fn corpus(&mut self, key: &str, value: &Value<'_>, config: &mut Config) {
        match key {
            "include" => config.include = self.globs(key, value),
            "exclude" => config.exclude = self.globs(key, value),
            "also" => config.also = self.elsewhere(key, value),
            "window_days" => match number(value) {
                Some(days) => config.window_days = days,
                None => self.expected(key, value, "a number of days, like 7"),
            },
            "memory_mb" => match number(value) {
                Some(megabytes) => config.memory_mb = megabytes,
                None => self.expected(key, value, "a number of megabytes, like 512"),
            },
            _ => self.unknown(key, value, CORPUS_KEYS),
        }
    }

    fn outlet(&mut self, outlet: &str, value: &Value<'_>, config: &mut Config) {
        let mut globs = GlobSet::empty();
        self.each(outlet, value, |reader, key, value| match key {
            "match" => globs = reader.globs(key, value),
            _ => reader.unknown(key, value, &["match"]),
        });
        config.outlets.push((outlet.into(), globs));
    }

    fn rule(&mut self, id: &str, value: &Value<'_>, config: &mut Config) {
        let Some(rule) = rules::registry::find(id) else {
            let message = format!("there is no rule `{id}`; `presscheck explain` lists the rules");
            return self.say(value.span().start, message);
        };
        let mut severity = None;
        match value.get_ref() {
            DeValue::Table(_) => self.each(id, value, |reader, key, value| match key {
                "severity" => severity = reader.choice(key, value, SEVERITIES),
                _ => reader.unknown(key, value, &["severity"]),
            }),
            _ => severity = self.choice(id, value, SEVERITIES),
        }
        if severity.is_some() {
            config.rules.rules.insert(rule.id.into(), RuleSetting { severity });
        }
    }

    fn each(
        &mut self,
        key: &str,
        value: &Value<'_>,
        mut read: impl FnMut(&mut Self, &str, &Value<'_>),
    ) {
        let Some(table) = value.get_ref().as_table() else {
            return self.expected(key, value, "a table");
        };
        for (key, value) in in_order(table) {
            read(self, key, value);
        }
    }

    fn string(&mut self, key: &str, value: &Value<'_>) -> Option<String> {
        let text = value.get_ref().as_str();
        if text.is_none() {
            self.expected(key, value, "a string");
        }
        text.map(Into::into)
    }

    fn strings(&mut self, key: &str, value: &Value<'_>) -> Vec<String> {
        match value.get_ref() {
            DeValue::String(one) => vec![one.to_string()],
            DeValue::Array(list) => list.iter().filter_map(|item| self.string(key, item)).collect(),
            _ => {
                self.expected(key, value, "a list of strings");
                Vec::new()
            }
        }
    }

    fn globs(&mut self, key: &str, value: &Value<'_>) -> GlobSet {
        let mut globs = GlobSetBuilder::new();
        for pattern in self.strings(key, value) {
            match Glob::new(&pattern) {
                Ok(glob) => {
                    globs.add(glob);
                }
                Err(error) => {
                    self.say(value.span().start, format!("`{pattern}`: {}", error.kind()));
                }
            }
        }
        globs.build().unwrap_or_else(|error| {
            self.say(value.span().start, format!("`{key}`: {error}"));
            GlobSet::empty()
        })
    }

    /// Paths of articles elsewhere, those that cannot be read left out.
    fn elsewhere(&mut self, key: &str, value: &Value<'_>) -> Vec<PathBuf> {
        let root = self.path.parent().unwrap_or(self.path);
        let mut paths = Vec::new();
        for written in self.strings(key, value) {
            let path = locate::resolve(root, &written);
            match locate::unusable(&path) {
                Some(why) => self.say(value.span().start, format!("`{written}` {why}")),
                None => paths.push(path),
            }
        }
        paths
    }

    fn choice<T: Copy>(&mut self, key: &str, value: &Value<'_>, all: &[(&str, T)]) -> Option<T> {
        let text = value.get_ref().as_str();
        let found = all.iter().find(|(name, _)| Some(*name) == text).map(|(_, choice)| *choice);
        if found.is_none() {
            let names: Vec<&str> = all.iter().map(|(name, _)| *name).collect();
            self.expected(key, value, &format!("one of {}", names.join(", ")));
        }
        found
    }

    fn expected(&mut self, key: &str, value: &Value<'_>, what: &str) {
        let written = self.text.get(value.span()).unwrap_or_default();
        let shown: String = written.chars().take(40).collect();
        self.say(value.span().start, format!("`{key} = {shown}`: expected {what}"));
    }

    fn unknown(&mut self, key: &str, value: &Value<'_>, known: &[&str]) {
        let message = format!("`{key}` is not known here; expected one of {}", known.join(", "));
        self.say(value.span().start, message);
    }
}

/// What can be set at the top of the file.
pub const TOP_KEYS: &[&str] =
    &["outlet", "profile", "language", "annotations", "names", "corpus", "outlets", "rules"];

const CORPUS_KEYS: &[&str] = &["include", "exclude", "also", "window_days", "memory_mb"];

/// What `profile` can be.
pub const PROFILES: &[(&str, Profile)] = &[
    ("reporter", Profile::Reporter),
    ("copy-desk", Profile::CopyDesk),
    ("fact-check", Profile::FactCheck),
    ("research", Profile::Research),
];

const ANNOTATIONS: &[(&str, Annotations)] =
    &[("sidecar", Annotations::Sidecar), ("inline", Annotations::Inline)];

/// What a rule can be set to.
pub const SEVERITIES: &[(&str, Option<Severity>)] = &[
    ("off", None),
    ("hint", Some(Severity::Hint)),
    ("information", Some(Severity::Information)),
    ("warning", Some(Severity::Warning)),
    ("error", Some(Severity::Error)),
];
