//! Files as they come, and how they are read.

#![allow(clippy::unwrap_used)]

mod markdown;
mod metadata;
mod plain;
mod robust;
mod shown;
