//! Which rules run, and how strictly.

use crate::failure::Failure;
use rules::{Profile, Rule, RuleSetting, Settings, registry};

/// What the command line says about rules; it wins over `presscheck.toml`.
#[derive(clap::Args, Default)]
pub struct Selection {
    /// Whom the findings are for
    #[arg(long, value_enum)]
    profile: Option<ProfileArgument>,
    /// Run only these rules: ids such as SRC001, or families such as SRC
    #[arg(long, value_delimiter = ',', value_name = "RULES")]
    select: Vec<String>,
    /// Leave these rules out
    #[arg(long, value_delimiter = ',', value_name = "RULES")]
    ignore: Vec<String>,
}

#[derive(Clone, Copy, clap::ValueEnum)]
enum ProfileArgument {
    Reporter,
    CopyDesk,
    FactCheck,
    Research,
}

impl Selection {
    /// Whether every rule that is named exists.
    pub fn verify(&self) -> Result<(), Failure> {
        for name in self.select.iter().chain(&self.ignore) {
            if !registry::ALL.iter().any(|rule| matches(name, rule)) {
                return Err(Failure::Told(format!(
                    "choosing rules: no rule is called {name}; `presscheck explain` lists them all"
                )));
            }
        }
        Ok(())
    }

    /// Changes what the newsroom has set.
    pub fn apply(&self, settings: &mut Settings) {
        settings.profile = match self.profile {
            None => settings.profile,
            Some(ProfileArgument::Reporter) => Profile::Reporter,
            Some(ProfileArgument::CopyDesk) => Profile::CopyDesk,
            Some(ProfileArgument::FactCheck) => Profile::FactCheck,
            Some(ProfileArgument::Research) => Profile::Research,
        };
        for rule in registry::ALL {
            let named = |names: &[String]| names.iter().any(|name| matches(name, rule));
            if named(&self.ignore) || !(self.select.is_empty() || named(&self.select)) {
                settings.rules.insert(rule.id.into(), RuleSetting { severity: Some(None) });
            }
        }
    }
}

/// Whether `name` is the rule's id or the beginning of it.
fn matches(name: &str, rule: &Rule) -> bool {
    let begins = rule.id.get(..name.len()).is_some_and(|it| it.eq_ignore_ascii_case(name));
    begins && !name.is_empty()
}
