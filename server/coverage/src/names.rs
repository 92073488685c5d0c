//! A name of ours that others spell differently.

use crate::NameVariant;
use language::{Entity, MentionKind};
use sourcing::Reading;
use std::collections::{HashMap, HashSet};

/// Letters of a surname from which on a small difference is one of spelling.
const LONG: usize = 5;

/// Names of our people that `others` spell differently; each with its index among the tellers.
pub(crate) fn variants(reading: &Reading, others: &[&Reading]) -> Vec<NameVariant> {
    let own: HashSet<String> = names(reading).map(|name| name.last).collect();
    let others: Vec<Names> = others.iter().map(|other| Names::of(other)).collect();
    let mut variants: Vec<NameVariant> = Vec::new();
    for (index, ours) in reading.entities.iter().enumerate() {
        let Some(name) = Name::of(ours) else { continue };
        let mut with_us = Vec::new();
        let mut found: Vec<NameVariant> = Vec::new();
        for (teller, other) in others.iter().enumerate() {
            if other.lasts.contains(&name.last) {
                with_us.push(teller);
                continue;
            }
            let variant = other
                .like(&name)
                .find(|theirs| name.is_variant(theirs) && !own.contains(&theirs.last));
            let Some(variant) = variant else { continue };
            match found.iter_mut().find(|known| known.spelling == variant.whole) {
                Some(known) => known.tellers.push(teller),
                None => found.push(NameVariant {
                    entity: index,
                    spelling: variant.whole.to_owned(),
                    tellers: vec![teller],
                    with_us: Vec::new(),
                }),
            }
        }
        for variant in &mut found {
            variant.with_us.clone_from(&with_us);
        }
        variants.extend(found);
    }
    variants
}

/// A person's name in parts.
struct Name<'a> {
    whole: &'a str,
    first: Option<&'a str>,
    last: String,
    titles: &'a [String],
}

impl<'a> Name<'a> {
    fn of(entity: &'a Entity) -> Option<Self> {
        if !matches!(entity.kind, MentionKind::Person | MentionKind::Unknown) {
            return None;
        }
        let words: Vec<&str> = entity.name.split_whitespace().collect();
        let (last, rest) = words.split_last()?;
        let last = last.trim_end_matches("’s").trim_end_matches("'s").to_lowercase();
        let first = rest.first().copied();
        Some(Self { whole: &entity.name, first, last, titles: &entity.titles })
    }

    fn letter(&self) -> Option<char> {
        self.last.chars().next().map(unaccented)
    }

    /// Whether both name one person in two spellings: the same first name, or without one the
    /// same office, and surnames that differ by a letter or two.
    fn is_variant(&self, other: &Self) -> bool {
        let one_person = match (self.first, other.first) {
            (Some(here), Some(there)) => here == there,
            _ => self.titles.iter().any(|title| other.titles.contains(title)),
        };
        one_person && self.last != other.last && alike(&self.last, &other.last)
    }
}

/// The names of an article, found by the letter that their surnames begin with.
struct Names<'a> {
    by_letter: HashMap<Option<char>, Vec<Name<'a>>>,
    lasts: HashSet<String>,
}

impl<'a> Names<'a> {
    fn of(reading: &'a Reading) -> Self {
        let mut by_letter: HashMap<_, Vec<Name>> = HashMap::new();
        for name in names(reading) {
            by_letter.entry(name.letter()).or_default().push(name);
        }
        Self { by_letter, lasts: names(reading).map(|name| name.last).collect() }
    }

    /// Names that can be spellings of `name`, in order of the article.
    fn like(&self, name: &Name) -> impl Iterator<Item = &Name<'a>> {
        self.by_letter.get(&name.letter()).into_iter().flatten()
    }
}

fn names(reading: &Reading) -> impl Iterator<Item = Name<'_>> {
    reading.entities.iter().filter_map(Name::of)
}

/// Whether two surnames in lower case can be spellings of one: equal but for accents, or a letter
/// or two apart; not a plural, and not one name that another lengthens (Harris, Harrison).
pub(crate) fn alike(here: &str, there: &str) -> bool {
    let first = |name: &str| name.chars().next().map(unaccented);
    if first(here) != first(there) {
        return false;
    }
    let (a, b): (Vec<char>, Vec<char>) =
        (here.chars().map(unaccented).collect(), there.chars().map(unaccented).collect());
    if a == b {
        return true;
    }
    let shorter = a.len().min(b.len());
    let (short, long) = if a.len() <= b.len() { (&a, &b) } else { (&b, &a) };
    let lengthened = long.starts_with(short) && long.last() != short.last();
    let most = if shorter > LONG + 1 { 2 } else { 1 };
    shorter >= LONG && !lengthened && distance(&a, &b) <= most
}

/// A small letter without its accent.
pub fn unaccented(letter: char) -> char {
    match letter {
        'á' | 'à' | 'â' | 'ä' | 'ã' | 'å' | 'ā' | 'ă' | 'ą' => 'a',
        'é' | 'è' | 'ê' | 'ë' | 'ē' | 'ę' | 'ě' => 'e',
        'í' | 'ì' | 'î' | 'ï' | 'ī' | 'ı' => 'i',
        'ó' | 'ò' | 'ô' | 'ö' | 'õ' | 'ø' | 'ō' | 'ő' => 'o',
        'ú' | 'ù' | 'û' | 'ü' | 'ū' | 'ů' | 'ű' => 'u',
        'ç' | 'ć' | 'č' => 'c',
        'ñ' | 'ń' | 'ň' => 'n',
        'š' | 'ś' | 'ş' | 'ș' => 's',
        'ž' | 'ź' | 'ż' => 'z',
        'ý' | 'ÿ' => 'y',
        'ł' => 'l',
        'ğ' => 'g',
        'ř' => 'r',
        'ť' | 'ț' | 'ţ' => 't',
        'đ' | 'ď' => 'd',
        other => other,
    }
}

/// Letters to insert, drop or change to make one word of the other.
fn distance(a: &[char], b: &[char]) -> usize {
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut corner = i;
        row[0] = i + 1;
        for (j, y) in b.iter().enumerate() {
            let change = corner + usize::from(x != y);
            corner = row[j + 1];
            row[j + 1] = change.min(row[j] + 1).min(corner + 1);
        }
    }
    row.last().copied().unwrap_or(0)
}
