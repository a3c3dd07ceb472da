//! What the names of an export's columns and a sample of its rows tell; where they leave it open, a
//! person says it.

use super::proposing::first_text;
use super::questions::{Meant, Questions};
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
            Question::Column(name, columns) => {
                let meant = |column: String| {
                    let example = first_text(sample, &column).map(str::to_owned);
                    Meant { column, example }
                };
                let meant: Vec<Meant> = columns.into_iter().map(meant).collect();
                said.columns.push((name, questions.column(name, &meant)?));
            }
            Question::Order(example, usual) => said.day_order = Some(questions.day_order(&example, usual)?),
        }
    }
}

enum Question {
    /// Which column holds a field or stage.
    Column(&'static str, Vec<String>),
    /// What comes first in such a date, and what it usually is.
    Order(String, DayOrder),
}

/// The question that settles a doubt, if there is one that wasn't asked yet.
fn asked(doubt: &Doubt, inference: &Inference, said: &Said) -> Option<Question> {
    let free = |times: bool| {
        let fitting = inference.left_out.iter().filter(move |left| left.is_times == times);
        fitting.map(|left| left.column.clone())
    };
    let question = match doubt {
        Doubt::NoId => Question::Column("id", free(false).collect()),
        Doubt::SeveralColumns { name, column, others } => {
            Question::Column(name, std::iter::once(column.clone()).chain(others.iter().cloned()).collect())
        }
        Doubt::OpenedByOrder { column } => {
            let others: Vec<String> = free(true).collect();
            if others.is_empty() {
                return None;
            }
            Question::Column("opened", std::iter::once(column.clone()).chain(others).collect())
        }
        Doubt::DayOrderUnknown { example, .. } => {
            Question::Order(example.clone(), inference.day_order.as_ref()?.order)
        }
        _ => return None,
    };
    match &question {
        Question::Column(name, columns) if columns.is_empty() || said.is_about(name) => None,
        _ => Some(question),
    }
}
