//! The body that a source stands for: outlets name one government by its capital, its leader's palace
//! or its presidency. What is written stays as it is; this is for telling that two name the same one.

use language::{Table, data, names::country_of};
use std::sync::LazyLock;

/// See `bodies.txt`.
struct Bodies {
    seats: Table<&'static str>,
    governments: Vec<&'static str>,
    voices: Vec<&'static str>,
}

static BODIES: LazyLock<Bodies> = LazyLock::new(|| {
    let mut bodies =
        Bodies { seats: Table::default(), governments: Vec::new(), voices: Vec::new() };
    for (head, names) in data::lines(include_str!("../data/bodies.txt")) {
        let names = names.split(", ");
        match head.strip_prefix("seat ") {
            Some(body) => bodies.seats.extend(names.chain([body]).map(|name| (name, body))),
            None if head == "voice" => bodies.voices.extend(names),
            None => bodies.governments.extend(names),
        }
    }
    bodies
});

/// The body that `name` stands for, in the words of `bodies.txt`: "France" for "the Élysée", "Paris" and
/// "the French presidency". `None` where it goes by no other name.
pub fn body(name: &str) -> Option<&'static str> {
    let name = name.strip_prefix("the ").or_else(|| name.strip_prefix("The ")).unwrap_or(name);
    let seat = |name: &str| BODIES.seats.get(name).copied().or_else(|| government(name));
    seat(name).or_else(|| {
        // "Kremlin press service", "the Kremlin’s press service"
        let spaces = name.match_indices(' ');
        let mut parts = spaces.map(|(at, _)| (&name[..at], &name[at + 1..]));
        let (owner, _) = parts.find(|&(_, voice)| BODIES.voices.contains(&voice))?;
        seat(without_genitive(owner))
    })
}

/// The country of "French government", "France’s presidency".
fn government(name: &str) -> Option<&'static str> {
    let owner = |noun: &str| name.strip_suffix(noun)?.strip_suffix(' ');
    let owner = BODIES.governments.iter().find_map(|noun| owner(noun))?;
    country_of(without_genitive(owner))
}

fn without_genitive(name: &str) -> &str {
    name.strip_suffix("’s").or_else(|| name.strip_suffix("'s")).unwrap_or(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(names: &[&str], expected: Option<&str>) {
        for name in names {
            assert_eq!(body(name), expected, "{name}");
        }
    }

    #[test]
    fn names_of_one_body_stand_for_it() {
        let france =
            ["Paris", "the Élysée", "Elysee Palace", "French presidency", "France’s government"];
        check(&france, Some("France"));
        check(&["Kremlin", "the Kremlin’s press service", "Russian government"], Some("Russia"));
        check(&["the Pentagon", "Department of Defense"], Some("Defense Department"));
        check(&["White House press secretary", "U.S. administration"], Some("United States"));
        check(&["Ada Moss", "the port authority", "city government", "Port Hale council"], None);
    }
}
