//! What a newsroom can set about rules: the `profile` and `[rules]` of `presscheck.toml`.

use crate::Severity;
use std::collections::BTreeMap;

/// Whom the findings are for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Profile {
    /// While writing.
    Reporter,
    /// Before print.
    #[default]
    CopyDesk,
    /// Every checkable statement.
    FactCheck,
    /// Everything, for study.
    Research,
}

/// What is set for one rule.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RuleSetting {
    /// `Some(None)` switches it off.
    pub severity: Option<Option<Severity>>,
}

/// What is set about rules.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Settings {
    /// Whom the findings are for.
    pub profile: Profile,
    /// By rule id.
    pub rules: BTreeMap<String, RuleSetting>,
}
