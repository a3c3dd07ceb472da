use unicode_width::UnicodeWidthStr;

use crate::cli::asking::Entry;
use crate::domain::{Cause, normal};
use crate::render::sanitize;
use crate::words::walk::Words;

/// The causes to choose from: title, name in the policy and what it leads to, in columns. Where
/// that is too wide for the screen, a line would take two: only as many columns are shown as fit.
pub(super) fn cause_list(causes: &[Cause], words: &Words, width: Option<usize>) -> Vec<Entry> {
    /// What the list puts in front of an entry.
    const MARK: usize = 2;
    let columns: Vec<[String; 3]> = causes
        .iter()
        .map(|cause| {
            let (title, id) = (sanitize(&cause.title).into_owned(), sanitize(&cause.id).into_owned());
            [title, id, (words.leads_to)(cause.fix).to_owned()]
        })
        .collect();
    let widest: Vec<usize> = (0..3)
        .map(|column| columns.iter().map(|texts| texts[column].width()).max().unwrap_or_default())
        .collect();
    let room = |columns: usize| MARK + widest[..columns].iter().map(|width| width + 2).sum::<usize>() - 2;
    let fits = |columns: &usize| width.is_none_or(|width| room(*columns) <= width);
    let shown = (1..=3).rev().find(fits).unwrap_or(1);
    causes
        .iter()
        .zip(columns)
        .map(|(cause, columns)| {
            let padded = columns.iter().zip(&widest).take(shown);
            let cells = padded.map(|(text, width)| format!("{text}{}", " ".repeat(width - text.width())));
            let [title, ..] = &columns;
            Entry {
                shown: cells.collect::<Vec<_>>().join("  ").trim_end().to_owned(),
                answer: title.clone(),
                found_by: format!("{} {}", normal(&cause.title), normal(&cause.id)),
                stays: false,
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assess::sample::policy;
    use crate::domain::Language;

    #[test]
    fn a_list_shows_as_many_columns_as_fit() {
        let causes = policy().causes;
        let list = |width| -> Vec<String> {
            let entries = cause_list(&causes, Words::of(Language::Japanese), width);
            entries.into_iter().map(|entry| entry.shown).collect()
        };
        let all = [
            "手順書がない・古い  runbook-missing  修正が必要",
            "顧客都合            customer-side    修正は不要",
            "その他              other            要否は判断待ち",
        ];
        assert_eq!(list(None), all);
        assert_eq!(list(Some(53)), all);
        assert_eq!(list(Some(52))[0], "手順書がない・古い  runbook-missing");
        assert_eq!(list(Some(36))[2], "その他");
        assert_eq!(list(Some(5))[1], "顧客都合");
    }

    #[test]
    fn a_cause_is_found_by_its_title_and_its_name() {
        let entries = cause_list(&policy().causes, Words::of(Language::English), None);
        assert_eq!(entries[0].found_by, "手順書がない・古い runbook-missing");
        assert!(entries.iter().all(|entry| !entry.stays));
    }
}
