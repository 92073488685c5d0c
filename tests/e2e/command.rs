//! Runs the real command in a folder of its own.
#![allow(clippy::unwrap_used, dead_code, missing_docs, reason = "each test file uses a part of it")]

use serde_json::Value;
use std::{
    fs,
    io::Write,
    path::{Path, PathBuf},
    process::{Command, Output, Stdio},
    sync::atomic::{AtomicUsize, Ordering},
};

/// A newsroom in a folder of its own, removed when dropped.
pub struct Folder(pub PathBuf);

impl Folder {
    pub fn new(files: &[(&str, &[u8])]) -> Self {
        static NEXT: AtomicUsize = AtomicUsize::new(0);
        let name =
            format!("presscheck-{}-{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed));
        let folder = Self(std::env::temp_dir().join(name));
        fs::create_dir_all(&folder.0).unwrap();
        files.iter().fold(folder, |folder, (name, text)| folder.with(name, text))
    }

    /// The same with another file in it.
    pub fn with(self, name: &str, content: impl AsRef<[u8]>) -> Self {
        let path = self.0.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, content).unwrap();
        self
    }

    pub fn run(&self, arguments: &[&str]) -> Run {
        self.run_with(arguments, "")
    }

    /// The same with `input` on standard input.
    pub fn run_with(&self, arguments: &[&str], input: &str) -> Run {
        run(self.command(arguments), input)
    }

    /// The same for somebody whose home folder is `home`.
    pub fn run_at_home(&self, home: &Path, arguments: &[&str]) -> Run {
        let mut command = self.command(arguments);
        command.env("HOME", home);
        run(command, "")
    }

    fn command(&self, arguments: &[&str]) -> Command {
        command(&self.0, arguments)
    }

    pub fn read(&self, name: &str) -> Vec<u8> {
        fs::read(self.0.join(name)).unwrap()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// Runs the command in a folder that it is not to change.
pub fn run_in(folder: &Path, arguments: &[&str]) -> Run {
    run(command(folder, arguments), "")
}

fn command(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_presscheck"));
    command.args(arguments).current_dir(folder);
    command
}

fn run(mut command: Command, input: &str) -> Run {
    let piped = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = piped.spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let input = input.to_owned();
    let writer = std::thread::spawn(move || stdin.write_all(input.as_bytes()));
    let output = child.wait_with_output().unwrap();
    let _ = writer.join();
    Run(output)
}

/// What the command did.
pub struct Run(Output);

impl Run {
    #[track_caller]
    pub fn exits(&self, code: i32) -> &Self {
        assert_eq!(self.code(), Some(code), "{}\n{}", self.out(), self.err());
        self
    }

    pub fn code(&self) -> Option<i32> {
        self.0.status.code()
    }

    pub fn out(&self) -> String {
        String::from_utf8(self.0.stdout.clone()).unwrap()
    }

    pub fn err(&self) -> String {
        String::from_utf8_lossy(&self.0.stderr).into_owned()
    }

    pub fn json(&self) -> Value {
        let read = serde_json::from_slice(&self.0.stdout);
        read.unwrap_or_else(|error| panic!("{error}\n{}\n{}", self.out(), self.err()))
    }

    pub fn records(&self) -> Vec<Value> {
        self.out().lines().map(|line| serde_json::from_str(line).unwrap()).collect()
    }
}
