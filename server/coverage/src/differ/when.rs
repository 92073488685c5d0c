//! A time as an outlet tells it.

use article::Date;
use language::{Time, TimeKind};
use sourcing::{Place, Reading};

/// Words before or in a time that move it to the night before or after.
const NIGHT: [&str; 5] = ["early", "late", "night", "overnight", "midnight"];
/// Minutes by which clocks differ from outlet to outlet; of full hours more.
const CLOCKS: i32 = 15;
const HOURS: i32 = 40;

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

impl When {
    pub(crate) fn of(reading: &Reading, place: Place, time: &Time) -> Option<Self> {
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
    pub(crate) fn is_apart(self, other: Self) -> bool {
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
    pub(crate) fn is(self, other: Self) -> bool {
        let closer = |ours: bool, theirs: bool| ours || !theirs;
        !self.is_apart(other)
            && closer(self.weekday.is_some(), other.weekday.is_some())
            && closer(self.day.is_some(), other.day.is_some())
            && closer(self.month.is_some(), other.month.is_some())
            && closer(self.year.is_some(), other.year.is_some())
            && closer(self.clock.is_some(), other.clock.is_some())
    }

    /// The words for the reader, with the day that they mean: "Tuesday (3 March)".
    pub(crate) fn told(self, words: &str) -> String {
        match self.date() {
            Some(date) if !words.contains(|c: char| c.is_ascii_digit()) => {
                format!("{words} ({})", date.strftime("%-d %B"))
            }
            _ => words.to_owned(),
        }
    }
}
