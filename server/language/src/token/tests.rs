use super::*;

/// Tokens of `text`, set apart by bars; quotation marks as `<m>`.
#[track_caller]
fn check(text: &str, want: &str) {
    let got: Vec<String> = tokenize(text)
        .iter()
        .map(|token| match token.kind {
            TokenKind::Mark => format!("<{}>", token.range.of(text)),
            TokenKind::Number => format!("#{}", token.range.of(text)),
            TokenKind::Address => format!("@{}", token.range.of(text)),
            _ => token.range.of(text).to_string(),
        })
        .collect();
    assert_eq!(got.join("|"), want);
}

#[test]
fn words() {
    check("Macron’s don't rock 'n' roll", "Macron’s|don't|rock|'n'|roll");
    check("Mr. O’Neill, J.K. Smith Jr. and AT&T", "Mr.|O’Neill|,|J.K.|Smith|Jr.|and|AT&T");
    check("the U.S.-led pro-U.S. plan, 9 p.m.", "the|U.S.-led|pro-U.S.|plan|,|#9|p.m.");
    check("a Ph.D. in the U.S.’s long-term view", "a|Ph.D.|in|the|U.S.’s|long-term|view");
    check("No. 5 said no. No. He did it.", "No.|#5|said|no|.|No|.|He|did|it|.");
    check("Russia–EU talks—or not", "Russia|–|EU|talks|—|or|not");
    check("cafe\u{301} na\u{ad}tion Ссылка 東京", "cafe\u{301}|na\u{ad}tion|Ссылка|東京");
}

#[test]
fn numbers() {
    check("1,000 1.000,5 $2.6m £1.2bn 50% 3-1", "#1,000|#1.000,5|#$2.6m|#£1.2bn|#50%|#3-1");
    check("12:35 90-day 20th 6.1-magnitude 5°C", "#12:35|#90-day|#20th|#6.1-magnitude|#5°C");
    check(
        "in 2022. US$5 the ’90s 2016–17, 7p.m. .300",
        "in|#2022|.|#US$5|the|#’90s|#2016–17|,|#7p.m.|#.300",
    );
}

#[test]
fn quotation_marks_and_apostrophes() {
    check("“a” \"b\" «c» „d“ ‹e›", "<“>|a|<”>|<\">|b|<\">|<«>|c|<»>|<„>|d|<“>|<‹>|e|<›>");
    check("``a'' 'b' ‘c’ `d'", "<``>|a|<''>|<'>|b|<'>|<‘>|c|<’>|<`>|d|<'>");
    check("the leaders’ plan", "the|leaders’|plan");
    check("‘the leaders’ plan’ failed", "<‘>|the|leaders’|plan|<’>|failed");
    check("‘two leaders’ met ‘three states’.", "<‘>|two|leaders|<’>|met|<‘>|three|states|<’>|.");
    check("“He said ‘no’.”", "<“>|He|said|<‘>|no|<’>|.|<”>");
}

#[test]
fn addresses_and_signs() {
    check("2022.https://t.co/Cnq", "#2022|.|@https://t.co/Cnq");
    check(
        "see www.a.org. a.b@c.org (@United24media) #vote",
        "see|@www.a.org|.|@a.b@c.org|(|@@United24media|)|@#vote",
    );
    check("Caliber.az said. france24.com.", "Caliber.az|said|.|france24.com|.");
    check("well... -- what?! 👍🏽 👩\u{200d}🚀", "well|...|--|what|?!|👍🏽|👩\u{200d}🚀");
}

#[test]
fn possessives() {
    assert_eq!(possessive("Macron’s"), Some("Macron"));
    assert_eq!(possessive("leaders'"), Some("leaders"));
    assert_eq!(possessive("runnin'"), None);
    assert_eq!(possessive("us"), None);
}

#[test]
fn every_character_but_white_space_is_in_one_token() {
    for text in [
        "a.b.c'd’’’e\u{301}\u{200d}-–$US$1.'s",
        "\u{feff}«\u{202f}x»'",
        "''''",
        "’s. s’ ’s’",
        "1'.a.m-$",
    ] {
        let mut covered = vec![false; text.len()];
        for token in tokenize(text) {
            covered[token.range.start..token.range.end].iter_mut().for_each(|c| {
                assert!(!*c);
                *c = true;
            });
        }
        for (at, c) in text.char_indices() {
            assert_eq!(covered[at], !c.is_whitespace(), "{c:?} at {at} of {text:?}");
        }
    }
}
