//! Copy that is written in capitals throughout, as broadcasters write what is read out.

use crate::setoff::transcript;
use std::borrow::Cow;

/// Words from which a paragraph in capitals is copy and no label or slug.
const WORDS: usize = 8;

/// `text` with the capitals that it would have elsewhere, if it has nothing else; every byte keeps its
/// place. A word that the vocabulary does not have is a name.
pub fn calm(text: &str) -> Cow<'_, str> {
    let loud =
        !text.contains(char::is_lowercase) && text.split_whitespace().nth(WORDS - 1).is_some();
    if !loud {
        return text.into();
    }
    let mut calm = String::with_capacity(text.len());
    // The label of a line stays.
    let spoken = transcript(text).and_then(|line| line.content.first().copied());
    let (label, said) = text.split_at(spoken.map_or(0, |spoken| spoken.start));
    calm.push_str(label);
    let mut starts = true;
    for piece in said.split_inclusive(|c: char| !c.is_alphanumeric() && !matches!(c, '’' | '\''))
    {
        let lower = piece.to_ascii_lowercase();
        let word = lower.trim_end_matches(|c: char| !c.is_alphanumeric());
        let stem = word.split(['’', '\'']).next().unwrap_or(word);
        let name = !stem.is_empty() && !language::tag::is_word(stem) || stem == "i";
        let mut letters = lower.chars();
        match letters.next() {
            Some(first) if name || starts && !word.is_empty() => {
                calm.push(first.to_ascii_uppercase());
                calm.push_str(letters.as_str());
            }
            _ => calm.push_str(&lower),
        }
        starts = piece.ends_with(['.', '?', '!', '“', '"']) || starts && word.is_empty();
    }
    calm.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn capitals_are_left_to_names_and_beginnings() {
        let loud = "THE HARTWELL BRIDGE WILL CLOSE. DELUCA SAYS IT’S LATE, AND I AGREE.";
        let quiet = "The Hartwell bridge will close. Deluca says it’s late, and I agree.";
        assert_eq!(calm(loud), quiet);
        assert_eq!(calm("MOSS SAYS NO"), "MOSS SAYS NO");
        assert_eq!(
            calm("MOSS: IT IS LATE AND SO IS THE TRAIN."),
            "MOSS: It is late and so is the train."
        );
    }
}
