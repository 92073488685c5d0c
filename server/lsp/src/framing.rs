//! Keeps broken messages away from the framework, which would stop reading at the first one.
//!
//! What arrives is cut into messages here; those that can be read are passed on, the others are
//! said and left out, and reading goes on with the next.

use std::io;
use tokio::io::{
    AsyncBufRead, AsyncBufReadExt, AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt, BufReader,
};
use tower_lsp::jsonrpc::{Request, Response};

/// Longest header line that is looked at, in bytes.
const LONGEST_LINE: u64 = 4096;

/// Longest message, in bytes: more than any article, less than what would bring a desk down.
const LONGEST_BODY: usize = 256 << 20;

/// Passes the messages of `input` on to `output` until it ends; `say` hears of those left out.
pub async fn pass_on(
    input: impl AsyncRead + Unpin,
    mut output: impl AsyncWrite + Unpin,
    say: impl Fn(String),
) -> io::Result<()> {
    let mut input = BufReader::new(input);
    while let Some(length) = next_length(&mut input, &say).await? {
        if LONGEST_BODY < length {
            say(format!("left out a message of {length} bytes: expected at most {LONGEST_BODY}"));
            tokio::io::copy(&mut (&mut input).take(length as u64), &mut tokio::io::sink()).await?;
            continue;
        }
        let mut body = vec![0; length];
        input.read_exact(&mut body).await?;
        if let Some(problem) = problem(&body) {
            say(format!("left out a message that could not be read: {problem}"));
            continue;
        }
        output.write_all(format!("Content-Length: {length}\r\n\r\n").as_bytes()).await?;
        output.write_all(&body).await?;
        output.flush().await?;
    }
    Ok(())
}

/// Length of the next message's body; what is no header is skipped. `None` at the end.
async fn next_length(
    input: &mut (impl AsyncBufRead + Unpin),
    say: &impl Fn(String),
) -> io::Result<Option<usize>> {
    let (mut length, mut skipped) = (None, false);
    loop {
        let mut line = Vec::new();
        if input.take(LONGEST_LINE).read_until(b'\n', &mut line).await? == 0 {
            return Ok(None);
        }
        let line = String::from_utf8_lossy(&line).to_ascii_lowercase();
        let line = line.trim();
        if line.is_empty() {
            if length.is_some() {
                return Ok(length);
            }
            continue;
        }
        // Also in the middle of a line, where the message before it was longer than it said.
        let named =
            line.find("content-length:").map(|at| line[at + "content-length:".len()..].trim());
        length = named.and_then(|number| number.parse().ok()).or(length);
        let header = length.is_some() || line.starts_with("content-type:");
        if !header && !std::mem::replace(&mut skipped, true) {
            say("skipped what is no message: expected a Content-Length header with a number".into());
        }
    }
}

/// Why the framework could not read `body`, if it could not.
fn problem(body: &[u8]) -> Option<String> {
    if let Err(error) = std::str::from_utf8(body) {
        return Some(error.to_string());
    }
    let error = serde_json::from_slice::<Request>(body).err()?;
    serde_json::from_slice::<Response>(body).err()?;
    Some(error.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::cell::Cell;

    fn frame(body: &str) -> String {
        format!("Content-Length: {}\r\n\r\n{body}", body.len())
    }

    #[track_caller]
    fn check(input: &str, passed: &[&str], said: usize) {
        let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime");
        let (mut output, heard) = (Vec::new(), Cell::new(0));
        let say = |_| heard.set(heard.get() + 1);
        let _ = runtime.block_on(pass_on(input.as_bytes(), &mut output, say));
        let expected: String = passed.iter().map(|body| frame(body)).collect();
        assert_eq!(String::from_utf8_lossy(&output), expected);
        assert_eq!(heard.get(), said);
    }

    const GOOD: &str = r#"{"jsonrpc":"2.0","method":"exit"}"#;

    #[test]
    fn messages_are_passed_on_as_they_came() {
        check(&frame(GOOD).repeat(2), &[GOOD, GOOD], 0);
        let typed = format!(
            "Content-Type: application/vscode-jsonrpc\r\ncontent-length:{}\r\n\r\n{GOOD}",
            GOOD.len()
        );
        check(&typed, &[GOOD], 0);
    }

    #[test]
    fn a_broken_body_is_left_out_and_the_next_message_is_read() {
        for body in [r#"{"jsonrpc":"2.0","#, "[]", "", "null", r#"{"jsonrpc":"1.0","method":"x"}"#]
        {
            check(&(frame(body) + &frame(GOOD)), &[GOOD], 1);
        }
    }

    #[test]
    fn broken_headers_are_skipped() {
        check(&format!("Content-Length: many\r\n\r\n{}", frame(GOOD)), &[GOOD], 1);
        check(&format!("noise\r\nmore noise\r\n\r\n{}", frame(GOOD)), &[GOOD], 1);
        check(&format!("{{}}garbage{}", frame(GOOD)), &[GOOD], 0);
        check(&"x".repeat(100_000), &[], 1);
    }

    #[test]
    fn a_message_cut_short_by_the_end_is_not_passed_on() {
        check(&frame(GOOD)[..20], &[], 0);
        check(&frame(GOOD)[..40], &[], 0);
    }
}
