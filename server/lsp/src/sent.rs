//! What was last sent of each file, so that only what changed is sent again.

use crate::state::DocumentId;
use corpus::Kept;
use std::sync::Arc;

/// What was sent, with the number by which the editor names it.
pub type Numbered<T> = (u64, Arc<Vec<T>>);

/// Most bytes of what was sent. An editor that names what is forgotten gets everything once more.
const MOST: usize = 64 << 20;

/// What was last sent of each file.
#[derive(Debug)]
pub struct Sent<T> {
    last: Kept<DocumentId, Numbered<T>>,
    /// The last number given. None is given twice, also not after a file was closed.
    numbers: u64,
}

impl<T> Default for Sent<T> {
    fn default() -> Self {
        Self { last: Kept::new(MOST), numbers: 0 }
    }
}

impl<T: PartialEq> Sent<T> {
    /// Keeps `items` as what is sent of a file now. Gives their number, which is the old one where
    /// nothing changed, and what was sent before.
    pub fn send(&mut self, id: &DocumentId, items: &Arc<Vec<T>>) -> (u64, Option<Numbered<T>>) {
        let before = self.last.get(id).cloned();
        if let Some((number, old)) = &before
            && old == items
        {
            return (*number, before);
        }
        self.numbers += 1;
        // With what hangs on them: a message, places, other outlets' words.
        let bytes = 4 * items.len() * size_of::<T>();
        self.last.put(id.clone(), (self.numbers, Arc::clone(items)), bytes);
        (self.numbers, before)
    }

    /// The number of what was last sent of a file.
    pub fn number(&mut self, id: &DocumentId) -> Option<u64> {
        self.last.get(id).map(|(number, _)| *number)
    }

    /// Forgets a file.
    pub fn forget(&mut self, id: &DocumentId) {
        self.last.remove(id);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_stands_for_one_content_and_never_for_another() {
        let (mut sent, id) = (Sent::default(), DocumentId("untitled:1".into()));
        let mut number = |items: &[u8]| sent.send(&id, &Arc::new(items.to_vec())).0;
        assert_eq!([number(&[1]), number(&[1]), number(&[2]), number(&[1])], [1, 1, 2, 3]);
        sent.forget(&id);
        assert_eq!(sent.send(&id, &Arc::new(vec![1])), (4, None));
    }
}
