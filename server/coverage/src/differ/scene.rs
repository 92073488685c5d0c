//! What a sentence says around its numbers: who and where, which year, whether they move.

use crate::words::{
    base::small,
    index::TermSet,
    sentence::{Words, time_at},
};
use language::{Measure, MentionKind, Tag, Time, TimeKind, TokenKind, data, names, terms};
use sourcing::Reading;
use std::sync::LazyLock;

/// Words of values that change by the hour.
static MOVING: LazyLock<TermSet> = LazyLock::new(|| {
    let lines = data::entries(include_str!("../../data/moving.txt"));
    lines.flat_map(str::split_whitespace).map(terms::hash).collect()
});

/// The setting of a sentence.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Scene {
    /// Terms of its names, sorted, each as often as it stands; days and months are none.
    names: Vec<u64>,
    /// Countries it names.
    countries: Vec<&'static str>,
    /// The same, those that follow one another together.
    called: Vec<Vec<u64>>,
    /// Years it gives in digits.
    years: Vec<i16>,
    /// The year in which the article was written, where it tells.
    now: Option<i16>,
    /// Months it gives without a day, as their times have them.
    months: Vec<String>,
    /// Whether it begins with a pronoun, and speaks of what the one before it is about.
    leans: bool,
    /// Whether its numbers are of the hour.
    pub(crate) moving: bool,
    /// Whether its numbers are each one's, or those of all together, where it says so.
    pub(crate) each: Option<bool>,
    /// Weekdays it gives for what happened, Monday = 1.
    days: Vec<u8>,
    /// Ages it gives people, in the bits of their numbers.
    ages: Vec<u64>,
}

impl Scene {
    /// Those of all sentences, in order.
    pub(crate) fn all(reading: &Reading) -> Vec<Self> {
        let mut scenes: Vec<Self> = Vec::with_capacity(reading.sentences.len());
        let now = year_of_writing(reading);
        for sentence in 0..reading.sentences.len() {
            let mut scene = Self { now, ..Self::of(reading, sentence) };
            if let Some(last) = scenes.last().filter(|_| scene.leans && scene.is_undated()) {
                scene.years.clone_from(&last.years);
                scene.months.clone_from(&last.months);
            }
            scenes.push(scene);
        }
        scenes
    }

    fn is_undated(&self) -> bool {
        self.years.is_empty() && self.months.is_empty() && self.days.is_empty()
    }

    fn of(reading: &Reading, sentence: usize) -> Self {
        let Some(words) = Words::of(reading, sentence) else { return Self::default() };
        let place = reading.sentences[sentence].place;
        let text = &reading.paragraphs[place.block].text;
        let mut scene = Self::default();
        for at in 0..words.tokens.len() {
            scene.add(&words, at, &text.times);
        }
        scene.leans = words.is_tagged(0, Tag::Pronoun);
        let first = text.times.partition_point(|it| it.range.start < place.range.start);
        let times = text.times[first..].iter();
        let times = times.take_while(|it| it.range.end <= place.range.end);
        let since = |time: &Time| {
            let first = |token: &language::Token| token.range.start < time.range.start;
            time.since || words.is_since(words.tokens.partition_point(first))
        };
        let times = times.filter(|time| !since(time));
        scene.months.extend(times.filter_map(month).map(str::to_owned));
        let first = text.mentions.partition_point(|it| it.range.start < place.range.start);
        let mentions = text.mentions[first..].iter();
        let mentions = mentions.take_while(|it| it.range.end <= place.range.end);
        let places = mentions.filter(|mention| mention.kind == MentionKind::Place);
        scene.countries.extend(places.filter_map(|it| names::country_of(it.name.of(words.text))));
        let ages = reading.quantities(sentence).filter(|(_, it)| it.measure == Measure::Age);
        scene.ages.extend(ages.map(|(_, age)| age.value.to_bits()));
        scene.names.sort_unstable();
        scene
    }

    fn add(&mut self, words: &Words, at: usize, times: &[Time]) {
        let token = &words.tokens[at];
        let word = words.word(at);
        // "News Corp <NCP.AX>": a ticker stands beside prices; its point may end the sentence.
        self.moving |= word.starts_with(['<', '>']) || MOVING.contains(&small(word));
        match word {
            "each" | "Each" | "apiece" => self.each = Some(true),
            "combined" | "altogether" => self.each = Some(false),
            // "since 2022" says how long, not when.
            _ if token.kind == TokenKind::Number && !words.is_since(at) => {
                self.years.extend(year(word));
            }
            _ => {}
        }
        if token.tag == Tag::Name {
            match time_at(times, token.range) {
                // "said Monday" is the day of the telling.
                Some(time) if !words.is_told(at) => self.days.extend(weekday(time)),
                Some(_) => {}
                None => self.name(words, at),
            }
        }
    }

    fn name(&mut self, words: &Words, at: usize) {
        let Some(term) = words.term(at) else { return };
        self.names.push(term);
        match self.called.last_mut().filter(|_| at > 0 && words.is_tagged(at - 1, Tag::Name)) {
            Some(name) => name.push(term),
            None => self.called.push(vec![term]),
        }
    }

    /// The years that it gives but that of writing, which goes without saying.
    fn past_years(&self) -> impl Iterator<Item = i16> {
        self.years.iter().copied().filter(|year| self.now != Some(*year))
    }

    /// Whether both name something, and that the same. "INS Mysore" is not "INS Sukanya".
    fn shares_a_name(&self, other: &Self) -> bool {
        self.called.iter().any(|ours| {
            let called = |theirs: &&Vec<u64>| ours.iter().any(|term| theirs.contains(term));
            other.called.iter().filter(called).any(|theirs| {
                let two = ours.first() == theirs.first() && ours.last() != theirs.last();
                !two || ours.len() == 1 || theirs.len() == 1
            })
        })
    }

    /// Whether a name or an age ties the two together.
    pub(crate) fn is_tied(&self, other: &Self) -> bool {
        meet(&self.ages, &other.ages) || self.shares_a_name(other)
    }

    /// Whether it names something that the other does not.
    fn names_more(&self, other: &Self) -> bool {
        self.names.iter().any(|name| other.names.binary_search(name).is_err())
    }

    /// How the two meet.
    pub(crate) fn meets(&self, other: &Self) -> Meets {
        let years = meet(&self.years, &other.years);
        let day = meet(&self.days, &other.days);
        let months = meet(&self.months, &other.months) || self.months == other.months;
        let apart_in_time = !years && (!self.past_years().eq(other.past_years()) || !months)
            || apart(&self.months, &other.months)
            || apart(&self.days, &other.days);
        Meets {
            time: match apart_in_time {
                true => Meeting::Apart,
                false if day => Meeting::Same,
                false => Meeting::Open,
            },
            place: !apart(&self.countries, &other.countries),
            names: match self.names.is_empty() || other.names.is_empty() {
                false if !self.shares_a_name(other) => Naming::Apart,
                _ if self.names_more(other) && other.names_more(self) => Naming::More,
                _ => Naming::Same,
            },
            ages: !apart(&self.ages, &other.ages),
        }
    }
}

/// The year of the article's date, or else of a day in its first sentence.
fn year_of_writing(reading: &Reading) -> Option<i16> {
    if let Some(date) = reading.article.metadata.date() {
        return Some(date.year());
    }
    let lead = |place, _: &Time| reading.sentence_at(place) == Some(0);
    let mut days = reading.times(lead).filter(|(_, time)| time.value.len() == 10);
    days.find_map(|(_, time)| time.value.get(..4)?.parse().ok())
}

/// Whether two scenes may be of one event, seen by its parts.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Meets {
    time: Meeting,
    /// Neither is about another country.
    place: bool,
    names: Naming,
    /// Neither is about somebody of another age.
    ages: bool,
}

/// How two years and weekdays stand to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Meeting {
    Apart,
    Open,
    Same,
}

/// How the names of two sentences stand to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Naming {
    /// Both name somebody or something, and nothing that both have.
    Apart,
    /// Each names what the other does not.
    More,
    Same,
}

impl Meets {
    /// Whether both may be about one event.
    pub(crate) fn one_event(self) -> bool {
        let same_day = self.time == Meeting::Same;
        self.time != Meeting::Apart
            && self.place
            && self.ages
            && (self.names != Naming::Apart || same_day)
    }

    /// Whether both may be about one event but for its time. Whoever was dismissed by one club in
    /// March may be by another in May.
    pub(crate) fn whenever(self) -> bool {
        self.place && self.ages && self.names == Naming::Same
    }

    /// Whether both may be about one event but for its place.
    pub(crate) fn wherever(self) -> bool {
        self.time != Meeting::Apart && self.ages && self.names != Naming::Apart
    }
}

/// Whether both give some and none is the same.
fn apart<T: PartialEq>(ours: &[T], theirs: &[T]) -> bool {
    !ours.is_empty() && !theirs.is_empty() && !meet(ours, theirs)
}

fn meet<T: PartialEq>(ours: &[T], theirs: &[T]) -> bool {
    ours.iter().any(|it| theirs.contains(it))
}

/// The weekday that a time names, Monday = 1.
pub(crate) fn weekday(time: &Time) -> Option<u8> {
    time.value.strip_prefix("XXXX-WXX-")?.get(..1)?.parse().ok()
}

/// The month that a time names without a day: "02".
fn month(time: &Time) -> Option<&str> {
    let (year, month) = time.value.split_once('-')?;
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    (time.kind == TimeKind::Date && year.len() == 4 && month.len() == 2 && digits(month))
        .then_some(month)
}

fn year(word: &str) -> Option<i16> {
    let year: i16 = word.parse().ok().filter(|_| word.len() == 4)?;
    (1900..2100).contains(&year).then_some(year)
}
