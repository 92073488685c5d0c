//! Writes files that people would miss.

use std::{fs, io, path::Path};

/// Writes a file as a whole or not at all. It keeps its permissions, and a link, such as one into a
/// folder that the desk shares, stays one.
pub fn write_whole(path: &Path, text: &str) -> io::Result<()> {
    let path = fs::canonicalize(path).unwrap_or_else(|_| path.into());
    let mut part = path.clone().into_os_string();
    part.push(format!(".{}.part", std::process::id()));
    fs::write(&part, text)?;
    if let Ok(there) = fs::metadata(&path) {
        fs::set_permissions(&part, there.permissions())?;
    }
    fs::rename(&part, &path).inspect_err(|_| {
        let _ = fs::remove_file(&part);
    })
}
