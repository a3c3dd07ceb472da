use super::clock;
use super::page::{field_name, stage_name};
use super::{Explained, Setting};
use crate::assess::{ExplainedClock, ExplainedObjective, Mismatch};
use crate::domain::{
    BreachRecord, Excluded, IncidentPart, Instant, Language, Objective, Promise, Reading, Span, StageId,
    Target, Uncovered, Unknown, Verdict,
};
use crate::render::duration;
use crate::render::page::{Block, Tone};
use crate::render::policy_words::target_sentence;
use crate::words::explanation::Words;

/// One objective: the verdict, which target decided and which didn't, and what the clock did.
pub(super) fn blocks(
    setting: &Setting<'_>,
    explained: &ExplainedObjective,
    language: Language,
) -> Vec<Block> {
    let words = setting.words;
    let policy = setting.explained.policy;
    let objective = &policy.objectives[explained.objective];
    let verdict = verdict(setting, &explained.verdict, language);
    let mut facts = Vec::new();
    let passed_over: Vec<String> = explained
        .passed_over
        .iter()
        .map(|(place, mismatch)| passed_over(setting, &objective.targets[*place], mismatch))
        .collect();
    if !passed_over.is_empty() {
        facts.push((words.passed_over, passed_over));
    }
    if let Some(place) = explained.target {
        let target = &objective.targets[place];
        let mut lines = vec![(words.line)(target.line, &target_sentence(policy, target, place, language))];
        let rest = objective.targets.len() - place - 1;
        if rest > 0 {
            lines.push((words.not_looked_at)(rest));
        }
        facts.push((words.target, lines));
        if !matches!(target.promise, Promise::Exempt(_)) {
            facts.push((words.clock, vec![running(setting, objective, target)]));
        }
    }
    if let (Some(reading), Some(clock)) = (explained.verdict.reading(), &explained.clock) {
        facts.push((words.result, vec![arithmetic(setting, reading, clock.deadline, language)]));
    }
    let name = match (objective.title.as_str(), objective.id.as_str()) {
        (title, id) if title == id => id.to_owned(),
        (title, id) => format!("{title} ({id})"),
    };
    let mut blocks = vec![Block::Heading(format!("{name}: {verdict}"))];
    if !facts.is_empty() {
        blocks.push(Block::Facts(facts));
    }
    let is_told = |clock: &&ExplainedClock| clock.segments.len() > 1 || clock.paused > Span::ZERO;
    if let Some(clock) = explained.clock.as_ref().filter(is_told) {
        blocks.push(Block::Line(String::new(), Tone::Plain));
        blocks.push(Block::Table(clock::table(setting, clock, language)));
        if clock.paused > Span::ZERO {
            blocks.push(Block::Line((words.less_paused)(&duration(clock.paused, language)), Tone::Plain));
        }
    }
    blocks
}

fn passed_over(setting: &Setting<'_>, target: &Target, mismatch: &Mismatch) -> String {
    let (words, policy) = (setting.words, setting.explained.policy);
    let why = match mismatch {
        Mismatch::Field { field, wanted, found } => {
            let name = field_name(policy.fields.name(*field), words);
            (words.other_field)(name, &wanted.join(words.or), found)
        }
        Mismatch::Since(since) => (words.opened_before)(&setting.times.day_or_time(*since)),
        Mismatch::Until(until) => (words.opened_after)(&setting.times.day_or_time(*until)),
    };
    (words.line)(target.line, &why)
}

/// From where to where the clock runs, and in which hours.
fn running(setting: &Setting<'_>, objective: &Objective, target: &Target) -> String {
    let (words, stages) = (setting.words, &setting.explained.policy.stages);
    let [from, to] = [objective.from, objective.to].map(|stage| stage_name(stages.name(stage), words));
    let hours = match (&target.calendar, &target.promise) {
        (_, Promise::By(_)) => words.deadline_stands.to_owned(),
        (Some(calendar), _) => (words.hours_of)(&calendar.title, calendar.zone.name()),
        (None, _) => words.day_and_night.to_owned(),
    };
    let mut told = (words.from_to)(&from, &to, &hours);
    if !objective.pauses {
        told.push_str(words.pauses_ignored);
    }
    told
}

/// The numbers: counted, target, difference, when the target was used up, when it was reached.
fn arithmetic(setting: &Setting<'_>, reading: &Reading, deadline: Instant, language: Language) -> String {
    let words = setting.words;
    let length = |span| duration(span, language);
    let mut told = vec![(words.counted)(&length(reading.elapsed), &length(reading.target))];
    if reading.stopped > Span::ZERO {
        told.push((words.stopped)(&length(reading.stopped)));
    }
    told.push((words.deadline)(&setting.moment(deadline)));
    told.extend(reading.reached().map(|at| (words.reached)(&setting.moment(at))));
    told.join(words.and)
}

/// The verdict in words, with what it amounts to.
fn verdict(setting: &Setting<'_>, verdict: &Verdict, language: Language) -> String {
    let (words, Explained { policy, .. }) = (setting.words, setting.explained);
    let stage = |stage: StageId| stage_name(policy.stages.name(stage), words);
    let length = |span| duration(span, language);
    match verdict {
        Verdict::Met(reading) => (words.met)(&length(reading.left())),
        Verdict::Breached(reading) if reading.over() == Span::ZERO => words.missed.to_owned(),
        Verdict::Breached(reading) if reading.is_open() => (words.breached_open)(&length(reading.over())),
        Verdict::Breached(reading) => (words.breached)(&length(reading.over())),
        Verdict::Pending(reading) => (words.pending)(&length(reading.left())),
        Verdict::NotStarted => words.not_started.to_owned(),
        Verdict::Unknown(unknown) => (words.unknown)(&match unknown {
            Unknown::Unreadable(at) => (words.stage_unreadable)(&stage(*at)),
            Unknown::Contradictory(first, second) => (words.contradictory)(&stage(*first), &stage(*second)),
            Unknown::Skipped(at) => (words.skipped)(&stage(*at)),
            Unknown::NotStarted(at) => (words.no_stage)(&stage(*at)),
            Unknown::RepeatedId => words.repeated.to_owned(),
            Unknown::Pauses(IncidentPart::PausedUpTo(_)) => words.sum_wrong.to_owned(),
            Unknown::Pauses(_) => words.pauses_unreadable.to_owned(),
        }),
        Verdict::Uncovered(Uncovered::NoTarget) => words.no_target.to_owned(),
        Verdict::Uncovered(Uncovered::NoDeadline(at)) => (words.no_deadline)(&stage(*at)),
        Verdict::Excluded(Excluded::Exempt) => words.exempt.to_owned(),
        Verdict::Excluded(Excluded::Dropped(place)) => policy
            .exclusions
            .get(*place)
            .map_or_else(|| words.exempt.to_owned(), |found| (words.dropped)(&found.reason, found.line)),
    }
}

/// What the ledger has recorded, where that isn't what the policy says by now.
pub(super) fn moved(setting: &Setting<'_>, record: &BreachRecord, language: Language) -> Option<String> {
    let Explained { policy, explanation, .. } = setting.explained;
    let breach = &record.breach;
    let words: &Words = setting.words;
    let now = explanation
        .objectives
        .iter()
        .find(|explained| policy.objectives[explained.objective].id == breach.objective);
    let is_same = now.is_some_and(|now| {
        matches!(&now.verdict, Verdict::Breached(reading)
            if (reading.elapsed, reading.target) == (breach.elapsed, breach.target.within))
    });
    if let Some(withdrawn) = &record.withdrawn {
        return Some((words.withdrawn)(
            &breach.objective,
            &withdrawn.verdict,
            &setting.moment(withdrawn.as_of),
        ));
    }
    (!is_same).then(|| {
        let length = |span| duration(span, language);
        let changed = breach.policy != policy.sha256;
        let (elapsed, target) = (length(breach.elapsed), length(breach.target.within));
        let recorded = (words.was_recorded)(&breach.objective, &elapsed, &target);
        if changed { recorded + words.policy_changed } else { recorded }
    })
}
