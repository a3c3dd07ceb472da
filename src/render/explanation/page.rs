use super::objective;
use super::{Explained, ExplainedSource, Setting};
use crate::domain::{BreachRecord, FieldId, Language, NoteKind, Pause, SeverityAt, StageId, Stamp};
use crate::render::page::{Block, Tone};
use crate::render::time::LocalTimes;
use crate::words::explanation::Words;
use crate::words::names;

/// How many pauses, or severities, are named.
const NAMED: usize = 4;

/// The page of an explanation: where the incident was found and what is known of it, then an
/// objective at a time.
pub(super) fn page(explained: &Explained<'_>, language: Language) -> Vec<Block> {
    let words = Words::of(language);
    let setting = Setting { explained, words, times: LocalTimes::new(explained.policy.zone) };
    let incident = explained.incident;
    let title = format!("{}  {}", incident.id, incident.field(FieldId::TITLE));
    let mut blocks = vec![Block::Title(title.trim_end().to_owned()), Block::Facts(facts(&setting))];
    for objective in &explained.explanation.objectives {
        blocks.extend(objective::blocks(&setting, objective, language));
    }
    if explained.explanation.is_after_as_of {
        blocks.push(Block::Line(words.not_yet_opened.to_owned(), Tone::Warning));
    }
    if let ExplainedSource::Ledger(records) = explained.source {
        let moved: Vec<String> =
            records.iter().filter_map(|record| objective::moved(&setting, record, language)).collect();
        if !moved.is_empty() {
            blocks.push(Block::Heading(words.recorded.to_owned()));
            blocks.extend(moved.into_iter().map(|line| Block::Line(line, Tone::Warning)));
        }
    }
    blocks
}

fn facts(setting: &Setting<'_>) -> Vec<(&'static str, Vec<String>)> {
    let Setting { explained, words, .. } = setting;
    let Explained { policy, incident, .. } = explained;
    let as_of = format!("{} ({})", setting.moment(explained.as_of), policy.zone.name());
    let short = policy.sha256.get(..8).unwrap_or_default();
    let mut facts = vec![
        (words.found, vec![found(setting)]),
        (words.policy, vec![format!("{} (sha256 {short})", policy.path.display())]),
        (words.as_of, vec![as_of]),
    ];
    let about: Vec<String> = policy
        .fields
        .iter()
        .filter(|&(field, _)| field != FieldId::TITLE && !incident.field(field).is_empty())
        .map(|(field, name)| about(setting, field, name))
        .collect();
    if !about.is_empty() {
        facts.push((words.about, vec![about.join(words.and)]));
    }
    if incident.severities.len() > 1 {
        facts.push((words.severities, vec![severities(setting)]));
    }
    facts.push((words.course, stages(setting)));
    if let Some(pauses) = incident.pauses.as_ref().filter(|pauses| !pauses.is_empty()) {
        facts.push((words.pauses, vec![pauses_told(setting, pauses)]));
    }
    let unreadable = incident.notes.iter().filter_map(|note| match &note.kind {
        NoteKind::Unreadable(reason) => Some((words.cell)(&note.column, &note.value, reason)),
        NoteKind::Gap | NoteKind::Overlap | NoteKind::NeverEnded | NoteKind::UnknownStatus => None,
    });
    let unreadable: Vec<String> = unreadable.collect();
    if !unreadable.is_empty() {
        facts.push((words.not_readable, unreadable));
    }
    facts
}

fn found(setting: &Setting<'_>) -> String {
    let words = setting.words;
    match setting.explained.source {
        ExplainedSource::Export(path, row) => (words.row)(path, row),
        ExplainedSource::Ledger(records) => {
            let latest = records.iter().max_by_key(|record| record.as_of());
            latest.map_or_else(String::new, |record: &BreachRecord| {
                let as_of = setting.moment(record.breach.as_of);
                (words.ledger)(&record.entry.to_string(), &as_of, &record.breach.source, record.breach.row)
            })
        }
    }
}

fn about(setting: &Setting<'_>, field: FieldId, name: &str) -> String {
    let Explained { policy, incident, .. } = setting.explained;
    let text = incident.field(field);
    let known = policy.severities.name_of(text);
    if field == FieldId::SEVERITY && known != text {
        return format!("{} {text} → {known}", field_name(name, setting.words));
    }
    format!("{} {text}", field_name(name, setting.words))
}

fn severities(setting: &Setting<'_>) -> String {
    let (words, policy) = (setting.words, setting.explained.policy);
    let told: Vec<String> = setting
        .explained
        .incident
        .severities
        .iter()
        .map(|(at, text)| (words.from)(policy.severities.name_of(text), &setting.moment(*at)))
        .collect();
    let which = match policy.clock.severity_at {
        SeverityAt::Opened => "opened",
        SeverityAt::Breach => "breach",
        SeverityAt::Highest => "highest",
    };
    format!("{} (severity_at = {which})", some(&told, words))
}

/// The first few of several, and how many more there are.
fn some(told: &[String], words: &Words) -> String {
    let (shown, rest) = told.split_at(told.len().min(NAMED));
    let mut text = shown.join(words.and);
    if !rest.is_empty() {
        text.push_str(&(words.and_more)(rest.len()));
    }
    text
}

/// A line for each stage that something is known of.
fn stages(setting: &Setting<'_>) -> Vec<String> {
    let Explained { policy, incident, as_of, .. } = setting.explained;
    let words = setting.words;
    let known = policy.stages.iter().filter_map(|(stage, name)| {
        let name = stage_name(name, words);
        match incident.stamps.get(stage.index()).copied().unwrap_or(Stamp::Absent) {
            Stamp::At(at) => {
                let told = format!("{name} {}", setting.moment(at));
                Some(format!(
                    "{told}{}",
                    remark(setting, stage, at > *as_of && !policy.stages.is_deadline(stage))
                ))
            }
            Stamp::Unreadable => {
                let written = incident.written.get(stage.index()).and_then(Option::as_deref);
                Some((words.unreadable)(&name, written.unwrap_or_default()))
            }
            Stamp::Absent => None,
        }
    });
    let known: Vec<String> = known.collect();
    vec![known.join(" → ")]
}

fn remark(setting: &Setting<'_>, stage: StageId, is_later: bool) -> String {
    use crate::domain::IncidentPart::Stage;
    let words = setting.words;
    if is_later {
        return words.later.to_owned();
    }
    let mut notes = setting.explained.incident.notes.iter().filter(|note| note.part == Stage(stage));
    match notes.next().map(|note| &note.kind) {
        Some(NoteKind::Gap) => words.gap.to_owned(),
        Some(NoteKind::Overlap) => words.overlap.to_owned(),
        Some(NoteKind::Unreadable(_) | NoteKind::NeverEnded | NoteKind::UnknownStatus) | None => {
            String::new()
        }
    }
}

pub(super) fn stage_name(name: &str, words: &Words) -> String {
    (names::Words::of(words.language).stage)(name).unwrap_or(name).to_owned()
}

/// What people call a field.
pub(super) fn field_name<'n>(name: &'n str, words: &Words) -> &'n str {
    (names::Words::of(words.language).field)(name).unwrap_or(name)
}

fn pauses_told(setting: &Setting<'_>, pauses: &[Pause]) -> String {
    let words = setting.words;
    let mut pauses = pauses.to_vec();
    pauses.sort_unstable();
    let told: Vec<String> = pauses
        .iter()
        .map(|pause| {
            let to = pause.to.map(|to| setting.moment(to));
            (words.pause)(&setting.moment(pause.from), to.as_deref())
        })
        .collect();
    some(&told, words)
}
