//! What could be written next in `presscheck.toml` and `presscheck.ignore.toml`.

use super::{Item, Kind, rules};
use article::Span;
use newsroom::{CONFIG_FILE, PROFILES, SEVERITIES, TOP_KEYS};
use std::path::Path;

/// What could be written at `offset` of `text`, the settings at `path`.
pub fn at(path: &Path, text: &str, offset: usize) -> Vec<Item> {
    let Some(before) = text.get(..offset) else { return Vec::new() };
    let line = before.rsplit('\n').next().unwrap_or_default();
    let typed = line.rsplit(|c: char| !c.is_alphanumeric() && c != '-' && c != '_').next();
    let span = Span::new(offset - typed.map_or(0, str::len), offset);
    let head = line[..line.len() - span.len()].trim_end();
    // A value is offered inside its marks, and with them where they are missing.
    let (head, bare) = match head.strip_suffix('"') {
        Some(head) => (head.trim_end(), false),
        None => (head, true),
    };
    let setting = |name: &str| {
        let text = if bare { format!("\"{name}\"") } else { name.into() };
        Item { kind: Kind::Setting, text, detail: String::new(), span }
    };
    let configures = path.file_name().is_some_and(|name| name == CONFIG_FILE);
    let key = head.strip_suffix('=').map(str::trim_end);
    match (key, section(before)) {
        (Some(key), _) if key.ends_with("rule") && !configures => rules(span)
            .into_iter()
            .map(|item| Item { text: setting(&item.text).text, ..item })
            .collect(),
        (Some("profile"), "") => PROFILES.iter().map(|(name, _)| setting(name)).collect(),
        (Some(_), "rules") if configures => {
            SEVERITIES.iter().map(|(name, _)| setting(name)).collect()
        }
        (None, "rules") if configures && head.is_empty() && bare => {
            let unset = |item: &Item| !text.contains(&format!("\n{}", item.text));
            rules(span).into_iter().filter(unset).collect()
        }
        (None, "") if configures && head.is_empty() && bare => {
            let key = |name: &&str| Item { text: (*name).into(), ..setting(name) };
            TOP_KEYS.iter().map(key).collect()
        }
        _ => Vec::new(),
    }
}

/// The table that the last line of `before` stands in.
fn section(before: &str) -> &str {
    let mut heads = before.lines().rev().map(str::trim);
    let head = heads.find_map(|line| line.strip_prefix('[')?.strip_suffix(']'));
    head.unwrap_or_default().trim_matches(['[', ']', ' '])
}
