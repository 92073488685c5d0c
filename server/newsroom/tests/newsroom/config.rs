//! What is wrong in a configuration is said with its line; the rest is used.

use newsroom::{Annotations, Config, parse_config};
use rules::Profile;
use std::path::Path;

#[track_caller]
fn check(text: &str, problems: &[&str]) -> Config {
    let (config, found) = parse_config(Path::new("presscheck.toml"), text);
    let found: Vec<String> = found.iter().map(|p| format!("{}: {}", p.line, p.message)).collect();
    assert_eq!(found, problems);
    config
}

#[test]
fn everything_that_can_be_set() {
    let config = check(
        "outlet = 'Valley Times'\nprofile = 'fact-check'\nlanguage = 'en'\nannotations = 'inline'\nnames = ['Zelenskyy']\n[corpus]\nwindow_days = 3\nmemory_mb = 64\n[rules]\nNUM004 = 'off'\nQUO005 = { severity = 'hint' }\n",
        &[],
    );
    assert_eq!(config.outlet.as_deref(), Some("Valley Times"));
    assert_eq!((config.window_days, config.annotations), (3, Some(Annotations::Inline)));
    assert_eq!(config.memory_mb, 64);
    assert_eq!(config.rules.profile, Profile::FactCheck);
    assert_eq!(config.rules.names, ["Zelenskyy"]);
    assert_eq!(config.rules.rules["NUM004"].severity, Some(None));
    assert_eq!(config.rules.rules["QUO005"].severity, Some(Some(rules::Severity::Hint)));
}

#[test]
fn nothing_set_is_the_default() {
    let config = check("", &[]);
    assert_eq!((config.window_days, config.rules.profile), (7, Profile::CopyDesk));
}

#[test]
fn what_is_wrong_is_said_and_the_rest_is_used() {
    let config = check(
        "outlett = 'X'\nprofile = 'strict'\noutlet = 'Valley Times'\nlanguage = 'de'\n[corpus]\nwindow_days = 'week'\nmemory_mb = -1\ninclude = ['[']\n[rules]\nSRC999 = 'off'\nNUM004 = 'loud'\nQUO005 = { level = 'hint' }\n",
        &[
            "1: `outlett` is not known here; expected one of outlet, profile, language, annotations, names, corpus, outlets, rules",
            "2: `profile = 'strict'`: expected one of reporter, copy-desk, fact-check, research",
            "4: `language = \"de\"` is not known; expected \"en\"",
            "6: `window_days = 'week'`: expected a number of days, like 7",
            "7: `memory_mb = -1`: expected a number of megabytes, like 512",
            "8: `[`: unclosed character class; missing ']'",
            "10: there is no rule `SRC999`; `presscheck explain` lists the rules",
            "11: `NUM004 = 'loud'`: expected one of off, hint, information, warning, error",
            "12: `level` is not known here; expected one of severity",
        ],
    );
    assert_eq!(config.outlet.as_deref(), Some("Valley Times"));
    assert!(config.rules.rules.is_empty());
}

#[test]
fn half_typed_toml_is_read_as_far_as_it_goes() {
    let (config, problems) =
        parse_config(Path::new("presscheck.toml"), "outlet = 'Times'\nprofile = \n[corp");
    assert_eq!(config.outlet.as_deref(), Some("Times"));
    assert_eq!(problems[0].line, 2);
    assert!(problems[0].message.starts_with("not valid TOML"));
}
