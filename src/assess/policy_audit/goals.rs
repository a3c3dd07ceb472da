use super::PolicyFinding;
use crate::assess::{GroupRow, ObjectiveReport};

/// The objectives whose goal leaves no room for a miss in some of the months that were judged.
/// `objectives` are broken down by month.
pub(super) fn findings(objectives: &[ObjectiveReport]) -> Vec<PolicyFinding> {
    objectives.iter().enumerate().filter_map(|(place, objective)| finding(place, objective)).collect()
}

fn finding(place: usize, objective: &ObjectiveReport) -> Option<PolicyFinding> {
    let needed = objective.goal?.fewest_for_a_miss()?;
    let months = objective.groups.iter().find(|group| group.by == "month")?;
    let judged =
        |row: &GroupRow| Some((row.key.clone()?, row.counts.judged())).filter(|(_, judged)| *judged > 0);
    let months: Vec<(String, u64)> = months.rows.iter().filter_map(judged).collect();
    let few: Vec<&(String, u64)> = months.iter().filter(|(_, judged)| *judged < needed).collect();
    let (first, last) =
        (few.iter().map(|(month, _)| month).min()?, few.iter().map(|(month, _)| month).max()?);
    let counts = || few.iter().map(|(_, judged)| *judged);
    Some(PolicyFinding::StrictGoal {
        objective: place,
        months: (first.clone(), last.clone()),
        count: (few.len(), months.len()),
        judged: (counts().min()?, counts().max()?),
        needed,
    })
}
