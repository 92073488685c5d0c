//! What an edit leaves as it was, of any list.

/// For each of `now` items the one of `before` that it was: an edit leaves what is before and what
/// is behind it. `same` takes one that was and one that is.
pub(crate) fn kept(
    before: usize,
    now: usize,
    same: impl Fn(usize, usize) -> bool,
) -> Vec<Option<usize>> {
    let most = before.min(now);
    let head = (0..most).take_while(|&at| same(at, at)).count();
    let tail = (1..=most - head).take_while(|&at| same(before - at, now - at)).count();
    let was = |at: usize| match at {
        _ if at < head => Some(at),
        _ if at >= now - tail => Some(at + before - now),
        _ => None,
    };
    (0..now).map(was).collect()
}
