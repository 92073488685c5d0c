//! An editor with one file open, that measures how long everything takes.

// JSON is built where it is sent; taking it by reference would put an `&` before every `json!`.
#![allow(clippy::needless_pass_by_value)]

use crate::messages::{framed, read};
use serde_json::{Value, json};
use std::{
    fs,
    io::{BufRead, BufReader, Write},
    path::Path,
    process::{Child, ChildStdin, Command, Stdio},
    sync::{
        Arc, Mutex,
        mpsc::{self, Receiver, RecvTimeoutError},
    },
    thread,
    time::{Duration, Instant},
};

/// How long nothing may come before all is taken to have come.
const QUIET: Duration = Duration::from_millis(25);

const PUBLISH: &str = "textDocument/publishDiagnostics";

/// How long an answer may take; a program under valgrind takes its time.
const PATIENCE: Duration = Duration::from_mins(5);

pub struct Editor {
    server: Child,
    input: Arc<Mutex<ChildStdin>>,
    inbox: Receiver<(Instant, Value)>,
    started: Instant,
    ids: u64,
    /// Whether changes are sent as what changed, and not as the whole text.
    incremental: bool,
    uri: String,
    version: i64,
    lines: Vec<String>,
    pub diagnostics: Vec<Value>,
    /// How often findings came.
    pub publishes: usize,
}

impl Editor {
    /// Starts `command` and introduces itself; says how many milliseconds that took.
    pub fn start(command: &[&str], root: &Path) -> (Self, f64) {
        let started = Instant::now();
        let mut server = Command::new(command[0])
            .args(&command[1..])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("the server starts");
        let input = Arc::new(Mutex::new(server.stdin.take().expect("piped")));
        let output = BufReader::new(server.stdout.take().expect("piped"));
        let (send, inbox) = mpsc::channel();
        let answers = Arc::clone(&input);
        thread::spawn(move || receive(output, &answers, &send));
        let mut editor = Self {
            server,
            input,
            inbox,
            started,
            ids: 0,
            incremental: false,
            uri: String::new(),
            version: 0,
            lines: Vec::new(),
            diagnostics: Vec::new(),
            publishes: 0,
        };
        let folder = json!({ "uri": uri(root), "name": "bench" });
        let (_, answer) = editor.ask(
            "initialize",
            json!({
                "processId": null,
                "rootUri": uri(root),
                "workspaceFolders": [folder],
                "capabilities": {
                    "textDocument": {
                        "publishDiagnostics": { "versionSupport": true },
                        // As every editor does.
                        "codeAction": { "dataSupport": true, "resolveSupport": { "properties": ["edit"] } },
                    },
                    "workspace": { "configuration": true, "workspaceFolders": true },
                },
            }),
        );
        let took = started.elapsed().as_secs_f64() * 1e3;
        let sync = &answer["result"]["capabilities"]["textDocumentSync"];
        editor.incremental = sync.as_u64().or(sync["change"].as_u64()) == Some(2);
        editor.tell("initialized", json!({}));
        editor.settle();
        (editor, took)
    }

    /// Opens a file; says how many milliseconds its findings took, and how many since the start.
    pub fn open(&mut self, path: &Path, text: &str) -> (f64, f64) {
        self.lines = text.split('\n').map(Into::into).collect();
        self.uri = uri(path);
        self.version = 1;
        let file = json!({ "uri": self.uri, "languageId": "markdown", "version": 1, "text": text });
        let sent = self.tell("textDocument/didOpen", json!({ "textDocument": file }));
        let came = self.findings();
        let since = |start| came.duration_since(start).as_secs_f64() * 1e3;
        (since(sent), since(self.started))
    }

    /// Types `key` at the end of a line; says when.
    pub fn press(&mut self, line: usize, key: char) -> Instant {
        self.version += 1;
        let column = self.lines[line].encode_utf16().count();
        self.lines[line].push(key);
        let at = json!({ "line": line, "character": column });
        let change = if self.incremental {
            json!({ "range": { "start": at, "end": at }, "text": key.to_string() })
        } else {
            json!({ "text": self.lines.join("\n") })
        };
        let file = json!({ "uri": self.uri, "version": self.version });
        self.tell(
            "textDocument/didChange",
            json!({ "textDocument": file, "contentChanges": [change] }),
        )
    }

    /// Waits for the findings of the newest text. Those of a server that tells no versions are taken
    /// for it.
    pub fn findings(&mut self) -> Instant {
        loop {
            let (came, message) = self.next(PATIENCE).expect("findings come");
            let params = &message["params"];
            let version = params["version"].as_i64().unwrap_or(self.version);
            if message["method"] == PUBLISH && version == self.version {
                self.diagnostics = params["diagnostics"].as_array().cloned().unwrap_or_default();
                return came;
            }
        }
    }

    /// Waits until nothing comes any more.
    pub fn settle(&mut self) {
        while self.next(QUIET).is_some() {}
    }

    fn next(&mut self, patience: Duration) -> Option<(Instant, Value)> {
        match self.inbox.recv_timeout(patience) {
            Ok((came, message)) => {
                self.publishes += usize::from(message["method"] == PUBLISH);
                Some((came, message))
            }
            Err(RecvTimeoutError::Timeout) => None,
            Err(RecvTimeoutError::Disconnected) => panic!("the server ended"),
        }
    }

    /// Asks about the open file; says how many milliseconds the answer took.
    pub fn ask_about(&mut self, method: &str, mut params: Value) -> f64 {
        params["textDocument"] = json!({ "uri": self.uri });
        self.ask(method, params).0
    }

    pub fn ask(&mut self, method: &str, params: Value) -> (f64, Value) {
        self.ids += 1;
        let id = self.ids;
        let sent =
            self.send(&json!({ "jsonrpc": "2.0", "id": id, "method": method, "params": params }));
        loop {
            let (came, message) = self.next(PATIENCE).expect("an answer comes");
            if message["id"] == id {
                return (came.duration_since(sent).as_secs_f64() * 1e3, message);
            }
        }
    }

    fn tell(&self, method: &str, params: Value) -> Instant {
        self.send(&json!({ "jsonrpc": "2.0", "method": method, "params": params }))
    }

    fn send(&self, message: &Value) -> Instant {
        let mut input = self.input.lock().expect("no panic");
        let framed = framed(message.to_string());
        let sent = Instant::now();
        input.write_all(&framed).and_then(|()| input.flush()).expect("the server listens");
        sent
    }

    pub fn lines(&self) -> &[String] {
        &self.lines
    }

    /// Milliseconds of processor time that its threads have used.
    pub fn processor(&self) -> Option<f64> {
        let tasks = fs::read_dir(format!("/proc/{}/task", self.server.id())).ok()?;
        let used = tasks.filter_map(|task| {
            let used = fs::read_to_string(task.ok()?.path().join("schedstat")).ok()?;
            used.split(' ').next()?.parse::<f64>().ok()
        });
        Some(used.sum::<f64>() / 1e6)
    }

    /// The most memory that it had, in MiB.
    pub fn peak_memory(&self) -> Option<f64> {
        let status = fs::read_to_string(format!("/proc/{}/status", self.server.id())).ok()?;
        let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
        let kibibytes: f64 = line.trim().trim_end_matches(" kB").parse().ok()?;
        Some(kibibytes / 1024.0)
    }

    /// Says goodbye.
    pub fn leave(mut self) {
        self.ask("shutdown", Value::Null);
        self.tell("exit", Value::Null);
        let _ = self.server.wait();
    }
}

impl Drop for Editor {
    fn drop(&mut self) {
        let _ = self.server.kill();
    }
}

/// Passes on what the server says, and answers what it asks.
fn receive(
    mut output: impl BufRead,
    answers: &Mutex<ChildStdin>,
    send: &mpsc::Sender<(Instant, Value)>,
) {
    while let Some(message) = read(&mut output) {
        let came = Instant::now();
        if message.get("method").is_some() && message.get("id").is_some() {
            // By default, harper-ls passes long files over; it looks for its name in its own section.
            let longest = json!({ "maxFileLength": 100_000_000 });
            let settings = json!({ "harper-ls": longest });
            let items = message["params"]["items"].as_array().map_or(0, Vec::len);
            let result = match message["method"].as_str() {
                Some("workspace/configuration") => json!(vec![settings; items]),
                _ => Value::Null,
            };
            let answer = json!({ "jsonrpc": "2.0", "id": message["id"], "result": result });
            let mut input = answers.lock().expect("no panic");
            let _ = input.write_all(&framed(answer.to_string())).and_then(|()| input.flush());
        } else if send.send((came, message)).is_err() {
            return;
        }
    }
}

/// The URI of a file whose path needs no escaping.
fn uri(path: &Path) -> String {
    format!("file://{}", path.display())
}
