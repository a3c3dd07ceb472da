//! What the names of an export's columns and a sample of its rows tell; where they leave it open, a
//! person says it.

use super::proposing::first_text;
use super::questions::{Meant, Questions, Usual};
use crate::source::Sample;
use crate::source::columns::{Doubt, Inference, Said, infer};
use crate::source::time::DayOrder;

/// Infers what an export holds, and asks about one doubt after the other.
pub(super) fn infer_asking(
    sample: &Sample,
    questions: &mut Option<Questions<'_>>,
) -> anyhow::Result<Inference> {
    let mut said = Said::default();
    loop {
        let inference = infer(&sample.header, &sample.rows, &said);
        let Some(questions) = questions else { return Ok(inference) };
        let Some(question) = inference.doubts.iter().find_map(|doubt| asked(doubt, &inference, &said)) else {
            return Ok(inference);
        };
        match question {
            Question::Column(name, columns, usual) => {
                let meant = |column: String| {
                    let example = first_text(sample, &column).map(str::to_owned);
                    Meant { column, example }
                };
                let meant: Vec<Meant> = columns.into_iter().map(meant).collect();
                said.columns.push((name, questions.column(name, &meant, usual)?));
            }
            Question::Order(example, usual) => said.day_order = Some(questions.day_order(&example, usual)?),
        }
    }
}

enum Question {
    /// Which column holds a field or stage, and what Enter takes.
    Column(&'static str, Vec<String>, Usual),
    /// What comes first in such a date, and what it usually is.
    Order(String, DayOrder),
}

/// The stages that are asked for where no end is known and times are left over: those that are mostly
/// promised.
const PROMISED: [&str; 3] = ["resolved", "responded", "acknowledged"];

/// The question that settles a doubt, if there is one that wasn't asked yet.
fn asked(doubt: &Doubt, inference: &Inference, said: &Said) -> Option<Question> {
    let free = |times: bool| {
        let fitting = inference.left_out.iter().filter(move |left| left.is_times == times);
        fitting.map(|left| left.column.clone())
    };
    let question = match doubt {
        Doubt::NoId => Question::Column("id", free(false).collect(), Usual::First),
        Doubt::SeveralColumns { name, column, others } => {
            let columns = std::iter::once(column.clone()).chain(others.iter().cloned()).collect();
            Question::Column(name, columns, Usual::First)
        }
        Doubt::OpenedByOrder { column } => {
            let others: Vec<String> = free(true).collect();
            if others.is_empty() {
                return None;
            }
            let columns = std::iter::once(column.clone()).chain(others).collect();
            Question::Column("opened", columns, Usual::First)
        }
        // Where something can be measured, further times are mostly nothing that is promised.
        Doubt::UnusedTimes { columns } if inference.stages.iter().all(|found| found.stage == "opened") => {
            let is_open = |stage: &&&str| !said.is_about(stage);
            Question::Column(PROMISED.iter().find(is_open)?, columns.clone(), Usual::None)
        }
        Doubt::DayOrderUnknown { example, .. } => {
            Question::Order(example.clone(), inference.day_order.as_ref()?.order)
        }
        _ => return None,
    };
    match &question {
        Question::Column(name, columns, _) if columns.is_empty() || said.is_about(name) => None,
        _ => Some(question),
    }
}
