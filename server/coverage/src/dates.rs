//! Compares when an event was, as two outlets tell it.
//!
//! A time counts only where it stands with the verb that it dates: "was arrested on Monday", not
//! "police said on Monday". Two times differ only when no reading of one is a reading of the other:
//! a day lies in its month, "overnight" may be either day, and "yesterday" depends on the hour at
//! which the outlet printed it.

use crate::{
    Difference, DifferenceKind, Severity,
    at::{self, At},
    doubt::{Tentative, Unless},
    event,
    predicate::Mood,
    sentence::Words,
    statement::{Statement, Statements},
};
use article::Date;
use language::{Time, TimeKind};
use sourcing::{Place, Reading};
use std::cmp::Ordering;

/// Words before a time that say from or until when something went on, or what the time is of.
const BOUNDS: [&str; 16] = [
    "since", "until", "till", "by", "before", "after", "from", "to", "between", "through", "for",
    "of", "than", "and", "within", "s",
];
/// Words before or in a time that move it to the night before or after.
const NIGHT: [&str; 5] = ["early", "late", "night", "overnight", "midnight"];
/// Minutes by which clocks differ from outlet to outlet; of full hours more.
const CLOCKS: i32 = 15;
const HOURS: i32 = 40;

/// When the events of an article were.
#[derive(Debug, Default)]
pub(crate) struct Dates {
    /// Statements that are dated, in order.
    dated: Vec<Dated>,
    /// All times at which something happened, dated statements or not.
    known: Vec<When>,
}

#[derive(Debug)]
struct Dated {
    statement: usize,
    place: At<Place>,
    when: When,
}

/// A time as far as it is told; what is not told is none.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(crate) struct When {
    year: Option<i16>,
    month: Option<i8>,
    day: Option<i8>,
    /// Monday = 1.
    weekday: Option<i8>,
    /// Minutes since midnight, and whether that is only the hour.
    clock: Option<(i32, bool)>,
    /// Whether it may be meant for a day earlier or later.
    loose: bool,
    /// Whether it was told as a bare weekday, which every week has.
    bare: bool,
    /// Whether it was told from the day of writing: "today".
    relative: bool,
}

impl Dates {
    pub(crate) fn of(reading: &Reading, statements: &Statements) -> Self {
        let known = reading.times(|_, _| true).filter_map(|(place, time)| {
            let when = When::of(reading, place, &time)?;
            (!is_told(reading, place)).then_some((place, when))
        });
        let known: Vec<(Place, When)> = known.collect();
        let mut dated = Vec::new();
        for (index, statement) in statements.all().iter().enumerate() {
            let from = event::reach(reading, statements.all(), index);
            let first = known.partition_point(|(place, _)| {
                (place.block, place.range.start) < (from.block, from.range.start)
            });
            let in_reach = |(place, _): &&(Place, When)| {
                place.block == from.block && place.range.end <= from.range.end
            };
            let mut times = known[first..].iter().take_while(in_reach);
            // Of several times it is a guess which one is that of the verb.
            if let (Some((place, when)), None) = (times.next(), times.next())
                && (leads(reading, *place, statement) || event::follows(reading, *place, statement))
                && !is_bound(reading, *place)
            {
                dated.push(Dated { statement: index, place: At(*place), when: *when });
            }
        }
        Self { dated, known: known.into_iter().map(|(_, when)| when).collect() }
    }

    /// The dates of a sentence, each with the statement of the sentence that it is of.
    pub(crate) fn told(
        &self,
        statements: &Statements,
        sentence: usize,
    ) -> impl Iterator<Item = (usize, When)> {
        let first = statements.first(sentence);
        let told = self.of_sentence(statements, sentence).iter();
        told.map(move |it| (it.statement - first, it.when))
    }

    fn of_sentence(&self, statements: &Statements, sentence: usize) -> &[Dated] {
        at::of_sentence(&self.dated, |it| statements.all()[it.statement].sentence.0, sentence)
    }

    /// How the dates of two sentences differ. `later` says how the other article's date stands to
    /// ours.
    pub(crate) fn differences(
        &self,
        (statements, (reading, here)): (&Statements, (&Reading, usize)),
        theirs: &Self,
        (others, (other, there)): (&Statements, (&Reading, usize)),
        later: Option<Ordering>,
    ) -> Vec<Tentative> {
        let ours = self.of_sentence(statements, here);
        let rivals = theirs.of_sentence(others, there);
        let differ = |ours: &Dated| {
            let our = &statements.all()[ours.statement];
            let rival = rivals.iter().find(|rival| {
                ours.when.is_apart(rival.when) && event::same(our, &others.all()[rival.statement])
            })?;
            // Whoever gives both times tells of two events, or of one that moved.
            let severity = match later {
                _ if theirs.has(ours.when) => return None,
                Some(Ordering::Greater) if our.mood == Mood::Future => Severity::Update,
                Some(Ordering::Less) if our.mood == Mood::Future => return None,
                _ => Severity::Conflict,
            };
            let why = format!(
                "{} here, {} there",
                ours.when.told(reading.words(ours.place.0)),
                rival.when.told(other.words(rival.place.0)),
            );
            let kind = DifferenceKind::Date;
            let (here, there) = (ours.place.0, rival.place.0);
            let difference = Difference { kind, severity, here, there, why };
            Some(Tentative::new(difference, Unless::Date(rival.when)))
        };
        ours.iter().filter_map(differ).collect()
    }

    /// Whether the article gives this time of anything.
    pub(crate) fn has(&self, time: When) -> bool {
        self.known.iter().any(|when| when.is(time))
    }
}

impl When {
    fn of(reading: &Reading, place: Place, time: &Time) -> Option<Self> {
        if !matches!(time.kind, TimeKind::Date | TimeKind::Time) || time.since {
            return None;
        }
        let (date, clock) = time.value.split_once('T').unwrap_or((&time.value, ""));
        let mut parts = date.split('-');
        let mut when = Self { year: parts.next()?.parse().ok(), ..Self::default() };
        match (parts.next(), parts.next()) {
            (Some("WXX"), Some(day)) => when.weekday = Some(day.parse().ok()?),
            (month, day) => {
                when.month = month.map(str::parse).transpose().ok()?;
                when.day = day.map(str::parse).transpose().ok()?;
            }
        }
        if date.len() < 4 || parts.next().is_some() {
            return None;
        }
        if let Some(date) = when.date() {
            when.weekday = Some(date.weekday().to_monday_one_offset());
        }
        let mut digits = clock.split(':').map(str::parse::<i32>);
        if let Some(Ok(hour)) = digits.next() {
            let minute = digits.next().and_then(Result::ok);
            when.clock = Some((60 * hour + minute.unwrap_or(0), minute.is_none()));
        }
        let words = reading.words(place);
        let text = &reading.article.blocks[place.block].text;
        let before = text.get(..place.range.start).unwrap_or_default();
        let mut before = before.split_whitespace().rev().take(2);
        let night = |word: &str| NIGHT.iter().any(|night| word.eq_ignore_ascii_case(night));
        let named = words.contains(|c: char| c.is_uppercase() || c.is_ascii_digit());
        when.relative = !named;
        when.loose = !named
            || words.split([' ', '-']).any(night)
            || before.any(night)
            || when.clock.is_none() && !clock.is_empty();
        when.bare = named && !words.contains(|c: char| c.is_ascii_digit()) && when.day.is_some()
            || when.year.is_none() && when.weekday.is_some();
        let told = [when.year.is_some(), when.weekday.is_some(), when.clock.is_some()];
        (told.contains(&true) || when.month.is_some()).then_some(when)
    }

    fn date(self) -> Option<Date> {
        Date::new(self.year?, self.month?, self.day?).ok()
    }

    /// Whether no reading of one is a reading of the other.
    fn is_apart(self, other: Self) -> bool {
        // Whoever prints "today" a day later means another day, or copied the word.
        if self.relative && other.relative {
            return false;
        }
        let slack = i32::from(self.loose || other.loose);
        if let (Some(ours), Some(theirs)) = (self.date(), other.date()) {
            let days = ours.until(theirs).map_or(0, |span| span.get_days().abs());
            let weeks = self.bare && other.bare && days % 7 == 0;
            return if days == 0 { self.other_hour(other) } else { days > slack && !weeks };
        }
        if let (Some(ours), Some(theirs)) = (self.weekday, other.weekday) {
            let days = i32::from((ours - theirs).rem_euclid(7));
            let days = days.min(7 - days);
            return if days == 0 { self.other_hour(other) } else { days > slack };
        }
        let differ = |ours: Option<i8>, theirs: Option<i8>| {
            ours.zip(theirs).is_some_and(|(ours, theirs)| ours != theirs)
        };
        let months = self.month.is_some() && self.month == other.month;
        self.year.zip(other.year).is_some_and(|(ours, theirs)| ours != theirs)
            || differ(self.month, other.month)
            || months && differ(self.day, other.day) && slack == 0
    }

    /// Whether the clock shows another time, and not that of another time zone.
    fn other_hour(self, other: Self) -> bool {
        let Some(((ours, hour), (theirs, other_hour))) = self.clock.zip(other.clock) else {
            return false;
        };
        let apart = (ours - theirs).abs();
        let slack = if hour || other_hour { HOURS } else { CLOCKS };
        apart > slack && apart % 60 != 0
    }

    /// Whether it is `other`, told at least as closely.
    fn is(self, other: Self) -> bool {
        let closer = |ours: bool, theirs: bool| ours || !theirs;
        !self.is_apart(other)
            && closer(self.weekday.is_some(), other.weekday.is_some())
            && closer(self.day.is_some(), other.day.is_some())
            && closer(self.month.is_some(), other.month.is_some())
            && closer(self.year.is_some(), other.year.is_some())
            && closer(self.clock.is_some(), other.clock.is_some())
    }

    /// The words for the reader, with the day that they mean: "Tuesday (3 March)".
    fn told(self, words: &str) -> String {
        match self.date() {
            Some(date) if !words.contains(|c: char| c.is_ascii_digit()) => {
                format!("{words} ({})", date.strftime("%-d %B"))
            }
            _ => words.to_owned(),
        }
    }
}

/// Whether the time opens the sentence, or stands right before the verb: "On Monday, police
/// arrested", "police Monday arrested".
fn leads(reading: &Reading, time: Place, statement: &Statement) -> bool {
    let sentence = reading.sentences[statement.sentence.0].place;
    let text = &reading.article.blocks[time.block].text;
    let words = |from: usize, to: usize| Some(text.get(from..to)?.split_whitespace().count());
    time.range.end <= statement.place.0.range.start
        && (words(sentence.range.start, time.range.start) <= Some(1)
            || words(time.range.end, statement.place.0.range.start) == Some(0))
}

/// Whether the words before the time make it a bound, or those behind it an owner.
fn is_bound(reading: &Reading, time: Place) -> bool {
    let text = &reading.article.blocks[time.block].text;
    let after = text.get(time.range.end..).unwrap_or_default();
    after.starts_with("'s")
        || after.starts_with("’s")
        || after.starts_with(['-', '–'])
        || BOUNDS.contains(&&*before(reading, time))
}

fn before(reading: &Reading, place: Place) -> String {
    let sentence = reading.sentence_at(place);
    let words = sentence.and_then(|sentence| Words::of(reading, sentence));
    words.map_or_else(String::new, |words| words.before(place))
}

fn is_told(reading: &Reading, place: Place) -> bool {
    let sentence = reading.sentence_at(place);
    let words = sentence.and_then(|sentence| Words::of(reading, sentence));
    words.is_some_and(|words| words.tells(place))
}
