use super::super::aliases;
use super::super::header::By;
use super::super::wanted::{What, turn};
use super::said::SaidPlace;
use super::search::Search;
use super::{Doubt, StageGuess, StageSource};
use crate::domain::{StageId, Stages};
use crate::source::time::Reading;

/// A stage, the column it seems to stand in, and others that might be meant.
struct Choice {
    stage: &'static str,
    column: usize,
    is_seconds: bool,
    others: Vec<usize>,
}

/// Finds the stages, marks their columns as taken and notes what is unsure.
pub(super) fn find(search: &mut Search<'_>) -> Vec<StageGuess> {
    let mut names = Stages::BUILT_IN;
    names.sort_by_key(|name| turn(What::Stage(StageId::OPENED), name));
    let mut choices: Vec<Choice> = Vec::new();
    for stage in names {
        if let Some(choice) = choose(search, stage).or_else(|| choose_seconds(search, stage)) {
            search.header.take(choice.column);
            choices.push(choice);
        }
    }
    open_by_order(search, &mut choices);
    resolve_by_closing(search, &mut choices);
    if choices.len() == 1 && choices[0].stage == "opened" {
        search.doubts.push(Doubt::OnlyOpened);
    }
    choices.sort_by_key(|choice| Stages::BUILT_IN.iter().position(|name| *name == choice.stage));
    choices.into_iter().map(|choice| guess(search, choice)).collect()
}

fn choose(search: &Search<'_>, stage: &'static str) -> Option<Choice> {
    match search.said(stage) {
        None => {}
        Some(SaidPlace::Nowhere) => return None,
        Some(SaidPlace::Column(column)) => {
            return Some(Choice { stage, column, is_seconds: false, others: Vec::new() });
        }
    }
    let keys = aliases::keys(aliases::stage(stage));
    let mut found = search.candidates(&keys, &[By::Full, By::Inner]);
    // A column without any value may well be one of times, but comes last.
    found.retain(|&column| search.columns[column].holds_times() || search.columns[column].values == 0);
    found.sort_by_key(|&column| search.columns[column].values == 0);
    let (&column, others) = found.split_first()?;
    Some(Choice { stage, column, is_seconds: false, others: others.to_vec() })
}

fn choose_seconds(search: &Search<'_>, stage: &'static str) -> Option<Choice> {
    if search.said(stage).is_some() {
        return None;
    }
    let keys = aliases::keys(aliases::seconds_after_opened(stage));
    let found = search.candidates(&keys, &[By::Full, By::Inner]);
    let column =
        found.into_iter().find(|&column| search.columns[column].numbers == search.columns[column].values)?;
    Some(Choice { stage, column, is_seconds: true, others: Vec::new() })
}

/// Without a column of that name, `opened` is the time that comes first in most rows.
fn open_by_order(search: &mut Search<'_>, choices: &mut Vec<Choice>) {
    if choices.iter().any(|choice| choice.stage == "opened") || search.said("opened").is_some() {
        return;
    }
    let times = search.unused_times();
    let mut firsts = vec![0_usize; times.len()];
    for row in search.rows {
        let stamps = times.iter().enumerate().filter_map(|(place, &column)| {
            match search.notation.read(row.get(column)?) {
                Reading::At(written) => {
                    Some((written.seconds - i64::from(written.offset.unwrap_or(0)), place))
                }
                _ => None,
            }
        });
        if let Some((_, place)) = stamps.min() {
            firsts[place] += 1;
        }
    }
    let best = firsts.iter().enumerate().max_by_key(|&(place, count)| (*count, std::cmp::Reverse(place)));
    let Some((place, _)) = best else {
        search.doubts.push(Doubt::NoOpened);
        return;
    };
    let column = times[place];
    search.header.take(column);
    search.doubts.push(Doubt::OpenedByOrder { column: search.name(column) });
    choices.push(Choice { stage: "opened", column, is_seconds: false, others: Vec::new() });
}

/// Tools that know one end only call it closing.
fn resolve_by_closing(search: &mut Search<'_>, choices: &mut [Choice]) {
    if choices.iter().any(|choice| choice.stage == "resolved") {
        return;
    }
    if let Some(closed) = choices.iter_mut().find(|choice| choice.stage == "closed") {
        closed.stage = "resolved";
        search.doubts.push(Doubt::ResolvedFromClosed { column: search.name(closed.column) });
    }
}

fn guess(search: &mut Search<'_>, choice: Choice) -> StageGuess {
    let Choice { stage, column, is_seconds, others } = choice;
    let name = search.name(column);
    let others: Vec<String> = others
        .into_iter()
        .filter(|&other| !search.header.is_taken(other))
        .map(|other| search.name(other))
        .collect();
    if !others.is_empty() {
        search.doubts.push(Doubt::SeveralColumns {
            name: stage,
            column: name.clone(),
            others: others.clone(),
        });
    }
    let seen = &search.columns[column];
    let parsed = if is_seconds { seen.numbers } else { seen.times };
    let unreadable = seen.values - parsed.min(seen.values);
    if let (false, Some((example, reason))) = (is_seconds, &seen.no_time) {
        search.doubts.push(Doubt::UnreadableCells {
            stage,
            column: name.clone(),
            cells: unreadable,
            example: example.clone(),
            reason: reason.clone(),
        });
    }
    StageGuess {
        stage,
        source: if is_seconds { StageSource::SecondsAfterOpened(name) } else { StageSource::Time(name) },
        parsed,
        missing: seen.missing,
        unreadable,
        example: seen.example.clone(),
        others,
    }
}
