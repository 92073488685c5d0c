//! Stems of English words by the rules of Porter's second stemmer
//! (<https://snowballstem.org/algorithms/english/stemmer.html>), in one buffer and without tables.
//!
//! Comparison takes a stem for every content word of every outlet, so this is a hot spot: written out
//! it takes a tenth of the time of the generated code, to which a test compares it.

/// Words with a stem of their own.
const OWN: [(&str, &str); 18] = [
    ("skis", "ski"),
    ("skies", "sky"),
    ("dying", "die"),
    ("lying", "lie"),
    ("tying", "tie"),
    ("idly", "idl"),
    ("gently", "gentl"),
    ("ugly", "ugli"),
    ("early", "earli"),
    ("only", "onli"),
    ("singly", "singl"),
    ("sky", "sky"),
    ("news", "news"),
    ("howe", "howe"),
    ("atlas", "atlas"),
    ("cosmos", "cosmos"),
    ("bias", "bias"),
    ("andes", "andes"),
];

/// Bytes of the longest of them.
const LONGEST_OWN: usize = 6;

/// Words that keep their ending once a plural "s" is off.
const KEPT: [&str; 8] =
    ["inning", "outing", "canning", "herring", "earring", "proceed", "exceed", "succeed"];

/// Beginnings behind which the first region starts whatever their letters.
const PREFIXES: [&str; 3] = ["gener", "commun", "arsen"];

const STEP_2: [(&str, &str); 24] = [
    ("ization", "ize"),
    ("ational", "ate"),
    ("fulness", "ful"),
    ("ousness", "ous"),
    ("iveness", "ive"),
    ("tional", "tion"),
    ("biliti", "ble"),
    ("lessli", "less"),
    ("entli", "ent"),
    ("ation", "ate"),
    ("alism", "al"),
    ("aliti", "al"),
    ("ousli", "ous"),
    ("iviti", "ive"),
    ("fulli", "ful"),
    ("enci", "ence"),
    ("anci", "ance"),
    ("abli", "able"),
    ("izer", "ize"),
    ("ator", "ate"),
    ("alli", "al"),
    ("bli", "ble"),
    ("ogi", "og"),
    ("li", ""),
];

const STEP_3: [(&str, &str); 9] = [
    ("ational", "ate"),
    ("tional", "tion"),
    ("alize", "al"),
    ("icate", "ic"),
    ("iciti", "ic"),
    ("ative", ""),
    ("ical", "ic"),
    ("ness", ""),
    ("ful", ""),
];

const STEP_4: [&str; 18] = [
    "ement", "ance", "ence", "able", "ible", "ment", "ant", "ent", "ism", "ate", "iti", "ous",
    "ive", "ize", "ion", "al", "er", "ic",
];

/// The stem of `word`, in lower case with straight apostrophes, written into `buffer`.
pub fn stem<'b>(word: &str, buffer: &'b mut Vec<u8>) -> &'b [u8] {
    buffer.clear();
    let own = || OWN.iter().find(|(own, _)| *own == word);
    if word.len() <= LONGEST_OWN
        && let Some((_, stem)) = own()
    {
        buffer.extend_from_slice(stem.as_bytes());
        return buffer;
    }
    buffer.extend_from_slice(word.as_bytes());
    if word.chars().nth(2).is_none() {
        return buffer;
    }
    let mut stemmer = Stemmer { word: buffer, first: 0, second: 0 };
    stemmer.prepare();
    stemmer.plural();
    if !KEPT.iter().any(|kept| kept.as_bytes() == stemmer.word.as_slice()) {
        stemmer.past();
        stemmer.final_y();
        stemmer.suffixes();
        stemmer.last_letter();
    }
    for byte in buffer.iter_mut().filter(|byte| **byte == b'Y') {
        *byte = b'y';
    }
    buffer
}

/// A word on its way to its stem. A "y" that is a consonant is written "Y".
struct Stemmer<'b> {
    word: &'b mut Vec<u8>,
    /// Where the two regions begin that suffixes must lie in, bytes.
    first: usize,
    second: usize,
}

impl Stemmer<'_> {
    fn prepare(&mut self) {
        if self.word.first() == Some(&b'\'') {
            self.word.remove(0);
        }
        for i in 0..self.word.len() {
            if self.word[i] == b'y' && (i == 0 || is_vowel(self.word[i - 1])) {
                self.word[i] = b'Y';
            }
        }
        let region = |word: &[u8], from: usize| {
            let vowel = (from..word.len()).find(|&i| is_vowel(word[i]));
            vowel
                .and_then(|vowel| (vowel..word.len()).find(|&i| !is_vowel(word[i])))
                .map_or(word.len(), |consonant| consonant + 1)
        };
        let prefix = PREFIXES.iter().find(|prefix| self.word.starts_with(prefix.as_bytes()));
        self.first = prefix.map_or_else(|| region(self.word, 0), |prefix| prefix.len());
        self.second = region(self.word, self.first);
    }

    /// Possessives and plurals.
    fn plural(&mut self) {
        if let Some(end) = ["'s'", "'s", "'"].iter().find(|end| self.ends(end)) {
            self.cut(end.len());
        }
        if self.ends("sses") {
            self.cut(2);
        } else if self.ends("ied") || self.ends("ies") {
            // "cries" is "cri", "ties" "tie"
            let long = self.characters(self.word.len() - 3) >= 2;
            self.cut(if long { 2 } else { 1 });
        } else if self.ends("s") && !self.ends("ss") && !self.ends("us") {
            let before = self.back(self.word.len() - 1);
            if self.word[..before].iter().any(|&byte| is_vowel(byte)) {
                self.cut(1);
            }
        }
    }

    /// -ed and -ing.
    fn past(&mut self) {
        if let Some(end) = ["eedly", "eed"].iter().find(|end| self.ends(end)) {
            if self.first + end.len() <= self.word.len() {
                self.cut(end.len() - 2);
            }
            return;
        }
        let Some(end) = ["ingly", "edly", "ing", "ed"].iter().find(|end| self.ends(end)) else {
            return;
        };
        let rest = self.word.len() - end.len();
        if !self.word[..rest].iter().any(|&byte| is_vowel(byte)) {
            return;
        }
        self.cut(end.len());
        if self.ends("at") || self.ends("bl") || self.ends("iz") {
            self.word.push(b'e');
        } else if let [.., a, b] = self.word[..]
            && a == b
            && b"bdfgmnprt".contains(&a)
        {
            self.cut(1);
        } else if self.word.len() == self.first && self.is_short(self.word.len()) {
            self.word.push(b'e');
        }
    }

    /// "cry" is "cri"; "by" and "say" stay.
    fn final_y(&mut self) {
        if let [.., before, b'y' | b'Y'] = self.word[..]
            && !is_vowel(before)
            && self.characters(self.word.len() - 1) > 1
        {
            let last = self.word.len() - 1;
            self.word[last] = b'i';
        }
    }

    fn suffixes(&mut self) {
        if let Some((end, new)) = self.ending(&STEP_2, |(end, _)| end) {
            let at = self.word.len() - end.len();
            let before = at.checked_sub(1).map_or(0, |before| self.word[before]);
            let fits = match *end {
                "ogi" => before == b'l',
                "li" => b"cdeghkmnrt".contains(&before),
                _ => true,
            };
            if fits && self.first <= at {
                self.replace(end.len(), new);
            }
        }
        if let Some((end, new)) = self.ending(&STEP_3, |(end, _)| end) {
            let at = self.word.len() - end.len();
            if self.first <= at && (*end != "ative" || self.second <= at) {
                self.replace(end.len(), new);
            }
        }
        if let Some(end) = self.ending(&STEP_4, |end| end) {
            let at = self.word.len() - end.len();
            let before = at.checked_sub(1).map_or(0, |before| self.word[before]);
            if self.second <= at && (*end != "ion" || matches!(before, b's' | b't')) {
                self.cut(end.len());
            }
        }
    }

    /// A silent "e" and a doubled "l".
    fn last_letter(&mut self) {
        let Some(at) = self.word.len().checked_sub(1) else { return };
        let silent =
            || self.second <= at || (self.first <= at && !self.is_short(self.word.len() - 1));
        if (self.ends("e") && silent()) || (self.ends("ll") && self.second <= at) {
            self.cut(1);
        }
    }

    /// The first of `all` with which the word ends. Most are ruled out by their last letter.
    fn ending<T>(&self, all: &'static [T], ending: impl Fn(&T) -> &str) -> Option<&'static T> {
        let last = self.word.last();
        all.iter().find(|it| ending(it).as_bytes().last() == last && self.ends(ending(it)))
    }

    fn ends(&self, end: &str) -> bool {
        self.word.ends_with(end.as_bytes())
    }

    fn cut(&mut self, bytes: usize) {
        self.word.truncate(self.word.len() - bytes);
    }

    fn replace(&mut self, bytes: usize, new: &str) {
        self.cut(bytes);
        self.word.extend_from_slice(new.as_bytes());
    }

    /// Whether the letters before `end` end in a short syllable: "rap", "at".
    fn is_short(&self, end: usize) -> bool {
        match self.word[..end] {
            [.., a, b, c] if !is_vowel(c) && !matches!(c, b'w' | b'x' | b'Y') => {
                is_vowel(b) && !is_vowel(a)
            }
            [a, b] => is_vowel(a) && !is_vowel(b),
            _ => false,
        }
    }

    /// Start of the character before byte `at`.
    fn back(&self, at: usize) -> usize {
        let starts = |i: usize| self.word[i] & 0b1100_0000 != 0b1000_0000;
        (0..at).rev().find(|&i| starts(i)).unwrap_or(0)
    }

    /// Characters before byte `at`.
    fn characters(&self, at: usize) -> usize {
        self.word[..at].iter().filter(|byte| **byte & 0b1100_0000 != 0b1000_0000).count()
    }
}

fn is_vowel(byte: u8) -> bool {
    matches!(byte, b'a' | b'e' | b'i' | b'o' | b'u' | b'y')
}
