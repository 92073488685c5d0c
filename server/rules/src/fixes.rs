//! Everything on offer for a finding. What its rule offers comes with the finding; tags and ignores
//! are made when somebody asks, since they need the files beside the article.

use crate::{
    Beside, Context, Diagnostic, Edit, Fix, Target, leaves_quotes_alone, quote_fixes, registry,
    rules::{
        quotes::{lost_tag, speakerless},
        sourcing::unknown_speaker,
    },
    tags,
};
use article::{Block, BlockKind, Format, Origin, Span};

/// What stands where the writer is to say why a finding is ignored.
const REASON: &str = "say why";

/// Most characters on each side of ignored words by which they are found again.
const AROUND: usize = 32;

/// What answers `finding`, the preferred fix first: what its rule offers, and for quotes without
/// speaker and tags that are wrong, what can be done about the tag.
pub fn answers(context: &Context<'_>, beside: &Beside<'_>, finding: &Diagnostic) -> Vec<Fix> {
    let mut fixes = finding.fixes.clone();
    if [speakerless::RULE.id, unknown_speaker::RULE.id].contains(&finding.rule) {
        fixes.extend(quote_fixes(context, beside, finding.span.start));
    }
    if finding.rule == lost_tag::RULE.id {
        fixes.extend(tags::lost_fixes(context, beside, finding));
    }
    fixes
}

/// All that can be done about `finding`: what answers it, then ways to ignore it here, in this file
/// or everywhere.
pub fn fixes(context: &Context<'_>, beside: &Beside<'_>, finding: &Diagnostic) -> Vec<Fix> {
    let mut fixes = answers(context, beside, finding);
    let id = finding.rule;
    let (here, in_file) = match context.reading.article.format {
        Format::Markdown => (comment(context, finding), Some(file_comment(context, id))),
        Format::Plain => (Some(entry(context, beside, finding)), Some(file_entry(beside, id))),
    };
    let what = registry::find(id).map_or(id.into(), |rule| format!("{} ({id})", rule.name));
    let offers = [
        (format!("Ignore here: {what}"), here),
        (format!("Ignore in this file: {what}"), in_file),
        (format!("Turn off for the newsroom: {what}"), switched_off(beside, id)),
    ];
    for (title, edit) in offers {
        fixes.extend(edit.map(|edit| Fix::suggested(title, vec![edit])));
    }
    fixes.retain(|fix| leaves_quotes_alone(context.reading, &fix.edits));
    fixes
}

/// A comment on a line of its own before the block; at the end of a block that shares its line
/// with markup, such as a list item. A headline in the front matter has no room for one.
fn comment(context: &Context<'_>, finding: &Diagnostic) -> Option<Edit> {
    let article = &context.reading.article;
    let place = context.reading.place_of(finding.span.start)?;
    let Block { kind, span, .. } = article.blocks[place.block];
    let headline = article.metadata.headline.as_ref();
    let front_matter = headline.is_some_and(|headline| {
        headline.origin == Origin::FrontMatter && headline.span.is_some_and(|it| it.overlaps(span))
    });
    if front_matter {
        return None;
    }
    let comment = format!("<!-- presscheck-ignore {}: {REASON} -->", finding.rule);
    let before = article.source[..span.start].trim_end_matches([' ', '\t']);
    let (line, alone) = (before.len(), before.is_empty() || before.ends_with('\n'));
    Some(if alone && !matches!(kind, BlockKind::ListItem | BlockKind::BlockQuote) {
        Edit::insert(line, format!("{comment}\n"))
    } else {
        Edit::insert(span.end, format!(" {comment}"))
    })
}

fn file_comment(context: &Context<'_>, rule: &str) -> Edit {
    let source = &context.reading.article.source;
    let line = if source.ends_with('\n') { "" } else { "\n" };
    let comment = format!("{line}\n<!-- presscheck-ignore-file {rule}: {REASON} -->\n");
    Edit::insert(source.len(), comment)
}

/// An entry of the ignore file that finds the words by what stands around them.
fn entry(context: &Context<'_>, beside: &Beside<'_>, finding: &Diagnostic) -> Edit {
    let article = &context.reading.article;
    let Span { start, end } = finding.span;
    let of_line = |c: &char| !matches!(c, '\r' | '\n');
    let before = article.source[..start].chars().rev().take(AROUND).take_while(of_line);
    let before: Vec<char> = before.collect();
    let prefix: String = before.into_iter().rev().collect();
    let suffix: String = article.source[end..].chars().take(AROUND).take_while(of_line).collect();
    append(
        beside,
        &[
            ("rule", finding.rule),
            ("text", article.slice(finding.span)),
            ("prefix", &prefix),
            ("suffix", &suffix),
            ("path", beside.id),
            ("reason", REASON),
        ],
    )
}

fn file_entry(beside: &Beside<'_>, rule: &str) -> Edit {
    append(beside, &[("rule", rule), ("path", beside.id), ("reason", REASON)])
}

/// Adds an entry to the ignore file.
fn append(beside: &Beside<'_>, fields: &[(&str, &str)]) -> Edit {
    let ignores = beside.ignores.unwrap_or_default();
    let gap = match ignores {
        "" => "",
        text if text.ends_with('\n') => "\n",
        _ => "\n\n",
    };
    let fields = fields
        .iter()
        .filter(|(_, value)| !value.is_empty())
        .map(|(key, value)| format!("{key} = {}\n", toml_string(value)));
    let text = format!("{gap}[[ignore]]\n{}", fields.collect::<String>());
    Edit::of(Target::IgnoreFile, Span::new(ignores.len(), ignores.len()), text)
}

/// `RULE = "off"` in the `[rules]` of the configuration; none where the rule is set in a table of
/// its own, which is for a person to change.
fn switched_off(beside: &Beside<'_>, rule: &str) -> Option<Edit> {
    let config = beside.config.unwrap_or_default();
    let setting = format!("{rule} = \"off\"\n");
    let edit = |start, end, text| Edit::of(Target::Config, Span::new(start, end), text);
    let mut at = 0;
    let mut table = "";
    let mut rules = None;
    for line in config.split_inclusive('\n') {
        let (start, words) = (at, line.trim());
        at += line.len();
        let key = words.split(['=', '.', ' ']).next().unwrap_or_default();
        if let Some(name) = words.strip_prefix('[') {
            table = name.split([']', '#']).next().unwrap_or_default().trim();
            if table == "rules" {
                rules = Some(at);
            }
            if table == format!("rules.{rule}") {
                return None;
            }
        } else if table.is_empty() && key == "rules" {
            return None;
        } else if table == "rules" && key == rule {
            let dotted = words.starts_with(&format!("{rule}."));
            return (!dotted).then(|| edit(start, at, setting));
        }
    }
    let gap = if config.is_empty() || config.ends_with('\n') { "" } else { "\n" };
    Some(match rules {
        Some(after) => edit(after, after, format!("{gap}{setting}")),
        None if config.is_empty() => edit(0, 0, format!("[rules]\n{setting}")),
        None => edit(at, at, format!("{gap}\n[rules]\n{setting}")),
    })
}

/// A TOML basic string.
fn toml_string(text: &str) -> String {
    let mut quoted = String::from('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => quoted.extend(['\\', c]),
            c if c.is_control() => quoted.extend(format!("\\u{:04X}", u32::from(c)).chars()),
            c => quoted.push(c),
        }
    }
    quoted + "\""
}

#[cfg(test)]
mod tests {
    use super::switched_off;
    use crate::{
        Beside, Target, fixes,
        harness::{Fixture, apply},
    };

    /// What the fix that is called `title` makes of the article and of the ignore file.
    #[track_caller]
    fn fixed(text: &str, title: &str) -> (String, String) {
        let fixture = Fixture::new(text);
        let context = fixture.context();
        let finding = crate::check(&context).into_iter().next().expect("a finding");
        let beside = Beside { id: "wire/a.txt", name: "a.txt", inline: true, ..Beside::default() };
        let fix = fixes(&context, &beside, &finding).into_iter().find(|fix| fix.title == title);
        let edits = fix.expect("the fix is on offer").edits;
        let beside = edits.iter().filter(|edit| edit.target == Target::IgnoreFile);
        (apply(&fixture.reading.article.source, &edits), beside.map(|edit| &*edit.text).collect())
    }

    #[test]
    fn a_comment_before_the_paragraph_or_at_the_end_of_the_list_item() {
        let (copy, _) =
            fixed("One.\n\nThe TK ships sank.\n", "Ignore here: unfinished copy (TKM001)");
        assert_eq!(
            copy,
            "One.\n\n<!-- presscheck-ignore TKM001: say why -->\nThe TK ships sank.\n"
        );
        let (copy, _) =
            fixed("- The TK ships.\n- More.\n", "Ignore here: unfinished copy (TKM001)");
        assert_eq!(copy, "- The TK ships. <!-- presscheck-ignore TKM001: say why -->\n- More.\n");
        let (copy, _) = fixed("The TK ships.", "Ignore in this file: unfinished copy (TKM001)");
        assert_eq!(copy, "The TK ships.\n\n<!-- presscheck-ignore-file TKM001: say why -->\n");
    }

    #[test]
    fn what_is_ignored_is_silent() {
        for title in [
            "Ignore here: unfinished copy (TKM001)",
            "Ignore in this file: unfinished copy (TKM001)",
        ] {
            let (copy, _) = fixed("One.\n\nThe TK ships sank.\n", title);
            let ignores = &Fixture::new(&copy).reading.article.ignores;
            assert_eq!(ignores[0].rules, ["TKM001"], "{copy}");
            let sank = article::Span::new(copy.find("TK ships").expect("the words"), copy.len());
            assert!(ignores[0].scope.is_none_or(|scope| scope.overlaps(sank)), "{copy}");
        }
    }

    #[test]
    fn plain_text_is_left_as_it_is() {
        let copy = "//- a.txt\nThe firm.\n\nHe \"saw\" TK ships.\n";
        let (after, entry) = fixed(copy, "Ignore here: unfinished copy (TKM001)");
        assert_eq!(after, "The firm.\n\nHe \"saw\" TK ships.\n");
        assert_eq!(
            entry,
            "[[ignore]]\nrule = \"TKM001\"\ntext = \"TK\"\nprefix = \"He \\\"saw\\\" \"\nsuffix = \" ships.\"\npath = \"wire/a.txt\"\nreason = \"say why\"\n"
        );
    }

    #[test]
    fn a_rule_is_switched_off_where_rules_are_set() {
        for (before, after) in [
            ("", "[rules]\nSRC002 = \"off\"\n"),
            ("outlet = \"A\"", "outlet = \"A\"\n\n[rules]\nSRC002 = \"off\"\n"),
            ("[rules]\nSRC001 = \"off\"\n", "[rules]\nSRC002 = \"off\"\nSRC001 = \"off\"\n"),
            (
                "[rules] # ours\nSRC002 = \"hint\"\n[corpus]\n",
                "[rules] # ours\nSRC002 = \"off\"\n[corpus]\n",
            ),
        ] {
            let beside = Beside { config: Some(before), ..Beside::default() };
            let edit = switched_off(&beside, "SRC002").expect("a way to switch it off");
            let mut text = before.to_owned();
            text.replace_range(edit.span.start..edit.span.end, &edit.text);
            assert_eq!(text, after);
        }
        for own in ["[rules.SRC002]\nseverity = \"hint\"\n", "rules.SRC002 = \"hint\"\n"] {
            let beside = Beside { config: Some(own), ..Beside::default() };
            assert_eq!(switched_off(&beside, "SRC002"), None);
        }
    }
}
