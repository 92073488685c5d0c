//! Code points and bytes of a text, both ways.

/// Offsets of a text in code points, as W3C selectors count, and in bytes.
#[derive(Debug)]
pub(crate) struct CodePoints<'a> {
    text: &'a str,
    /// Byte of every [`STEP`]th code point.
    steps: Vec<usize>,
}

const STEP: usize = 256;

impl<'a> CodePoints<'a> {
    pub fn of(text: &'a str) -> Self {
        let steps = text.char_indices().step_by(STEP).map(|(byte, _)| byte).collect();
        Self { text, steps }
    }

    /// Code points before `byte`, which is the start of a character.
    pub fn before(&self, byte: usize) -> usize {
        let Some(step) = self.steps.partition_point(|&at| at <= byte).checked_sub(1) else {
            return 0;
        };
        let rest = self.text.get(self.steps[step]..byte).unwrap_or_default();
        step * STEP + rest.chars().count()
    }

    /// The byte at which the code point `at` starts; the end of the text counts as one.
    pub fn byte(&self, at: usize) -> Option<usize> {
        let Some(&from) = self.steps.get(at / STEP) else { return (at == 0).then_some(0) };
        let mut starts = self.text[from..].char_indices().map(|(byte, _)| from + byte);
        starts.by_ref().chain([self.text.len()]).nth(at % STEP)
    }
}
