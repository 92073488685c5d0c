//! Who says what, on sentences of our own: source, speaker, kind and content.
#![allow(missing_docs)]

use article::{Format, Hint};
use sourcing::{Reading, SourceKind, Sourcing};
use std::sync::Arc;

fn read(text: &str, format: Format) -> Reading {
    sourcing::read(Arc::new(article::read(text, format, &Hint::default())), None)
}

/// Each attribution as `speaker: content`, parts of a split content joined by ` … `.
fn shown(text: &str) -> Vec<String> {
    let reading = read(text, Format::Markdown);
    let one = |a: &Arc<sourcing::Attribution>| {
        let content: Vec<&str> = a.content.iter().map(|&place| reading.words(place)).collect();
        format!("{}: {}", a.speaker.as_deref().unwrap_or("-"), content.join(" … "))
    };
    reading.attributions.iter().map(one).collect()
}

#[track_caller]
fn check(text: &str, expected: &[&str]) {
    assert_eq!(shown(text), expected, "{text}");
}

#[test]
fn speech_in_every_order() {
    check("Mayor Ada Moss said the bridge was safe.", &["Ada Moss: the bridge was safe"]);
    check(
        "Mayor Ada Moss said on Monday that the bridge was safe.",
        &["Ada Moss: that the bridge was safe"],
    );
    check("“The bridge is safe,” Mayor Ada Moss said.", &["Ada Moss: “The bridge is safe,”"]);
    check(
        "“The bridge is safe,” said Ada Moss, the mayor of Port Hale.",
        &["Ada Moss: “The bridge is safe,”"],
    );
    check(
        "“The bridge is safe,” Ada Moss said. “We tested it twice.”",
        &["Ada Moss: “The bridge is safe,” … “We tested it twice.”"],
    );
    check("The bridge, Ada Moss said, is safe.", &["Ada Moss: The bridge … is safe"]);
    check(
        "According to the port authority, the bridge is safe.",
        &["port authority: the bridge is safe"],
    );
    check(
        "The bridge is safe, according to the port authority.",
        &["port authority: The bridge is safe"],
    );
    check(
        "Ada Moss told reporters in Port Hale that the bridge was safe.",
        &["Ada Moss: that the bridge was safe"],
    );
    check("MOSS: The bridge is safe. We tested it.", &["MOSS: The bridge is safe. We tested it"]);
}

#[test]
fn an_answer_belongs_to_whom_it_is_said_to_be_of() {
    check(
        "“Is the bridge safe?” Ada Moss asked Tom Hale. His answer: “It was tested twice.”",
        &["Ada Moss: “Is the bridge safe?”", "Tom Hale: “It was tested twice.”"],
    );
    check(
        "Reporter Ada Moss asked, “Is the bridge safe?” Hale’s answer: “It was tested twice.”",
        &["Ada Moss: “Is the bridge safe?”", "Hale: “It was tested twice.”"],
    );
}

#[test]
fn a_content_ends_where_its_speaker_does() {
    check(
        "Moss insisted that any deal must be “broad,” naming “root causes” and reflecting “new borders.”",
        &[
            "Moss: that any deal must be “broad,” naming “root causes” and reflecting “new borders.”",
        ],
    );
    check(
        "“The toll is a shame,” Ada Moss said, as the crowd cheered.",
        &["Ada Moss: “The toll is a shame,”"],
    );
    check(
        "Ada Moss truly hopes, she said, that “the bridge will last.”",
        &["Ada Moss: Ada Moss truly hopes … that “the bridge will last.”"],
    );
    check("Ada Moss asked Tom Hale, “Is it really safe?”", &["Ada Moss: “Is it really safe?”"]);
    check(
        "Ada Moss’s claim that the bridge was never tested has been rejected by the port.",
        &["Ada Moss: that the bridge was never tested"],
    );
    check(
        "Thousands crossed the bridge, Ada Moss said; the port put the figure at 900.",
        &["Ada Moss: Thousands crossed the bridge", "port: the figure at 900"],
    );
    check(
        "The bridge is shut, Ada Moss said; it will open in May.",
        &["Ada Moss: The bridge is shut … it will open in May"],
    );
}

#[test]
fn sources_are_whole_phrases() {
    check(
        "Ada Moss, a former engineer from Port Hale, said the bridge was safe.",
        &["Ada Moss: the bridge was safe"],
    );
    check("Ada Moss, who built the bridge, said it was safe.", &["Ada Moss: it was safe"]);
    check("The report found that two cables had failed.", &["report: that two cables had failed"]);
    check(
        "A spokesman for the port said the cables had failed.",
        &["spokesman for the port: the cables had failed"],
    );
}

#[test]
fn pronouns_mean_the_last_fitting_speaker() {
    check(
        "Ada Moss warned that the bridge would close. She said repairs would take a year.",
        &["Ada Moss: that the bridge would close", "Ada Moss: repairs would take a year"],
    );
    check(
        "“We will close the bridge today,” Ada Moss said.\n\n“We will open it again in a year.”",
        &[
            "Ada Moss: “We will close the bridge today,”",
            "Ada Moss: “We will open it again in a year.”",
        ],
    );
}

#[test]
fn words_reach_us_through_others() {
    let reading = read(
        "The Guardian noted that Ada Moss told the council the bridge was safe.",
        Format::Markdown,
    );
    let inner = reading.attributions.iter().find(|a| a.speaker.as_deref() == Some("Ada Moss"));
    assert_eq!(inner.and_then(|a| a.via.as_deref()), Some("Guardian"));
    let reading = read(
        "According to a close source, quoted by Reuters, the bridge had never been safe.",
        Format::Markdown,
    );
    let first = reading.attributions.first();
    assert_eq!(first.and_then(|a| a.kind), Some(SourceKind::Anonymous));
    assert_eq!(first.and_then(|a| a.via.as_deref()), Some("Reuters"));
}

#[test]
fn a_tag_names_the_speaker_whatever_the_text_says() {
    let tagged = "Ada Moss spoke on Monday. [\"The bridge is safe for everybody.\"]{.quote speaker=\"Otto Lind\"} Nobody asked.";
    let reading = read(tagged, Format::Markdown);
    let speakers: Vec<_> = reading
        .quotes
        .iter()
        .map(|q| q.attribution.and_then(|i| reading.attributions[i].speaker.as_deref()))
        .collect();
    assert_eq!(speakers, [Some("Otto Lind")]);
}

/// The sourcing of the last sentence of `text`.
#[track_caller]
fn last(text: &str, expected: Sourcing) {
    let lede = "Port Hale has a new bridge.\n\n";
    let reading = read(&format!("{lede}{text}"), Format::Markdown);
    assert_eq!(reading.claims.last().map(|c| c.sourcing), Some(expected), "{text}");
}

#[test]
fn claims_know_whether_anybody_stands_for_them() {
    last("The mayor said 40 people were killed.", Sourcing::Sourced);
    last("Some analysts believe the company hid 40 deaths.", Sourcing::Vague);
    last("A source close to the board said the company hid 40 deaths.", Sourcing::Anonymous);
    last("Halden Steel concealed the deaths of 40 workers.", Sourcing::Unsourced);
    last(
        "The border army has developed missiles capable of reaching the port.",
        Sourcing::Unsourced,
    );
    last("The port authority failed its last two safety audits.", Sourcing::Unsourced);
    last("Halden Steel paid bribes to the inspectors.", Sourcing::Unsourced);
    last("The border army has killed 40 civilians.", Sourcing::Unsourced);
    last("Olaf Brandt notes Halden Steel concealed the deaths of 40 workers.", Sourcing::None);
    last("Halden Steel’s shares closed 8% lower.", Sourcing::None);
    last("In 2010 a quake killed 500 people.", Sourcing::None);
    last(
        "Ada Moss said the bridge was unsafe. Two cables had failed. Nobody was told. But the council met.",
        Sourcing::None,
    );
    last("Ada Moss said the bridge was unsafe. Two cables had failed in May.", Sourcing::Inherited);
    last("The council met on Tuesday.", Sourcing::None);
    last("Could the bridge have killed 40 people?", Sourcing::None);
    last("The tower could kill 40 people.", Sourcing::None);
}

/// The claims of `text`, behind a lede, each as `sourcing checkable: words`.
#[track_caller]
fn claims(text: &str, expected: &[&str]) {
    let lede = "Port Hale has a new bridge.\n\n";
    let reading = read(&format!("{lede}{text}"), Format::Markdown);
    let shown = |c: &sourcing::Claim| {
        format!("{:?} {:?}: {}", c.sourcing, c.checkable, reading.words(c.place))
    };
    let shown: Vec<String> = reading.claims[1..].iter().map(shown).collect();
    assert_eq!(shown, expected, "{text}");
}

#[test]
fn each_clause_has_its_own_source() {
    claims(
        "The mayor said the bridge was safe, but three people were killed on it last year.",
        &[
            "Sourced [Event]: The mayor said the bridge was safe",
            "None [Number, Date, Event]: but three people were killed on it last year.",
        ],
    );
    claims(
        "Moss called the bridge safe, while Lind said that two cables had failed.",
        &[
            "Sourced [Event]: Moss called the bridge safe",
            "Sourced [Event]: while Lind said that two cables had failed.",
        ],
    );
    claims(
        "The bridge opened in 1954, and Moss said it was the oldest in the valley.",
        &[
            "None [Date, Event]: The bridge opened in 1954",
            "Sourced [Superlative, Event]: and Moss said it was the oldest in the valley.",
        ],
    );
    claims(
        "Moss left the port on Monday, saying 40 ships were stuck.",
        &[
            "None [Date, Event]: Moss left the port on Monday",
            "Sourced [Number, Event]: saying 40 ships were stuck.",
        ],
    );
    claims(
        "The border army has developed missiles capable of reaching the port, a matter reportedly left out of the talks.",
        &[
            "Unsourced [Event]: The border army has developed missiles capable of reaching the port",
            "Vague [Event]: a matter reportedly left out of the talks.",
        ],
    );
}

#[test]
fn what_is_one_persons_word_is_one_claim() {
    claims(
        "Moss said the bridge was safe and that the crews had tested it.",
        &["Sourced [Event]: Moss said the bridge was safe and that the crews had tested it."],
    );
    claims(
        "“It is safe,” Moss said, as the crowd cheered.",
        &["Sourced [Event]: “It is safe,” Moss said, as the crowd cheered."],
    );
    claims(
        "Moss, a builder who came in 1990, and Lind, who came later, said it was safe.",
        &[
            "Sourced [Date, Event]: Moss, a builder who came in 1990, and Lind, who came later, said it was safe.",
        ],
    );
    claims(
        "It is a fine old bridge, and the river is deep.",
        &["None []: It is a fine old bridge, and the river is deep."],
    );
}

/// Whom the one quotation of `text` belongs to.
#[track_caller]
fn speaks(text: &str, expected: &str) {
    let reading = read(text, Format::Markdown);
    let quote = reading.quotes.last().expect("a quotation");
    let speaker = quote.attribution.and_then(|i| reading.attributions[i].speaker.as_deref());
    assert_eq!(speaker, Some(expected), "{text}");
}

#[test]
fn a_clause_in_front_does_not_hide_the_speaker() {
    speaks("When asked how safe it was, Moss said, “I cross the bridge daily.”", "Moss");
    speaks("Asked if he had lied to the town, Lind replied, “I never lied to you.”", "Lind");
    speaks("Responding to charges that he fooled Danes, Mr. Lind said, “I did not.”", "Lind");
    speaks(
        "At that event, which can be found here, Lind, speaking for the port, clearly says, “We learned a lot.”",
        "Lind",
    );
}

#[test]
fn a_participle_speaks_for_the_subject_of_its_sentence() {
    speaks(
        "Mr. Lind, seeking to clarify his remarks, issued a statement on Friday, saying, “It will stand for years.”",
        "Lind",
    );
    speaks(
        "“I cannot vote for this bridge,” Ms. Moss said, citing doubts over its cables, adding, “My vote will be no.”",
        "Moss",
    );
    speaks(
        "“I will work as hard as I can for it,” Mr. Lind told reporters, saying the mayor “makes fear the heart of her plan” and more.",
        "Lind",
    );
    speaks("Ada Moss appeared to agree with Lind that “some cables could be changed.”", "Ada Moss");
}

#[test]
fn what_is_set_off_governs_what_stands_before_it() {
    speaks("When Lind shouted at the crew, “We go now,” Moss ran.", "Lind");
    speaks("If the town pays, Moss said, the crew can mend it by “early next year.”", "Moss");
    speaks("Its look means “it may fall soon,” Moss says, “but I am not sure.”", "Moss");
    speaks("The bridge is, in Moss’s words, “an old and rotten wreck.”", "Moss");
    speaks("In the words of one old driver: “Enough of this bridge.”", "one old driver");
    speaks("The bridge is “unsafe for heavy lorries,” per a memo of May.", "memo of May");
    speaks("Per a memo seen by the port, the bridge is “unsafe for heavy lorries.”", "memo");
    speaks("Towns that think “they can live without a bridge at all,” Moss said.", "Moss");
    speaks("A driver who “takes the old road” is safe, Moss said.", "Moss");
    speaks("He praised the port – “a fine old place,” Moss said – and left.", "Moss");
    speaks("The workers, Lind explained earlier in the hearing, were “well paid.”", "Lind");
    speaks("It is open today. Said Otto Lind, who built it, “We are all so proud.”", "Otto Lind");
    speaks("The bridge is open. But, said Lind, “I would rather not be the first.”", "Lind");
}

#[test]
fn a_name_is_found_over_what_describes_it() {
    speaks("Otto Lind (P-Hale) said it was “not safe at all.”", "Otto Lind");
    speaks(
        "Otto Lind, head of the Port Union, which speaks for its crews, said it was “not safe.”",
        "Otto Lind",
    );
    speaks("“It is not safe,” Otto Lind, 30, of Dayton, Ohio, who works there, said.", "Otto Lind");
    speaks("“It is not safe,” said Hale University engineer Otto Lind.", "Otto Lind");
    speaks("At the union’s yearly meeting Mr. Lind said it was “not safe.”", "Lind");
    speaks("Otto Lind, the builder, on Tuesday called the bridge “unsafe.”", "Otto Lind");
    speaks("The port authority less than two weeks ago said it was “unsafe.”", "port authority");
    speaks("“It is not safe,” said one engineer from the port.", "one engineer from the port");
}

#[test]
fn a_quotation_goes_on_with_whoever_spoke_before() {
    speaks("“It is shut,” said Moss, who warns of cracks. “Go by boat for now.”", "Moss");
    speaks(
        "“It is shut,” said Moss, a retired engineer who built half of the bridges in this valley. “Go by boat for now.”",
        "Moss",
    );
    speaks("“It is shut.” Moss said: “Go by boat for now.”", "Moss");
    speaks("“It is shut,” Moss said. “It will take us a year” to mend it.", "Moss");
}

#[test]
fn a_verb_has_the_nearest_person_that_can_be_its_subject() {
    speaks("The storm led the engineer Otto Lind to fear “a very long winter.”", "Otto Lind");
    speaks("On Monday, while discussing the storm, Moss said “we are on our own now.”", "Moss");
    speaks("Conceding that there were cracks “down the line” Moss warned: “It may fall.”", "Moss");
    speaks("The port issued a note on Monday, saying Lind’s work “was far from good.”", "port");
    speaks("Otto Lind, despite admitting that he saw cracks, called it “safe.”", "Otto Lind");
    speaks("In a note posted Friday, Moss said it was “not safe at all.”", "Moss");
    speaks("The town had footage of Ada Moss asking, “Why is it open at all?”", "Ada Moss");
    speaks("Moss, who came to the port in May since she likes boats, called it “unsafe.”", "Moss");
    speaks("As Moss stumbled, Mr. Lind said, “I watched her and I learned.”", "Lind");
    speaks(
        "It is what engineer Otto Lind called Hale’s “very old and rotten” bridge.",
        "Otto Lind",
    );
    speaks(
        "Crowds gathered in May, with many marchers and fans chanting “Shut it now.”",
        "many marchers and fans",
    );
    speaks("Moss shared doubts that Lind held, telling reporters that it was “not safe.”", "Moss");
    speaks("Moss, who has in the past called it “a very old wreck,” was there.", "Moss");
    speaks("Moss, who fears that it is “going to fall,” described it as “an old wreck.”", "Moss");
    speaks("The crews no longer want “a bridge that may fall.”", "crews");
    speaks(
        "In 2011, Otto Lind and Ada Moss said “it will last for long.”",
        "Otto Lind and Ada Moss",
    );
    speaks("Another said he hoped with his “whole heart” to see it fall.", "Another");
}

#[test]
fn transcripts_credits_and_headlines_name_their_speakers() {
    speaks("\"MOSS: Let us begin. Is the “old bridge” safe?", "MOSS");
    speaks("“The bridge is shut for a year.” ― Ada Moss", "Ada Moss");
    check("Moss: Bridge Is ‘Not Safe’ for Winter", &["Moss: Bridge Is ‘Not Safe’ for Winter"]);
    check("Update: Bridge Is Shut for Winter", &[]);
    speaks("Mayor Calls Bridge ‘A Disgrace’ After Storm", "Mayor");
    speaks("Workers Slam Lind As ‘Unfit’", "Workers");
    speaks("“They are here for the boats,” Moss shot back with a laugh.", "Moss");
    speaks("“They are here for the boats,” the report states.", "report");
    speaks("The bridge is old – Ada Moss: “Two of the cables have failed.”", "Ada Moss");
    speaks("It is late. From the report: “Two of the cables have failed.”", "report");
}

#[test]
fn short_quotations_belong_to_the_verb_before_them() {
    speaks("Moss openly admires Lind as a “strong builder” and a friend.", "Moss");
    speaks("The summit brought “too little,” Moss added on Monday.", "Moss");
    let text = "The “bridge” fell and the old town slept.";
    assert_eq!(shown(text), [""; 0], "{text}");
}

#[test]
fn a_title_is_not_speech() {
    speaks("On her show “The Long Way Home,” Moss said it was “not safe.”", "Moss");
    check("Ada Moss was there. Her new memoir, “Bridges,” is out on Monday.", &[]);
    check("It is late. “The Old Bridge Will Close in May,” by Ada Moss, is on page 2.", &[]);
    check("“The Long Way to Port Hale” star Ada Moss was there.", &[]);
}

#[test]
fn hearsay_leaves_the_speaker_in_place() {
    speaks("“I am not for the bridge,” Ada Moss reportedly said.", "Ada Moss");
    speaks("Ada Moss reportedly wrote on her page: “The bridge is wrong for us.”", "Ada Moss");
}

#[test]
fn a_quotation_ends_with_its_own_mark_before_the_cue() {
    speaks("“We will not pay for that bridge!” Lind told Ada Moss in May.", "Lind");
    speaks("The girls looked down. “Do you want to cross?” Mr. Lind asked his daughters.", "Lind");
    speaks(
        "“We talk about oaths,” explained newly-minted Speaker Ada Moss to the Post.",
        "Ada Moss",
    );
    speaks(
        "Jay Roberts, 60, lives nearby and said it was “one of the few good days.”",
        "Jay Roberts",
    );
}

#[test]
fn the_paragraph_before_brings_the_speaker_on() {
    speaks(
        "Otto Lind praised the town.\n\nPort Daily recently reported:\n\n“The bridge is shut for a year.”",
        "Port Daily",
    );
    speaks(
        "Mayor Ada Moss voiced her support on Thursday.\n\n“It is a bridge for all of us.”",
        "Ada Moss",
    );
    speaks(
        "“We tested it twice,” said Otto Lind.\n\nAda Moss shared his worries.\n\n“It is no bridge for us.”",
        "Ada Moss",
    );
}

#[test]
fn a_pronoun_means_the_subject_of_the_sentence_before() {
    speaks(
        "“It is safe today,” said Otto Lind.\n\nKarl Moss met Peter Hale in May. He said it was “not safe at all.”",
        "Karl Moss",
    );
}

#[test]
fn a_credit_behind_a_quotation_names_its_speaker() {
    speaks("“The bridge is shut for a year.”\n\n— Ada Moss (@adamoss) May 4, 2024", "Ada Moss");
    speaks("“The bridge is shut for a year.”\n\n-Ada Moss, a ferry pilot.", "Ada Moss");
}

#[test]
fn a_body_that_only_acts_brings_nobody_on() {
    let text =
        "The council has moved 40 crews to the bridge.\n\n“The silence was helping nobody at all.”";
    let reading = read(text, Format::Markdown);
    assert!(
        reading.quotes[0].attribution.is_none_or(|i| reading.attributions[i].speaker.is_none())
    );
}

#[test]
fn a_thing_is_no_person_and_a_group_is_somebody() {
    let kind = |text: &str| read(text, Format::Markdown).attributions.first().and_then(|a| a.kind);
    assert_eq!(kind("The poll found that 40 people walk."), Some(SourceKind::Document));
    assert_eq!(kind("The strategy says that ships come first."), Some(SourceKind::Document));
    assert_eq!(kind("Lawmakers argued that it was cheap."), Some(SourceKind::Person));
    assert_eq!(kind("Protesters said they would stay."), Some(SourceKind::Person));
    let poll = read("A Fox News poll released Wednesday shows that Moss leads.", Format::Markdown);
    let poll = poll.attributions.first().expect("the poll says so");
    assert_eq!(poll.kind, Some(SourceKind::Document));
    assert_eq!(poll.speaker.as_deref(), Some("Fox News poll"));
}
