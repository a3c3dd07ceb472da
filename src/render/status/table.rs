use comfy_table::{CellAlignment, ContentArrangement, Row, Table, presets};

use super::words::Words;
use crate::assess::{Waiting, WaitingBreach};
use crate::domain::{Language, Policy, Span};
use crate::render::{duration, sanitize};

/// How the table is to look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StatusStyle {
    /// The language.
    pub language: Language,
    /// The columns of the terminal; `None` where there is no limit.
    pub width: Option<usize>,
    /// How many of each list are shown; `None` for all.
    pub limit: Option<usize>,
}

/// What waits as a table for people: a count of each list, then the oldest of each.
#[must_use]
pub fn status_table(waiting: &Waiting<'_>, policy: &Policy, style: &StatusStyle) -> String {
    let words = Words::of(style.language);
    let mut page = Page { style, words, text: String::new() };
    let at = waiting.zone.at(waiting.as_of).format("%Y-%m-%d %H:%M");
    page.line(&format!("{} {at} ({})", words.as_of, waiting.zone.name()));
    if waiting.is_empty() {
        page.line("");
        page.line(words.nothing);
    }
    for (title, list) in [
        (words.unannotated, &waiting.unannotated),
        (words.reviews, &waiting.reviews),
        (words.unrequested, &waiting.unrequested),
    ] {
        page.breaches(title, list, policy);
    }
    page.drafts(waiting, policy);
    if !waiting.stale.is_empty() {
        page.heading(words.stale, waiting.stale.len(), None);
        let shown = waiting.stale.iter().take(style.limit.unwrap_or(usize::MAX));
        let rows = shown.map(|one| vec![one.incident.clone(), cause(policy, &one.cause), one.reason.clone()]);
        page.table(&[words.incident, words.cause, words.reason], &[], rows.collect());
        page.rest(waiting.stale.len());
    }
    page.text
}

struct Page<'a> {
    style: &'a StatusStyle,
    words: &'static Words,
    text: String,
}

impl Page<'_> {
    fn line(&mut self, line: &str) {
        self.text.push_str(line);
        self.text.push('\n');
    }

    /// A title with how many entries, and how many incidents where that differs.
    fn heading(&mut self, title: &str, count: usize, incidents: Option<usize>) {
        let incidents = incidents.filter(|incidents| *incidents != count);
        let incidents = incidents
            .map_or_else(String::new, |number| self.words.incidents.replace('N', &number.to_string()));
        self.line("");
        self.line(&format!("{title}: {count}{incidents}"));
    }

    fn breaches(&mut self, title: &str, list: &[WaitingBreach<'_>], policy: &Policy) {
        if list.is_empty() {
            return;
        }
        self.heading(title, list.len(), Some(Waiting::incidents(list)));
        let annotated = list[0].annotation.is_some();
        let Words { incident, objective, title, customer, over, waits, .. } = *self.words;
        let fourth = if annotated { self.words.cause } else { customer };
        let rows = list.iter().take(self.style.limit.unwrap_or(usize::MAX)).map(|one| {
            let breach = one.breach;
            let fourth = match one.annotation {
                Some(annotation) => cause(policy, &annotation.cause),
                None => breach.customer.clone().unwrap_or_default(),
            };
            let more = if breach.open { "+" } else { "" };
            vec![
                breach.incident.clone(),
                objective_title(policy, &breach.objective).to_owned(),
                breach.title.clone().unwrap_or_default(),
                fourth,
                format!("{}{more}", duration(breach.over, self.style.language)),
                self.age(one.age),
            ]
        });
        let rows = rows.collect();
        self.table(&[incident, objective, title, fourth, over, waits], &[4, 5], rows);
        self.rest(list.len());
    }

    fn drafts(&mut self, waiting: &Waiting<'_>, policy: &Policy) {
        if waiting.drafts.is_empty() {
            return;
        }
        let Words { request, team, cause: cause_word, incident_count, draft, waits, .. } = *self.words;
        self.heading(self.words.drafts, waiting.drafts.len(), None);
        let rows = waiting.drafts.iter().take(self.style.limit.unwrap_or(usize::MAX)).map(|one| {
            let team = policy.teams.iter().find(|team| team.id == one.request.team);
            vec![
                one.request.id.clone(),
                team.map_or_else(|| one.request.team.clone(), |team| team.title.clone()),
                cause(policy, &one.request.cause),
                one.request.incidents.len().to_string(),
                one.request.draft.clone(),
                self.age(one.age),
            ]
        });
        let rows = rows.collect();
        self.table(&[request, team, cause_word, incident_count, draft, waits], &[3, 5], rows);
        self.rest(waiting.drafts.len());
    }

    fn table(&mut self, header: &[&str], right: &[usize], rows: Vec<Vec<String>>) {
        let mut table = Table::new();
        table.load_style(presets::UTF8_HORIZONTAL_ONLY);
        table.style_mut().row_separator = comfy_table::LineStyle::none();
        table.set_header(header.to_vec());
        if let Some(width) = self.style.width {
            table.set_content_arrangement(ContentArrangement::Dynamic);
            table.set_width(u16::try_from(width.max(20)).unwrap_or(u16::MAX));
        }
        for place in right {
            if let Some(column) = table.column_mut(*place) {
                column.set_cell_alignment(CellAlignment::Right);
            }
        }
        for row in rows {
            table.add_row(Row::from(row.iter().map(|cell| sanitize(cell).into_owned()).collect::<Vec<_>>()));
        }
        let drawn = table.trim_fmt();
        self.line(&drawn);
    }

    /// Says how many are not shown.
    fn rest(&mut self, count: usize) {
        let hidden = count.saturating_sub(self.style.limit.unwrap_or(usize::MAX));
        if hidden > 0 {
            let line = self.words.more.replace('N', &hidden.to_string());
            self.line(&line);
        }
    }

    /// How long something waits: from a day on without minutes.
    fn age(&self, age: Span) -> String {
        let seconds = age.whole_seconds();
        let grain = if seconds >= 2 * 86_400 { 3600 } else { 60 };
        let rounded = Span::from_seconds(seconds - seconds % grain).unwrap_or(age);
        duration(rounded, self.style.language)
    }
}

fn objective_title<'a>(policy: &'a Policy, id: &'a str) -> &'a str {
    policy.objectives.iter().find(|known| known.id == id).map_or(id, |known| &known.title)
}

fn cause(policy: &Policy, id: &str) -> String {
    policy.cause(id).map_or(id, |cause| &cause.title).to_owned()
}
