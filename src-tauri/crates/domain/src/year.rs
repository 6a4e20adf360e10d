//! The academic year (*studiejaar*) and its four periods.
//!
//! Promises: a year is two consecutive calendar years; periods cover it without gap or overlap. The boundaries are
//! editable data of the year (rule R2), given here as the usual ones of the handreiking: programme from 16 September,
//! period 1 and 4 at the HAN, 2 and 3 at the school. So are the deadlines of period 4, which the handreiking leaves open.

use chrono::{Datelike, Days, NaiveDate};
use serde::{Deserialize, Serialize};
use std::fmt;
use thiserror::Error;

/// Why a text is not an academic year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("not an academic year")]
pub struct InvalidYear;

/// *Studiejaar*, written `2024-2025`; from 1 September up to and including 31 August.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct AcademicYear(i32);

impl AcademicYear {
    /// Reads `2024-2025`. Error: [`InvalidYear`] unless two consecutive years between 2000 and 2100.
    pub fn parse(text: &str) -> Result<Self, InvalidYear> {
        let (first, second) = text.trim().split_once('-').ok_or(InvalidYear)?;
        let first: i32 = first.trim().parse().map_err(|_| InvalidYear)?;
        let second: i32 = second.trim().parse().map_err(|_| InvalidYear)?;
        if (2000..2100).contains(&first) && second == first + 1 { Ok(Self(first)) } else { Err(InvalidYear) }
    }

    /// First day, 1 September.
    pub fn first_day(self) -> NaiveDate {
        NaiveDate::from_ymd_opt(self.0, 9, 1).expect("BUG: 1 September exists")
    }

    /// Last day, 31 August.
    pub fn last_day(self) -> NaiveDate {
        NaiveDate::from_ymd_opt(self.0 + 1, 8, 31).expect("BUG: 31 August exists")
    }

    /// Whether `date` lies in this year.
    pub fn contains(self, date: NaiveDate) -> bool {
        (self.first_day()..=self.last_day()).contains(&date)
    }

    /// The calendar year in which `month` (1–12) of this academic year falls.
    pub fn calendar_year_of(self, month: u32) -> i32 {
        if month >= 9 { self.0 } else { self.0 + 1 }
    }

    /// The academic year that `date` lies in.
    pub fn of(date: NaiveDate) -> Self {
        Self(if date.month() >= 9 { date.year() } else { date.year() - 1 })
    }
}

impl fmt::Display for AcademicYear {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}-{}", self.0, self.0 + 1)
    }
}

impl TryFrom<String> for AcademicYear {
    type Error = InvalidYear;
    fn try_from(text: String) -> Result<Self, InvalidYear> {
        Self::parse(&text)
    }
}

impl From<AcademicYear> for String {
    fn from(year: AcademicYear) -> String {
        year.to_string()
    }
}

/// *Periode* 1 to 4 of the academic year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub enum Period {
    /// At the HAN, from 16 September.
    P1,
    /// On the school.
    P2,
    /// On the school; the eindevaluatie.
    P3,
    /// At the HAN; the summative judgement.
    P4,
}

impl Period {
    /// 1 to 4.
    pub fn number(self) -> u8 {
        self as u8 + 1
    }
}

impl TryFrom<u8> for Period {
    type Error = InvalidYear;
    fn try_from(number: u8) -> Result<Self, InvalidYear> {
        match number {
            1 => Ok(Self::P1),
            2 => Ok(Self::P2),
            3 => Ok(Self::P3),
            4 => Ok(Self::P4),
            _ => Err(InvalidYear),
        }
    }
}

impl From<Period> for u8 {
    fn from(period: Period) -> u8 {
        period.number()
    }
}

/// The last day of each kind of work on a dossier.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Deadlines {
    /// What the sources say is there.
    pub evidence: NaiveDate,
    /// The student's statement (*uitspraak*) is there.
    pub statement: NaiveDate,
    /// The judgement is established.
    pub judgement: NaiveDate,
    /// The form is signed.
    pub signature: NaiveDate,
}

/// Where the periods of a year begin, the end of one being the day before the next; and when the work is due.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Calendar {
    /// The year itself.
    pub year: AcademicYear,
    /// First day of the partnership's programme, usually 16 September.
    pub programme_starts: NaiveDate,
    /// First days of periods 2, 3 and 4.
    pub later_periods_start: [NaiveDate; 3],
    /// The deadlines that were set; none: the usual ones, which follow the first day of period 4.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub set_deadlines: Option<Deadlines>,
}

impl Calendar {
    /// The usual calendar of a year; an editable default.
    pub fn usual(year: AcademicYear) -> Self {
        let day = |month, day| {
            NaiveDate::from_ymd_opt(year.calendar_year_of(month), month, day).expect("BUG: a day of every year")
        };
        Self {
            year,
            programme_starts: day(9, 16),
            later_periods_start: [day(11, 11), day(2, 3), day(4, 14)],
            set_deadlines: None,
        }
    }

    /// First day of period 4, in which is judged.
    pub fn judging_starts(&self) -> NaiveDate {
        self.later_periods_start[2]
    }

    /// When the work is due: as it was set, else evidence and statement in the fifth and sixth week of period 4, the
    /// judgement in its ninth, the signature in its tenth. An editable default of the programme, not HAN policy.
    pub fn deadlines(&self) -> Deadlines {
        let after = |days| (self.judging_starts() + Days::new(days)).min(self.year.last_day());
        let usual =
            || Deadlines { evidence: after(32), statement: after(39), judgement: after(60), signature: after(67) };
        self.set_deadlines.unwrap_or_else(usual)
    }

    /// Last day of a period.
    pub fn last_day_of(&self, period: Period) -> NaiveDate {
        let [second, third, fourth] = self.later_periods_start;
        let before = |day: NaiveDate| day.pred_opt().unwrap_or(day);
        match period {
            Period::P1 => before(second),
            Period::P2 => before(third),
            Period::P3 => before(fourth),
            Period::P4 => self.year.last_day(),
        }
    }

    /// The period that `date` lies in; `None` outside the year.
    pub fn period_of(&self, date: NaiveDate) -> Option<Period> {
        if !self.year.contains(date) {
            return None;
        }
        let [second, third, fourth] = self.later_periods_start;
        Some(match date {
            date if date < second => Period::P1,
            date if date < third => Period::P2,
            date if date < fourth => Period::P3,
            _ => Period::P4,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_and_periods() {
        let year = AcademicYear::parse("2024-2025").expect("BUG: a year");
        assert!(AcademicYear::parse("2024-2026").is_err());
        let calendar = Calendar::usual(year);
        let day = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).expect("BUG: a day");
        assert_eq!(calendar.period_of(day(2024, 9, 16)), Some(Period::P1));
        assert_eq!(calendar.period_of(day(2025, 3, 28)), Some(Period::P3));
        assert_eq!(calendar.period_of(day(2025, 6, 12)), Some(Period::P4));
        assert_eq!(calendar.period_of(day(2025, 9, 1)), None);
        assert_eq!(AcademicYear::of(day(2025, 1, 1)), year);
    }

    #[test]
    fn deadlines_follow_period_4_until_they_are_set() {
        let mut calendar = Calendar::usual(AcademicYear::parse("2024-2025").expect("BUG: a year"));
        let kept = r#"{"year":"2024-2025","programme_starts":"2024-09-16",
            "later_periods_start":["2024-11-11","2025-02-03","2025-04-14"]}"#;
        assert_eq!(serde_json::from_str::<Calendar>(kept).expect("BUG: kept before there were any"), calendar);
        let day = |m, d| NaiveDate::from_ymd_opt(2025, m, d).expect("BUG: a day");
        assert_eq!((calendar.deadlines().evidence, calendar.deadlines().signature), (day(5, 16), day(6, 20)));
        calendar.later_periods_start[2] = day(8, 1);
        assert_eq!((calendar.deadlines().evidence, calendar.deadlines().signature), (day(8, 31), day(8, 31)));
        calendar.set_deadlines = Some(Deadlines { signature: day(7, 1), ..calendar.deadlines() });
        assert_eq!(calendar.deadlines().signature, day(7, 1));
        let text = serde_json::to_string(&calendar).expect("BUG: JSON");
        assert_eq!(serde_json::from_str::<Calendar>(&text).expect("BUG: read back"), calendar);
    }
}
