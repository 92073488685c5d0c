//! Web addresses and host names.

use crate::lexicon;
use std::sync::LazyLock;

/// Top-level domains that are no English words, so that "end.It" is not taken for an address.
static DOMAINS: LazyLock<Vec<&str>> =
    LazyLock::new(|| lexicon::class(include_str!("../../data/domains.txt"), "domain").collect());

/// Length of a web address at the start of `rest`.
pub fn address(rest: &str) -> Option<usize> {
    let web = rest.starts_with(['h', 'H', 'w', 'W'])
        && ["http://", "https://", "www."].iter().any(|head| {
            rest.get(..head.len()).is_some_and(|found| found.eq_ignore_ascii_case(head))
        });
    let bare = !web
        && rest.len() > 4
        && domain_length(rest).is_some_and(|end| rest[end..].starts_with('/'));
    if !web && !bare {
        return None;
    }
    let end = rest
        .find(|c: char| {
            c.is_whitespace() || matches!(c, '"' | '”' | '“' | '<' | '>' | '»' | '’' | '‘')
        })
        .unwrap_or(rest.len());
    let trimmed = rest[..end].trim_end_matches(['.', ',', ';', ':', '!', '?', ')', ']', '\'', '…']);
    (trimmed.len() > 4).then_some(trimmed.len())
}

/// Length of "name.name.com" at the start of `rest`.
pub fn domain_length(rest: &str) -> Option<usize> {
    let name = rest.bytes().take_while(u8::is_ascii_alphanumeric).count();
    if !matches!(rest.as_bytes().get(name), Some(b'.' | b'-')) {
        return None;
    }
    // No host name is longer: RFC 1035, section 2.3.4.
    let bytes = rest.as_bytes().iter().take(255);
    let end = bytes.take_while(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-')).count();
    let host = rest[..end].trim_end_matches(['.', '-']);
    let (name, last) = host.rsplit_once('.')?;
    (!name.is_empty() && is_domain(last)).then_some(host.len())
}

/// Whether the last part of a host name is a domain that is told from a word.
fn is_domain(last: &str) -> bool {
    DOMAINS.iter().any(|domain| last.eq_ignore_ascii_case(domain))
}
