//! When a contribution came, as words of its document: by them the index of words finds what came within a year, a month or a
//! day, and reads nothing else.

use chrono::{DateTime, Datelike, Days, Months, NaiveDate, Utc};

/// A stretch of time, by UTC.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Span {
    Year(NaiveDate),
    Month(NaiveDate),
    Day(NaiveDate),
}

impl Span {
    /// Every year from one time to another, in order.
    pub(crate) fn years(from: DateTime<Utc>, to: DateTime<Utc>) -> Vec<Self> {
        (from.year()..=to.year())
            .filter_map(|year| NaiveDate::from_ymd_opt(year, 1, 1))
            .map(Self::Year)
            .collect()
    }

    /// What it is made of, in order; of a day, nothing.
    pub(crate) fn parts(self) -> Vec<Self> {
        match self {
            Self::Year(first) => (0..12)
                .filter_map(|month| first.checked_add_months(Months::new(month)))
                .map(Self::Month)
                .collect(),
            Self::Month(first) => (0..31)
                .filter_map(|day| first.checked_add_days(Days::new(day)))
                .filter(|day| day.month() == first.month())
                .map(Self::Day)
                .collect(),
            Self::Day(_) => Vec::new(),
        }
    }

    /// Whether a time lies before its end.
    pub(crate) fn ends_after(self, at: DateTime<Utc>) -> bool {
        let next = match self {
            Self::Year(first) => first.checked_add_months(Months::new(12)),
            Self::Month(first) => first.checked_add_months(Months::new(1)),
            Self::Day(day) => day.checked_add_days(Days::new(1)),
        };
        next.is_none_or(|next| at.date_naive() < next)
    }

    /// Whether a time lies behind its beginning.
    pub(crate) fn begins_before(self, at: DateTime<Utc>) -> bool {
        let (Self::Year(first) | Self::Month(first) | Self::Day(first)) = self;
        first <= at.date_naive()
    }

    /// What narrows a question to it.
    pub(crate) fn narrow(self, tsquery: &str) -> String {
        format!("({tsquery}) & '{}'", self.mark())
    }

    /// No word of a text begins like this.
    fn mark(self) -> String {
        match self {
            Self::Year(first) => first.format("@%Y").to_string(),
            Self::Month(first) => first.format("@%Y-%m").to_string(),
            Self::Day(day) => day.format("@%Y-%m-%d").to_string(),
        }
    }
}

/// The marks of all spans in which something came.
pub(super) fn marks(sent_at: DateTime<Utc>) -> [String; 3] {
    let day = sent_at.date_naive();
    [Span::Year(day), Span::Month(day), Span::Day(day)].map(Span::mark)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    #[test]
    fn what_came_is_marked_with_every_span_that_holds_it() {
        let came = at("2028-02-29T23:59:59Z");
        let years = Span::years(at("2026-12-31T23:00:00Z"), came);
        assert_eq!(years.len(), 3);
        let months = years[2].parts();
        assert_eq!((months.len(), months[1].parts().len()), (12, 29));
        let day = months[1].parts()[28];
        assert_eq!([years[2], months[1], day].map(Span::mark), marks(came));
        assert!(day.parts().is_empty());
        assert_eq!(day.narrow("'a' | 'b'"), "('a' | 'b') & '@2028-02-29'");
    }

    #[test]
    fn a_span_knows_what_lies_before_and_behind_it() {
        let month = Span::years(at("2026-01-01T00:00:00Z"), at("2026-01-01T00:00:00Z"))[0].parts()[4];
        for (time, ends_after, begins_before) in [
            ("2026-04-30T23:59:59Z", true, false),
            ("2026-05-01T00:00:00Z", true, true),
            ("2026-05-31T23:59:59Z", true, true),
            ("2026-06-01T00:00:00Z", false, true),
        ] {
            assert_eq!(
                (month.ends_after(at(time)), month.begins_before(at(time))),
                (ends_after, begins_before),
                "{time}"
            );
        }
    }
}
