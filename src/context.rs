//! What a run finds around it: clock, environment, terminal. Read here once and passed on.

use std::io::{self, IsTerminal};
use std::path::PathBuf;
use std::process::Command;
use std::time::{self, Duration};

use anyhow::{Context as _, anyhow};

use crate::domain::{Instant, Language, Span};
use crate::words::surroundings as words;

/// What a run finds around it.
#[derive(Clone, Debug)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "what it finds at each end has nothing to do with the others"
)]
pub struct Context {
    /// The time on the machine's clock.
    pub now: Instant,
    /// The folder the program was started in.
    pub folder: PathBuf,
    /// When that was, by a clock that nobody sets.
    started: time::Instant,
    /// Columns to fit tables into: `COLUMNS`, else the terminal's; `None` where neither is there.
    pub width: Option<usize>,
    /// Lines of the screen that is written to: `LINES`, else the terminal's; `None` where neither
    /// is there.
    pub height: Option<usize>,
    /// Columns of a dialogue, which goes on whatever standard output is: `COLUMNS`, else the
    /// terminal's; `None` where neither is there.
    pub dialogue_width: Option<usize>,
    /// Whether standard output is a terminal.
    pub out_is_terminal: bool,
    /// Whether standard output may be coloured.
    pub colour_out: bool,
    /// Whether standard error may be coloured.
    pub colour_err: bool,
    /// The language of the locale.
    pub language: Option<Language>,
    /// Who runs the program: `SLO_USER`.
    pub user: Option<String>,
    /// The name of the login.
    pub login: Option<String>,
    /// How long to wait for others who write in a ledger: `SLO_LOCK_WAIT`.
    pub lock_wait: Option<Duration>,
    /// Whether a person can be asked: both standard input and standard error are a terminal.
    pub can_ask: bool,
}

impl Context {
    /// Looks around.
    pub fn read() -> anyhow::Result<Self> {
        let colour = variable("NO_COLOR").is_none() && variable("TERM").as_deref() != Some("dumb");
        let out_is_terminal = io::stdout().is_terminal();
        let (columns, lines) = (number("COLUMNS"), number("LINES"));
        let screen = terminal().filter(|_| out_is_terminal);
        let dialogue = terminal();
        Ok(Self {
            now: now().with_context(words::uncountable_year)?,
            started: time::Instant::now(),
            folder: std::env::current_dir().with_context(words::no_current_folder)?,
            width: columns.or(screen.map(|(width, _)| width)),
            height: lines.or(screen.map(|(_, height)| height)),
            dialogue_width: columns.or(dialogue.map(|(width, _)| width)),
            out_is_terminal,
            colour_out: colour && out_is_terminal,
            colour_err: colour && io::stderr().is_terminal(),
            language: language_of_locale(),
            user: variable("SLO_USER"),
            login: ["LOGNAME", "USER", "USERNAME"].into_iter().find_map(variable),
            lock_wait: variable("SLO_LOCK_WAIT").map(|text| lock_wait(&text)).transpose()?,
            can_ask: io::stdin().is_terminal() && io::stderr().is_terminal(),
        })
    }

    /// The time that the clock shows by now, after all that this run did.
    #[must_use]
    pub fn present(&self) -> Instant {
        let passed = i64::try_from(self.started.elapsed().as_secs()).ok().and_then(Span::from_seconds);
        passed.map_or(self.now, |passed| self.now.plus(passed))
    }

    /// The name that git knows the person by, in this folder; none without git.
    #[must_use]
    pub fn git_user(&self) -> Option<String> {
        let asked =
            Command::new("git").args(["config", "user.name"]).current_dir(&self.folder).output().ok()?;
        String::from_utf8(asked.stdout).ok().filter(|name| asked.status.success() && !name.trim().is_empty())
    }
}

/// The language that the surroundings ask for: `SLO_LANG`, else the locale's. Help and what is wrong with
/// a command line are told in it, before anything else is looked at.
#[must_use]
pub fn language() -> Option<Language> {
    variable("SLO_LANG").and_then(|code| Language::from_code(&code)).or_else(language_of_locale)
}

/// The columns that help has: `COLUMNS`, else the terminal's; `None` where neither is there.
#[must_use]
pub fn columns() -> Option<usize> {
    number("COLUMNS").or_else(|| terminal().map(|(width, _)| width))
}

fn language_of_locale() -> Option<Language> {
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find_map(variable)?;
    Language::from_code(&locale)
}

/// Its columns and lines.
fn terminal() -> Option<(usize, usize)> {
    terminal_size::terminal_size().map(|(width, height)| (width.0.into(), height.0.into()))
}

fn number(name: &str) -> Option<usize> {
    variable(name).and_then(|text| text.parse().ok())
}

/// Reads how long to wait.
fn lock_wait(text: &str) -> anyhow::Result<Duration> {
    let seconds = text.trim().parse().ok().and_then(|seconds| Duration::try_from_secs_f64(seconds).ok());
    seconds.ok_or_else(|| anyhow!(words::bad_lock_wait(text)))
}

#[expect(clippy::disallowed_methods, reason = "the one place that reads the environment")]
fn variable(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|value| !value.is_empty())
}

#[expect(clippy::disallowed_methods, reason = "the one place that reads the clock")]
fn now() -> Option<Instant> {
    // Whole seconds: nothing that is measured here is finer, and times read better.
    Instant::from_epoch(chrono::Utc::now().timestamp(), 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn how_long_to_wait_is_a_number_of_seconds() {
        for (text, seconds) in [("0", 0.0), ("30", 30.0), (" 1 ", 1.0), ("0.25", 0.25)] {
            assert_eq!(lock_wait(text).unwrap(), Duration::from_secs_f64(seconds), "{text}");
        }
        for text in ["", "-1", "soon", "30s", "inf", "nan", "1e300", "1,5"] {
            let error = lock_wait(text).unwrap_err().to_string();
            assert!(
                error.starts_with(&format!("SLO_LOCK_WAIT: `{text}` is not a number of seconds")),
                "{error}"
            );
        }
    }
}
