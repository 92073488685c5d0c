//! Folders as people keep them, opened and checked.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod config;
mod folder;
mod ignored;
mod scratch;
