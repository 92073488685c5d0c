//! Data files: one entry a line; `#` begins a comment line.

/// The entries of a data file, in order.
pub fn lines(file: &'static str) -> Vec<&'static str> {
    file.lines().filter(|line| !line.starts_with('#') && !line.is_empty()).collect()
}
