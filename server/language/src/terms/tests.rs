use super::*;
use crate::token::tokenize;

fn terms(text: &str) -> Vec<Term> {
    of(text, &tokenize(text))
}

#[track_caller]
fn check_same(one: &str, other: &str) {
    assert_eq!(terms(one), terms(other), "{one:?} and {other:?}");
}

#[test]
fn inflection_possessives_and_case_do_not_count() {
    check_same("The leaders’ demands", "a leader's demand");
    check_same("Negotiations resumed", "negotiation resuming");
}

#[test]
fn spellings_meet() {
    check_same("organise defence programmes", "organize defense programs");
    check_same("the coloured theatre, travelled", "colored theater traveled");
    check_same("advise, promising, modelling labour", "advize, promizing, modeling labor");
    check_same("the U.S. cease-fire", "US ceasefire");
}

#[test]
fn letters_of_the_root_are_no_spelling() {
    check_same("calling, quelling, raising and touring", "called, quelled, raised, toured");
    check_same("killing, advising, arising", "kill, advise, arise");
}

#[test]
fn numbers_meet() {
    check_same("1,000 soldiers in three days", "1000 soldiers, 3 days");
}

#[test]
fn different_words_stay_apart() {
    assert_ne!(terms("the US wall"), terms("us wall"));
    assert_ne!(terms("1,000 tons"), terms("10,000 tons"));
    assert_eq!(terms("it was of the and"), []);
}

#[test]
fn repeated_words_are_counted() {
    let counts: Vec<u32> =
        terms("A strike, a strike and strikes").iter().map(|t| t.count).collect();
    assert_eq!(counts, [3]);
}

/// Every ending of the rules behind every base of our vocabulary, and odd words.
#[test]
fn stems_are_those_of_the_published_rules() {
    let reference = rust_stemmers::Stemmer::create(rust_stemmers::Algorithm::English);
    let endings = [
        "", "s", "es", "ies", "ed", "eed", "ing", "ly", "edly", "ingly", "y", "ness", "fulness",
        "ousness", "iveness", "ational", "ization", "izer", "ation", "ability", "ative", "ement",
        "ment", "ant", "ion", "logy", "'s", "'", "ically", "alism", "ee", "yed", "ally",
    ];
    let bases = lexicon::words(include_str!("../../data/vocabulary.txt")).map(|(_, word)| word);
    let odd = [
        "a",
        "yy",
        "ye",
        "sayyid",
        "'yes",
        "né",
        "éd",
        "café",
        "naïveness",
        "ies",
        "ties",
        "cries",
        "gas",
        "bee",
        "bled",
        "skies",
        "news",
        "succeeds",
        "generously",
        "arsenal",
        "ooo",
    ];
    let mut buffer = Vec::new();
    for base in bases.chain(odd) {
        for ending in endings {
            let word = format!("{base}{ending}");
            let stem = stem::stem(&word, &mut buffer);
            assert_eq!(stem, reference.stem(&word).as_bytes(), "{word:?}");
        }
    }
}
