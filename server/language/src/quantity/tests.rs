//! What readers of news get from its numbers.
#![allow(clippy::unwrap_used)]

use crate::{Role, read};

/// One line for each quantity: words, interval, what is measured.
fn found(text: &str) -> String {
    let read = read(text);
    let lines = read.quantities.iter().map(|q| {
        let end = |end: Option<f64>| {
            end.map_or("…".to_owned(), |end| format!("{}", (end * 1e6).round() / 1e6))
        };
        let mut line = format!("{} = {}..{}", q.range.of(text), end(q.low), end(q.high));
        let mut add = |word: &str| {
            if !word.is_empty() {
                line += " ";
                line += word;
            }
        };
        add(&q.unit);
        add(&q.per.as_ref().map(|per| format!("per {per}")).unwrap_or_default());
        add(&q.counts.as_ref().map(|noun| format!("[{noun}]")).unwrap_or_default());
        add(&q.state.map(|state| format!("{state:?}").to_lowercase()).unwrap_or_default());
        if q.role != Role::Whole {
            add(&format!("({:?})", q.role).to_lowercase());
        }
        line
    });
    lines.collect::<Vec<_>>().join("; ")
}

#[track_caller]
fn check(text: &str, expected: &str) {
    assert_eq!(found(text), expected, "in {text:?}");
}

#[test]
fn numbers_are_read_in_digits_and_in_words() {
    check(
        "It cost two and a half million euros.",
        "two and a half million euros = 2250000..2750000 euro",
    );
    check("She bought a dozen eggs.", "a dozen eggs = 12..12 [egg]");
    check("He sold 1.000,5 tonnes.", "1.000,5 tonnes = 1000.45..1000.55 tonne");
    check("They counted twenty-one swans.", "twenty-one swans = 21..21 [swan]");
    check(
        "The town of 1,200,000 people has 12 hospitals.",
        "1,200,000 people = 1150000..1250000 person [people]; 12 hospitals = 12..12 [hospital]",
    );
    check(
        "One hundred and five civilians were evacuated.",
        "One hundred and five civilians = 105..105 person [civilian] evacuated",
    );
    check(
        "Half a million voters stayed away.",
        "Half a million voters = 250000..750000 person [voter]",
    );
    check("The lake is 2 1/2 miles wide.", "2 1/2 miles = 2.25..2.75 mile");
    check("The city has 1.2m residents.", "1.2m residents = 1150000..1250000 person [resident]");
    check(
        "Three quarters of the members voted.",
        "Three quarters of the members = 0.675..0.825 share [member]",
    );
    check(
        "A third of voters, or 1 in 3, were undecided.",
        "A third of voters = 0.3..0.366667 share [voter]; 1 in 3 = 0.3..0.366667 share",
    );
    check("Hundreds of people marched.", "Hundreds of people = 100..1000 person [people]");
    check(
        "Tens of thousands of homes lost power.",
        "Tens of thousands of homes = 10000..100000 [home] cutoff",
    );
    check("He waited half an hour.", "half an hour = 0.25..0.75 hour");
}

#[test]
fn bounds_and_blurs_become_intervals() {
    check("About 400 people marched.", "About 400 people = 340..460 person [people]");
    check("Nearly 20,000 people marched.", "Nearly 20,000 people = 16000..20000 person [people]");
    check("More than 12 people marched.", "More than 12 people = 13..… person [people]");
    check("At least 12 people marched.", "At least 12 people = 12..… person [people]");
    check("It cost 30-40 dollars.", "30-40 dollars = 25..45 dollar");
    check("It cost 40-30 dollars.", "40-30 dollars = 25..45 dollar");
    check("Up to 40 people were on board.", "Up to 40 people = …..40 person [people]");
    check("As many as 40 people were on board.", "As many as 40 people = …..40 person [people]");
    check("Fewer than 10 people came.", "Fewer than 10 people = …..10 person [people]");
    check("No more than 50 guests were invited.", "No more than 50 guests = …..50 person [guest]");
    check("Some 5,000 fans came.", "Some 5,000 fans = 4250..5750 person [fan]");
    check("Just over 200 people came.", "Just over 200 people = 200..250 person [people]");
    check(
        "Between 5,000 and 8,000 people marched.",
        "5,000 and 8,000 people = 4500..8500 person [people]",
    );
    check("It will take 10 to 15 years.", "10 to 15 years = 9.5..15.5 year");
    check(
        "It raised between $5 million and $10 million.",
        "$5 million and $10 million = 4500000..10500000 dollar",
    );
    check("Prices range from $200 to $400.", "$200 to $400 = 150..450 dollar");
    check("A crowd of 300 or more people gathered.", "300 or more people = 300..… person [people]");
}

#[test]
fn a_bare_number_is_rounded_by_half_its_last_unit() {
    check("The bank lost $180 million.", "$180 million = 175000000..185000000 dollar");
    check("The deal is worth $184 million.", "$184 million = 183500000..184500000 dollar");
    check(
        "About 1,000 troops and 1,012 marines left.",
        "About 1,000 troops = 850..1150 person [troop]; 1,012 marines = 1012..1012 person [marine]",
    );
    check("The talks lasted two hours.", "two hours = 1.5..2.5 hour");
    check("Unemployment is 4.5%.", "4.5% = 4.45..4.55 percent");
    check("Support stood at 50 percent.", "50 percent = 49.5..50.5 percent");
}

#[test]
fn durations_of_the_same_call_can_be_compared() {
    check("They spoke for over two hours.", "over two hours = 2..… hour");
    check("The two-hour call was the first.", "two-hour = 1.5..2.5 hour");
    check("He spent nearly three years in jail.", "nearly three years = 2.4..3 year");
    check("It was the first call in over two years.", "over two years = 2..… year");
    check(
        "It was the first call in over two and a half years.",
        "over two and a half years = 2.5..… year",
    );
    check(
        "The war has lasted more than three and a half years.",
        "more than three and a half years = 3.5..… year",
    );
    check("A two-and-a-half-year sentence.", "two-and-a-half-year = 2.25..2.75 year");
}

#[test]
fn people_have_a_state() {
    check(
        "At least 12 people were killed and 40 others injured when a bus overturned.",
        "At least 12 people = 12..… person [people] killed; 40 others = 40..40 person injured",
    );
    check(
        "The death toll rose to 24, with 15 still missing.",
        "24 = 24..24 person killed; 15 = 15..15 person missing",
    );
    check(
        "The earthquake killed 41 people, including seven children, and injured more than 300.",
        "41 people = 41..41 person [people] killed; seven children = 7..7 person [child] (part); more than 300 = 300..… person injured",
    );
    check(
        "The strike left three dead and dozens wounded.",
        "three = 3..3 person killed; dozens = 12..120 person injured",
    );
    check(
        "Two women and one man died in the fire.",
        "Two women = 2..2 person [woman] killed; one man = 1..1 person [man] killed",
    );
    check(
        "The army said it had killed 30 fighters.",
        "30 fighters = 30..30 person [fighter] killed",
    );
    check(
        "Police arrested 14 protesters after eight officers were hurt.",
        "14 protesters = 14..14 person [protester] arrested; eight officers = 8..8 person [officer] injured",
    );
    check(
        "Eight officers arrested two leaders of the group.",
        "Eight officers = 8..8 person [officer] (agent); two leaders = 2..2 person [leader] arrested",
    );
    check(
        "Two of the five hostages were freed.",
        "Two of the five hostages = 2..2 person [hostage] rescued (part)",
    );
    check(
        "Another 70 people were taken to hospital.",
        "70 people = 70..70 person [people] hospitalised (more)",
    );
    check(
        "About 1.2 million customers were without power.",
        "About 1.2 million customers = 1020000..1380000 person [customer] cutoff",
    );
    check(
        "The storm left 600,000 homes and businesses without electricity.",
        "600,000 homes = 550000..650000 [home] cutoff",
    );
    check(
        "More than 300 homes were destroyed and 1,100 damaged.",
        "More than 300 homes = 300..… [home] destroyed; 1,100 = 1050..1150 damaged",
    );
    check(
        "Some 5,000 people have been displaced by the floods.",
        "Some 5,000 people = 4250..5750 person [people] displaced",
    );
    check(
        "Hundreds of people fled their homes.",
        "Hundreds of people = 100..1000 person [people] displaced",
    );
    check(
        "The search for 14 missing miners continued.",
        "14 missing miners = 14..14 person [miner] missing",
    );
    check("Four others were taken into custody.", "Four others = 4..4 person arrested (more)");
    check(
        "Seventeen people have been charged.",
        "Seventeen people = 17..17 person [people] charged",
    );
    check("No one was hurt.", "No one = 0..0 person injured");
    check("There were no injuries.", "no injuries = 0..0 person injured");
    check(
        "Three were killed, 12 wounded and five are missing.",
        "Three = 3..3 person killed; 12 = 12..12 person injured; five = 5..5 person missing",
    );
    check(
        "A total of 13 people died, among them four children, and 25 were hospitalised.",
        "A total of 13 people = 13..13 person [people] killed; four children = 4..4 person [child] (part); 25 = 25..25 person hospitalised",
    );
    check(
        "Officials said 17 soldiers had been killed and four tanks destroyed.",
        "17 soldiers = 17..17 person [soldier] killed; four tanks = 4..4 [tank] destroyed",
    );
    check(
        "As many as 40 people are feared dead.",
        "As many as 40 people = …..40 person [people] killed",
    );
    check(
        "Thirty-one people, most of them women, died.",
        "Thirty-one people = 31..31 person [people] killed",
    );
    check("The number of people killed had risen to 31.", "31 = 31..31 person killed");
    check("The bodies of six migrants were found.", "six migrants = 6..6 person [migrant] killed");
    check(
        "The crash, which killed five people, closed the road.",
        "five people = 5..5 person [people] killed",
    );
    check(
        "Israeli strikes killed at least 30 Palestinians on Sunday.",
        "at least 30 Palestinians = 30..… person [palestinian] killed",
    );
}

#[test]
fn measures_keep_their_units() {
    check(
        "The storm, with winds of 150 mph (240 km/h), moved north.",
        "150 mph = 145..155 mile per hour; 240 km/h = 235..245 kilometre per hour",
    );
    check(
        "It struck 12 miles (19 km) south of the city.",
        "12 miles = 11.5..12.5 mile; 19 km = 18.5..19.5 kilometre",
    );
    check("The fire burned 2,500 acres.", "2,500 acres = 2450..2550 acre");
    check(
        "The 300-metre tower weighs 7,300 tonnes.",
        "300-metre = 250..350 metre; 7,300 tonnes = 7250..7350 tonne",
    );
    check(
        "Temperatures reached 42C (107F).",
        "42C = 41.5..42.5 celsius; 107F = 106.5..107.5 fahrenheit",
    );
    check("It fell to -5 degrees Celsius.", "-5 degrees Celsius = -5.5..-4.5 celsius");
    check("They cover 12 square miles.", "12 square miles = 11.5..12.5 square mile");
    check("The ship made 20 knots.", "20 knots = 15..25 knot");
    check("They pump 2m barrels a day.", "2m barrels a day = 1500000..2500000 barrel per day");
    check("The plant makes 30 gigawatts.", "30 gigawatts = 25..35 gigawatt");
}

#[test]
fn money_keeps_its_currency_and_its_rate() {
    check("The company will pay a $1.2bn fine.", "$1.2bn = 1150000000..1250000000 dollar");
    check(
        "The deal is worth €2.5 billion ($2.8 billion).",
        "€2.5 billion = 2450000000..2550000000 euro; $2.8 billion = 2750000000..2850000000 dollar",
    );
    check(
        "He paid £24 a month and 300 euros in cash.",
        "£24 a month = 23.5..24.5 pound sterling per month; 300 euros = 250..350 euro",
    );
    check(
        "It signed a deal worth $184 million, or $22 million per season.",
        "$184 million = 183500000..184500000 dollar; $22 million per season = 21500000..22500000 dollar per season",
    );
    check(
        "Oil rose 3% to $74.20 a barrel.",
        "3% = 2.5..3.5 percent; $74.20 a barrel = 74.15..74.25 dollar per barrel",
    );
    check("She earns US$150,000 a year.", "US$150,000 a year = 145000..155000 dollar per year");
    check("It cost 5 million rubles.", "5 million rubles = 4500000..5500000 russian rouble");
    check(
        "A 15,800-square-metre hall holds no-one at 8 p. m.",
        "15,800-square-metre = 15750..15850 square metre; no-one = 0..0 person; 8 = 8..8",
    );
    check(
        "Shares fell 5.2 per cent to 1,204 pence.",
        "5.2 per cent = 5.15..5.25 percent; 1,204 pence = 1203.5..1204.5 penny",
    );
}

#[test]
fn changes_levels_and_what_was_before() {
    check(
        "Unemployment rose by 0.3 percentage points to 4.5%.",
        "0.3 percentage points = 0.25..0.35 percentage point; 4.5% = 4.45..4.55 percent",
    );
    check("The bank cut rates by 25 basis points.", "25 basis points = 24.5..25.5 basis point");
    check(
        "Inflation slowed to 2.4% from 2.6%.",
        "2.4% = 2.35..2.45 percent; 2.6% = 2.55..2.65 percent (before)",
    );
    check(
        "The number stood at 31 votes, up from 24.",
        "31 votes = 31..31 [vote]; 24 = 24..24 (before)",
    );
    check(
        "The deficit grew by $43.6 billion to $419.2 billion.",
        "$43.6 billion = 43550000000..43650000000 dollar; $419.2 billion = 419150000000..419250000000 dollar",
    );
    check("Sales were down 9.2%.", "9.2% = 9.15..9.25 percent");
}

#[test]
fn a_change_has_a_before_and_a_level() {
    check(
        "Prices rose from 5 to 7 per cent.",
        "5 = 4.5..5.5 percent (before); 7 per cent = 6.5..7.5 percent",
    );
    check(
        "It fell from $75 in October to $45.88.",
        "$75 = 74.5..75.5 dollar (before); $45.88 = 45.875..45.885 dollar",
    );
    check(
        "She went from 208 kilos to 193.",
        "208 kilos = 207.5..208.5 kilogram (before); 193 = 192.5..193.5 kilogram",
    );
    check("Cases rose by 1,200 to 45,000.", "1,200 = 1150..1250; 45,000 = 44500..45500");
    check("The bank lends at from 5 to 7 per cent.", "5 to 7 per cent = 4.5..7.5 percent");
    check("Fines run from $250 to $1,000.", "$250 to $1,000 = 245..1005 dollar");
    check("Claims range from $200 to $4 million.", "$200 to $4 million = 150..4000050 dollar");
    check("Rents are $5 to $10 million.", "$5 to $10 million = 4500000..10500000 dollar");
    check("It has an 8- to 16-metre mirror.", "8- to 16-metre = 7.5..16.5 metre");
}

#[test]
fn parts_and_those_besides() {
    check(
        "Five people were killed and another 70 wounded.",
        "Five people = 5..5 person [people] killed; 70 = 70..70 person injured",
    );
    check(
        "Two were killed on Monday and another 70 killed on Tuesday.",
        "Two = 2..2 person killed; 70 = 70..70 person killed (more)",
    );
    check("Another 70 people were hurt.", "70 people = 70..70 person [people] injured (more)");
    check(
        "Three people were shot, one fatally.",
        "Three people = 3..3 person [people]; one = 1..1 person killed",
    );
    check("The dead included two children.", "two children = 2..2 person [child] (part)");
    check(
        "None of the 150 passengers was hurt.",
        "None = 0..0 person [passenger] injured; 150 passengers = 145..155 person [passenger]",
    );
    check("Not a single house was damaged.", "Not a single house = 0..0 [house] damaged");
    check("Both drivers were killed.", "Both drivers = 2..2 person [driver] killed");
    check("Both sides met.", "");
    check("Fire kills 3, injures 5", "3 = 3..3 person killed; 5 = 5..5 person injured");
    check(
        "Quake Kills 10 in Kavar; 80 Hurt",
        "10 = 10..10 person killed; 80 = 80..80 person injured",
    );
}

#[test]
fn shares_rates_and_conversions() {
    check("Nine out of ten pupils passed.", "Nine out of ten pupils = 0.81..0.99 share [pupil]");
    check("A couple of hundred fans came.", "A couple of hundred fans = 200..300 person [fan]");
    check("It cost half million euros.", "half million euros = 250000..750000 euro");
    check(
        "It sold 2.7m combined disc sales.",
        "2.7m combined disc sales = 2650000..2750000 [sale]",
    );
    check(
        "There were 12 deaths per 100,000 people.",
        "12 deaths per 100,000 people = 12..12 per 100,000 people [death] killed",
    );
    check(
        "It lies about 12 miles (19 km) south.",
        "about 12 miles = 10.2..13.8 mile; 19 km = 16.15..21.85 kilometre",
    );
    check("They cleared 5-10km of road.", "5-10km = 4.5..10.5 kilometre");
    check("It was minus-5 degrees.", "minus-5 degrees = -5.5..-4.5 degree");
}

#[test]
fn ages() {
    check("Maria Lopez, 49, was a nurse.", "49 = 49..49 year");
    check("The 54-year-old minister resigned.", "54-year-old = 54..54 year");
    check(
        "A 3-year-old girl and her mother, 29, were hurt.",
        "3-year-old = 3..3 year; 29 = 29..29 year",
    );
    check("A boy aged 12 was found.", "12 = 12..12 year");
    check("The baby was six months old.", "six months old = 6..6 month");
    check(
        "Five people, including a three-year-old boy, were killed.",
        "Five people = 5..5 person [people] killed; three-year-old = 3..3 year",
    );
}

#[test]
fn magnitudes_are_written_three_ways() {
    check("A 6.1-magnitude earthquake struck.", "6.1-magnitude = 6.05..6.15 magnitude");
    check("A magnitude 6.1 quake struck.", "6.1 = 6.05..6.15 magnitude");
    check("A magnitude-6.1 quake struck.", "6.1 = 6.05..6.15 magnitude");
    check(
        "It measured 6.1 on the Richter scale.",
        "6.1 on the Richter scale = 6.05..6.15 magnitude",
    );
}

#[test]
fn a_score_keeps_who_has_how_many() {
    let told = |text| read(text).quantities.iter().map(|q| (q.value, q.upper)).collect::<Vec<_>>();
    assert_eq!(told("Arsenal beat Chelsea 3-1."), [(3.0, Some(1.0))]);
    assert_eq!(told("Arsenal lost 1-3 to Chelsea."), [(1.0, Some(3.0))]);
}

#[test]
fn scores_and_votes() {
    check("Arsenal beat Chelsea 3-1.", "3-1 = 3..3");
    check("She won 6-4, 6-3.", "6-4 = 6..6; 6-3 = 6..6");
    check("The Senate voted 51-49 to confirm him.", "51-49 = 51..51");
    check("The bill passed by 312 votes to 204.", "312 votes to 204 = 312..312");
    check("Lawmakers voted 217 to 213.", "217 to 213 = 217..217");
    check("It passed by a vote of 52 to 48.", "52 to 48 = 52..52");
}

#[test]
fn labels_are_no_quantities() {
    check("The Boeing 737 left Route 66.", "");
    check("Article 5 binds the G7 and the F-16 fleet.", "");
    check("He lives at 10 Downing Street.", "");
    check("COVID-19 came to Room 101 of No. 10.", "");
    check("Call 0800 123 456 or +44 20 7946 0958.", "");
    check("He lives at 221B Baker Street and works late; call (212) 555-0147.", "");
    check("The iPhone 14 came out in 2022.", "");
    check(
        "The plane, a Boeing 737-800, carried 175 passengers.",
        "175 passengers = 175..175 person [passenger]",
    );
    check("In 1998 he was born at 9:27 on 24 July.", "");
    check("He ran in the second half of the game.", "");
    check("This one is for BBC One.", "");
}

/// Whether the first quantities of two texts can both be true; `None` where they are not compared.
fn agree(here: &str, there: &str) -> Option<bool> {
    let (here, there) = (read(here).quantities, read(there).quantities);
    let (a, b) = (here.first()?.comparable()?, there.first()?.comparable()?);
    let same = a.measure == b.measure && a.unit == b.unit && a.per == b.per;
    same.then(|| a.interval.overlaps(b.interval))
}

#[test]
fn only_disjoint_intervals_of_one_kind_disagree() {
    for (here, there, expected) in [
        ("the two-hour call", "over two hours", Some(true)),
        ("120 minutes", "two hours", Some(true)),
        ("nearly three years", "more than two and a half years", Some(true)),
        ("$180 million", "$184 million", Some(true)),
        ("at least 5 people died", "24 people died", Some(true)),
        ("1,000 people", "1,012 people", Some(true)),
        ("12 miles", "19 km", Some(true)),
        ("12 miles", "30 km", Some(false)),
        ("a magnitude 6.1 quake", "a magnitude 5.9 quake", Some(false)),
        ("a magnitude 6.1 quake", "a magnitude 6.2 quake", Some(false)),
        ("30 people died", "40 people died", Some(false)),
        ("four years in prison", "five years in prison", Some(false)),
        ("$22 million per season", "$184 million", None),
        ("$2.6 million", "2 million euros", None),
        ("another 70 people", "12 people", None),
        ("two of the five hostages", "five hostages", None),
    ] {
        assert_eq!(agree(here, there), expected, "{here} against {there}");
    }
}
