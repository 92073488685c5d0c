//! Single quotation marks, told from the apostrophes they look like.

/// Single quotation marks: whether one is open, and where the next that could close it stands.
/// Found in one pass before the scan, so that "‘the leaders’ plan’" needs no looking ahead.
pub struct Single {
    /// Offsets of apostrophes with no letter after them, last first.
    closers: Vec<usize>,
    /// Offsets of marks that could open a quotation, last first.
    openers: Vec<usize>,
    open: bool,
}

impl Single {
    pub fn of(text: &str) -> Self {
        let (mut closers, mut openers) = (Vec::new(), Vec::new());
        if !text.contains(['\'', '’', '‘']) {
            return Self { closers, openers, open: false };
        }
        let mut before = ' ';
        let mut chars = text.char_indices().peekable();
        while let Some((at, c)) = chars.next() {
            if matches!(c, '\'' | '’' | '‘') {
                let after = chars.peek().map_or(' ', |&(_, next)| next);
                if c != '‘' && !before.is_whitespace() && !after.is_alphanumeric() {
                    closers.push(at);
                } else if !before.is_alphanumeric() && !after.is_whitespace() {
                    openers.push(at);
                }
            }
            before = c;
        }
        closers.reverse();
        openers.reverse();
        Self { closers, openers, open: false }
    }

    /// A mark at `at` was read as a quotation mark.
    pub fn passed(&mut self, at: usize, opens: bool) {
        self.open = opens;
        self.forget(at);
    }

    fn forget(&mut self, at: usize) {
        for list in [&mut self.closers, &mut self.openers] {
            while list.last().is_some_and(|&offset| offset <= at) {
                list.pop();
            }
        }
    }

    /// Whether the mark at `at`, behind an s, closes the open quotation rather than marks a
    /// plural owner. It owns when a word follows and a later mark can still close.
    pub fn closes(&mut self, at: usize, next: Option<char>) -> bool {
        if !self.open {
            return false;
        }
        if !next.is_some_and(char::is_whitespace) {
            return true;
        }
        self.forget(at);
        match (self.closers.last(), self.openers.last()) {
            (Some(closer), Some(opener)) => opener < closer,
            (Some(_), None) => false,
            (None, _) => true,
        }
    }
}
