//! Code points and bytes of a text, both ways.

/// Offsets of a text in code points, as W3C selectors and the machine contract count, and in bytes.
#[derive(Debug)]
pub struct CodePoints<'a> {
    text: &'a str,
    /// Byte of every [`STEP`]th code point.
    steps: Vec<usize>,
    /// First byte of each line.
    lines: Vec<usize>,
}

const STEP: usize = 256;

impl<'a> CodePoints<'a> {
    /// Counts `text` once; a look-up then costs the same wherever it falls.
    pub fn of(text: &'a str) -> Self {
        let steps = text.char_indices().step_by(STEP).map(|(byte, _)| byte).collect();
        let breaks = text.match_indices('\n').map(|(at, _)| at + 1);
        Self { text, steps, lines: std::iter::once(0).chain(breaks).collect() }
    }

    /// Code points before `byte`, which is the start of a character; past the end, all of them.
    pub fn before(&self, byte: usize) -> usize {
        let Some(step) = self.steps.partition_point(|&at| at <= byte).checked_sub(1) else {
            return 0;
        };
        let byte = byte.min(self.text.len());
        let rest = self.text.get(self.steps[step]..byte).unwrap_or_default();
        step * STEP + rest.chars().count()
    }

    /// Line and column of `byte`, from 1.
    pub fn line_and_column(&self, byte: usize) -> (usize, usize) {
        let line = self.lines.partition_point(|&start| start <= byte);
        let start = self.lines.get(line.saturating_sub(1)).copied().unwrap_or_default();
        (line, self.before(byte) - self.before(start) + 1)
    }

    /// The byte at which the code point `at` starts; the end of the text counts as one.
    pub fn byte(&self, at: usize) -> Option<usize> {
        let Some(&from) = self.steps.get(at / STEP) else { return (at == 0).then_some(0) };
        let mut starts = self.text[from..].char_indices().map(|(byte, _)| from + byte);
        starts.by_ref().chain([self.text.len()]).nth(at % STEP)
    }
}
