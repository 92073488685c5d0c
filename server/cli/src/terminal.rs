//! The terminal: its width, and whether it takes colour.

use anstyle::{AnsiColor, Style};
use rules::Severity;
use std::io::IsTerminal;

/// When to use colour.
#[derive(Clone, Copy, clap::ValueEnum)]
pub enum Color {
    /// On a terminal, unless `NO_COLOR` is set
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

/// Width of what is not a terminal, in characters.
pub const USUAL: usize = 100;
/// The most that is pleasant to read, and the least that can be.
const WIDEST: usize = 110;
const NARROWEST: usize = 40;

/// What the output can show.
pub struct Terminal {
    /// Characters on a line.
    pub width: usize,
    color: bool,
}

impl Terminal {
    /// That of standard output.
    pub fn of_standard_output(color: Color) -> Self {
        let terminal = std::io::stdout().is_terminal();
        let wanted = std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty());
        let width = terminal_size::terminal_size().map_or(USUAL, |(width, _)| width.0.into());
        Self {
            width: if terminal { width.clamp(NARROWEST, WIDEST) } else { USUAL },
            color: match color {
                Color::Auto => terminal && wanted,
                Color::Always => true,
                Color::Never => false,
            },
        }
    }

    /// `text` in `style`, where colour is used.
    pub fn paint(&self, style: Style, text: &str) -> String {
        if self.color { format!("{style}{text}{style:#}") } else { text.to_owned() }
    }
}

/// Bold, in the colour of `severity`.
pub fn of_severity(severity: Severity) -> Style {
    let color = match severity {
        Severity::Error => AnsiColor::Red,
        Severity::Warning => AnsiColor::Yellow,
        Severity::Information => AnsiColor::Cyan,
        Severity::Hint => AnsiColor::Green,
    };
    bold().fg_color(Some(color.into()))
}

/// Bold.
pub fn bold() -> Style {
    Style::new().bold()
}

/// What frames and leads, and is not read.
pub fn faint() -> Style {
    Style::new().fg_color(Some(AnsiColor::Blue.into()))
}
