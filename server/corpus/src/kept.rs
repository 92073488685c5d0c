//! What can be made again, kept up to so many bytes.

use std::collections::BTreeMap;

/// Keeps what is used, and lets go of what was unused longest where it takes more than so many bytes.
#[derive(Debug)]
pub struct Kept<K, V> {
    /// Most bytes; the newest item is kept even where it alone takes more.
    most: usize,
    bytes: usize,
    items: BTreeMap<K, Item<V>>,
    /// The items by when they were last used.
    by_use: BTreeMap<u64, K>,
    uses: u64,
}

#[derive(Debug)]
struct Item<V> {
    value: V,
    bytes: usize,
    used: u64,
}

impl<K: Ord + Clone, V> Kept<K, V> {
    /// Keeps at most so many bytes.
    pub fn new(most: usize) -> Self {
        Self { most, bytes: 0, items: BTreeMap::new(), by_use: BTreeMap::new(), uses: 0 }
    }

    /// The value of `key`, which is used by asking.
    pub fn get(&mut self, key: &K) -> Option<&V> {
        let item = self.items.get_mut(key)?;
        if let Some(key) = self.by_use.remove(&item.used) {
            self.uses += 1;
            item.used = self.uses;
            self.by_use.insert(self.uses, key);
        }
        Some(&item.value)
    }

    /// Keeps `value`, which takes so many bytes, in place of an earlier one.
    pub fn put(&mut self, key: K, value: V, bytes: usize) {
        self.remove(&key);
        while self.most < self.bytes + bytes
            && let Some((_, oldest)) = self.by_use.pop_first()
        {
            self.remove(&oldest);
        }
        self.uses += 1;
        self.bytes += bytes;
        self.by_use.insert(self.uses, key.clone());
        self.items.insert(key, Item { value, bytes, used: self.uses });
    }

    /// Lets go of the value of `key`.
    pub fn remove(&mut self, key: &K) -> Option<V> {
        let item = self.items.remove(key)?;
        self.by_use.remove(&item.used);
        self.bytes -= item.bytes;
        Some(item.value)
    }

    /// How many values are kept.
    pub fn len(&self) -> usize {
        self.items.len()
    }

    /// Whether none is.
    pub fn is_empty(&self) -> bool {
        self.items.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Keeps what comes, takes out what begins with "-", uses what begins with "?"; what is left of
    /// ten bytes, where everything takes as many bytes as its name has.
    #[track_caller]
    fn check(steps: &str, left: &[&str]) {
        let mut kept = Kept::new(10);
        for step in steps.split(' ') {
            match (step.strip_prefix('-'), step.strip_prefix('?')) {
                (Some(name), _) => assert!(kept.remove(&name).is_some(), "{name} is there"),
                (_, Some(name)) => assert!(kept.get(&name).is_some(), "{name} is there"),
                _ => kept.put(step, (), step.len()),
            }
        }
        assert_eq!(kept.items.keys().copied().collect::<Vec<_>>(), left);
        assert_eq!(kept.bytes, left.iter().map(|name| name.len()).sum::<usize>());
        assert_eq!(kept.by_use.len(), left.len());
    }

    #[test]
    fn what_was_unused_longest_goes_first() {
        check("aaaa bbbb cc", &["aaaa", "bbbb", "cc"]);
        check("aaaa bbbb cccc", &["bbbb", "cccc"]);
        check("aaaa bbbb ?aaaa cccc", &["aaaa", "cccc"]);
        check("aaaa bbbb aaaa cccc", &["aaaa", "cccc"]);
        check("aaaa bbbb -bbbb cccc", &["aaaa", "cccc"]);
    }

    #[test]
    fn what_takes_more_than_everything_is_kept_alone() {
        check("aaaa bbbbbbbbbbbb", &["bbbbbbbbbbbb"]);
        check("bbbbbbbbbbbb aaaa", &["aaaa"]);
    }
}
