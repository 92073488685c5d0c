//! Reading the word lists under `data/`.

/// The entries of a list: one a line, `#` begins a comment line.
pub(crate) fn lines(list: &'static str) -> impl Iterator<Item = &'static str> {
    list.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'))
}

/// The entries of the part of a list headed `[name]`.
pub(crate) fn section(list: &'static str, name: &str) -> impl Iterator<Item = &'static str> {
    let head =
        move |line: &str| line.strip_prefix('[').and_then(|l| l.strip_suffix(']')) == Some(name);
    lines(list)
        .skip_while(move |line| !head(line))
        .skip(1)
        .take_while(|line| !line.starts_with('['))
}
