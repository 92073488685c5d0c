//! Names and their spelling.

