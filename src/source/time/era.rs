use super::cursor::Cursor;
use super::date::Fault;
use crate::words::unreadable_times as words;

/// An era of the Japanese calendar, whose years count from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Era {
    name: &'static str,
    /// What stands for it before a number.
    letter: char,
    first: Date,
    /// `None` where it goes on.
    last: Option<Date>,
}

/// Year, month and day.
type Date = (u32, u32, u32);

/// The eras in which incidents can have been, by the cabinet orders on their names: that of
/// 2019 (Order 143) begins 令和 on 2019-05-01, that of 1989 (Order 1) 平成 on 1989-01-08.
const ERAS: [Era; 3] = [
    Era { name: "令和", letter: 'R', first: (2019, 5, 1), last: None },
    Era { name: "平成", letter: 'H', first: (1989, 1, 8), last: Some((2019, 4, 30)) },
    Era { name: "昭和", letter: 'S', first: (1926, 12, 25), last: Some((1989, 1, 7)) },
];

/// Reads an era that stands next, and the year in it: `令和6`, `令和元`, `R6`, `r06`. Gives the year
/// of the Gregorian calendar.
pub(super) fn read(cursor: &mut Cursor<'_>) -> Option<(Era, u32)> {
    let before = *cursor;
    let era = by_name(cursor).or_else(|| by_letter(cursor))?;
    let year = if cursor.eat("元") {
        Some(1)
    } else {
        cursor.number().filter(|year| year.digits <= 2).map(|year| year.value)
    };
    if year.is_none() {
        *cursor = before;
    }
    year.map(|year| (era, era.first.0 + year - 1))
}

fn by_name(cursor: &mut Cursor<'_>) -> Option<Era> {
    let era = ERAS.into_iter().find(|era| cursor.eat(era.name))?;
    cursor.spaces();
    Some(era)
}

fn by_letter(cursor: &mut Cursor<'_>) -> Option<Era> {
    let letter = cursor.eat_any(&['R', 'r', 'H', 'h', 'S', 's'])?;
    ERAS.into_iter().find(|era| era.letter.eq_ignore_ascii_case(&letter))
}

impl Era {
    /// Checks that a date is of the era.
    pub(super) fn check(self, date: Date) -> Result<(), Fault> {
        let iso = |(year, month, day): Date| format!("{year}-{month:02}-{day:02}");
        let (name, letter) = (self.name, self.letter);
        match self.last {
            Some(last) if date > last => Err(Fault::Because(words::era_ended(name, letter, &iso(last)))),
            _ if date < self.first => Err(Fault::Because(words::era_began(name, letter, &iso(self.first)))),
            _ => Ok(()),
        }
    }
}
