use crate::{Tag, tag::lemma};

/// The tag of the word between bars.
#[track_caller]
fn check(marked: &str, want: Tag) {
    let at = marked.find('|').expect("a marked word");
    let text = marked.replace('|', "");
    let read = crate::read(&text);
    let token = read.tokens.iter().find(|token| token.range.start == at).expect("a token there");
    assert_eq!(token.tag, want, "{marked:?}");
}

#[test]
fn nouns_and_verbs_of_one_form() {
    check("The |plan| failed.", Tag::Noun);
    check("They |plan| a march.", Tag::Verb);
    check("He wants to |plan| a march.", Tag::Infinitive);
    check("She will |report| it.", Tag::Infinitive);
    check("The |report| was late.", Tag::Noun);
}

#[test]
fn participles() {
    check("The plan |presented| by Hall was late.", Tag::Participle);
    check("Hall |presented| the plan.", Tag::Verb);
    check("The plan was |presented|.", Tag::Verb);
    check("Hall, |speaking| in Oslo, agreed.", Tag::Participle);
    check("Hall, who was ill, |said| so.", Tag::Verb);
}

#[test]
fn small_words() {
    check("He said |that| it rained.", Tag::Subordinator);
    check("I saw |her| house.", Tag::Determiner);
    check("I saw |her|.", Tag::Pronoun);
    check("He left |after| the vote.", Tag::Preposition);
    check("He left |after| she spoke.", Tag::Subordinator);
}

#[test]
fn lemmas() {
    for (word, want) in [
        ("said", "say"),
        ("Told", "tell"),
        ("men", "man"),
        ("countries", "country"),
        ("stopped", "stop"),
        ("urging", "urge"),
        ("house", "house"),
    ] {
        assert_eq!(lemma(word), want);
    }
}
