//! Rows of episodes and of pairs, cut anywhere, in any order and as of any moment.

use proptest::prelude::*;

use super::*;
use crate::domain::{EventRows, PairRows, Rows};

fn of_rows(rows: Rows) -> Policy {
    Policy { mapping: Mapping { rows, ..policy().mapping }, ..policy() }
}

fn episodes() -> EventRows {
    let named =
        |name: &str, texts: &[&str]| (stage(name), texts.iter().map(|&text| text.to_owned()).collect());
    EventRows {
        activity: "activity".to_owned(),
        at: "at".to_owned(),
        stages: vec![
            named("opened", &["* TO alarm", "raised"]),
            named("acknowledged", &["taken"]),
            named("resolved", &["alarm to *"]),
        ],
        takes: Vec::new(),
        episodes: true,
        pauses: Vec::new(),
        reopens: vec!["again".to_owned()],
    }
}

const ACTIVITIES: [&str; 7] =
    ["Ok to Alarm", "Alarm to ok", "Taken", "again", "note", "Raised", "ALARM to no data"];

/// Events of one day: subject, activity, and whether there is a title; each at a minute of its own.
fn any_events() -> impl Strategy<Value = Vec<(u8, usize, bool)>> {
    prop::collection::vec((0..2u8, 0..ACTIVITIES.len(), any::<bool>()), 1..30)
}

fn event_row(minute: usize, &(subject, activity, is_told): &(u8, usize, bool)) -> String {
    let title = if is_told { format!("t{minute}") } else { String::new() };
    format!("s{subject},{},2026-05-01 09:{minute:02},{title}\n", ACTIVITIES[activity])
}

fn minute(minute: usize) -> Instant {
    Instant::from_epoch(1_777_593_600 + 60 * i64::try_from(minute).unwrap(), 0).unwrap()
}

/// What the export tells as of a moment, however it is cut, without the numbers of rows.
fn told(text: &str, policy: &Policy, as_of: Instant) -> Result<(Vec<Seen>, u64), TestCaseError> {
    let read = |cut| read_as_of(text.as_bytes(), policy, &IdSet::default(), cut, as_of).unwrap();
    let whole = read((1, 1 << 20));
    for cut in [(3, 16), (2, 60)] {
        prop_assert_eq!(&read(cut), &whole);
    }
    let apart = |seen: Seen| Seen { row: 0, note_rows: Vec::new(), ..seen };
    let mut incidents: Vec<Seen> = whole.incidents.into_iter().map(apart).collect();
    incidents.sort();
    Ok((incidents, whole.summary.outside))
}

/// The sum of incidents' rows and those outside is that of all rows; here by a second way of telling.
fn plain(events: &[(u8, usize, bool)], subject: u8) -> (Vec<String>, u64) {
    let (mut ids, mut outside, mut open) = (Vec::new(), 0, false);
    for (at, (_, activity, _)) in events.iter().enumerate().filter(|(_, event)| event.0 == subject) {
        match *activity {
            0 | 5 if !open => {
                ids.push(format!("s{subject} / 2026-05-01T00:{at:02}:00Z"));
                open = true;
            }
            1 | 6 => open = false,
            3 if !ids.is_empty() => open = true,
            _ => {}
        }
        outside += u64::from(ids.is_empty());
    }
    (ids, outside)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn episodes_are_the_same_in_whatever_order_rows_come(
        (events, order) in any_events().prop_flat_map(|events| {
            let places: Vec<usize> = (0..events.len()).collect();
            (Just(events), Just(places).prop_shuffle())
        }),
        then in 0..30usize,
    ) {
        let policy = of_rows(Rows::Events(episodes()));
        let text = |places: &mut dyn Iterator<Item = usize>| {
            let rows: String = places.map(|place| event_row(place, &events[place])).collect();
            format!("id,activity,at,title\n{rows}")
        };
        let ordered = text(&mut (0..events.len()));
        let shuffled = text(&mut order.iter().copied());
        for as_of in [minute(then), Instant::LAST] {
            prop_assert_eq!(told(&ordered, &policy, as_of)?, told(&shuffled, &policy, as_of)?);
        }
        let (incidents, outside) = told(&ordered, &policy, Instant::LAST)?;
        let [one, two] = [plain(&events, 0), plain(&events, 1)];
        let ids: Vec<&str> = incidents.iter().map(|incident| incident.id.as_str()).collect();
        let mut expected = [one.0, two.0].concat();
        expected.sort();
        prop_assert_eq!(&ids, &expected);
        prop_assert_eq!(outside, one.1 + two.1);
        // As of a past moment, the export of then: beside incidents that were opened later.
        let old = told(&text(&mut (0..events.len().min(then + 1))), &policy, minute(then))?;
        let (now, now_outside) = told(&ordered, &policy, minute(then))?;
        prop_assert_eq!(now.iter().map(|seen| &seen.id).collect::<Vec<_>>(), ids.clone());
        let known = |seen: &Seen| old.0.iter().any(|known| known.id == seen.id);
        prop_assert_eq!((now.into_iter().filter(known).collect::<Vec<_>>(), now_outside), old);
    }

    #[test]
    fn pairs_are_the_same_in_whatever_order_rows_come(
        (rows, order) in prop::collection::vec((0..9u8, any::<bool>(), 0..9u8), 1..24).prop_flat_map(|rows| {
            let places: Vec<usize> = (0..rows.len()).collect();
            (Just(rows), Just(places).prop_shuffle())
        }),
    ) {
        let policy = of_rows(Rows::Pairs(pairs()));
        // Problems that repeat are told by their first row: those are made to be alike.
        let row = |place: usize| {
            let (id, is_problem, refers) = rows[place];
            let refers = if is_problem { refers.wrapping_mul(id) % 9 } else { 0 };
            let at = if is_problem { format!("2026-05-01 08:0{id}") } else { format!("2026-05-01 09:0{id}") };
            format!("{id},{},{at},{refers}\n", u8::from(is_problem))
        };
        let text = |places: &mut dyn Iterator<Item = usize>| {
            format!("id,value,opened,r_id\n{}", places.map(row).collect::<String>())
        };
        let distinct: Vec<usize> = {
            let is_new = |&place: &usize| {
                !rows[..place].iter().any(|other| (other.0, other.1) == (rows[place].0, rows[place].1))
            };
            (0..rows.len()).filter(is_new).collect()
        };
        let ordered = told(&text(&mut (0..rows.len())), &policy, Instant::LAST)?;
        let shuffled: Vec<usize> = order.into_iter().filter(|place| distinct.contains(place)).collect();
        let once = told(&text(&mut distinct.iter().copied()), &policy, Instant::LAST)?;
        prop_assert_eq!(&once, &told(&text(&mut shuffled.iter().copied()), &policy, Instant::LAST)?);
        let ids = |seen: &[Seen]| seen.iter().map(|seen| seen.id.clone()).collect::<Vec<_>>();
        prop_assert_eq!(ids(&ordered.0), ids(&once.0));
        let referred = |id: u8| {
            distinct.iter().any(|&place| rows[place].1 && rows[place].2.wrapping_mul(rows[place].0) % 9 == id)
        };
        let alone = distinct.iter().filter(|&&place| !rows[place].1 && (rows[place].0 == 0 || !referred(rows[place].0)));
        prop_assert_eq!(once.1, alone.count() as u64);
    }
}

fn pairs() -> PairRows {
    let text = |text: &str| text.to_owned();
    PairRows {
        which: text("value"),
        recovery: vec![text("0"), text("ok")],
        problem: Vec::new(),
        refers: text("r_id"),
        at: text("opened"),
        stage: stage("resolved"),
    }
}

fn seen(text: &str, policy: &Policy) -> Outcome {
    read_with(text.as_bytes(), policy, &IdSet::default()).unwrap()
}

fn lines(outcome: &Outcome) -> Vec<String> {
    let stamps = |seen: &Seen| seen.stamps.join(" ").replace("2026-05-01 ", "");
    outcome.incidents.iter().map(|seen| format!("{} {}: {}", seen.id, seen.title, stamps(seen))).collect()
}

#[test]
fn an_episode_takes_from_later_rows_of_its_own_what_the_first_is_silent_about() {
    let policy = of_rows(Rows::Events(episodes()));
    let text = "id,activity,at,title\nd,note,2026-05-01 08:00,before\nd,ok to alarm,2026-05-01 09:00,\n\
                d,taken,2026-05-01 09:10,one\nd,alarm to ok,2026-05-01 09:30,end\nd,raised,2026-05-01 10:00,two\n";
    assert_eq!(
        lines(&seen(text, &policy)),
        [
            "d / 2026-05-01T00:00:00Z one: opened=09:00 acknowledged=09:10 resolved=09:30",
            "d / 2026-05-01T01:00:00Z two: opened=10:00",
        ]
    );
}

#[test]
fn rows_of_one_moment_are_in_the_order_of_the_file_or_of_a_file_with_the_newest_first() {
    let policy = of_rows(Rows::Events(episodes()));
    let rows = [
        "d,ok to alarm,2026-05-01 09:00,a\n",
        "d,alarm to ok,2026-05-01 09:10,b\n",
        "d,ok to alarm,2026-05-01 09:20,c\n",
        "d,alarm to ok,2026-05-01 09:20,d\n",
        "d,ok to alarm,2026-05-01 09:30,e\n",
        "d,alarm to ok,2026-05-01 09:40,f\n",
        "d,ok to alarm,2026-05-01 09:40,g\n",
    ];
    let header = "id,activity,at,title\n";
    let expected = [
        "d / 2026-05-01T00:00:00Z a: opened=09:00 resolved=09:10",
        "d / 2026-05-01T00:20:00Z c: opened=09:20 resolved=09:20",
        "d / 2026-05-01T00:30:00Z e: opened=09:30 resolved=09:40",
        "d / 2026-05-01T00:40:00Z g: opened=09:40",
    ];
    let oldest_first = seen(&format!("{header}{}", rows.concat()), &policy);
    let newest_first: String = rows.iter().rev().copied().collect();
    let newest_first = seen(&format!("{header}{newest_first}"), &policy);
    for outcome in [oldest_first, newest_first] {
        let mut told = lines(&outcome);
        told.sort();
        assert_eq!(told, expected);
    }
}

#[test]
fn an_opening_at_the_moment_of_the_one_before_opens_it_again() {
    let policy = of_rows(Rows::Events(episodes()));
    let text = "id,activity,at\nd,raised,2026-05-01 09:00\nd,alarm to ok,2026-05-01 09:00\n\
                d,raised,2026-05-01 09:00\n";
    assert_eq!(lines(&seen(text, &policy)), ["d / 2026-05-01T00:00:00Z : opened=09:00"]);
    let later = format!("{text}d,raised,2026-05-01 09:10\nd,alarm to ok,2026-05-01 09:20\n");
    assert_eq!(lines(&seen(&later, &policy)), ["d / 2026-05-01T00:00:00Z : opened=09:00 resolved=09:20"]);
}

#[test]
fn where_nothing_settles_episodes_each_opening_begins_one() {
    let rows = episodes();
    let stages = rows.stages.iter().take(2).cloned().collect();
    let policy = of_rows(Rows::Events(EventRows { stages, ..rows }));
    let text =
        "id,activity,at\nd,raised,2026-05-01 09:00\nd,taken,2026-05-01 09:05\nd,raised,2026-05-01 09:10\n";
    assert_eq!(
        lines(&seen(text, &policy)),
        [
            "d / 2026-05-01T00:00:00Z : opened=09:00 acknowledged=09:05",
            "d / 2026-05-01T00:10:00Z : opened=09:10",
        ]
    );
}

#[test]
fn a_time_that_cannot_be_read_may_lie_in_any_episode() {
    let policy = of_rows(Rows::Events(episodes()));
    let text = "id,activity,at\nd,raised,2026-05-01 09:00\nd,taken,soon\nd,alarm to ok,2026-05-01 09:10\n\
                d,raised,2026-05-01 09:20\n";
    let outcome = seen(text, &policy);
    assert_eq!(
        lines(&outcome),
        [
            "d / 2026-05-01T00:00:00Z : opened=09:00 acknowledged=? resolved=09:10",
            "d / 2026-05-01T00:20:00Z : opened=09:20 acknowledged=?",
        ]
    );
    assert_eq!(outcome.summary.unreadable, 1);
}

#[test]
fn many_episodes_and_many_times_that_cannot_be_read_take_no_longer_each() {
    const COUNT: usize = 40_000;
    let policy = of_rows(Rows::Events(episodes()));
    let row = |second: usize| {
        let activity = if second.is_multiple_of(2) { "raised" } else { "alarm to ok" };
        let (hour, minute, second) = (second / 3600, second / 60 % 60, second % 60);
        format!("d,{activity},2026-05-01 {hour:02}:{minute:02}:{second:02}\n")
    };
    let rows: String = (0..COUNT).map(row).collect();
    let text = format!("id,activity,at\n{rows}{}", "d,note,soon\n".repeat(COUNT));
    let outcome = read_as(text.as_bytes(), &policy, &IdSet::default(), 1, 1 << 20).unwrap();
    assert_eq!((outcome.incidents.len(), outcome.summary.unreadable), (COUNT / 2, COUNT as u64));
}

#[test]
fn a_reopening_takes_back_the_last_but_not_the_first_resolution() {
    let text = "id,activity,at\nd,raised,2026-05-01 09:00\nd,alarm to ok,2026-05-01 09:10\nd,again,2026-05-01 09:20\n";
    let resolved = |take| {
        let rows = EventRows { takes: vec![(stage("resolved"), take)], episodes: false, ..episodes() };
        lines(&seen(text, &of_rows(Rows::Events(rows)))).remove(0)
    };
    assert_eq!(resolved(crate::domain::Occurrence::First), "d : opened=09:00 resolved=09:10");
    assert_eq!(resolved(crate::domain::Occurrence::Last), "d : opened=09:00");
    let rows = EventRows {
        takes: vec![(StageId::OPENED, crate::domain::Occurrence::Last)],
        episodes: false,
        ..episodes()
    };
    let text = "id,activity,at\nd,raised,2026-05-01 09:00\nd,raised,2026-05-01 09:10\n";
    assert_eq!(lines(&seen(text, &of_rows(Rows::Events(rows)))), ["d : opened=09:10"]);
}

#[test]
fn a_pattern_that_fits_very_many_activities_crowds_out_no_other() {
    let named: String =
        (0..1_500).map(|place| format!("d,n{place} to alarm,2026-05-01 09:00\n").repeat(2)).collect();
    let text = format!("id,activity,at\n{named}d,TAKEN,2026-05-01 09:10\nd,alarm to x,2026-05-01 09:20\n");
    let activities = seen(&text, &of_rows(Rows::Events(episodes()))).summary.activities;
    assert_eq!(activities.len(), 1_000);
    for one in ["TAKEN", "alarm to x"] {
        assert!(activities.contains(&(one.to_owned(), 1)), "{one}");
    }
}

#[test]
fn what_tells_a_recovery_may_be_what_means_nothing_elsewhere() {
    let mut policy = of_rows(Rows::Pairs(pairs()));
    policy.mapping.missing = vec!["0".to_owned()];
    let text = "id,value,opened,r_id\n1,1,2026-05-01 09:00,2\n2, 0 ,2026-05-01 09:10,0\n3,1,2026-05-01 09:20,0\n\
                4,ＯＫ,2026-05-01 09:30,\n";
    let outcome = seen(text, &policy);
    assert_eq!(lines(&outcome), ["1 : opened=09:00 resolved=09:10", "3 : opened=09:20"]);
    assert_eq!(outcome.summary.outside, 1);
}

#[test]
fn a_recovery_that_cannot_be_told_leaves_the_stage_unknown() {
    let text = "id,value,opened,r_id\n1,1,2026-05-01 09:00,5\n2,1,2026-05-01 09:00,1\n3,1,2026-05-01 09:00,6\n\
                5,0,2026-05-01 09:10,0\n5,0,2026-05-01 09:20,0\n6,0,,0\n";
    let outcome = seen(text, &of_rows(Rows::Pairs(pairs())));
    assert!(outcome.incidents.iter().all(|seen| seen.stamps[1] == "resolved=?"));
    let notes: Vec<&str> = outcome.incidents.iter().map(|seen| seen.notes[0].as_str()).collect();
    assert_eq!(
        notes,
        [
            "r_id `5` names a recovery whose id stands in several rows: each id may have one row",
            "r_id `1` names a row that is no recovery by its `value`: compare that column with `recovery` of `[source.rows]`",
            "opened `` doesn't say when it was, as a recovery must",
        ]
    );
    let reasons = outcome.reasons();
    assert_eq!(reasons.len(), 2, "{reasons:?}");
    assert!(reasons[0].starts_with("5 id 5: the same id stands in row 6 too"), "{reasons:?}");
    assert_eq!((outcome.summary.outside, outcome.ids), (0, 3));
}

#[test]
fn problems_that_a_later_export_has_are_taken_from_there_and_keep_their_recoveries() {
    let mut later = IdSet::default();
    later.insert("1");
    let text =
        "id,value,opened,r_id\n1,1,2026-05-01 09:00,2\n2,0,2026-05-01 09:10,0\n3,1,2026-05-01 09:20,0\n";
    let outcome = read_with(text.as_bytes(), &of_rows(Rows::Pairs(pairs())), &later).unwrap();
    let summary = &outcome.summary;
    assert_eq!((outcome.ids(), summary.replaced, summary.outside), (vec!["3"], 1, 0));
}
