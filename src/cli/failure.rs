use std::collections::HashSet;
use std::fmt::Display;

use anyhow::Error;
use thiserror::Error as ThisError;

use crate::output::say_laid_out;
use crate::words::failure as words;

/// A failure whose text stands on its own, such as the faults of a policy, already laid out.
#[derive(Debug, ThisError)]
#[error("{0}")]
pub(super) struct Told(pub(super) String);

/// One failure of all that went wrong, if anything did.
pub(super) fn any(troubles: &[Error]) -> anyhow::Result<()> {
    let texts: Vec<String> = troubles.iter().map(text).collect();
    if texts.is_empty() { Ok(()) } else { Err(Told(texts.join("\n")).into()) }
}

/// One failure of all these faults, on a line each. What is wrong with several things alike is
/// said once.
pub(super) fn all(faults: &[impl Display]) -> Error {
    told(faults, None)
}

/// The failure of all these faults as in [`all`], and behind them a sentence about what was done
/// all the same.
pub(super) fn all_and(faults: &[impl Display], sentence: &str) -> Error {
    told(faults, Some(sentence))
}

fn told(faults: &[impl Display], sentence: Option<&str>) -> Error {
    let mut said = HashSet::new();
    let mut lines: Vec<String> = faults.iter().map(|fault| words::error(fault)).collect();
    lines.retain(|line| said.insert(line.clone()));
    lines.extend(sentence.map(str::to_owned));
    Told(crate::render::sanitize_lines(&lines.join("\n"))).into()
}

/// Tells on standard error why there is no answer: the failure, and on a line each what led to it.
pub(super) fn tell(error: &Error) {
    say_laid_out(&text(error));
}

fn text(error: &Error) -> String {
    if let Some(Told(text)) = error.downcast_ref() {
        return text.clone();
    }
    let mut chain = error.chain().map(words::cause);
    let mut last = chain.next().unwrap_or_default();
    let mut text = words::error(&last);
    for cause in chain {
        // Many errors repeat their source in their own text.
        if !last.contains(&cause) {
            text.push('\n');
            text.push_str(&words::because(&cause));
        }
        last = cause;
    }
    crate::render::sanitize_lines(&text)
}
