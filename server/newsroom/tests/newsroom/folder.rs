//! What is read of a folder, and what is passed over and said.

use crate::scratch::{Scratch, articles};
use corpus::Corpus;
use newsroom::{Newsroom, OnDisk};
use std::{
    cell::Cell,
    ops::ControlFlow::{Break, Continue},
};

const STORY: &str = "The dam at Halden held through the night, engineers said on Wednesday.\n";

#[track_caller]
fn skipped(scratch: &Scratch) -> Vec<String> {
    let (_, skipped) = scratch.open();
    let root = scratch.path("").display().to_string();
    skipped.iter().map(|skipped| skipped.to_string().replace(&root, "")).collect()
}

#[test]
fn every_text_file_is_an_article_by_its_path() {
    let scratch = Scratch::new(&[
        ("dam/herald.md", STORY),
        ("dam/post.txt", STORY),
        ("dam/notes.pdf", STORY),
        (".git/config.txt", STORY),
        (".hidden.md", STORY),
        ("drafts/old.md", STORY),
        (".gitignore", "drafts/\n"),
        ("b.MARKDOWN", "---\noutlet: Valley Times\n---\nRain fell.\n"),
        ("a.text", STORY),
    ]);
    let (newsroom, skipped) = scratch.open();
    assert_eq!(skipped, []);
    assert_eq!(
        articles(&newsroom),
        [
            "a.text by A",
            "b.MARKDOWN by Valley Times",
            "dam/herald.md by Herald",
            "dam/post.txt by Post"
        ]
    );
}

#[test]
fn every_article_has_an_outlet_of_its_own_or_is_called_unnamed() {
    let wire = format!("HALDEN, Norway, March 4, 2026 (Meridian) - {STORY}");
    let scratch = Scratch::new(&[
        ("presscheck.toml", "[outlets.'Le Fjord']\nmatch = 'fjord/*'\n"),
        ("2026/03.txt", STORY),
        ("2026/04.txt", STORY),
        ("fjord/05.txt", &wire),
        ("in/003_c926fb005eea94fa.txt", STORY),
        ("in/bbc.txt", STORY),
        ("in/harbour-gazette.txt", STORY),
        ("in/le-courrier-du-lac_2026-03-04.txt", STORY),
        ("in/wire.txt", &wire),
    ]);
    let (newsroom, _) = scratch.open();
    assert_eq!(
        articles(&newsroom),
        [
            "2026/03.txt by unnamed outlet (2026/03)",
            "2026/04.txt by unnamed outlet (2026/04)",
            "fjord/05.txt by Le Fjord",
            "in/003_c926fb005eea94fa.txt by unnamed outlet (003_c926fb005eea94fa)",
            "in/bbc.txt by BBC",
            "in/harbour-gazette.txt by Harbour Gazette",
            "in/le-courrier-du-lac_2026-03-04.txt by Le Courrier du Lac",
            "in/wire.txt by Meridian",
        ]
    );
    let taken: Vec<String> = newsroom
        .corpus
        .cards()
        .filter_map(|card| newsroom.corpus.get(&card.id).ok()?)
        .flat_map(|entry| entry.reading.article.metadata.taken_from.clone())
        .map(|fact| fact.value)
        .collect();
    assert_eq!(taken, ["Meridian"], "the agency where another outlet prints it");
}

#[test]
fn the_configuration_says_which_files_and_whose() {
    let scratch = Scratch::new(&[
        (
            "presscheck.toml",
            "outlet = 'Valley Times'\n[corpus]\ninclude = ['wire/**', 'own/*.md']\nexclude = ['**/draft*']\n[outlets.'Le Fjord']\nmatch = ['wire/fjord*']\n[outlets.'Valley Times']\nmatch = 'own/**'\n",
        ),
        ("wire/fjord-1.txt", STORY),
        ("wire/fjord-2.md", "---\noutlet: Herald\n---\nRain fell.\n"),
        ("own/dam.md", STORY),
        ("own/draft.md", STORY),
        ("other/dam.md", STORY),
    ]);
    let (newsroom, _) = scratch.open();
    assert_eq!(
        articles(&newsroom),
        ["own/dam.md by Valley Times", "wire/fjord-1.txt by Le Fjord", "wire/fjord-2.md by Herald"]
    );
    let own: Vec<bool> = newsroom.corpus.cards().map(|card| card.own).collect();
    assert_eq!(own, [true, false, false]);
}

#[test]
fn patterns_mean_files_elsewhere_as_they_lie_there() {
    let scratch = Scratch::new(&[
        (
            "desk/presscheck.toml",
            "[corpus]\nalso = ['../wire']\nexclude = ['drafts/**']\n[outlets.Meridian]\nmatch = 'agency/*'\n",
        ),
        ("desk/dam.md", STORY),
        ("desk/drafts/dam.md", STORY),
        ("wire/agency/dam.md", STORY),
        ("wire/drafts/dam.md", STORY),
        ("wire/old/drafts/dam.md", STORY),
    ]);
    let (newsroom, _) = Newsroom::open(&scratch.path("desk"), &|_, _| Continue(()));
    let wire = scratch.path("wire");
    assert_eq!(
        articles(&newsroom),
        [
            format!("{}/agency/dam.md by Meridian", wire.display()),
            format!("{}/old/drafts/dam.md by Dam", wire.display()),
            "dam.md by Dam".into(),
        ]
    );
}

#[test]
fn what_changed_on_disk_is_seen() {
    let scratch = Scratch::new(&[("dam.md", STORY), ("rain.md", STORY), ("same.md", STORY)]);
    let (newsroom, _) = scratch.open();
    let now = || OnDisk::now(&newsroom.root, &newsroom.config);
    let before = now();
    assert!(before.since(&before).is_empty());
    scratch.write("dam.md", b"The dam holds.\n");
    scratch.write("new/presscheck.ignore.toml", b"");
    scratch.write("new/flood.md", STORY.as_bytes());
    scratch.write("presscheck.toml", b"");
    std::fs::remove_file(scratch.path("rain.md")).unwrap();
    let changed = ["dam.md", "new/flood.md", "presscheck.toml", "rain.md"];
    assert_eq!(now().since(&before), changed.map(|name| scratch.path(name)));
}

#[test]
fn what_is_no_article_is_said_and_the_rest_goes_on() {
    let scratch = Scratch::new(&[
        ("dam.md", STORY),
        ("empty.md", ""),
        ("nav.txt", "© 2026 Times\n\nShare\n"),
    ]);
    scratch.write("photo.txt", b"\x89PNG\r\n\x1a\n\0\0");
    let sparse = std::fs::File::create(scratch.path("huge.txt")).unwrap();
    sparse.set_len(21 * 1024 * 1024).unwrap();
    assert_eq!(
        skipped(&scratch),
        [
            "empty.md: holds no copy",
            "huge.txt: larger than 20 MB; too large for an article",
            "nav.txt: holds no copy",
            "photo.txt: this is a binary file, not text; presscheck reads Markdown and plain text",
        ]
    );
    assert_eq!(articles(&scratch.open().0), ["dam.md by Dam"]);
}

#[cfg(unix)]
#[test]
fn a_loop_of_links_and_a_dead_link_are_said() {
    let scratch = Scratch::new(&[("dam/herald.md", STORY)]);
    std::os::unix::fs::symlink(scratch.path(""), scratch.path("dam/loop")).unwrap();
    std::os::unix::fs::symlink("nowhere", scratch.path("dead.md")).unwrap();
    let said = skipped(&scratch);
    assert_eq!(said.len(), 2, "{said:?}");
    assert!(said[0].starts_with("dam/loop: a symbolic link to a folder around it"), "{said:?}");
    assert!(said[1].starts_with("dead.md: could not be read"), "{said:?}");
}

#[test]
fn ten_thousand_files_are_read_in_order_with_progress() {
    let scratch = Scratch::new(&[]);
    for number in 0..10_000 {
        scratch.write(&format!("{:02}/{number:05}.txt", number % 100), b"Rain fell.");
    }
    let last = Cell::new((0, 0));
    let (newsroom, skipped) = Newsroom::open(&scratch.path(""), &|done, total| {
        assert_eq!(done, last.get().0 + 1);
        last.set((done, total));
        Continue(())
    });
    assert_eq!((newsroom.corpus.len(), skipped.len(), last.get()), (10_000, 0, (10_000, 10_000)));

    // Broken off, it keeps what is read by then, and says so.
    let (newsroom, skipped) = Newsroom::open(&scratch.path(""), &|done, _| {
        if done < 100 { Continue(()) } else { Break(()) }
    });
    let read = newsroom.corpus.len();
    assert!((100..1_000).contains(&read), "{read}");
    let said = format!("broken off; {} of 10000 files were not read", 10_000 - read);
    assert_eq!(skipped.iter().map(|it| &it.reason).collect::<Vec<_>>(), [&said]);
}

#[test]
fn a_file_is_read_again_and_forgotten() {
    let scratch = Scratch::new(&[("a.md", STORY)]);
    let (mut newsroom, _) = scratch.open();
    let path = scratch.path("b.md");
    assert_eq!(newsroom.refresh_file(&path, Some("---\noutlet: Herald\n---\nRain.")), None);
    assert_eq!(articles(&newsroom), ["a.md by A", "b.md by Herald"]);
    let gone = newsroom.refresh_file(&path, None).unwrap();
    assert!(gone.reason.starts_with("could not be read"));
    assert_eq!(articles(&newsroom), ["a.md by A"]);
    assert!(newsroom.remove_file(&scratch.path("a.md")));
    assert!(!newsroom.remove_file(&scratch.path("a.md")));
    assert_eq!(newsroom.path_of(&newsroom.id_of(&path)), path);
}

#[test]
fn a_tag_in_the_sidecar_is_obeyed_and_a_broken_one_said() {
    let scratch = Scratch::new(&[("a.txt", "“We had no warning,” she said.")]);
    let text = std::fs::read_to_string(scratch.path("a.txt")).unwrap();
    let end = text.find("” she").unwrap();
    let quote = article::Span::new("“".len(), end);
    let mut sidecar = article::annotations::Sidecar::open(None, &text).unwrap();
    sidecar.tag("a.txt", &[article::QuoteTag::beside(quote, "Mina Halson", None)]);
    let sidecar = sidecar.into_text();
    let path = scratch.path("a.txt");
    std::fs::write(Newsroom::sidecar_path(&path), sidecar).unwrap();
    let (newsroom, _) = scratch.open();
    let checked = newsroom.check(&path, &text, None);
    let speaker = checked.reading.article.tags[0].speaker.clone();
    assert_eq!(speaker.as_deref(), Some("Mina Halson"));

    scratch.write("a.txt.annotations.jsonld", b"{");
    let checked = newsroom.check(&path, &text, None);
    let problem = &checked.reading.article.problems[0].message;
    assert!(problem.starts_with("annotations: not valid JSON"), "{problem}");
}

#[test]
fn the_root_is_the_nearest_folder_with_a_configuration() {
    let scratch = Scratch::new(&[
        ("presscheck.toml", ""),
        ("a/b/dam.md", STORY),
        ("a/c/presscheck.toml", ""),
    ]);
    let root = |name: &str| Newsroom::find_root(&scratch.path(name));
    assert_eq!(root("a/b/dam.md"), Some(scratch.path("").components().collect()));
    assert_eq!(root("a/c/not-yet.md"), Some(scratch.path("a/c")));
}

#[test]
fn the_root_of_the_file_system_is_never_read() {
    let (newsroom, skipped) = Newsroom::open(std::path::Path::new("/"), &|_, _| Continue(()));
    assert_eq!(articles(&newsroom), [""; 0]);
    assert!(skipped[0].reason.starts_with("not read as a newsroom"));
}

#[test]
fn checking_again_gives_the_same() {
    let scratch = Scratch::new(&[("a.md", STORY), ("b.md", STORY)]);
    let (newsroom, _) = scratch.open();
    let path = scratch.path("a.md");
    let text = format!("{STORY}\nAnalysts say the dam will hold.\n");
    let first = newsroom.check(&path, STORY, None);
    let again = newsroom.check(&path, &text, Some(&first));
    let fresh = newsroom.check(&path, &text, None);
    assert_eq!(again.findings, fresh.findings);
}

/// Where little fits in memory, the same is found as where everything does, of the files as they are.
#[test]
fn what_does_not_fit_in_memory_is_found_all_the_same() {
    let findings = |memory: &str| {
        let scratch = Scratch::new(&[
            ("presscheck.toml", memory),
            (
                "ours.md",
                "At least 12 people were killed when the Halden dam failed on Monday, the police said.\n",
            ),
            ("herald.md", "The Halden dam failed on Monday, killing 9 people, the police said.\n"),
            ("post.md", "Police said 9 people were killed on Monday when the Halden dam failed.\n"),
        ]);
        let (mut newsroom, _) = scratch.open();
        let path = scratch.path("ours.md");
        let text = std::fs::read_to_string(&path).unwrap();
        let first = newsroom.check(&path, &text, None);
        newsroom.refresh_checked(&path, &first);
        let typed = newsroom.check(&path, "The Halden dam held on Monday.\n", Some(&first));
        newsroom.refresh_checked(&path, &typed);
        let theirs = scratch.path("post.md");
        let seen = newsroom.check(&theirs, &std::fs::read_to_string(&theirs).unwrap(), None);
        let all = [first, typed, seen].map(|checked| {
            let tellers = checked.coverage.tellers.iter();
            let tellers: Vec<_> =
                tellers.map(|it| it.entry.reading.article.source.to_string()).collect();
            (tellers, checked.findings.to_vec())
        });
        (newsroom.corpus.let_go(), all)
    };
    let (nothing, all) = findings("");
    let (some, again) = findings("[corpus]\nmemory_mb = 0\n");
    assert_eq!((nothing, some), (0, 1), "one of two is let go of, and what is typed is held");
    assert_eq!(all, again);
    assert!(all[2].0.contains(&"The Halden dam held on Monday.\n".into()), "as it is typed");
}
