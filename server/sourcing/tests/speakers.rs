//! Whom pronouns, roles and descriptions stand for over a whole article.
#![allow(missing_docs)]

use article::{Format, Hint};
use sourcing::SourceKind::{self, Anonymous, Official, Outlet, Person};
use std::sync::Arc;

/// The speaker of the last attribution, and what kind of source it is.
#[track_caller]
fn check(text: &str, speaker: &str, kind: SourceKind) {
    let article = article::read(text, Format::Markdown, &Hint::default());
    let reading = sourcing::read(Arc::new(article), None);
    let last = reading.attributions.last().expect("an attribution");
    assert_eq!((last.speaker.as_deref(), last.kind), (Some(speaker), Some(kind)), "{text}");
}

#[test]
fn an_age_is_somebodys() {
    let lede = "Olaf Brandt, 54, met Ada Moss, 31, on Monday.\n\n";
    check(&format!("{lede}“I am glad,” the 54-year-old said."), "Olaf Brandt", Person);
    check(&format!("{lede}“I am glad,” the 31-year-old said."), "Ada Moss", Person);
}

#[test]
fn what_stands_beside_a_name_is_remembered() {
    check(
        "Ada Moss, a retired welder, met Jan Holt, the mayor’s lawyer, on Monday.\n\n\
         “It is late,” the welder said.",
        "Ada Moss",
        Person,
    );
    check(
        "Her lawyer, Jan Holt, met the mayor on Monday. Olaf Brandt came too.\n\nThe lawyer said it was late.",
        "Jan Holt",
        Person,
    );
    check(
        "The news agency Ombara reported a fire. Olaf Brandt saw it.\n\nThe agency said it was out.",
        "Ombara",
        Outlet,
    );
    check(
        "The Harbour Workers’ Union (HWU) met on Monday.\n\nThe union said it would strike.",
        "Harbour Workers’ Union",
        Official,
    );
}

#[test]
fn a_pronoun_agrees_with_its_speaker() {
    let both = "“It is late,” said Ada Moss. “It is early,” Olaf Brandt said.\n\n";
    check(&format!("{both}She said it was dark."), "Ada Moss", Person);
    check(&format!("{both}He said it was dark."), "Olaf Brandt", Person);
    check(
        "Her husband, Sorley Moss, met Jan Holt on Monday. “It is late,” he said.",
        "Sorley Moss",
        Person,
    );
}

#[test]
fn a_surname_of_two_is_that_of_the_last_one_named() {
    let two = "Ada Moss met the council on Monday. “No,” Moss said.\n\nHer husband, Olaf Moss, came too. ";
    check(&format!("{two}“Yes,” Moss said."), "Olaf Moss", Person);
    check(&format!("{two}“Yes,” Ms. Moss said."), "Ada Moss", Person);
}

#[test]
fn an_office_and_its_body_stand_before_the_name() {
    check(
        "The president of the Lake Council, Ada Moss, said on Monday that it was late.",
        "Ada Moss",
        Person,
    );
}

#[test]
fn a_body_is_called_by_what_it_is() {
    check("Brenhold closed on Monday.\n\nThe firm said 40 jobs would go.", "Brenhold", Official);
    check("Chief Executive Ada Moss came on Monday. The CEO said it was late.", "Ada Moss", Person);
}

#[test]
fn an_unnamed_source_is_the_one_before() {
    check(
        "A person close to the family met us on Monday. The person said it was late.",
        "person close to the family",
        Anonymous,
    );
}

#[test]
fn a_label_is_a_persons() {
    check("Ada Moss met Olaf Moss on Monday.\n\nMOSS: It is late.", "Olaf Moss", Person);
    check("Jan Holland was on the air.\n\nHOLLAND: It is late.", "Jan Holland", Person);
}

#[test]
fn a_headline_quotes_whoever_says_it_below() {
    let article = article::read(
        "# ‘It was late’: fire at the port\n\n“It was late,” said Ada Moss.",
        Format::Markdown,
        &Hint::default(),
    );
    let reading = sourcing::read(Arc::new(article), None);
    assert_eq!(reading.attributions[0].speaker.as_deref(), Some("Ada Moss"));
}

#[test]
fn nobody_is_named_and_the_reason_is_given_or_not() {
    let reason = |text: &str| {
        let article = article::read(text, Format::Markdown, &Hint::default());
        let reading = sourcing::read(Arc::new(article), None);
        let first = &reading.attributions[0];
        (first.kind, first.reason_given)
    };
    let why = "A dock worker said the crane was old. He asked not to be named because he feared for his job.";
    assert_eq!(reason(why), (Some(Anonymous), true));
    let no = "A dock worker said on condition of anonymity that the crane was old.";
    assert_eq!(reason(no), (Some(Anonymous), false));
    let named = "Ada Moss said the crane was old because nobody had paid for it.";
    assert_eq!(reason(named), (Some(Person), false));
}

#[test]
fn a_role_is_held_by_whoever_was_named_with_a_narrower_word() {
    check(
        "Captain Ada Moss met Jan Holt on Monday.\n\nThe officer said it was late.",
        "Ada Moss",
        Person,
    );
    check(
        "A captain who gave his name as Didier Okou said it was early.\n\nThe officer said it was late.",
        "Didier Okou",
        Person,
    );
    check(
        "Ms Moss insisted it was early. ‘It is late,’ the transport secretary said.",
        "Moss",
        Person,
    );
    check("Rowan Tate heard the case. ‘It is late,’ the judge said.", "Rowan Tate", Person);
}

#[test]
fn a_ministry_is_no_firm_that_was_named_before() {
    check("Corvane closed on Monday.\n\nThe ministry said it was late.", "ministry", Official);
    check("Corvane said it was late. “We are sorry,” it said.", "Corvane", Person);
}

#[test]
fn titles_tell_people_of_one_surname_apart() {
    let inquiry = "Ruth Moss, whose husband Olaf was a doctor, spoke on Monday.\n\n";
    check(&format!("{inquiry}Dr Moss wrote: “It is late.” Mrs Moss wept."), "Olaf Moss", Person);
    check(&format!("{inquiry}Dr Moss left. Mrs Moss said it was late."), "Ruth Moss", Person);
}

#[test]
fn a_pronoun_stands_for_whom_the_sentence_before_speaks_of() {
    let lawyer = "“It is early,” Olaf Brandt said.\n\n";
    check(
        &format!("{lawyer}That did not satisfy Justice Jan Holt. “It is late,” he said."),
        "Jan Holt",
        Person,
    );
    check(
        "According to the Argus, Ada Moss, who married her partner, Eva Lind, in May, took to the stage.\n\n\
         “It is late,” she wrote.",
        "Ada Moss",
        Person,
    );
}

#[test]
fn a_headline_names_its_speaker_before_a_colon_or_behind_a_dash() {
    let below = "\n\nAda Moss, the mayor of Hale, met the council on Monday.";
    check(&format!("# Hale mayor: bridge will not be closed{below}"), "Ada Moss", Person);
    check(&format!("# Moss to rivals: ‘Bring a lunch’{below}"), "Ada Moss", Person);
    check(
        &format!("# At least 14 dead as ferry sinks off Hale - coastguard{below}"),
        "coastguard",
        Official,
    );
    check(
        &format!("# Hale: bridge is closed{below}\n\nOlaf Brandt said it was late."),
        "Olaf Brandt",
        Person,
    );
}

#[test]
fn a_script_gives_what_its_reporters_tell_to_whoever_said_it() {
    let script = "ANCHOR: It is late. Otto Lind reports.\n\n[SOT: EVA MOSS, WARDEN]\n\n";
    check(&format!("{script}LIND (V/O): Police say it was early."), "Police", Official);
    check(&format!("{script}LIND: The warden says it was early."), "Eva Moss", Person);
    check(&format!("{script}MOSS: The officer told me it was early."), "Eva Moss", Person);
}

#[test]
fn a_label_names_somebody_in_any_house_style() {
    let script = "PRESENTER: The mayor, Ada Moss, has met Lena Holt, who is on the bridge.\n\n";
    check(&format!("{script}DEPUTY MAYOR MOSS: It is late."), "Ada Moss", Person);
    check(&format!("{script}LENA: It is late."), "Lena Holt", Person);
    check(&format!("{script}EVA BRANDT, warden: I say it is late."), "Eva Brandt", Person);
    check(&format!("{script}SLUG: THE BRIDGE IS LATE."), "Presenter", Person);
    check(
        &format!("{script}LENA: It is late.\n\nPRESENTER: Well. She says it is late."),
        "Lena Holt",
        Person,
    );
    check(
        "Tom Hale met Lena Holt on the bridge.\n\nTom Hale: Is it late?\n\nLena Holt: No.\n\nHale: \
         Is it safe?\n\nHolt: Everybody says that it is.",
        "Lena Holt",
        Person,
    );
}

#[test]
fn colleagues_in_the_studio_hand_on_what_others_told_them() {
    let host =
        "EVA BRANDT, host: With me is our political editor, Otto Lind. Otto, how was it?\n\n";
    check(&format!("{host}LIND: I was there. Police say it was late."), "Police", Official);
    let guest = "EVA BRANDT, host: With me is the mayor, Otto Lind. Otto, how was it?\n\n";
    check(&format!("{guest}LIND: I was there. Police say it was late."), "Otto Lind", Person);
}

#[test]
fn a_handle_is_somebodys() {
    check("Ada Moss met the council.\n\n@AdaMoss tweeted: “It is late.”", "Ada Moss", Person);
}

#[test]
fn translated_copy_turns_its_sentences_round() {
    let mayor = "Ada Moss, mayor of Hale, met the council on Monday. ";
    check(&format!("{mayor}« It is late », cuts Moss."), "Ada Moss", Person);
    check(&format!("{mayor}„It is late“, so Moss on Monday."), "Ada Moss", Person);
    check(&format!("{mayor}For Ada Moss, it is « a first victory »."), "Ada Moss", Person);
    check(
        &format!("{mayor}The agency RIV quotes her as saying: “It is late.”"),
        "Ada Moss",
        Person,
    );
    check(&format!("{mayor}“It is late,” – said Moss."), "Ada Moss", Person);
    check(&format!("{mayor}It is late, deplores the mayor."), "Ada Moss", Person);
    check(&format!("{mayor}The mayor is convinced that it is late."), "Ada Moss", Person);
}

#[test]
fn an_office_is_held_by_whoever_has_its_short_form() {
    let met = "Sen. Ada Moss, a Republican, met Gov. Jan Holt on Monday. Former Gov. Olaf Brandt came.\n\n";
    check(&format!("{met}The senator said it was late."), "Ada Moss", Person);
    check(&format!("{met}The governor said it was late."), "Jan Holt", Person);
    check(&format!("{met}The Republican senator said it was late."), "Ada Moss", Person);
    check(
        "The mayor met Sen. Ada Moss, R-Ohio, on Monday. Sen. Jan Holt, D-Utah, who came by train, said it was late.",
        "Jan Holt",
        Person,
    );
}

#[test]
fn a_relative_clause_is_about_what_it_follows() {
    check(
        "Jan Holt met Ada Moss, secretary of the Fishers’ League, who said it was late.",
        "Ada Moss",
        Person,
    );
    check("It was a rise for Ada Moss, who said it was late.", "Ada Moss", Person);
    check("Jan Holt was jailed by a judge who said it was late.", "judge", Anonymous);
}

#[test]
fn whoever_a_relative_clause_makes_known_is_nobody_before() {
    check(
        "“It is early,” Ada Moss said. According to the farmer whose barn it was, it is late.",
        "farmer",
        Person,
    );
}

#[test]
fn a_surname_that_is_a_word_stands_for_its_bearer() {
    check(
        "Chief Executive Ada Strand met us on Monday.\n\nStrand said it was late.",
        "Ada Strand",
        Person,
    );
    check("Ada Vale Moss met us.\n\n“It is late,” said Vale Moss.", "Ada Vale Moss", Person);
}

#[test]
fn a_family_shares_its_surname() {
    let two = "Olaf and Ada Moss came on Monday.\n\n";
    check(&format!("{two}Mr Moss said it was late."), "Olaf Moss", Person);
    check(&format!("{two}Mrs Moss said it was late."), "Ada Moss", Person);
}

#[test]
fn a_quotation_alone_is_whose_the_sentence_before_brings_on() {
    let brandt = "“It is early,” Olaf Brandt said.\n\n";
    check(&format!("{brandt}In the hall sits Ada Moss, 84. “Is it late?”"), "Ada Moss", Person);
    check(
        &format!("{brandt}Among the first to come was Ada Moss, 84, an usher.\n\n“It is late.”"),
        "Ada Moss",
        Person,
    );
}

#[test]
fn the_latter_is_whom_the_sentence_before_named_last() {
    check(
        "Jan Holt said that Ada Moss was late. The latter replied: “It is early.”",
        "Ada Moss",
        Person,
    );
}

#[test]
fn the_line_above_says_whose_words_stand_below() {
    let above = |line: &str| {
        format!("ANCHOR: It is late.\n\n[SOT – EVA HOLT, WARDEN]\n\nIt is dark.\n\n{line}")
    };
    check(&above(""), "Eva Holt", Person);
    check(&above("((ADA MOSS / BAKER))\n\nIt was early, and dark."), "Ada Moss", Person);
    check(&above("CLIP: HOLT\n\nIt was early, and dark."), "Eva Holt", Person);
    check(&above("(SYNC) Ada Moss, baker\n\n“It was early, and dark.”"), "Ada Moss", Person);
    check(&above("(STANDUP – MARTEN)\n\nIt was early, and dark."), "Marten", Person);
    check(&above("(OOV – MARTEN) It was early. Police say it was dark."), "Police", Official);
    check(&above("TAPE – WOMAN WITH PRAM: It was early."), "Woman With Pram", Person);
    check("It is late. ((Ada Moss/baker: “It was early.”))", "Ada Moss", Person);
}

#[test]
fn copy_in_capitals_is_read_like_any_other() {
    let copy = "ADA MOSS, THE WARDEN OF THE BRIDGE, IS HERE. MOSS SAYS THE BRIDGE WILL CLOSE.";
    check(copy, "Ada Moss", Person);
}

#[test]
fn a_pronoun_stays_with_whom_it_was_said_of() {
    // Nobody knows Tovin for a man’s name until "he" has told.
    check(
        "Tovin Moss and Otto Lind were there. Moss said it was late. “It is dark,” he said. But he called the night short.",
        "Tovin Moss",
        Person,
    );
    check(
        "Otto Lind met Jan Holt. Holt spoke first. He called Holt’s bridge ugly.",
        "Otto Lind",
        Person,
    );
}

#[test]
fn a_phrase_ends_where_its_name_or_its_time_begins() {
    check("It was built by the firms Otto Lind hopes to attract.", "Otto Lind", Person);
    check(
        "Ada Moss, the mayor, was late. The mayor over the weekend said it was dark.",
        "Ada Moss",
        Person,
    );
    check("The bridge party, founded by Ada Moss, said it was late.", "bridge party", Official);
    check("The senator (centrist) Ada Moss said it was late.", "Ada Moss", Person);
    check("Ada Moss was there. In Moss’s words, it was late.", "Ada Moss", Person);
}

#[test]
fn a_field_of_learning_or_a_region_tells_who_it_is() {
    let lede =
        "Ada Moss, a researcher with the Institute of Water, and Jan Holt, a baker, came.\n\n";
    check(&format!("{lede}“It is late,” the hydrologist said."), "Ada Moss", Person);
    let lede = "The head of the region, Oleg Brandt, came with a spokesman for the port, who said it was dark.\n\n";
    check(&format!("{lede}“It is late,” the governor said."), "Oleg Brandt", Person);
}

#[test]
fn a_minister_of_two_things_has_a_name_of_his_own() {
    let lede = "Minister of Agriculture and Forestry Kemal Aydovan said it was late.";
    check(lede, "Kemal Aydovan", Person);
    check(&format!("{lede}\n\nThe minister said it was dark."), "Kemal Aydovan", Person);
    check("In statements to EPN, the mayor said it was late.", "mayor", Person);
}

#[test]
fn verbs_that_could_be_nouns_take_a_clause() {
    check("The ministry points out that it is late.", "ministry", Official);
    check("Residents of the valley note that it is late.", "Residents of the valley", Person);
    check("The town answers that it is late.", "town", Official);
    check("Ada Moss deplores that it is late.", "Ada Moss", Person);
}

#[test]
fn those_of_a_house_are_its_voice() {
    check("At the regional agency, they insist that it is late.", "regional agency", Official);
    let said = "In the entourage of the minister, one tempers: “No one promised it.”";
    check(said, "entourage of the minister", Person);
}

#[test]
fn an_office_between_two_names_is_the_second_ones_behind_a_preposition() {
    check(
        "In an interview with Tomas Brandt, the chairman of the group, Karl Lind, said it was late.",
        "Karl Lind",
        Person,
    );
    check(
        "After talks with Otto Brandt, the chairman, Karl Lind, said it was late.",
        "Karl Lind",
        Person,
    );
    check("Speaking to Sol Radio, the mayor, Karl Lind, said it was late.", "Karl Lind", Person);
    check(
        "Otto Brandt, the chairman, said it was late. The chairman said it was dark.",
        "Otto Brandt",
        Person,
    );
}

#[test]
fn a_programme_is_no_quotation() {
    check(
        "“It is late,” Ada Moss said on “Outnumbered.” Otto Lind said it was dark.",
        "Otto Lind",
        Person,
    );
    check(
        "ANCHOR: It is late.\n\n[SYNC: Ada Moss MP, Port Hale]\n\nIt was early.",
        "Ada Moss",
        Person,
    );
}

#[test]
fn what_a_court_heard_is_on_its_record() {
    check("The inquest heard that it was late.", "inquest", Official);
    check("The jury heard that it was late.", "jury", Official);
}

#[test]
fn whoever_spoke_last_goes_on() {
    let lede = "Otto Lind gave a speech.\n\nLind was glad. “It is late,” Tovin Moss, a baker, said of Mr. Lind’s speech.\n\n";
    check(&format!("{lede}“It is dark,” he added."), "Tovin Moss", Person);
    let ship = "“The sea was calm,” Tovin Moss said. The MV Lind sailed on Monday. ";
    check(&format!("{ship}It was late, he added."), "Tovin Moss", Person);
}
