//! `presscheck explain`: what a rule does and why.

use crate::failure::Failure;
use rules::{Rule, registry};
use std::{
    io::{self, Write},
    process::ExitCode,
};

/// Explain a rule: what it finds, why it matters, how to answer it; without a rule, list them all
#[derive(clap::Args)]
pub struct Arguments {
    /// Id of the rule, such as SRC001
    rule: Option<String>,
}

/// Prints the documentation of a rule, or the list of all.
pub fn run(arguments: &Arguments) -> Result<ExitCode, Failure> {
    let mut out = io::stdout().lock();
    let Some(id) = &arguments.rule else {
        for rule in registry::ALL {
            writeln!(out, "{}  {:<12} {}", rule.id, severity(rule), rule.name)?;
        }
        return Ok(ExitCode::SUCCESS);
    };
    let rule = registry::find(id).ok_or_else(|| {
        Failure::Told(format!(
            "explaining {id}: there is no such rule; `presscheck explain` lists them all"
        ))
    })?;
    write!(out, "{}", readable(&rule.docs()))?;
    Ok(ExitCode::SUCCESS)
}

fn severity(rule: &Rule) -> &'static str {
    crate::json::severity(rule.severity)
}

/// Markdown for a terminal: fences become indents.
fn readable(docs: &str) -> String {
    let mut fenced = false;
    let mut text = String::new();
    for line in docs.lines() {
        if line.starts_with("```") {
            fenced = !fenced;
            continue;
        }
        let indent = if fenced && !line.is_empty() { "    " } else { "" };
        text.extend([indent, line.trim_start_matches("# ").trim_start_matches("## "), "\n"]);
    }
    text
}
