//! Text as copied from a page or a wire, and how it is read. The pages are ours, in the manner of
//! many sites and of none.

use crate::shown::{article, shown};
use article::Format;
use expect_test::{Expect, expect};

#[track_caller]
#[allow(clippy::needless_pass_by_value)]
fn check(source: &str, expected: Expect) {
    expected.assert_eq(&shown(&article(source, Format::Plain)));
}

#[test]
fn a_page_with_all_its_furniture() {
    check(
        "\
Skip to content
Menu
Home
News
Sport
SIGN IN
What can we help you find?
Reproduction of our materials is possible only with a hyperlink to Valleytimes.no
ENVIRONMENT
Dam at Halden holds as rain eases after four days of floods
By Mina Halson and Ola Berg
4 March 2026, 09:15 CET
3 min read
Share this article

The dam at Halden held through the night, engineers said on Wednesday.
Photo: The dam seen from the east bank
More than 400 families were led to safety, according to the county.
What comes next
The county council meets on Friday to decide who pays for the repairs.
“We had no warning,” said Mina Lund, who farms below the dam.
Why now?
Rain was three times the usual for the month, the weather office said.
Mina Halson
Valleytimes.no
1,204 views
Did you like this story? Share it with your friends!
copy link
Copied
You may also like
Five bridges closed in the valley
Valley Times © 2026. All rights reserved.
",
        expect![[r#"
            furniture: Skip to content
            furniture: Menu
            furniture: Home
            furniture: News
            furniture: Sport
            furniture: SIGN IN
            furniture: What can we help you find?
            furniture: Reproduction of our materials is possible only with a hyperlink to Valleytimes.no
            furniture: ENVIRONMENT
            headline: Dam at Halden holds as rain eases after four days of floods
            furniture: By Mina Halson and Ola Berg
            furniture: 4 March 2026, 09:15 CET
            furniture: 3 min read
            furniture: Share this article
            paragraph: The dam at Halden held through the night, engineers said on Wednesday.
            caption: Photo: The dam seen from the east bank
            paragraph: More than 400 families were led to safety, according to the county.
            subhead: What comes next
            paragraph: The county council meets on Friday to decide who pays for the repairs.
            paragraph: “We had no warning,” said Mina Lund, who farms below the dam.
            paragraph: Why now?
            paragraph: Rain was three times the usual for the month, the weather office said.
            furniture: Mina Halson
            furniture: Valleytimes.no
            furniture: 1,204 views
            furniture: Did you like this story? Share it with your friends!
            furniture: copy link
            furniture: Copied
            furniture: You may also like
            furniture: Five bridges closed in the valley
            furniture: Valley Times © 2026. All rights reserved.
        "#]],
    );
}

#[test]
fn notices_in_other_words() {
    check(
        "\
The dam at Halden held through the night, engineers said on Wednesday.
Nobody was hurt when the lower gate broke, according to the police.
This story was originally published by the Valley Times and is republished here with permission.
This article was translated from Norwegian. The translator takes no responsibility for its content.
Jo Ek contributed reporting from Oslo.
(Reporting by Ann Lee in Oslo; Editing by Bo Carter)
Sign up for our daily newsletter to get the day's news in your inbox.
",
        expect![[r#"
            paragraph: The dam at Halden held through the night, engineers said on Wednesday.
            paragraph: Nobody was hurt when the lower gate broke, according to the police.
            furniture: This story was originally published by the Valley Times and is republished here with permission.
            furniture: This article was translated from Norwegian. The translator takes no responsibility for its content.
            furniture: Jo Ek contributed reporting from Oslo.
            furniture: (Reporting by Ann Lee in Oslo; Editing by Bo Carter)
            furniture: Sign up for our daily newsletter to get the day's news in your inbox.
        "#]],
    );
}

#[test]
fn copy_in_the_middle_is_never_furniture() {
    check(
        "\
The dam at Halden held through the night, engineers said on Wednesday.
It held.
Home.
Ten dead
World leaders sent their regrets.
By Tuesday
This article of the treaty was published in 1921, the court said, and still stands today.
He posted it on social media.
Contact was lost.
The council meets again on Friday to decide who pays for the repairs.
",
        expect![[r#"
            paragraph: The dam at Halden held through the night, engineers said on Wednesday.
            paragraph: It held.
            paragraph: Home.
            subhead: Ten dead
            paragraph: World leaders sent their regrets.
            subhead: By Tuesday
            paragraph: This article of the treaty was published in 1921, the court said, and still stands today.
            paragraph: He posted it on social media.
            paragraph: Contact was lost.
            paragraph: The council meets again on Friday to decide who pays for the repairs.
        "#]],
    );
}

#[test]
fn wrapped_lines_are_one_paragraph() {
    check(
        "\
HALDEN, Norway (AP) -- The dam above the town of Halden held through
the night, engineers said on Wednesday, after four days of rain had
driven more than 400 families from their homes along the river.

Nobody was hurt, the police said, though two farms below the dam are
cut off and a third is still without power.

- Shelters are open in Ek.
- Schools stay closed until Monday, and buses run only as far as the
bridge.
",
        expect![[r#"
            furniture: HALDEN, Norway (AP) -- 
            paragraph: The dam above the town of Halden held through the night, engineers said on Wednesday, after four days of rain had driven more than 400 families from their homes along the river.
            paragraph: Nobody was hurt, the police said, though two farms below the dam are cut off and a third is still without power.
            item: Shelters are open in Ek.
            item: Schools stay closed until Monday, and buses run only as far as the bridge.
        "#]],
    );
}

#[test]
fn short_lines_are_not_wrapped_lines() {
    check(
        "\
Twelve people were missing on Wednesday after the flood at Halden.
Two farms below the dam were still cut off, according to the county.
The police asked everybody to stay away from the river until Friday.
Rain is expected to end before the weekend, the weather office said.
",
        expect![[r#"
            paragraph: Twelve people were missing on Wednesday after the flood at Halden.
            paragraph: Two farms below the dam were still cut off, according to the county.
            paragraph: The police asked everybody to stay away from the river until Friday.
            paragraph: Rain is expected to end before the weekend, the weather office said.
        "#]],
    );
}

#[test]
fn embedded_posts_comments_and_tags() {
    check(
        "\
The dam at Halden held through the night, engineers said on Wednesday.
It holds! https://example.org/p/1
— Halden Police (@haldenpolice) March 4, 2026
<!-- presscheck-ignore SRC001: seen by our reporter -->
Water stood a metre high in the square of the old town all morning.
[“We had no warning,”]{.quote speaker=\"Mina Lund\"} said a farmer below the dam.
",
        expect![[r#"
            paragraph: The dam at Halden held through the night, engineers said on Wednesday.
            furniture: It holds! https://example.org/p/1
            furniture: — Halden Police (@haldenpolice) March 4, 2026
            furniture: <!-- presscheck-ignore SRC001: seen by our reporter -->
            paragraph: Water stood a metre high in the square of the old town all morning.
            paragraph: “We had no warning,” said a farmer below the dam.
        "#]],
    );
}

#[test]
fn a_headline_that_ends_like_a_sentence() {
    check(
        "Halden Dam Holds As Rain Eases After Four Days Of Floods.\nThe dam held through the night, engineers said on Wednesday.\n",
        expect![[r#"
            headline: Halden Dam Holds As Rain Eases After Four Days Of Floods.
            paragraph: The dam held through the night, engineers said on Wednesday.
        "#]],
    );
}

#[test]
fn a_single_line_is_copy() {
    for (source, text) in [
        ("Twelve people died", "paragraph: Twelve people died\n"),
        ("By Tuesday", "paragraph: By Tuesday\n"),
    ] {
        assert_eq!(shown(&article(source, Format::Plain)), text);
    }
}

#[test]
fn every_kind_of_line_break() {
    let expected = "paragraph: One dam held on Monday.\nparagraph: Two broke on Tuesday.\n";
    for end in ["\n", "\r\n", "\r", "\n\r\n", "\r\r\n"] {
        let source = format!("One dam held on Monday.{end}Two broke on Tuesday.{end}");
        assert_eq!(shown(&article(&source, Format::Plain)), expected, "{source:?}");
    }
}
