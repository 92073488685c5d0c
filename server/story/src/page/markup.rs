//! HTML in the making. Everything that comes from copy is escaped on its way in; tags and the names
//! of attributes come from us alone.

/// A page or a part of one.
#[derive(Debug, Default)]
pub(super) struct Markup(String);

/// Attributes of a tag.
pub(super) type Attributes<'a> = &'a [(&'static str, &'a str)];

impl Markup {
    /// Words.
    pub(super) fn text(&mut self, words: &str) -> &mut Self {
        for character in words.chars() {
            match character {
                '&' => self.0.push_str("&amp;"),
                '<' => self.0.push_str("&lt;"),
                '>' => self.0.push_str("&gt;"),
                '"' => self.0.push_str("&quot;"),
                '\'' => self.0.push_str("&#39;"),
                // No text of a page may hold them.
                it if it.is_control() && !matches!(it, '\n' | '\t') => self.0.push('\u{FFFD}'),
                it => self.0.push(it),
            }
        }
        self
    }

    /// A tag around what `inner` writes.
    pub(super) fn within(
        &mut self,
        tag: &'static str,
        attributes: Attributes<'_>,
        inner: impl FnOnce(&mut Self),
    ) -> &mut Self {
        self.empty(tag, attributes);
        inner(self);
        self.raw("</").raw(tag).raw(">")
    }

    /// A tag around words.
    pub(super) fn tag(
        &mut self,
        tag: &'static str,
        attributes: Attributes<'_>,
        words: &str,
    ) -> &mut Self {
        self.within(tag, attributes, |it| _ = it.text(words))
    }

    /// A tag that nothing closes.
    pub(super) fn empty(&mut self, tag: &'static str, attributes: Attributes<'_>) -> &mut Self {
        self.raw("<").raw(tag);
        for (name, value) in attributes {
            self.raw(" ").raw(name);
            if !value.is_empty() {
                self.raw("=\"").text(value).raw("\"");
            }
        }
        self.raw(">")
    }

    /// Markup of our own.
    pub(super) fn raw(&mut self, markup: &'static str) -> &mut Self {
        self.0.push_str(markup);
        self
    }

    /// The page.
    pub(super) fn finish(self) -> String {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn copy_cannot_leave_its_place() {
        let mut page = Markup::default();
        page.tag("p", &[("title", "\" onclick='x' \0")], "</p><script>&\u{7}");
        let want = "<p title=\"&quot; onclick=&#39;x&#39; \u{FFFD}\">\
                    &lt;/p&gt;&lt;script&gt;&amp;\u{FFFD}</p>";
        assert_eq!(page.finish(), want);
    }
}
