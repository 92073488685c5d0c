//! A name of ours that others spell differently.

use crate::{NameVariant, words::index::TermSet};
use language::{Entity, MentionKind, terms};
use sourcing::Reading;
use std::collections::HashMap;

/// Letters of a surname from which on a small difference is one of spelling.
const LONG: usize = 5;

/// Names of our people that `others` spell differently; each with its index among the tellers.
pub(crate) fn variants(ours: &Spellings, others: &[&Spellings]) -> Vec<NameVariant> {
    let mut variants: Vec<NameVariant> = Vec::new();
    for (index, name) in &ours.names {
        let mut with_us = Vec::new();
        let mut found: Vec<NameVariant> = Vec::new();
        for (teller, other) in others.iter().enumerate() {
            if other.lasts.contains(&name.hash) {
                with_us.push(teller);
                continue;
            }
            let variant = other
                .like(name)
                .find(|theirs| name.is_variant(theirs) && !ours.lasts.contains(&theirs.hash));
            let Some(variant) = variant else { continue };
            match found.iter_mut().find(|known| known.spelling == variant.whole) {
                Some(known) => known.tellers.push(teller),
                None => found.push(NameVariant {
                    entity: *index,
                    spelling: variant.whole.clone(),
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
#[derive(Debug)]
struct Name {
    whole: String,
    first: Option<String>,
    last: String,
    /// Hash of the surname.
    hash: u64,
    titles: Vec<String>,
}

impl Name {
    fn of(entity: &Entity) -> Option<Self> {
        if !matches!(entity.kind, MentionKind::Person | MentionKind::Unknown) {
            return None;
        }
        let mut words = entity.name.split_whitespace();
        let last = words.next_back()?;
        let last = last.trim_end_matches("’s").trim_end_matches("'s").to_lowercase();
        let first = words.next().map(str::to_owned);
        let hash = terms::hash(&last);
        Some(Self { whole: entity.name.clone(), first, last, hash, titles: entity.titles.clone() })
    }

    fn letter(&self) -> Option<char> {
        self.last.chars().next().map(unaccented)
    }

    /// Whether both name one person in two spellings: the same first name, or without one the
    /// same office, and surnames that differ by a letter or two.
    fn is_variant(&self, other: &Self) -> bool {
        let one_person = match (&self.first, &other.first) {
            (Some(here), Some(there)) => here == there,
            _ => self.titles.iter().any(|title| other.titles.contains(title)),
        };
        one_person && self.last != other.last && alike(&self.last, &other.last)
    }
}

/// How an article spells the names of people.
#[derive(Debug)]
pub(crate) struct Spellings {
    /// In order of the article, each with its index among the entities.
    names: Vec<(usize, Name)>,
    /// Which of them have a surname that begins with a letter.
    by_letter: HashMap<Option<char>, Vec<usize>>,
    /// Hashes of their surnames.
    lasts: TermSet,
}

impl Spellings {
    pub(crate) fn of(reading: &Reading) -> Self {
        let entities = reading.entities.iter().enumerate();
        let names: Vec<(usize, Name)> =
            entities.filter_map(|(index, entity)| Some((index, Name::of(entity)?))).collect();
        let mut by_letter: HashMap<_, Vec<usize>> = HashMap::new();
        for (at, (_, name)) in names.iter().enumerate() {
            by_letter.entry(name.letter()).or_default().push(at);
        }
        Self { lasts: names.iter().map(|(_, name)| name.hash).collect(), by_letter, names }
    }

    /// Names that can be spellings of `name`, in order of the article.
    fn like(&self, name: &Name) -> impl Iterator<Item = &Name> {
        let like = self.by_letter.get(&name.letter()).into_iter().flatten();
        like.map(|&at| &self.names[at].1)
    }
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
