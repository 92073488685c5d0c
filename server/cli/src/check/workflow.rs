//! Findings as workflow commands, which GitHub shows beside the lines of a change.

use super::{newsrooms::Article, report::shown};
use crate::failure::Failure;
use article::CodePoints;
use rules::Severity;
use std::io::Write;

/// Writes all findings but hints, one a line.
pub fn write(out: &mut dyn Write, articles: &[Article<'_>]) -> Result<(), Failure> {
    for article in articles {
        let points = CodePoints::of(&article.checked.reading.article.source);
        let file = property(&shown(&article.path));
        for finding in article.checked.findings.iter() {
            let command = match finding.severity {
                Severity::Error => "error",
                Severity::Warning => "warning",
                Severity::Information => "notice",
                Severity::Hint => continue,
            };
            let (line, column) = points.line_and_column(finding.span.start);
            let (end_line, end_column) = points.line_and_column(finding.span.end);
            let (rule, message) = (finding.rule, text(&finding.message));
            writeln!(
                out,
                "::{command} file={file},line={line},col={column},endLine={end_line},endColumn={end_column},title={rule}::{message}"
            )?;
        }
    }
    Ok(())
}

/// A message in one line, as GitHub's runner reads it back.
fn text(message: &str) -> String {
    message.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// The value of a property, which a comma or colon would end.
fn property(value: &str) -> String {
    text(value).replace(':', "%3A").replace(',', "%2C")
}
