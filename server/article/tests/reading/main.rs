//! Files as they come, and how they are read.

// The hashes are how `expect-test` writes its raw strings.
#![allow(clippy::needless_raw_string_hashes)]

mod markdown;
mod metadata;
mod plain;
mod robust;
mod shown;
