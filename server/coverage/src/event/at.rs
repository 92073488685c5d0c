//! Where in an article something stands that it says.

/// Where something stands that an article says. Two articles can say the same, and one before and
/// after an edit, so that this is never unequal.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct At<T>(pub(crate) T);

impl<T> PartialEq for At<T> {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

/// Those of `items`, in order, that belong to a sentence.
pub(crate) fn of_sentence<T>(items: &[T], at: impl Fn(&T) -> usize, sentence: usize) -> &[T] {
    let start = items.partition_point(|item| at(item) < sentence);
    let end = items.partition_point(|item| at(item) <= sentence);
    &items[start..end]
}
