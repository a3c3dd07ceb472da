use super::cause_list::cause_list;
use crate::cli::annotate::answer::{Answer, FixArg};
use crate::cli::asking::{Asker, Blank, Choice, Entry, one_line, unfolded};
use crate::domain::{Cause, Fix, Instant, Policy, normal};
use crate::words::walk::Words;

/// What is asked about a breach, but for what the command line answers.
pub(super) struct Questions<'a> {
    pub(super) policy: &'a Policy,
    pub(super) words: &'static Words,
    pub(super) given: &'a Answer,
    /// The columns of the screen, where they are known.
    pub(super) width: Option<usize>,
    /// Whether breaches can be skipped.
    pub(super) skips: bool,
}

/// What a person answers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Said {
    /// The cause by its name in the policy.
    pub(super) cause: String,
    pub(super) reason: String,
    pub(super) improvement: String,
    /// Where it is another than the cause leads to.
    pub(super) fix: Option<Fix>,
    /// When it was learnt, where that was said before; not asked for.
    pub(super) happened: Option<Instant>,
}

/// What a person wants to happen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Reply {
    Write(Said),
    Skip,
    Back,
    Leave,
}

/// What a dialogue begins with.
#[derive(Clone, Debug, Default)]
pub(super) struct Beginning {
    /// What stands in the answers: what was written before.
    pub(super) said: Said,
    /// What was written about the same problem, the latest first.
    pub(super) reasons: Vec<String>,
    /// Whether there is a breach to go back to.
    pub(super) back: bool,
}

/// The answer to one question, or what the person wants instead.
enum Step<T> {
    On(T),
    /// To begin again.
    Again,
    Over(Reply),
}

/// How a round of questions ended.
enum Round {
    Over(Reply),
    /// The person wants to begin again with these answers.
    Again(Said),
}

impl Questions<'_> {
    /// Asks what is to be asked about one breach.
    pub(super) fn ask(&self, asker: &mut dyn Asker, beginning: &Beginning) -> anyhow::Result<Reply> {
        let mut said = beginning.said.clone();
        loop {
            match self.round(asker, beginning, said)? {
                Round::Over(reply) => return Ok(reply),
                Round::Again(answers) => said = answers,
            }
        }
    }

    /// Asks once from the first question to the last.
    fn round(&self, asker: &mut dyn Asker, beginning: &Beginning, mut said: Said) -> anyhow::Result<Round> {
        let cause = match self.cause(asker, &said, beginning.back)? {
            Step::On(cause) => cause,
            Step::Again => return Ok(Round::Again(said)),
            Step::Over(reply) => return Ok(Round::Over(reply)),
        };
        if said.cause != cause.id {
            said.cause.clone_from(&cause.id);
            // What was said about the fix was said of another cause.
            said.fix = None;
        }
        let Some(reason) = self.reason(asker, &said, beginning)? else {
            return Ok(Round::Over(Reply::Leave));
        };
        said.reason = reason;
        let Some(improvement) = self.improvement(asker, &said)? else { return Ok(Round::Over(Reply::Leave)) };
        said.improvement = improvement;
        Ok(match self.fix(asker, &said, cause)? {
            Step::On(fix) => {
                said.fix = Some(fix).filter(|fix| *fix != cause.fix);
                Round::Over(Reply::Write(said))
            }
            Step::Again => Round::Again(said),
            Step::Over(reply) => Round::Over(reply),
        })
    }

    fn cause(&self, asker: &mut dyn Asker, said: &Said, back: bool) -> anyhow::Result<Step<&Cause>> {
        if let Some(cause) = self.given.cause.as_deref().and_then(|given| self.policy.find_cause(given)) {
            return Ok(Step::On(cause));
        }
        let causes = &self.policy.causes;
        let mut entries = cause_list(causes, self.words, self.width);
        let mut replies = Vec::new();
        if self.skips {
            replies.push((self.words.skip, "skip", Reply::Skip));
        }
        if back {
            replies.push((self.words.back, "back", Reply::Back));
        }
        entries.extend(replies.iter().map(|(text, word, _)| always(text, word)));
        let start = causes.iter().position(|cause| cause.id == said.cause).unwrap_or(0);
        let choice = Choice { question: self.words.cause, entries, start, help: self.words.search_help };
        let Some(chosen) = asker.choose(&choice)? else { return Ok(Step::Over(Reply::Leave)) };
        if let Some(cause) = causes.get(chosen) {
            return Ok(Step::On(cause));
        }
        let reply = replies.into_iter().nth(chosen - causes.len()).map(|(.., reply)| reply);
        Ok(Step::Over(reply.unwrap_or(Reply::Leave)))
    }

    fn reason(
        &self,
        asker: &mut dyn Asker,
        said: &Said,
        beginning: &Beginning,
    ) -> anyhow::Result<Option<String>> {
        if let Some(given) = &self.given.reason {
            return Ok(Some(given.clone()));
        }
        let help =
            if beginning.reasons.is_empty() { self.words.line_help } else { self.words.suggestion_help };
        let written = asker.write(&Blank {
            question: self.words.reason,
            initial: &one_line(&said.reason),
            suggestions: beginning.reasons.iter().map(|reason| one_line(reason)).collect(),
            required: Some(self.words.empty),
            help,
        })?;
        let known = [&said.reason].into_iter().chain(&beginning.reasons).map(String::as_str);
        Ok(written.map(|line| unfolded(line, known)))
    }

    fn improvement(&self, asker: &mut dyn Asker, said: &Said) -> anyhow::Result<Option<String>> {
        if let Some(given) = &self.given.improvement {
            return Ok(Some(given.clone()));
        }
        let written = asker.write(&Blank {
            question: self.words.improvement,
            initial: &one_line(&said.improvement),
            suggestions: Vec::new(),
            required: None,
            help: self.words.line_help,
        })?;
        Ok(written.map(|line| unfolded(line, [said.improvement.as_str()])))
    }

    /// Whether a fix is needed.
    fn fix(&self, asker: &mut dyn Asker, said: &Said, cause: &Cause) -> anyhow::Result<Step<Fix>> {
        if let Some(given) = self.given.fix.map(FixArg::fix) {
            return Ok(Step::On(given));
        }
        // What the cause leads to comes first; a decision can be left open only where it is.
        let others = [Fix::Required, Fix::NotRequired].into_iter().filter(|fix| *fix != cause.fix);
        let fixes: Vec<Fix> = std::iter::once(cause.fix).chain(others).collect();
        let mut entries: Vec<Entry> = fixes
            .iter()
            .map(|&fix| {
                let default = if fix == cause.fix { self.words.by_default } else { "" };
                let answer = (self.words.fix_answer)(fix).to_owned();
                Entry {
                    shown: format!("{answer}{default}"),
                    found_by: normal(&answer).into_owned(),
                    stays: false,
                    answer,
                }
            })
            .collect();
        entries.push(always(self.words.again, "again"));
        let start = said.fix.and_then(|fix| fixes.iter().position(|known| *known == fix)).unwrap_or(0);
        let choice = Choice { question: self.words.fix, entries, start, help: self.words.search_help };
        let Some(chosen) = asker.choose(&choice)? else { return Ok(Step::Over(Reply::Leave)) };
        Ok(fixes.get(chosen).map_or(Step::Again, |fix| Step::On(*fix)))
    }
}

/// An entry that stays in the list; also found by a word that needs no input method.
fn always(text: &str, word: &str) -> Entry {
    let found_by = format!("{} {word}", normal(text));
    Entry { shown: text.to_owned(), answer: text.to_owned(), found_by, stays: true }
}

#[cfg(test)]
mod tests {
    use std::collections::VecDeque;

    use super::*;
    use crate::assess::sample::policy;
    use crate::domain::Language;

    /// Answers as it was told to, and keeps what it was asked.
    #[derive(Default)]
    struct Script {
        answers: VecDeque<Key>,
        asked: Vec<String>,
    }

    enum Key {
        /// The first entry that has this text in it.
        Pick(&'static str),
        /// What stands there, with this behind it.
        Add(&'static str),
        Enter,
        Escape,
    }

    impl Asker for Script {
        fn choose(&mut self, choice: &Choice<'_>) -> anyhow::Result<Option<usize>> {
            let shown: Vec<&str> = choice.entries.iter().map(|entry| entry.shown.as_str()).collect();
            self.asked.push(format!("{}: {} [{}]", choice.question, shown.join(" | "), choice.start));
            Ok(match self.answers.pop_front().unwrap() {
                Key::Pick(text) => shown.iter().position(|entry| entry.contains(text)),
                Key::Enter => Some(choice.start),
                Key::Add(_) | Key::Escape => None,
            })
        }

        fn write(&mut self, blank: &Blank<'_>) -> anyhow::Result<Option<String>> {
            self.asked.push(format!("{}: {:?} {:?}", blank.question, blank.initial, blank.suggestions));
            Ok(match self.answers.pop_front().unwrap() {
                Key::Add(text) => Some(format!("{}{text}", blank.initial)),
                Key::Enter => Some(blank.initial.to_owned()),
                Key::Pick(_) | Key::Escape => None,
            })
        }
    }

    fn asked(given: &Answer, beginning: &Beginning, answers: Vec<Key>) -> (Reply, Vec<String>) {
        let policy = policy();
        let words = Words::of(Language::English);
        let mut script = Script { answers: answers.into(), asked: Vec::new() };
        let questions = Questions { policy: &policy, words, given, width: None, skips: true };
        let reply = questions.ask(&mut script, beginning).unwrap();
        assert!(script.answers.is_empty(), "{:?}", script.asked);
        (reply, script.asked)
    }

    fn nothing_given() -> Answer {
        Answer { cause: None, reason: None, improvement: None, fix: None, happened: None }
    }

    fn said(cause: &str, reason: &str, improvement: &str, fix: Option<Fix>) -> Said {
        Said {
            cause: cause.into(),
            reason: reason.into(),
            improvement: improvement.into(),
            fix,
            happened: None,
        }
    }

    #[test]
    fn four_questions_make_an_annotation_and_the_cause_decides_on_the_fix() {
        let answers = vec![Key::Pick("顧客都合"), Key::Add("no answer"), Key::Enter, Key::Enter];
        let (reply, asked) = asked(&nothing_given(), &Beginning::default(), answers);
        assert_eq!(reply, Reply::Write(said("customer-side", "no answer", "", None)));
        assert_eq!(
            asked,
            [
                "cause: 手順書がない・古い  runbook-missing  a fix is needed | \
                 顧客都合            customer-side    no fix is needed | \
                 その他              other            to be decided | ↓ skip this one [0]",
                "reason: \"\" []",
                "what would help (optional): \"\" []",
                "is a fix needed: no (the cause's default) | yes | ↺ start again with the cause [0]",
            ]
        );
    }

    #[test]
    fn another_fix_than_the_default_is_kept_and_a_review_can_stay_one() {
        let overruled = vec![Key::Pick("customer-side"), Key::Add("x"), Key::Add("y"), Key::Pick("yes")];
        let (reply, _) = asked(&nothing_given(), &Beginning::default(), overruled);
        assert_eq!(reply, Reply::Write(said("customer-side", "x", "y", Some(Fix::Required))));
        let review = vec![Key::Pick("other"), Key::Add("x"), Key::Enter, Key::Enter];
        let (reply, asked) = asked(&nothing_given(), &Beginning::default(), review);
        assert_eq!(reply, Reply::Write(said("other", "x", "", None)));
        assert!(asked[3].contains("to be decided (the cause's default) | yes | no |"), "{}", asked[3]);
    }

    #[test]
    fn escape_at_any_question_leaves() {
        let before = [Key::Pick("other"), Key::Add("x"), Key::Enter];
        for questions in 0..=before.len() {
            let mut answers = vec![Key::Pick("other"), Key::Add("x"), Key::Enter];
            answers.truncate(questions);
            answers.push(Key::Escape);
            assert_eq!(asked(&nothing_given(), &Beginning::default(), answers).0, Reply::Leave);
        }
    }

    #[test]
    fn skip_and_back_stand_below_the_causes() {
        let beginning = Beginning { back: true, ..Beginning::default() };
        assert_eq!(asked(&nothing_given(), &beginning, vec![Key::Pick("skip")]).0, Reply::Skip);
        assert_eq!(asked(&nothing_given(), &beginning, vec![Key::Pick("back")]).0, Reply::Back);
        let (_, asked) = asked(&nothing_given(), &Beginning::default(), vec![Key::Escape]);
        assert!(!asked[0].contains("back"));
    }

    #[test]
    fn to_begin_again_keeps_what_was_answered() {
        let answers = vec![
            Key::Pick("other"),
            Key::Add("slow"),
            Key::Add("more people"),
            Key::Pick("again"),
            Key::Pick("runbook"),
            Key::Add(" switch"),
            Key::Enter,
            Key::Enter,
        ];
        let (reply, asked) = asked(&nothing_given(), &Beginning::default(), answers);
        assert_eq!(reply, Reply::Write(said("runbook-missing", "slow switch", "more people", None)));
        assert!(asked[4].ends_with("[2]"), "{}", asked[4]);
    }

    #[test]
    fn what_was_written_before_stands_in_the_answers() {
        let beginning = Beginning {
            said: said("other", "alert storm", "one alert", Some(Fix::NotRequired)),
            reasons: vec!["alert storm of web".into()],
            back: false,
        };
        let (reply, asked) =
            asked(&nothing_given(), &beginning, vec![Key::Enter, Key::Enter, Key::Enter, Key::Enter]);
        assert_eq!(reply, Reply::Write(beginning.said.clone()));
        assert_eq!(asked[1], "reason: \"alert storm\" [\"alert storm of web\"]");
    }

    #[test]
    fn what_the_command_line_says_is_not_asked() {
        let given = Answer {
            cause: Some("その他".into()),
            reason: None,
            improvement: Some("more people".into()),
            fix: Some(FixArg::No),
            happened: None,
        };
        let (reply, asked) = asked(&given, &Beginning::default(), vec![Key::Add("x")]);
        assert_eq!(reply, Reply::Write(said("other", "x", "more people", Some(Fix::NotRequired))));
        assert_eq!(asked.len(), 1);
    }
}
