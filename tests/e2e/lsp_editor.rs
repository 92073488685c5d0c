//! An editor for tests: speaks to the real binary over standard input and output.

// JSON is built where it is sent; taking it by reference would put an `&` before every `json!`.
#![allow(clippy::needless_pass_by_value)]

use crate::messages::{framed, read};
use serde_json::{Value, json};
use std::{
    collections::HashMap,
    io::{BufReader, Write},
    path::{Path, PathBuf},
    process::{Child, ChildStdin, Command, ExitStatus, Stdio},
    sync::{
        Arc, Mutex,
        atomic::{AtomicBool, AtomicU64, AtomicUsize, Ordering},
        mpsc::{self, Receiver},
    },
    thread,
    time::{Duration, Instant},
};

/// Far more than anything takes, so that a busy machine fails no test.
const PATIENCE: Duration = Duration::from_mins(1);

pub struct Editor {
    server: Child,
    input: Arc<Mutex<Option<ChildStdin>>>,
    /// By method, what the server's requests are answered with, `null` where nothing is set;
    /// `None` for an editor that never answers.
    pub results: Arc<Mutex<Option<HashMap<String, Value>>>>,
    /// Whether it leaves unread what the server sends.
    pub paused: Arc<AtomicBool>,
    /// Milliseconds that it takes over each message.
    pub pace: Arc<AtomicU64>,
    inbox: Receiver<Value>,
    /// Messages that came while another was awaited.
    pub kept: Vec<Value>,
    ids: i64,
}

impl Editor {
    /// Starts the server without a word to it.
    pub fn start() -> Self {
        let mut server = Command::new(env!("CARGO_BIN_EXE_presscheck"))
            .arg("lsp")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("the server starts");
        let input = Arc::new(Mutex::new(server.stdin.take()));
        let (send, inbox) = mpsc::channel();
        let mut output = BufReader::new(server.stdout.take().expect("piped"));
        let answers = Arc::clone(&input);
        let results = Arc::new(Mutex::new(Some(HashMap::new())));
        let known = Arc::clone(&results);
        let paused = Arc::new(AtomicBool::new(false));
        let halted = Arc::clone(&paused);
        let pace = Arc::new(AtomicU64::new(0));
        let delay = Arc::clone(&pace);
        thread::spawn(move || {
            while let Some(message) = read(&mut output) {
                while halted.load(Ordering::Relaxed) {
                    thread::sleep(Duration::from_millis(1));
                }
                thread::sleep(Duration::from_millis(delay.load(Ordering::Relaxed)));
                // A request of the server's: an editor that agrees to everything, or to nothing.
                let method = message["method"].as_str().filter(|_| message.get("id").is_some());
                if let (Some(method), Some(known)) = (method, &*known.lock().expect("no panic")) {
                    let result = known.get(method).cloned().unwrap_or_default();
                    let answer = json!({ "jsonrpc": "2.0", "id": message["id"], "result": result });
                    write(&answers, &answer);
                }
                if send.send(message).is_err() {
                    return;
                }
            }
        });
        Self { server, input, results, paused, pace, inbox, kept: Vec::new(), ids: 0 }
    }

    /// Starts the server and introduces itself; `encodings` and `folder` may be empty.
    pub fn open_folder(encodings: &[&str], folder: Option<&Path>) -> Self {
        let mut editor = Self::start();
        let answer = editor.initialize(encodings, folder);
        assert!(answer["result"]["capabilities"].is_object(), "{answer}");
        editor
    }

    pub fn initialize(&mut self, encodings: &[&str], folder: Option<&Path>) -> Value {
        self.introduce(encodings, folder.as_slice(), |_| ())
    }

    /// Introduces itself as an editor whose parameters `change` has changed.
    pub fn introduce(
        &mut self,
        encodings: &[&str],
        folders: &[&Path],
        change: impl FnOnce(&mut Value),
    ) -> Value {
        let folders: Vec<_> =
            folders.iter().map(|path| json!({ "uri": uri(path), "name": "newsroom" })).collect();
        let general = if encodings.is_empty() {
            json!({})
        } else {
            json!({ "positionEncodings": encodings })
        };
        let mut params = json!({
            "processId": null,
            "rootUri": null,
            "workspaceFolders": folders,
            "capabilities": {
                "general": general,
                "window": { "workDoneProgress": true, "showDocument": { "support": true } },
                "textDocument": {
                    "publishDiagnostics": {
                        "relatedInformation": true,
                        "versionSupport": true,
                        "codeDescriptionSupport": true,
                    },
                    "hover": { "contentFormat": ["markdown", "plaintext"] },
                    "documentSymbol": { "hierarchicalDocumentSymbolSupport": true },
                },
                "workspace": {
                    "workspaceEdit": {
                        "documentChanges": true,
                        "resourceOperations": ["create"],
                        "changeAnnotationSupport": {},
                    },
                    "didChangeWatchedFiles": { "dynamicRegistration": true },
                    "inlayHint": { "refreshSupport": true },
                },
            },
        });
        change(&mut params);
        let answer = self.request("initialize", params);
        self.notify("initialized", json!({}));
        answer
    }

    pub fn notify(&self, method: &str, params: Value) {
        write(&self.input, &json!({ "jsonrpc": "2.0", "method": method, "params": params }));
    }

    /// Sends a request and waits for its answer, error or result.
    #[track_caller]
    pub fn request(&mut self, method: &str, params: Value) -> Value {
        let id = self.ask(method, params);
        self.answer(id)
    }

    /// Sends a request; gives its id.
    pub fn ask(&mut self, method: &str, params: Value) -> i64 {
        self.ids += 1;
        let id = self.ids;
        let request = json!({ "jsonrpc": "2.0", "id": id, "method": method, "params": params });
        write(&self.input, &request);
        id
    }

    /// Waits for the answer to a request.
    #[track_caller]
    pub fn answer(&mut self, id: i64) -> Value {
        self.wait(|message| message["id"] == id && message.get("method").is_none())
    }

    /// From now on answers the server's requests of this kind so.
    pub fn answers(&self, method: &str, result: Value) {
        let mut results = self.results.lock().expect("no panic while writing");
        results.get_or_insert_default().insert(method.into(), result);
    }

    pub fn send_raw(&self, bytes: &[u8]) {
        let mut input = self.input.lock().expect("no panic while writing");
        input.as_mut().expect("open").write_all(bytes).expect("the server reads");
    }

    /// The first message, of those that no other call took, that `is` the one.
    #[track_caller]
    pub fn wait(&mut self, is: impl Fn(&Value) -> bool) -> Value {
        if let Some(at) = self.kept.iter().position(&is) {
            return self.kept.remove(at);
        }
        let end = Instant::now() + PATIENCE;
        loop {
            let left = end.saturating_duration_since(Instant::now());
            let message = self.inbox.recv_timeout(left).expect("the message comes");
            if is(&message) {
                return message;
            }
            self.kept.push(message);
        }
    }

    /// Waits for a line of the log that contains `words`.
    #[track_caller]
    pub fn wait_for_log(&mut self, words: &str) -> String {
        let message = self.wait(|message| {
            message["method"] == "window/logMessage"
                && message["params"]["message"].as_str().is_some_and(|line| line.contains(words))
        });
        message["params"]["message"].as_str().unwrap_or_default().into()
    }

    pub fn open(&self, uri: &str, text: &str) {
        let document = json!({ "uri": uri, "languageId": "markdown", "version": 1, "text": text });
        self.notify("textDocument/didOpen", json!({ "textDocument": document }));
    }

    /// Replaces what stands between two `[line, column]` positions.
    pub fn edit(&self, uri: &str, version: i32, start: [u32; 2], end: [u32; 2], text: &str) {
        let position =
            |[line, character]: [u32; 2]| json!({ "line": line, "character": character });
        let range = json!({ "start": position(start), "end": position(end) });
        self.change(uri, version, json!([{ "range": range, "text": text }]));
    }

    pub fn change(&self, uri: &str, version: i32, changes: Value) {
        let document = json!({ "uri": uri, "version": version });
        let params = json!({ "textDocument": document, "contentChanges": changes });
        self.notify("textDocument/didChange", params);
    }

    /// Waits for the findings of this version.
    #[track_caller]
    pub fn findings(&mut self, uri: &str, version: i32) -> Vec<Value> {
        self.findings_where(uri, version, |_| true)
    }

    /// Waits for findings of this version that `are` as they must be.
    #[track_caller]
    pub fn findings_where(
        &mut self,
        uri: &str,
        version: i32,
        are: impl Fn(&[Value]) -> bool,
    ) -> Vec<Value> {
        let findings = |message: &Value| message["params"]["diagnostics"].as_array().cloned();
        let message = self.wait(|message| {
            message["method"] == "textDocument/publishDiagnostics"
                && message["params"]["uri"] == uri
                && message["params"]["version"] == version
                && findings(message).is_some_and(|findings| are(&findings))
        });
        findings(&message).unwrap_or_default()
    }

    /// The text of the hover, empty where there is none.
    pub fn hover(&mut self, uri: &str, [line, character]: [u32; 2]) -> String {
        let params = json!({
            "textDocument": { "uri": uri }, "position": { "line": line, "character": character }
        });
        let answer = self.request("textDocument/hover", params);
        answer["result"]["contents"]["value"].as_str().unwrap_or_default().into()
    }

    pub fn actions(&mut self, uri: &str, range: &Value, only: &[&str]) -> Vec<Value> {
        let mut context = json!({ "diagnostics": [] });
        if !only.is_empty() {
            context["only"] = json!(only);
        }
        let params = json!({ "textDocument": { "uri": uri }, "range": range, "context": context });
        let answer = self.request("textDocument/codeAction", params);
        answer["result"].as_array().cloned().unwrap_or_default()
    }

    /// The result of a request at the first of `words` in `text`.
    #[track_caller]
    pub fn at(&mut self, method: &str, uri: &str, text: &str, words: &str) -> Value {
        let document = json!({ "uri": uri });
        let params = json!({
            "textDocument": document, "position": find(text, words),
            "context": { "includeDeclaration": true },
        });
        self.request(method, params)["result"].take()
    }

    /// The result of a request about a whole file.
    pub fn of(&mut self, method: &str, uri: &str) -> Value {
        self.request(method, json!({ "textDocument": { "uri": uri } }))["result"].take()
    }

    /// Memory that the server holds, in KiB; `None` where the system does not tell.
    pub fn memory(&self) -> Option<u64> {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.server.id())).ok()?;
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
        line.trim().strip_suffix(" kB")?.parse().ok()
    }

    /// Says goodbye as the protocol wants it.
    pub fn leave(mut self) -> ExitStatus {
        let answer = self.request("shutdown", Value::Null);
        assert_eq!(answer["result"], Value::Null);
        self.exit()
    }

    /// Says goodbye; gives the messages of `method` that nobody waited for.
    pub fn leave_and_list(mut self, method: &str) -> Vec<Value> {
        self.request("shutdown", Value::Null);
        let mut kept = std::mem::take(&mut self.kept);
        self.exit();
        kept.retain(|message| message["method"] == method);
        kept
    }

    /// Goes without a goodbye.
    pub fn exit(mut self) -> ExitStatus {
        self.notify("exit", Value::Null);
        self.server.wait().expect("the server ends")
    }

    /// Is gone, as after a crash.
    pub fn vanish(mut self) -> ExitStatus {
        self.input.lock().expect("no panic while writing").take();
        self.server.wait().expect("the server ends")
    }
}

impl Drop for Editor {
    fn drop(&mut self) {
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}

fn write(input: &Mutex<Option<ChildStdin>>, message: &Value) {
    let mut input = input.lock().expect("no panic while writing");
    // A server that has gone is noticed where its answer is awaited.
    if let Some(input) = input.as_mut() {
        let _ = input.write_all(&framed(message.to_string())).and_then(|()| input.flush());
    }
}

pub fn uri(path: &Path) -> String {
    format!("file://{}", path.display())
}

/// `text` after the edits that a code action makes in the file at `uri`, columns in UTF-16.
pub fn applied(text: &str, uri: &str, action: &Value) -> String {
    let steps = action["edit"]["documentChanges"].as_array().cloned().unwrap_or_default();
    let of_file = steps.iter().filter(|step| step["textDocument"]["uri"] == uri);
    let mut edits: Vec<_> = of_file.filter_map(|step| step["edits"].as_array()).flatten().collect();
    edits.sort_by_key(|edit| std::cmp::Reverse(offset(text, &edit["range"]["start"])));
    let mut text = text.to_owned();
    for edit in edits {
        let range = offset(&text, &edit["range"]["start"])..offset(&text, &edit["range"]["end"]);
        text.replace_range(range, edit["newText"].as_str().expect("an edit has text"));
    }
    text
}

/// The words of `text` at a range, columns in UTF-16.
pub fn words<'a>(text: &'a str, range: &Value) -> &'a str {
    &text[offset(text, &range["start"])..offset(text, &range["end"])]
}

/// Where `words` begin in `text`, columns in UTF-16.
#[track_caller]
pub fn find(text: &str, words: &str) -> Value {
    let at = text.find(words).unwrap_or_else(|| panic!("no “{words}” in the text"));
    let line = text[..at].rfind('\n').map_or(0, |at| at + 1);
    let column = text[line..at].encode_utf16().count();
    json!({ "line": text[..at].matches('\n').count(), "character": column })
}

fn offset(text: &str, position: &Value) -> usize {
    let line = usize::try_from(position["line"].as_u64().expect("a line")).expect("small");
    let column = usize::try_from(position["character"].as_u64().expect("a column")).expect("small");
    let start: usize = text.split_inclusive('\n').take(line).map(str::len).sum();
    let mut units = 0;
    let rest = text[start..].char_indices().find(|(_, character)| {
        let reached = column <= units;
        units += character.len_utf16();
        reached
    });
    rest.map_or(text.len(), |(at, _)| start + at)
}

/// A newsroom's folder, gone when it is dropped.
pub struct Folder(pub PathBuf);

impl Folder {
    pub fn new() -> Self {
        static NEXT: AtomicUsize = AtomicUsize::new(0);
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let name = format!("presscheck-lsp-{}-{number}", std::process::id());
        let path = std::env::temp_dir().join(name);
        std::fs::create_dir_all(&path).expect("a folder for the test");
        Self(path.canonicalize().expect("it exists"))
    }

    pub fn write(&self, name: &str, bytes: impl AsRef<[u8]>) -> String {
        let path = self.0.join(name);
        std::fs::create_dir_all(path.parent().expect("a file lies in a folder")).expect("made");
        std::fs::write(&path, bytes).expect("written");
        uri(&path)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}
