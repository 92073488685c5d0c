//! Who is whose, and where a body is at home.

use super::{DAY, check};

/// Whether the two contradict each other in one way, whichever is ours.
#[track_caller]
fn differ(here: &str, there: &str, why: &[&str]) {
    check((DAY, here), (DAY, there), why);
}

/// Sentences none of which contradicts another.
#[track_caller]
fn agree(pairs: &[(&str, &str)]) {
    for (here, there) in pairs {
        check((DAY, here), (DAY, there), &[]);
        check((DAY, there), (DAY, here), &[]);
    }
}

#[test]
fn nobody_is_two_relatives_of_one_person() {
    differ(
        "Rosario Brandt’s brother, Omar Lund, was arrested in Almera over the harbour fire.",
        "Omar Lund, a cousin of Rosario Brandt, was arrested in Almera over the harbour fire.",
        &["“Rosario Brandt’s brother, Omar Lund” here, “Omar Lund, a cousin of Rosario Brandt” \
           there"],
    );
    differ(
        "Omar Lund and his wife, Rosario Brandt, opened the Almera ferry terminal.",
        "Omar Lund and his sister Rosario Brandt opened the Almera ferry terminal.",
        &["“Omar Lund and his wife, Rosario Brandt” here, “Omar Lund and his sister Rosario \
           Brandt” there"],
    );
    differ(
        "The Almera ferry belongs to Omar Lund, the father of Rosario Brandt.",
        "The Almera ferry belongs to Omar Lund, the uncle of Rosario Brandt.",
        &["“Omar Lund, the father of Rosario Brandt” here, “Omar Lund, the uncle of Rosario \
           Brandt” there"],
    );
    differ(
        "Omar Lund is Rosario Brandt’s husband, the Almera council said.",
        "Omar Lund is Rosario Brandt’s former husband, the Almera council said.",
        &["“Omar Lund is Rosario Brandt’s husband” here, “Omar Lund is Rosario Brandt’s former \
           husband” there"],
    );
    differ(
        "Omar Lund is the son of Rosario Brandt, who owns the Almera ferry.",
        "Rosario Brandt, the sister of Omar Lund, owns the Almera ferry.",
        &["“Omar Lund is the son of Rosario Brandt” here, “Rosario Brandt, the sister of Omar \
           Lund” there"],
    );
}

#[test]
fn relatives_told_from_either_side_agree() {
    agree(&[
        (
            "The Almera ferry belongs to Omar Lund, the father of Rosario Brandt.",
            "The Almera ferry belongs to Omar Lund. Rosario Brandt is Omar Lund’s daughter.",
        ),
        (
            "Omar Lund and his wife, Rosario Brandt, opened the Almera ferry terminal.",
            "Rosario Brandt and her husband, Omar Lund, opened the Almera ferry terminal.",
        ),
        // Two people of one family.
        (
            "Omar Lund’s brother, Tomas Lund, opened the Almera ferry terminal.",
            "Omar Lund’s cousin, Rosa Lund, opened the Almera ferry terminal.",
        ),
        // A company's sister, a town's father, a half-brother.
        (
            "Istra Freight is a sister company of Almera Line, the council said.",
            "Istra Freight is the mother company of Almera Line, the council said.",
        ),
        (
            "Omar Lund is a half-brother of Rosario Brandt, the Almera council said.",
            "Omar Lund is a brother of Rosario Brandt, the Almera council said.",
        ),
        (
            "Omar Lund met Rosario Brandt’s brother at the Almera ferry terminal.",
            "Omar Lund met Rosario Brandt’s cousin at the Almera ferry terminal.",
        ),
    ]);
}

#[test]
fn a_body_has_one_home() {
    differ(
        "Lima-based Istra Freight bought the Almera ferry, the council said.",
        "Istra Freight, based in Chile, bought the Almera ferry, the council said.",
        &["“Lima-based Istra Freight” here, “Istra Freight, based in Chile” there"],
    );
    differ(
        "The Peruvian company Istra Freight bought the Almera ferry on Tuesday.",
        "Istra Freight, a Chilean shipping company, bought the Almera ferry on Tuesday.",
        &["“Peruvian company Istra Freight” here, “Istra Freight, a Chilean shipping company” \
           there"],
    );
    differ(
        "Istra Freight’s headquarters are in Paris, where the Almera ferry deal was signed.",
        "Istra Freight has its headquarters in Lyon, where the Almera ferry deal was signed.",
        &["“Istra Freight’s headquarters are in Paris” here, “Istra Freight has its headquarters \
           in Lyon” there"],
    );
    differ(
        "New York-based Istra Freight bought the Almera ferry, the council said.",
        "Istra Freight, which is headquartered in Toronto, bought the Almera ferry.",
        &["“New York-based Istra Freight” here, “Istra Freight, which is headquartered in \
           Toronto” there"],
    );
    differ(
        "Istra Freight, a Texas-based carrier, bought the Almera ferry on Tuesday.",
        "The Mexican carrier Istra Freight bought the Almera ferry on Tuesday.",
        &["“Istra Freight, a Texas-based carrier” here, “Mexican carrier Istra Freight” there"],
    );
}

#[test]
fn homes_that_lie_in_one_another_agree() {
    agree(&[
        (
            "Lima-based Istra Freight bought the Almera ferry, the council said.",
            "The Peruvian company Istra Freight bought the Almera ferry, the council said.",
        ),
        // Another body, and a branch.
        (
            "Lima-based Istra Freight bought the Almera ferry, the council said.",
            "Santiago-based Corvina Line bought the Almera ferry, the council said.",
        ),
        (
            "Lima-based Istra Freight bought the Almera ferry, the council said.",
            "Istra Freight’s branch in Chile bought the Almera ferry, the council said.",
        ),
        // Whoever gives two.
        (
            "Istra Freight, based in Lima, bought the Almera ferry, the council said.",
            "Istra Freight, based in Chile, bought the Almera ferry. Istra Freight was based in \
             Lima until 2024.",
        ),
        (
            "A Lima-based reporter said Istra Freight bought the Almera ferry.",
            "Istra Freight, based in Chile, bought the Almera ferry, the council said.",
        ),
        (
            "A Peruvian company, Istra Freight said, had bought the Almera ferry.",
            "Istra Freight, based in Chile, said it had bought the Almera ferry.",
        ),
    ]);
}
