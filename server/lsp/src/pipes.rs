//! Standard input and output, each behind a thread of its own.
//!
//! Tokio's own hand every single read and write to a pool of threads and wait for it: several switches
//! between threads for each message, more than a small edit costs otherwise. Here one thread reads on
//! and one writes on, and nobody waits for either unless what is under way has no room.

use std::{
    io::{self, Read, Write},
    pin::Pin,
    sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError},
    task::{Context, Poll, Waker},
    thread,
    time::Duration,
};
use tokio::{
    io::{AsyncRead, AsyncWrite, ReadBuf},
    sync::mpsc,
};

/// Bytes that are read at once.
const CHUNK: usize = 1 << 16;

/// Chunks that may wait to be looked at.
const CHUNKS: usize = 16;

/// Bytes that may wait to be written.
const UNWRITTEN: usize = 1 << 20;

/// What a thread reads from standard input; it ends where that ends or cannot be read.
pub struct Input {
    chunks: mpsc::Receiver<Vec<u8>>,
    chunk: io::Cursor<Vec<u8>>,
}

impl Input {
    /// Begins to read.
    pub fn open() -> io::Result<Self> {
        let (sender, chunks) = mpsc::channel(CHUNKS);
        // It may be blocked for as long as the process lives, so nobody waits for its end.
        thread::Builder::new().name("input".into()).spawn(move || {
            let mut input = io::stdin().lock();
            let mut chunk = vec![0; CHUNK];
            loop {
                let read = match input.read(&mut chunk) {
                    Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                    Ok(0) | Err(_) => return,
                    Ok(read) => read,
                };
                if sender.blocking_send(chunk[..read].to_vec()).is_err() {
                    return;
                }
            }
        })?;
        Ok(Self { chunks, chunk: io::Cursor::default() })
    }
}

impl AsyncRead for Input {
    fn poll_read(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        let this = self.get_mut();
        let mut read = this.chunk.read(buffer.initialize_unfilled())?;
        if read == 0 && buffer.remaining() > 0 {
            match this.chunks.poll_recv(context) {
                Poll::Pending => return Poll::Pending,
                Poll::Ready(None) => return Poll::Ready(Ok(())),
                Poll::Ready(Some(chunk)) => this.chunk = io::Cursor::new(chunk),
            }
            read = this.chunk.read(buffer.initialize_unfilled())?;
        }
        buffer.advance(read);
        Poll::Ready(Ok(()))
    }
}

/// What a thread writes to standard output.
#[derive(Clone)]
pub struct Output(Arc<(Mutex<Unwritten>, Condvar)>);

#[derive(Default)]
struct Unwritten {
    bytes: Vec<u8>,
    /// Whether the thread is writing what it took.
    writing: bool,
    /// Why nothing can be written any more.
    failed: Option<io::ErrorKind>,
    /// Who waits for room.
    waiting: Option<Waker>,
}

impl Output {
    /// Begins to write what comes.
    pub fn open() -> io::Result<Self> {
        let output = Self(Arc::default());
        let unwritten = output.clone();
        thread::Builder::new().name("output".into()).spawn(move || unwritten.write_on())?;
        Ok(output)
    }

    fn lock(&self) -> MutexGuard<'_, Unwritten> {
        self.0.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn write_on(&self) {
        let mut output = io::stdout().lock();
        let mut taken = Vec::new();
        loop {
            let idle = |unwritten: &mut Unwritten| unwritten.bytes.is_empty();
            let waited = self.0.1.wait_while(self.lock(), idle);
            let mut unwritten = waited.unwrap_or_else(PoisonError::into_inner);
            std::mem::swap(&mut unwritten.bytes, &mut taken);
            unwritten.writing = true;
            drop(unwritten);
            let written = output.write_all(&taken).and_then(|()| output.flush());
            taken.clear();
            let mut unwritten = self.lock();
            unwritten.writing = false;
            unwritten.failed = written.err().map(|error| error.kind());
            if let Some(waiting) = unwritten.waiting.take() {
                waiting.wake();
            }
            self.0.1.notify_all();
            if unwritten.failed.is_some() {
                return;
            }
        }
    }

    /// Waits until everything is written, but no longer than `patience`.
    pub fn finish(&self, patience: Duration) {
        let busy = |unwritten: &mut Unwritten| {
            unwritten.failed.is_none() && (unwritten.writing || !unwritten.bytes.is_empty())
        };
        drop(self.0.1.wait_timeout_while(self.lock(), patience, busy));
    }
}

impl AsyncWrite for Output {
    fn poll_write(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        let mut unwritten = self.lock();
        if let Some(failed) = unwritten.failed {
            return Poll::Ready(Err(failed.into()));
        }
        let room = UNWRITTEN.saturating_sub(unwritten.bytes.len());
        if room == 0 {
            unwritten.waiting = Some(context.waker().clone());
            return Poll::Pending;
        }
        let bytes = &bytes[..bytes.len().min(room)];
        unwritten.bytes.extend_from_slice(bytes);
        drop(unwritten);
        self.0.1.notify_all();
        Poll::Ready(Ok(bytes.len()))
    }

    /// What was taken will be written; [`Output::finish`] waits for that.
    fn poll_flush(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<io::Result<()>> {
        Poll::Ready(Ok(()))
    }

    fn poll_shutdown(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<io::Result<()>> {
        Poll::Ready(Ok(()))
    }
}
