use super::*;
use crate::token::tokenize;

/// A bar stands where a sentence ends.
#[track_caller]
fn check(marked: &str) {
    let text = marked.replace(" | ", " ");
    let sentences = split(&text, &tokenize(&text));
    let got: Vec<&str> = sentences.iter().map(|s| s.range.of(&text)).collect();
    assert_eq!(got.join(" | "), marked);
}

#[test]
fn stops_and_abbreviations() {
    check("It rained. | It stopped! | Why? | Nobody knows");
    check("Mr. Hall met Sen. J. P. Ortiz of the U.S. Senate at 9 a.m. Tuesday. | He left.");
    check("They live in the U.S. | The family moved there at 6 p.m. | Nobody came.");
    check("It bought Acme Inc. for $2.5 million. | Shares of Acme Inc. rose.");
    check("He lives at No. 5. | Did she agree? | No. | She left.");
    check("Plan B. | The others, incl. Dr. Ito, agreed etc. and so on.");
    check("1. The first point. | 2. The second.");
}

#[test]
fn quotations() {
    check("“We won.” | They left.");
    check("“Why?” he asked. | “Because,” she said.");
    check("“Why now?” Ana Ruiz, 35, asked. | No answer came.");
    check("“Why now?” | Ruiz said she did not know.");
    check("\"We won. | We won it all.\" | \"So what?\" the coach said.");
    check("He called it \"a mess.\" | \"It was,\" Hall said.");
    check("(They left.) | She stayed. | ‘No.’ | ‘Yes!’");
    check("“It is over.” — the ministry. | Others differ.");
}

#[test]
fn ellipses_and_loose_ends() {
    check("Well... he left. | So ... I did not. | It ended… | Then it rained.");
    check("We won . . . and lost. | It ended . . . . | Nobody came.");
    check("He spoke for the first time since 2022. | https://t.co/x");
    check("Sales fell. | iPhone sales rose. | al-Masri left.");
    check("They said it on france24.com yesterday. | Nobody saw it on Caliber.az");
}
