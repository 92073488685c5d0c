//! Data files of the rules: one entry a line, as the files of the rooms above.

/// The entries of a data file, in order.
pub fn lines(file: &'static str) -> Vec<&'static str> {
    language::data::entries(file).collect()
}
