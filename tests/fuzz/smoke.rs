//! Each target on its seeds, and on seeds changed at random: the same inputs in every run, a few
//! seconds, no tools but Rust's own. `Cargo.toml` beside this file says how to look for longer.
#![allow(missing_docs)]

mod targets;

use fastrand::Rng;
use std::{
    env, fs,
    panic::{self, AssertUnwindSafe, PanicHookInfo},
    path::{Path, PathBuf},
    sync::{Mutex, Once, PoisonError},
};

/// Changed inputs for each target; `PRESSCHECK_FUZZ` is how many others.
const INPUTS: usize = 400;

/// Longest input, in bytes: what breaks a reader is small, and large inputs are slow.
const LONGEST: usize = 4096;

/// Panics on any thread, also those that the server catches.
static PANICS: Mutex<Vec<String>> = Mutex::new(Vec::new());

/// The same numbers in every run.
struct Random(Rng);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0.usize(..limit.max(1))
    }

    fn one_of<'a, T>(&mut self, items: &'a [T]) -> &'a T {
        &items[self.below(items.len())]
    }

    fn range(&mut self, bytes: &[u8], longest: usize) -> std::ops::Range<usize> {
        let start = self.below(bytes.len() + 1);
        start..(start + self.below(longest)).min(bytes.len())
    }

    /// One small change, as a fuzzer makes it.
    fn change(&mut self, input: &mut Vec<u8>, seeds: &[Vec<u8>], words: &[Vec<u8>]) {
        let at = self.below(input.len() + 1);
        match self.below(7) {
            0 => drop(input.drain(self.range(input, 40))),
            1 => {
                let piece = input[self.range(input, 40)].repeat(1 + self.below(8));
                input.splice(at..at, piece);
            }
            2 | 3 => drop(input.splice(at..at, self.one_of(words).iter().copied())),
            4 => {
                let other = self.one_of(seeds);
                let piece = other[self.range(other, 400)].to_vec();
                input.splice(at..at, piece);
            }
            5 => input.truncate(at),
            _ => {
                let byte = u8::try_from(self.below(256)).unwrap_or_default();
                input.splice(at..(at + 1).min(input.len()), [byte]);
            }
        }
        input.truncate(LONGEST);
    }
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fuzz")
}

/// The seeds of a target, in order of their names.
fn seeds(target: &str) -> Vec<Vec<u8>> {
    let entries = fs::read_dir(folder().join("seeds").join(target)).expect("seeds");
    let mut paths: Vec<_> = entries.map(|it| it.expect("readable").path()).collect();
    paths.sort();
    paths.iter().map(|path| fs::read(path).expect("readable")).collect()
}

/// The words of `words.dict`, which is in the form that libFuzzer reads.
fn words() -> Vec<Vec<u8>> {
    let text = fs::read_to_string(folder().join("words.dict")).expect("words");
    let quoted = |line: &str| Some(line.strip_prefix('"')?.strip_suffix('"')?.to_owned());
    text.lines().filter_map(quoted).map(|word| unescaped(&word)).collect()
}

fn unescaped(word: &str) -> Vec<u8> {
    let mut pieces = word.split('\\');
    let mut bytes = Vec::from(pieces.next().unwrap_or_default());
    for piece in pieces {
        match piece.strip_prefix('x').and_then(|it| it.split_at_checked(2)) {
            Some((code, rest)) => {
                bytes.push(u8::from_str_radix(code, 16).expect("two hexadecimal digits"));
                bytes.extend(rest.bytes());
            }
            None if piece.is_empty() => bytes.push(b'\\'),
            None => bytes.extend(piece.bytes()),
        }
    }
    bytes
}

fn listen() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let print = panic::take_hook();
        panic::set_hook(Box::new(move |info: &PanicHookInfo<'_>| {
            PANICS.lock().unwrap_or_else(PoisonError::into_inner).push(info.to_string());
            print(info);
        }));
    });
}

#[track_caller]
fn run(target: targets::Target, input: &[u8]) {
    let ran = panic::catch_unwind(AssertUnwindSafe(|| target(input)));
    let panics = PANICS.lock().unwrap_or_else(PoisonError::into_inner).join("\n");
    let input = input.escape_ascii();
    assert!(ran.is_ok() && panics.is_empty(), "{panics}\n\nthe input was b\"{input}\"");
}

#[track_caller]
fn check(name: &str) {
    listen();
    let (_, target) = *targets::ALL.iter().find(|(it, _)| *it == name).expect("a target");
    let (seeds, words) = (seeds(name), words());
    for seed in &seeds {
        run(target, seed);
    }
    let inputs = env::var("PRESSCHECK_FUZZ").ok().and_then(|it| it.parse().ok()).unwrap_or(INPUTS);
    let mut random = Random(Rng::with_seed(name.bytes().map(u64::from).sum()));
    for _ in 0..inputs {
        let mut input = random.one_of(&seeds).clone();
        for _ in 0..=random.below(4) {
            random.change(&mut input, &seeds, &words);
        }
        run(target, &input);
    }
}

macro_rules! targets {
    ($($name:ident)*) => {
        $(#[test]
        fn $name() {
            check(stringify!($name));
        })*

        #[test]
        fn none_is_forgotten() {
            assert_eq!(targets::ALL.map(|(name, _)| name), [$(stringify!($name)),*]);
        }
    };
}

targets!(config ignores markdown newsroom plain positions protocol sidecar sourcing);
