use super::{Claim, Moment};
use crate::domain::{Holder, Instant};

/// The longest name that a lock tells; more of it doesn't make a person better known.
const LONGEST_NAME: usize = 64;

/// What stands for a person whom nobody named.
const UNKNOWN: &str = "unknown";

/// This process, for a claim that came to its right at `since`.
pub(super) fn holding(claim: &Claim, since: Instant) -> Holder {
    Holder { process: std::process::id(), by: name(&claim.by), since: Some(since) }
}

/// The line that stands in a lock, with its end: `4242 2026-11-25T03:00:00Z sato`, or the id alone
/// where the time isn't known. The name comes last, since it may have spaces.
pub(super) fn line(holder: &Holder) -> String {
    let Holder { process, by, since } = holder;
    match since {
        Some(since) => format!("{process} {} {}\n", Moment(*since), by.as_deref().unwrap_or(UNKNOWN)),
        None => format!("{process}\n"),
    }
}

/// Reads what [`fn@line`] wrote. `None` for anything else, and where somebody is just writing it.
pub(super) fn parse(text: &str) -> Option<Holder> {
    let line = text.lines().next()?;
    let Some((process, rest)) = line.split_once(' ') else {
        return Some(Holder { process: line.parse().ok()?, by: None, since: None });
    };
    let (since, by) = rest.split_once(' ')?;
    Some(Holder { process: process.parse().ok()?, by: name(by), since: Some(Moment::parse(since)?.0) })
}

/// A name as a lock tells it: on one line, not too long; `None` for nobody's.
fn name(by: &str) -> Option<String> {
    let plain: String =
        by.chars().map(|character| if character.is_control() { ' ' } else { character }).collect();
    let name: String = plain.trim().chars().take(LONGEST_NAME).collect();
    let name = name.trim_end();
    (!name.is_empty() && name != UNKNOWN).then(|| name.to_owned())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::ledger::Patience;

    fn holder(by: &str) -> Holder {
        let at = Instant::from_epoch(1_795_575_600, 0).unwrap();
        holding(&Claim { by: by.into(), at, patience: Patience::default() }, at)
    }

    #[test]
    fn the_line_names_the_process_the_time_and_the_person() {
        let process = std::process::id();
        assert_eq!(line(&holder("sato")), format!("{process} 2026-11-25T03:00:00Z sato\n"));
        assert_eq!(line(&holder("佐藤 花子")), format!("{process} 2026-11-25T03:00:00Z 佐藤 花子\n"));
        assert_eq!(line(&holder("")), format!("{process} 2026-11-25T03:00:00Z unknown\n"));
        assert_eq!(holder("unknown").by, None);
    }

    #[test]
    fn a_name_stays_on_its_line_and_has_an_end() {
        assert_eq!(holder(" a\nb\u{1b}[31m\u{85}c ").by.unwrap(), "a b [31m c");
        let long = holder(&"佐".repeat(1000));
        assert_eq!(long.by.as_ref().unwrap().chars().count(), LONGEST_NAME);
        assert_eq!(parse(&line(&long)), Some(long));
    }

    #[test]
    fn the_id_alone_is_understood_and_anything_else_names_nobody() {
        let alone = Some(Holder { process: 4242, by: None, since: None });
        for text in ["4242", "4242\n", "4242\r\n"] {
            assert_eq!(parse(text), alone, "{text:?}");
        }
        for text in [
            "",
            "\n",
            "sato",
            "-1",
            "4294967296",
            "4242 ",
            "4242 sato",
            "4242 2026-11-25T03:00:00Z",
            "4242 yesterday sato",
            "x 2026-11-25T03:00:00Z sato",
            " 4242",
            "\0\0\0\0",
        ] {
            assert_eq!(parse(text), None, "{text:?}");
        }
        let unnamed = parse("4242 2026-11-25T03:00:00Z unknown\n").unwrap();
        assert_eq!((unnamed.process, unnamed.by), (4242, None));
    }

    proptest! {
        #[test]
        fn any_holder_reads_back_as_it_was(by in any::<String>(), seconds in 0_i64..4_000_000_000) {
            let since = Instant::from_epoch(seconds, 0).unwrap();
            let claim = Claim { by, at: since, patience: Patience::default() };
            let holder = holding(&claim, since);
            prop_assert_eq!(line(&holder).lines().count(), 1);
            prop_assert_eq!(parse(&line(&holder)), Some(holder));
        }

        #[test]
        fn no_text_upsets_it(text in any::<String>()) {
            let _ = parse(&text);
        }
    }
}
