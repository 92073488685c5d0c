//! Text for the benchmarks, written here: as long as wanted, and no two sentences the same, so that
//! nothing that remembers sentences has an easy time.

use std::fmt::Write;

/// A sentence of which no other has the names and numbers.
pub fn sentence(n: usize) -> String {
    let mut text = String::new();
    let (who, where_, what) = (name(n), capital(n / 3), word(n / 2));
    let written = match n % 5 {
        0 => write!(
            text,
            "At least {} people were hurt when a {what} struck {where_} on Monday, officials said. ",
            n % 900 + 12
        ),
        1 => write!(
            text,
            "“We have never seen a {what} like this in {where_},” {who}, the mayor, told reporters. "
        ),
        2 => write!(
            text,
            "{who} of the {where_} council said that the {what} would cost ${}.{} million. ",
            n % 70,
            n % 10
        ),
        3 => write!(
            text,
            "The {what} near {where_} began on {} March 2026, according to the police. ",
            n % 28 + 1
        ),
        _ => write!(
            text,
            "Analysts expect the {what} to last for {} days, and {where_} has asked {who} for help. ",
            n % 40 + 2
        ),
    };
    written.expect("a string takes everything");
    text
}

/// "Belo Tarin", another for every number.
pub fn name(n: usize) -> String {
    format!("{} {}", capital(n), capital(n / 7 + 13))
}

pub fn capital(n: usize) -> String {
    let word = word(n);
    word[..1].to_uppercase() + &word[1..]
}

/// A word of two to four syllables, another for every number.
pub fn word(n: usize) -> String {
    const SYLLABLES: [&str; 17] = [
        "ba", "lo", "ti", "ren", "ka", "su", "mor", "di", "fen", "ga", "hel", "ju", "pa", "vi",
        "zo", "qua", "nel",
    ];
    let (mut rest, mut text) = (n, String::from("be"));
    loop {
        text.push_str(SYLLABLES[rest % SYLLABLES.len()]);
        rest /= SYLLABLES.len();
        if rest == 0 {
            return text;
        }
    }
}
