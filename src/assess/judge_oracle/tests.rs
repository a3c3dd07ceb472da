//! A hundred thousand incidents by default; `SLO_ORACLE_INCIDENTS` asks for more. A difference is
//! told with the seed that makes it again (`SLO_ORACLE_SEED`).

use std::collections::BTreeMap;

use super::plain::{Minute, PlainIncident, PlainPolicy, PlainStamp};
use super::random;
use super::real::{self, instant, span};
use super::slow_judge::{Ruling, SlowJudge};
use super::slow_minutes::SlowMinutes;
use crate::assess::tally::Tally;
use crate::assess::{Assessor, GroupKey, Intake, Question};
use crate::domain::oracle::{Dice, SHARING, each_seed};
use crate::domain::{Breach, FieldId, Policy, Reading, Span, Verdict};

#[test]
fn no_random_incident_is_judged_otherwise_than_minute_by_minute() {
    each_seed(compare);
}

#[test]
fn random_incidents_come_to_every_verdict() {
    let mut words: BTreeMap<&str, usize> = BTreeMap::new();
    for seed in 0..200 {
        let mut dice = Dice::new(seed);
        let (plain, near) = random::policy(&mut dice);
        let as_of = random::about(&mut dice, near + 300, 600);
        let incidents: Vec<PlainIncident> =
            (0..TOGETHER).map(|_| random::incident(&mut dice, near, as_of)).collect();
        for verdict in Assessor::watched(&judged(&real::policy(&plain), as_of, &incidents)).values().flatten()
        {
            *words.entry(verdict.word()).or_default() += 1;
            let stood = verdict.reading().is_some_and(|reading| reading.stopped > Span::ZERO);
            *words.entry("after standing still").or_default() += usize::from(stood);
            let open = verdict.reading().is_some_and(Reading::is_open) && verdict.word() == "breached";
            *words.entry("breached and open").or_default() += usize::from(open);
        }
    }
    assert!(words.len() == 8 && words.values().all(|&count| count >= 60), "{words:?}");
}

/// So many incidents are judged as of the same moment.
const TOGETHER: u64 = 10;

/// Compares the judges on some incidents that share a policy.
fn compare(seed: u64) {
    let mut dice = Dice::new(seed);
    let (plain, near) = random::policy(&mut dice);
    let policy = real::policy(&plain);
    let first = near - 10 * 24 * 60;
    let minutes: Vec<SlowMinutes<'_>> =
        plain.calendars.iter().map(|calendar| SlowMinutes::new(calendar, first)).collect();
    for _ in 0..SHARING / TOGETHER {
        let as_of = random::about(&mut dice, near + 300, 600);
        let incidents: Vec<PlainIncident> =
            (0..TOGETHER).map(|_| random::incident(&mut dice, near, as_of)).collect();
        let tally = judged(&policy, as_of, &incidents);
        for (place, incident) in incidents.iter().enumerate() {
            let judge = SlowJudge { policy: &plain, minutes: &minutes, incident, as_of };
            compare_incident(&plain, &judge, &tally, &place.to_string());
        }
        compare_ways(&policy, as_of, &incidents, tally);
    }
}

/// What a run over exports keeps of the incidents, each by its place as id; all are watched, so that
/// each gets verdicts.
fn judged(policy: &Policy, as_of: Minute, incidents: &[PlainIncident]) -> Tally {
    let watched = (0..incidents.len()).map(|place| place.to_string()).collect();
    taken(&Assessor::new(Question { watched, ..question(policy, as_of) }), incidents)
}

fn question(policy: &Policy, as_of: Minute) -> Question<'_> {
    let group_by = [GroupKey::usual(), vec![GroupKey::Field(FieldId::SERVICE)]].concat();
    Question { group_by, ..Question::of(policy, instant(as_of)) }
}

fn taken(assessor: &Assessor<'_>, incidents: &[PlainIncident]) -> Tally {
    let mut tally = assessor.begin();
    for (place, incident) in incidents.iter().enumerate() {
        let policy = assessor.question.policy;
        real::look(incident, &place.to_string(), policy, |incident| assessor.take(&mut tally, incident));
    }
    tally
}

/// Compares what is told of incidents that are all judged with what is told where those that clearly
/// met everything are only counted.
fn compare_ways(policy: &Policy, as_of: Minute, incidents: &[PlainIncident], judged: Tally) {
    let assessor = Assessor::new(question(policy, as_of));
    let counted = taken(&assessor, incidents);
    assert_eq!(counted.opened, judged.opened, "opened, as of {as_of}: {incidents:?}");
    assert_eq!(counted.ran, judged.ran, "ran, as of {as_of}: {incidents:?}");
    let report = |tally| assessor.report(tally, Vec::new(), Vec::new(), Vec::new(), |_| 0);
    assert_eq!(report(counted), report(judged), "as of {as_of}: {incidents:?}");
}

fn compare_incident(plain: &PlainPolicy, judge: &SlowJudge<'_>, tally: &Tally, id: &str) {
    let (incident, as_of) = (judge.incident, judge.as_of);
    let verdicts = Assessor::watched(tally).get(id);
    let told = || format!("incident {id} as of {as_of}: {incident:?}, {plain:?}, which is {verdicts:?}");
    // Whatever was opened after as-of hadn't happened.
    let happened = !matches!(incident.stamps[0], PlainStamp::At(opened) if opened > as_of);
    assert_eq!(verdicts.is_some(), happened, "looked at, {}", told());
    for (place, verdict) in verdicts.into_iter().flatten().enumerate() {
        let ruling = judge.judge(&plain.objectives[place]);
        let kept = tally.breaches.iter().chain(tally.pending.iter());
        let kept =
            kept.map(|kept| &kept.breach).find(|kept| kept.incident.id() == id && kept.objective == place);
        if let Err(what) = agrees(verdict, kept, &ruling) {
            panic!("{what} under objective {place}: {ruling:?}, {kept:?}, {}", told());
        }
    }
}

/// Whether a verdict, and what is kept of it if it is breached or pending, is what was ruled; else in
/// what it isn't.
fn agrees(verdict: &Verdict, kept: Option<&Breach>, ruling: &Ruling) -> Result<(), &'static str> {
    let equal = |what: &'static str, is_equal: bool| if is_equal { Ok(()) } else { Err(what) };
    equal("verdict", verdict.word() == ruling.word)?;
    let (reading, count) = match (verdict.reading(), &ruling.count) {
        (Some(reading), Some(count)) => (reading, count),
        (None, None) => return Ok(()),
        _ => return Err("arithmetic or not"),
    };
    equal("start", reading.from == instant(count.from))?;
    equal("end", reading.reached() == count.reached.map(instant))?;
    equal("elapsed", reading.elapsed == span(count.elapsed))?;
    equal("stopped", reading.stopped == span(count.stopped))?;
    if let Some(may) = count.may {
        equal("target", reading.target == span(may))?;
    }
    equal("kept", kept.is_some() == (ruling.word != "met"))?;
    let Some(kept) = kept else { return Ok(()) };
    equal("place of the target", kept.target == count.target)?;
    equal("severity", kept.incident.field(FieldId::SEVERITY) == Some(ruling.severity))?;
    let limit = instant(count.limit);
    equal("deadline", count.deadline.map_or(kept.deadline > limit, |at| kept.deadline == instant(at)))?;
    let last = |at| kept.last_in_time == instant(at);
    equal("last in time", count.last_in_time.map_or(kept.last_in_time >= limit, last))
}
