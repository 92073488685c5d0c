//! JSON Lines through a function: on all cores, in input order, in memory that does not grow.

use crate::failure::Failure;
use newsroom::guarded;
use serde_json::{Value, json};
use std::{
    io::{self, BufRead, Write},
    process::ExitCode,
    sync::{
        Mutex,
        atomic::{AtomicUsize, Ordering},
    },
    thread,
};

/// Records and bytes of input that are held at a time.
const RECORDS: usize = 512;
const BYTES: usize = 16 << 20;

/// Writes what `read` makes of each line of standard input; empty lines are skipped. The record's
/// `id` and `doc_id` are passed through. One that fails becomes `{"id", "error"}` and exit code 2.
pub fn run(read: impl Fn(&Value) -> Result<Value, String> + Sync) -> Result<ExitCode, Failure> {
    let (mut input, mut output) = (io::stdin().lock(), io::stdout().lock());
    let mut failed = false;
    loop {
        let lines = next_lines(&mut input)?;
        if lines.is_empty() {
            output.flush()?;
            return Ok(ExitCode::from(if failed { 2 } else { 0 }));
        }
        for (line, ok) in in_order(&lines, |line| record(line, &read)) {
            failed |= !ok;
            output.write_all(line.as_bytes())?;
        }
    }
}

/// The output line of one input line, and whether it worked.
fn record(line: &[u8], read: impl Fn(&Value) -> Result<Value, String>) -> (String, bool) {
    let parsed = serde_json::from_slice::<Value>(line)
        .map_err(|error| format!("expected one JSON object a line: {error}"));
    let passed_through = |key: &str| parsed.as_ref().ok().and_then(|value| value.get(key)).cloned();
    let (id, doc_id) = (passed_through("id"), passed_through("doc_id"));
    let made = parsed.and_then(|value| {
        if value.is_object() {
            guarded(|| read(&value))
        } else {
            Err("expected a JSON object".into())
        }
    });
    let ok = made.is_ok();
    let mut value = made.unwrap_or_else(|error| json!({ "id": doc_id, "error": error }));
    for (key, given) in [("id", id), ("doc_id", doc_id)] {
        if let Some(given) = given {
            value[key] = given;
        }
    }
    (format!("{value}\n"), ok)
}

fn next_lines(input: &mut impl BufRead) -> Result<Vec<Vec<u8>>, Failure> {
    let mut lines = Vec::new();
    let mut bytes = 0;
    while lines.len() < RECORDS && bytes < BYTES {
        let mut line = Vec::new();
        let read = input.read_until(b'\n', &mut line);
        let read = read.map_err(|e| Failure::Told(format!("reading standard input: {e}")))?;
        if read == 0 {
            break;
        }
        bytes += read;
        if !line.trim_ascii().is_empty() {
            lines.push(line);
        }
    }
    Ok(lines)
}

/// `work` on every item on all cores; the results in the order of the items.
pub fn in_order<T: Sync, R: Send>(items: &[T], work: impl Fn(&T) -> R + Sync) -> Vec<R> {
    let next = AtomicUsize::new(0);
    let done = Mutex::new(Vec::with_capacity(items.len()));
    let threads = thread::available_parallelism().map_or(1, usize::from).min(items.len());
    thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                while let Some((index, item)) = {
                    let index = next.fetch_add(1, Ordering::Relaxed);
                    items.get(index).map(|item| (index, item))
                } {
                    let result = work(item);
                    done.lock()
                        .unwrap_or_else(std::sync::PoisonError::into_inner)
                        .push((index, result));
                }
            });
        }
    });
    let mut done = done.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner);
    done.sort_unstable_by_key(|(index, _)| *index);
    done.into_iter().map(|(_, result)| result).collect()
}
