//! Turns a reading and its coverage into findings that an editor can act on.
//!
//! In: a [`Context`]. Out: [`Diagnostic`]s with [`Fix`]es, sorted by place and rule. A rule is one
//! file under `rules/` and one line in the [`registry`]; the comment at the head of its file is its
//! documentation, shown by `presscheck explain` and in the editor, and its examples run as tests.
//! Knows nothing of protocols and does no I/O. No fix changes a character between quotation marks.

mod beside;
mod check;
mod context;
mod data;
mod diagnostic;
mod evidence;
mod fixes;
#[cfg(test)]
mod harness;
mod limit;
mod marks;
pub mod registry;
mod rule;
mod rules;
mod sacred;
mod settings;
mod tags;

pub use beside::Beside;
pub use check::{check, check_again};
pub use context::Context;
pub use diagnostic::{Diagnostic, Edit, Fix, Related, Safety, Severity, Target};
pub use fixes::{answers, fixes};
pub use marks::Marks;
pub use rule::{Check, Rule};
pub use sacred::leaves_quotes_alone;
pub use settings::{Profile, RuleSetting, Settings};
pub use tags::{changed_sidecar, quote_fixes, tag_all, tag_all_title, untag_all, untag_all_title};
