use crate::assess::{Circumstances, Dossier, Earlier, Passage, Step, Writing};
use crate::domain::{Annotation, DayOff, Instant, Policy, RecordedBreach, ShiftMoment, Span};
use crate::render::Style;
use crate::render::duration::short_duration;
use crate::render::page::{Block, Tone};
use crate::render::table::shorten;
use crate::render::time::LocalTimes;
use crate::words::dossier::Words;
use crate::words::names;

/// How many of several incidents are listed.
const LISTED: usize = 10;

/// How many earlier incidents of the same problem, and earlier annotations, are told.
const TOLD: usize = 3;

/// The dossier as blocks.
pub(super) fn page(
    dossier: &Dossier<'_>,
    place: Option<(usize, usize)>,
    policy: &Policy,
    style: &Style,
) -> Vec<Block> {
    let words = Words::of(style.language);
    let page = Page { policy, style, words, times: LocalTimes::new(policy.zone) };
    let Some(first) = dossier.first() else { return Vec::new() };
    let turn = place.map(|(turn, of)| format!("[{turn}/{of}] ")).unwrap_or_default();
    let title = first.title.as_deref().unwrap_or_default();
    let mut facts = vec![(words.about, vec![page.about(first)])];
    facts.push((words.missed, dossier.breaches.iter().map(|breach| page.arithmetic(breach)).collect()));
    facts.push((words.course, vec![page.course(&dossier.passage)]));
    facts.push((words.around, vec![page.around(&dossier.circumstances)]));
    facts.push((words.earlier, page.earlier(&dossier.circumstances.earlier)));
    facts.push((words.written, page.written(&dossier.written)));
    facts.retain(|(_, lines)| lines.iter().any(|line| !line.is_empty()));
    vec![
        Block::Line(format!("{turn}{}  {title}", first.incident).trim_end().to_owned(), Tone::Strong),
        Block::Facts(facts),
    ]
}

/// Incidents as a list: id, title, and how long over which target.
pub(super) fn list(incidents: &[Vec<&RecordedBreach>], policy: &Policy, style: &Style) -> Vec<Block> {
    let page = Page { policy, style, words: Words::of(style.language), times: LocalTimes::new(policy.zone) };
    let line = |breaches: &Vec<&RecordedBreach>| {
        let first = breaches.first()?;
        let missed: Vec<String> = breaches.iter().map(|breach| page.over(breach)).collect();
        let title = first.title.as_deref().unwrap_or_default();
        Some(format!("{}  {title}{}", first.incident, (page.words.noted)(&missed.join(page.words.and))))
    };
    let mut blocks = vec![Block::List(incidents.iter().take(LISTED).filter_map(line).collect())];
    if incidents.len() > LISTED {
        blocks.push(Block::Line((page.words.and_more)(incidents.len() - LISTED), Tone::Faint));
    }
    blocks
}

struct Page<'a> {
    policy: &'a Policy,
    style: &'a Style,
    words: &'static Words,
    times: LocalTimes,
}

impl Page<'_> {
    /// Whose it was, who handled it and where it stands.
    fn about(&self, breach: &RecordedBreach) -> String {
        let words = self.words;
        let named = |title: &str, text: Option<&String>| text.map(|text| format!("{title} {text}"));
        let parts = [
            breach.customer.clone(),
            breach.service.clone(),
            named(words.severity, breach.severity.as_ref()),
            named(words.assignee, breach.assignee.as_ref()),
            named(words.status, breach.status.as_ref()),
        ];
        parts.into_iter().flatten().filter(|part| !part.trim().is_empty()).collect::<Vec<_>>().join(words.and)
    }

    /// What was promised and how long it took.
    fn arithmetic(&self, breach: &RecordedBreach) -> String {
        let (elapsed, over) = (self.length(breach.elapsed), self.length(breach.over));
        let (within, deadline) = (self.length(breach.target.within), self.times.minute(breach.deadline));
        let took = if breach.open { self.words.has_taken } else { self.words.took };
        (self.words.arithmetic)(self.objective(&breach.objective), &within, &took(&elapsed), &over, &deadline)
    }

    /// Which target was missed by how much.
    fn over(&self, breach: &RecordedBreach) -> String {
        (self.words.over)(self.objective(&breach.objective), &self.length(breach.over))
    }

    /// Stage after stage, with the step in which the time ran out.
    fn course(&self, passage: &Passage<'_>) -> String {
        let mut day: Option<String> = None;
        let steps: Vec<String> = passage.steps.iter().map(|step| self.step(step, &mut day)).collect();
        steps.join(" → ")
    }

    /// One step; its day only where it is another than that of the step before.
    fn step(&self, step: &Step<'_>, day: &mut Option<String>) -> String {
        let whole = self.times.minute(step.at);
        let (date, time) = whole.split_once(' ').unwrap_or((&whole, ""));
        let when = if day.as_deref() == Some(date) { time.to_owned() } else { whole.clone() };
        *day = Some(date.to_owned());
        let stage = (names::Words::of(self.style.language).stage)(step.stage).unwrap_or(step.stage);
        let mut notes: Vec<String> =
            step.took.map(|took| format!("+{}", self.length(took))).into_iter().collect();
        notes.extend(step.missed.iter().map(|objective| (self.words.ran_out)(self.objective(objective))));
        let notes =
            if notes.is_empty() { String::new() } else { (self.words.noted)(&notes.join(self.words.and)) };
        format!("{when} {stage}{notes}")
    }

    /// What kind of time it was, and what else was going on.
    fn around(&self, around: &Circumstances<'_>) -> String {
        let words = self.words;
        let mut parts = vec![match around.day_off {
            None if around.holidays_known => words.workday.to_owned(),
            None => words.perhaps_holiday.to_owned(),
            Some(DayOff::Saturday) => words.saturday.to_owned(),
            Some(DayOff::Sunday) => words.sunday.to_owned(),
            Some(DayOff::Holiday(holiday)) => (words.holiday)(holiday.name(self.style.language)),
        }];
        parts.push(if around.night { words.night } else { words.by_day }.to_owned());
        parts.extend(around.shift.map(|moment| self.shift(moment)));
        if let Some(load) = around.load {
            parts.extend(load.open.map(words.also_open));
            parts.push((words.before)(load.before));
        }
        parts.join(words.and)
    }

    /// Who was on duty, and how near a change of shifts was.
    fn shift(&self, moment: ShiftMoment<'_>) -> String {
        let name = moment.shift.map_or(self.words.nobody, |shift| &shift.title);
        if moment.since_change <= moment.to_change {
            (self.words.after_change)(name, &self.length(moment.since_change))
        } else {
            (self.words.before_change)(name, &self.length(moment.to_change))
        }
    }

    /// The same problem before: how often, and what was written about the latest.
    fn earlier(&self, earlier: &[Earlier<'_>]) -> Vec<String> {
        if earlier.is_empty() {
            return vec![self.words.never.to_owned()];
        }
        let mut lines = vec![(self.words.times)(earlier.len())];
        lines.extend(earlier.iter().take(TOLD).map(|one| {
            let said =
                one.annotation.map_or_else(|| self.words.unwritten.to_owned(), |found| self.said(found));
            self.cut(&format!("{} {}: {said}", self.day(one.breach.from), one.breach.incident))
        }));
        lines
    }

    /// What was written until now: all that stands, and the latest of the rest.
    fn written(&self, written: &[Writing<'_>]) -> Vec<String> {
        let words = self.words;
        let mut lines = Vec::new();
        for writing in written.iter().filter(|writing| writing.stands) {
            let annotation = writing.annotation;
            lines.push(self.cut(&self.signed(annotation)));
            let learnt = annotation.happened.map(|happened| self.times.day_or_time(happened));
            lines.extend(learnt.map(|happened| (words.learnt)(&happened)));
            if let Some(decision) = &annotation.decision {
                let at = self.times.minute(decision.at);
                lines.push(self.cut(&(words.decided)(
                    (words.fix)(decision.fix),
                    &decision.why,
                    &decision.by,
                    &at,
                )));
            }
        }
        let past: Vec<&Writing<'_>> = written.iter().filter(|writing| !writing.stands).collect();
        for writing in past.iter().rev().take(TOLD) {
            let said = self.signed(writing.annotation);
            lines.push(self.cut(&match writing.retraction {
                Some(retraction) => (words.taken_back)(&said, &retraction.why, &retraction.by),
                None => (words.replaced)(&said),
            }));
        }
        if past.len() > TOLD {
            lines.push((words.more)(past.len() - TOLD));
        }
        lines
    }

    fn signed(&self, annotation: &Annotation) -> String {
        let only =
            annotation.objective.as_deref().map(|objective| format!("{}: ", self.objective(objective)));
        let at = self.times.minute(annotation.at);
        format!(
            "{}{}",
            only.unwrap_or_default(),
            (self.words.signed)(&self.said(annotation), &annotation.by, &at)
        )
    }

    fn said(&self, annotation: &Annotation) -> String {
        (self.words.said)(self.cause(&annotation.cause), &annotation.reason)
    }

    /// On one line, where the terminal's width is known.
    fn cut(&self, text: &str) -> String {
        /// The room of the names in front of facts.
        const NAMES: usize = 12;
        let line = crate::render::sanitize(text);
        let width = self.style.width.map(|width| width.saturating_sub(NAMES).max(NAMES));
        width.map_or_else(|| line.clone().into_owned(), |width| shorten(&line, width).into_owned())
    }

    fn day(&self, at: Instant) -> String {
        let minute = self.times.minute(at);
        minute.split_once(' ').map_or(minute.clone(), |(day, _)| day.to_owned())
    }

    fn length(&self, span: Span) -> String {
        short_duration(span, self.style.language)
    }

    fn objective<'a>(&'a self, id: &'a str) -> &'a str {
        self.policy.objectives.iter().find(|known| known.id == id).map_or(id, |known| &known.title)
    }

    fn cause<'a>(&'a self, id: &'a str) -> &'a str {
        self.policy.cause(id).map_or(id, |cause| &cause.title)
    }
}
