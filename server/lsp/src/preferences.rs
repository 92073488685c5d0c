//! What the user of an editor wants to see beside the findings.
//!
//! What is found is for `presscheck.toml` alone to say, so that everybody finds the same.

use serde::Deserialize;

/// What is shown. Calm by default: what is plain from the copy, or would stand after every
/// sentence, is off.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Preferences {
    /// Hints in the text.
    pub inlay_hints: InlayHints,
    /// Lines above the headline and the subheads.
    pub code_lens: Shown,
}

/// Which hints stand in the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct InlayHints {
    /// Who speaks, after a quote that does not say so itself.
    pub speakers: bool,
    /// How many outlets report a claim.
    pub outlets: bool,
    /// Which day is meant by "on Tuesday".
    pub dates: bool,
}

impl Default for InlayHints {
    fn default() -> Self {
        Self { speakers: true, outlets: false, dates: false }
    }
}

/// Whether something is shown; it is, unless somebody says otherwise.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(transparent)]
pub struct Shown(pub bool);

impl Default for Shown {
    fn default() -> Self {
        Self(true)
    }
}

impl Preferences {
    /// What an editor says, under `presscheck` or by itself; `Err` says what could not be used.
    pub fn read(settings: serde_json::Value) -> Result<Self, String> {
        let own = match settings {
            serde_json::Value::Object(mut all) => {
                all.remove("presscheck").unwrap_or(serde_json::Value::Object(all))
            }
            other => other,
        };
        if own.is_null() {
            return Ok(Self::default());
        }
        serde_json::from_value(own)
            .map_err(|error| format!("the editor's settings for presscheck are not used: {error}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn what_is_not_set_stays_as_it_is() {
        let mut expected = Preferences::default();
        expected.inlay_hints.dates = true;
        let hints = json!({ "inlayHints": { "dates": true }, "server": { "path": "x" } });
        assert_eq!(Preferences::read(hints.clone()), Ok(expected));
        assert_eq!(Preferences::read(json!({ "presscheck": hints })), Ok(expected));
        assert_eq!(Preferences::read(json!(null)), Ok(Preferences::default()));
        let problem = Preferences::read(json!({ "codeLens": "yes" })).err().unwrap_or_default();
        assert!(problem.contains("expected a boolean"), "{problem}");
    }
}
