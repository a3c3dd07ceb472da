use super::Parts;
use crate::assess::PeriodReport;
use crate::domain::Language;
use crate::render::document::Section;
use crate::render::page::{Block, Tone, percent, rate};
use crate::render::words;
use crate::words::period_report::Words;

/// What somebody has to look at.
pub(super) fn section(parts: &Parts<'_>) -> Section {
    let lines = lines(parts.report, parts.style.language);
    let blocks = if lines.is_empty() {
        vec![Block::Line(parts.words.all_well.to_owned(), Tone::Good)]
    } else {
        lines.into_iter().map(|(line, tone)| Block::Line(line, tone)).collect()
    };
    Section::new("attention", parts.words.attention, blocks)
}

/// A report on a period in a line, for whoever reads what cron mails.
#[must_use]
pub fn period_summary(told: &PeriodReport<'_>, language: Language) -> String {
    let texts: Vec<String> = lines(told, language).into_iter().map(|(line, _)| line).collect();
    let words = Words::of(language);
    let text = if texts.is_empty() { words.all_well.to_owned() } else { texts.join("; ") };
    format!("{}: {text}", told.period)
}

fn lines(told: &PeriodReport<'_>, language: Language) -> Vec<(String, Tone)> {
    let words = Words::of(language);
    let shared = words::Words::of(language);
    let mut lines = Vec::new();
    for objective in &told.report.objectives {
        let title = objective.title.as_str();
        let Some(found) = objective.counts.rate() else {
            lines.push(((words.no_base)(title), Tone::Plain));
            continue;
        };
        let short = percent(shared, found.per_mille());
        lines.push(match (objective.goal, objective.goal_met()) {
            (Some(goal), Some(met)) => {
                let goal = (shared.percent)(&goal.to_string());
                if met {
                    ((words.goal_met)(title, &short, &goal), Tone::Good)
                } else {
                    ((words.goal_missed)(title, &rate(shared, &objective.counts), &goal), Tone::Bad)
                }
            }
            _ => ((words.rate_without_goal)(title, &short), Tone::Plain),
        });
    }
    let breaches = told.report.breaches.len() as u64;
    if breaches > 0 {
        lines.push(((words.breach_count)(breaches), Tone::Plain));
    }
    let uncaused = told.without_cause();
    if uncaused > 0 {
        lines.push(((words.uncaused)(uncaused), Tone::Warning));
    }
    let came_back = told.effects.iter().filter(|effect| !effect.recurrences.is_empty()).count();
    if came_back > 0 {
        lines.push(((words.came_back_count)(came_back), Tone::Bad));
    }
    let overdue = told.requests.iter().filter(|request| request.overdue.is_some()).count();
    if overdue > 0 {
        lines.push(((words.overdue_count)(overdue), Tone::Warning));
    }
    let restated = told.restated.as_ref().map_or(0, |restated| {
        // What moved in a period is mostly what moved of its breaches.
        let periods = restated.periods.iter().filter(|period| !period.is_progress()).count();
        periods.max(restated.breaches.len())
    });
    if restated > 0 {
        lines.push(((words.restated_count)(restated), Tone::Warning));
    }
    lines
}
