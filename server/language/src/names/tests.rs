use super::*;

/// Mentions of `text`: the whole, with the name inside marked where it is shorter, and its kind.
#[track_caller]
fn check(text: &str, want: &[&str]) {
    let read = crate::read(text);
    let got: Vec<String> = read
        .mentions
        .iter()
        .map(|m| {
            let name =
                if m.name == m.range { String::new() } else { format!(" [{}]", m.name.of(text)) };
            format!("{}{name} {:?}", m.range.of(text), m.kind)
        })
        .collect();
    assert_eq!(got, want);
}

/// Entities of an article of these paragraphs, with what else they are called, and the entity of
/// each mention.
#[track_caller]
fn check_entities(paragraphs: &[&str], want: &[&str], mentions: &[usize]) {
    let texts: Vec<_> = paragraphs.iter().map(|text| (*text, crate::read(text))).collect();
    let all = texts.iter().flat_map(|(text, read)| read.mentions.iter().map(move |m| (*text, m)));
    let (entities, ids) = resolve(all);
    let got: Vec<String> = entities
        .iter()
        .map(|e| [std::slice::from_ref(&e.name), &*e.aliases].concat().join(" = "))
        .collect();
    assert_eq!(got, want);
    assert_eq!(ids.iter().flatten().map(|id| id.0).collect::<Vec<_>>(), mentions);
}

#[test]
fn people_with_their_titles() {
    check(
        "French President Ada Marchand met former foreign minister Olaf Brandt.",
        &[
            "French President Ada Marchand [Ada Marchand] Person",
            "former foreign minister Olaf Brandt [Olaf Brandt] Person",
        ],
    );
    check(
        "Kremlin spokesman Ivan Petrov said so.",
        &["Kremlin spokesman Ivan Petrov [Ivan Petrov] Person"],
    );
    check("Mr. Hall’s aide left.", &["Mr. Hall [Hall] Person"]);
    check(
        "Ursula von der Linden and J.K. Moss Jr. agreed.",
        &["Ursula von der Linden Person", "J.K. Moss Jr. Person"],
    );
    check("Secretary of State Ann Cole left.", &["Secretary of State Ann Cole [Ann Cole] Person"]);
}

#[test]
fn bodies_places_and_outlets() {
    check(
        "The Ministry of the Interior in Paris told Reuters.",
        &["Ministry of the Interior Organisation", "Paris Place", "Reuters Outlet"],
    );
    check(
        "The Guardian noted that the U.S. and France’s army left.",
        &["Guardian Outlet", "U.S. Place", "France Place"],
    );
    check(
        "French experts saw it on dailyscoop.com.",
        &["French Nationality", "dailyscoop.com Outlet"],
    );
    check("US-led and Franco-Russian talks on Iran-Israel ties", &[]);
}

#[test]
fn words_that_could_be_titles_or_given_names() {
    check(
        "Justice Department lawyers met the Virginia House of Delegates.",
        &["Justice Department Organisation", "Virginia House of Delegates Organisation"],
    );
    check(
        "The former Acme-Hall CEO left.",
        &["The former Acme-Hall CEO [former Acme-Hall CEO] Role"],
    );
    check(
        "A Christian priest met Christian Holm.",
        &["Christian Nationality", "Christian Holm Person"],
    );
}

#[test]
fn offices() {
    check("The French president spoke.", &["The French president [French president] Role"]);
    check("A president is a person, and presidents are many.", &[]);
    check("He met the prime minister.", &["the prime minister [prime minister] Role"]);
}

#[test]
fn common_words_with_a_capital() {
    check("Officials said so. According to them, Meanwhile ended.", &[]);
    check("Leaders Hold First Talks On Iran As Brandt Waits", &["Iran Place", "Brandt Unknown"]);
    check("TALKS END IN PARIS", &["PARIS Place"]);
    check("On Tuesday the talks ended. In July they began.", &[]);
}

#[test]
fn one_person_under_many_names() {
    check_entities(
        &[
            "Marchand calls Brandt",
            "French President Ada Marchand called German Chancellor Olaf Brandt.",
            "Marchand spoke first. The French president was calm; the chancellor was not.",
        ],
        &["Ada Marchand = Marchand", "Olaf Brandt = Brandt"],
        &[0, 1, 0, 1, 0, 0, 1],
    );
}

#[test]
fn offices_beside_the_name() {
    check_entities(
        &[
            "The president, Dan Cathcart, left. Ann Cole, the prime minister, stayed. The prime minister won.",
        ],
        &["Dan Cathcart", "Ann Cole"],
        &[0, 0, 1, 1, 1],
    );
}

#[test]
fn namesakes_stay_apart() {
    check_entities(
        &["Ann Cole and Mark Cole spoke.", "Mr. Cole left, Ms. Cole stayed."],
        &["Ann Cole = Cole", "Mark Cole = Cole"],
        &[0, 1, 1, 0],
    );
    check_entities(
        &["Lunden Holdings grew.", "Lunden paid.", "President Lunden met him. Lunden left."],
        &["Lunden Holdings = Lunden", "Lunden"],
        &[0, 0, 1, 1],
    );
}

#[test]
fn acronyms_and_other_spellings() {
    check_entities(
        &[
            "The World Harvest Agency (WHA) met. The WHA said so in the United States. The U.S. agreed.",
        ],
        &["World Harvest Agency = WHA", "United States = U.S."],
        &[0, 0, 0, 1, 1],
    );
    check_entities(
        &["Mykola Hordienko spoke.", "Mykola Hordiyenko left."],
        &["Mykola Hordienko = Mykola Hordiyenko"],
        &[0, 0],
    );
}

#[test]
fn odd_input_is_read_without_harm() {
    for text in
        ["Mr. ".repeat(5000), "Ministry of ".repeat(2000), "’s Élysée’s ’ ’’ al-".repeat(500)]
    {
        let read = crate::read(&text);
        for mention in &read.mentions {
            assert!(!mention.name.of(&text).is_empty(), "{mention:?}");
        }
        let (_, ids) = resolve(read.mentions.iter().map(|mention| (&*text, mention)));
        assert_eq!(ids.len(), read.mentions.len());
    }
}

#[test]
fn what_stands_beside_a_name() {
    #[track_caller]
    fn check_about(text: &str, name: &str, roles: &[&str], age: Option<u16>) {
        let read = crate::read(text);
        let (entities, _) = resolve(read.mentions.iter().map(|mention| (text, mention)));
        let found = entities.iter().find(|e| e.name == name).expect("the name");
        assert_eq!((&*found.about.roles, found.about.age), (&*strings(roles), age), "{text}");
    }
    fn strings(words: &[&str]) -> Vec<String> {
        words.iter().map(ToString::to_string).collect()
    }
    check_about(
        "Olaf Brandt, 54, a former banker, left.",
        "Olaf Brandt",
        &["former banker"],
        Some(54),
    );
    check_about("Its chairman, Olaf Brandt, left.", "Olaf Brandt", &["chairman"], None);
    check_about("The leader of the council, Ada Moss, left.", "Ada Moss", &["leader"], None);
    check_about(
        "Ada Moss, a 23-year-old welder from Arqa, left.",
        "Ada Moss",
        &["23-year-old welder"],
        Some(23),
    );
    check_about("At the ministry, Ada Moss, whose husband Jan left, spoke.", "Ada Moss", &[], None);
}

#[test]
fn addresses() {
    check(
        "He lives at 200 W. American Blvd. in Edina.",
        &["W. American Blvd. Place", "Edina Place"],
    );
    check("The store on Kinley Ave. closed.", &["Kinley Ave. Place"]);
}
