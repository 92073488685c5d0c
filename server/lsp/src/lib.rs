//! The language server: the protocol in front of the newsroom.
//!
//! In: messages of an editor on standard input. Out: diagnostics, hovers, code actions. A thin
//! translation: nothing is decided here. UTF-16 and UTF-8 positions exist only in this room, and
//! only `to_proto` and `from_proto` name a protocol type and one of ours together.
