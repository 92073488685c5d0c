//! What a newsroom can set about rules: the `profile` and `[rules]` of `presscheck.toml`.

use crate::{Rule, Severity};
use std::collections::BTreeMap;

/// Whom the findings are for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Profile {
    /// While writing: unfinished copy is no offence, so everything but errors is one step milder.
    Reporter,
    /// Before print.
    #[default]
    CopyDesk,
    /// What others have too is worth a look: nothing is milder than information.
    FactCheck,
    /// Everything, for study.
    Research,
}

/// Rules for whoever checks everything; at other desks they are off unless they are set.
const ASKED_FOR: [&str; 1] = ["XOUT003"];

impl Profile {
    fn severity(self, found: Severity) -> Option<Severity> {
        match (self, found) {
            (Self::Reporter, Severity::Hint) => None,
            (Self::Reporter, Severity::Information) => Some(Severity::Hint),
            (Self::Reporter, Severity::Warning) => Some(Severity::Information),
            (Self::FactCheck | Self::Research, _) => Some(found.max(Severity::Information)),
            _ => Some(found),
        }
    }
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
    /// Names in the desk's spelling, which wins over that of other outlets.
    pub names: Vec<String>,
}

impl Settings {
    /// Whether `rule` is switched off.
    pub fn is_off(&self, rule: &Rule) -> bool {
        let studied = matches!(self.profile, Profile::FactCheck | Profile::Research);
        match self.rules.get(rule.id).and_then(|setting| setting.severity) {
            Some(set) => set.is_none(),
            None => ASKED_FOR.contains(&rule.id) && !studied,
        }
    }

    /// How grave a finding of `rule` is that was found as `found`; `None` is not shown. A severity
    /// set by hand stands for the rule's gravest findings, and milder ones never rise above it.
    pub fn severity(&self, rule: &Rule, found: Severity) -> Option<Severity> {
        match self.rules.get(rule.id).and_then(|setting| setting.severity) {
            Some(set) if found == rule.severity => set,
            Some(set) => set.map(|set| found.min(set)),
            None => self.profile.severity(found),
        }
    }
}
