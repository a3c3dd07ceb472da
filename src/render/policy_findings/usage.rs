use super::listing::{count_of, lines, quoted};
use super::{PolicyText, Subject};
use crate::assess::{PolicyFinding, PolicySpot, TargetUse, Top};
use crate::diagnostic::{Code, Diagnostic};
use crate::domain::{ExclusionEffect, HolidayDays, Instant};

impl<T: PolicyText> Subject<'_, T> {
    pub(super) fn unmatched_target(&self, objective: usize, target: usize) -> Diagnostic {
        let message = format!("no incident fits target {} of `{}`", target + 1, self.objective(objective));
        let label = self.label(PolicySpot::Target(objective, target), "matched nothing");
        let mut warning = self.warn(Code::UnmatchedTarget, message, label);
        warning.help = Some("compare its `when` with the exports, or leave the target out".to_owned());
        warning
    }

    pub(super) fn idle_target(&self, objective: usize, target: usize, used: &TargetUse) -> Diagnostic {
        let message = format!(
            "{} target {} of `{}`, but it decides about none",
            fitting(used.fits),
            target + 1,
            self.objective(objective)
        );
        let reasons = [
            (used.early, "opened before its `since`"),
            (used.late, "opened at or after its `until`"),
            (used.dropped, "dropped by an exclusion"),
            (used.untold, "without a readable time of opening"),
        ];
        let mut told: Vec<String> = reasons
            .iter()
            .filter(|(count, _)| *count > 0)
            .map(|(count, why)| format!("{count} {why}"))
            .collect();
        let behind: u64 = used.behind.values().sum();
        if behind > 0 {
            told.push(format!("{behind} decided by an earlier target"));
        }
        let label = self.label(PolicySpot::Target(objective, target), told.join(", "));
        let mut warning = self.warn(Code::IdleTarget, message, label);
        let earlier = |(&place, &count): (&usize, &u64)| {
            self.label(PolicySpot::Target(objective, place), format!("decides about {count} of them"))
        };
        warning.further = used.behind.iter().map(earlier).collect();
        if behind > 0 {
            warning.help =
                Some("the first target that fits decides: put it in front, or leave it out".to_owned());
        }
        warning
    }

    pub(super) fn uncovered(&self, objective: usize, top: &Top<[String; 3]>) -> Diagnostic {
        let (incidents, values) = (count_of(top.incidents, "incident"), top.values as u64);
        let more = if top.is_partial { "more than " } else { "" };
        let message = format!(
            "{incidents} in {more}{} of severity, service and customer without a target of `{}`",
            count_of(values, "combination"),
            self.objective(objective)
        );
        let label = self.label(PolicySpot::Objective(objective), "none of its targets is for them");
        let mut warning = self.warn(Code::Uncovered, message, label);
        let combination = |values: &[String; 3]| values.each_ref().map(|value| quoted(value)).join(", ");
        warning.help = Some(format!("they are:\n{}", lines(top, combination)));
        warning
    }

    pub(super) fn no_hours(&self, calendar: usize, from: Instant, to: Instant) -> Diagnostic {
        let Some(found) = self.policy.calendars.get(calendar) else {
            return self.warn(Code::NoHours, "", self.label(PolicySpot::Calendar(calendar), ""));
        };
        let (from, to) = (found.zone.date(from), found.zone.date(to));
        let message = format!("calendar `{}` has no hours from {from} to {to}", found.id);
        let label = self.label(PolicySpot::Calendar(calendar), "its clocks stand still all that time");
        let mut warning = self.warn(Code::NoHours, message, label);
        warning.help = Some("the incidents were opened then: look at `hours` and `holidays`".to_owned());
        warning
    }

    pub(super) fn holiday_years(
        &self,
        calendar: usize,
        source: usize,
        known: (i32, i32),
        asked: (i32, i32),
    ) -> Diagnostic {
        let found = self.policy.calendars.get(calendar);
        let table = found.and_then(|found| found.holidays.sources().get(source));
        let name = table.map_or("", |table| &table.name);
        let message = format!(
            "the holidays of {} are known for {}, but clocks ran in {}",
            quoted(name),
            years(known),
            years(asked)
        );
        let label = match (asked.0 < known.0, asked.1 > known.1) {
            (true, true) => "begins too late and ends too early",
            (true, false) => "begins too late",
            _ => "ends too early",
        };
        let mut warning =
            self.warn(Code::HolidayYears, message, self.label(PolicySpot::Holidays(calendar, source), label));
        warning.further = vec![self.label(PolicySpot::Calendar(calendar), "the calendar")];
        warning.help = Some(match table.map(|table| &table.days) {
            Some(HolidayDays::Japan) => {
                "other years go by the rules of the nearest known one, which may not be what they had"
                    .to_owned()
            }
            _ => "no day of another year is a holiday: add them to the table".to_owned(),
        });
        warning
    }

    pub(super) fn strict_goal(&self, finding: &PolicyFinding) -> Diagnostic {
        let PolicyFinding::StrictGoal { objective, months, count, judged, needed } = finding else {
            return self.warn(Code::StrictGoal, "", self.label(PolicySpot::Teams, ""));
        };
        let found = self.policy.objectives.get(*objective);
        let goal = found.and_then(|found| found.goal).map(|goal| goal.to_string()).unwrap_or_default();
        let incidents = match judged {
            (fewest, most) if fewest == most => count_of(*most, "incident"),
            (fewest, most) => format!("{fewest} to {most} incidents"),
        };
        let span =
            if months.0 == months.1 { months.0.clone() } else { format!("{} to {}", months.0, months.1) };
        let of =
            if count.0 == count.1 { String::new() } else { format!(", {} of {} months", count.0, count.1) };
        let message = format!(
            "with {incidents} a month ({span}{of}) not one may miss `{}`: {goal} % needs at least {needed}",
            self.objective(*objective)
        );
        let mut warning = self.warn(
            Code::StrictGoal,
            message,
            self.label(PolicySpot::Goal(*objective), "no room for a miss"),
        );
        warning.help = Some("a single miss makes such a month miss its goal".to_owned());
        warning
    }

    pub(super) fn idle_exclusion(&self, place: usize, fits: u64) -> Diagnostic {
        let effect = self.policy.exclusions.get(place).map(|exclusion| exclusion.effect);
        let why = match (fits, effect) {
            (0, _) => "no incident fits its `when`".to_owned(),
            (fits, Some(ExclusionEffect::Drop)) => {
                format!("{} its `when`, none opened in its time", fitting(fits))
            }
            (fits, _) => format!("{} its `when`, but no clock ran in its time", fitting(fits)),
        };
        let message = "the exclusion changed nothing about any incident";
        let mut warning =
            self.warn(Code::IdleExclusion, message, self.label(PolicySpot::Exclusion(place), why));
        warning.help = Some("compare it with the exports, or leave it out".to_owned());
        warning
    }

    pub(super) fn unlisted_severities(&self, top: &Top<String>) -> Diagnostic {
        let message =
            format!("{} with a severity that `severities` doesn't list", count_of(top.incidents, "incident"));
        let mut warning =
            self.warn(Code::UnlistedSeverity, message, self.label(PolicySpot::Severities, "not listed here"));
        warning.help = Some(format!("they have:\n{}", lines(top, |value| quoted(value))));
        warning
    }

    pub(super) fn no_team(&self, top: &Top<String>) -> Diagnostic {
        let more = if top.is_partial { "more than " } else { "" };
        let message = format!(
            "no team answers for {} of {more}{}",
            count_of(top.incidents, "incident"),
            count_of(top.values as u64, "customer")
        );
        let mut warning =
            self.warn(Code::NoTeam, message, self.label(PolicySpot::Teams, "no `when` fits them"));
        warning.help = Some(format!("they are of:\n{}", lines(top, |value| quoted(value))));
        warning
    }
}

/// So many incidents fit: `1 incident fits`, `2 incidents fit`.
fn fitting(incidents: u64) -> String {
    format!("{} {}", count_of(incidents, "incident"), if incidents == 1 { "fits" } else { "fit" })
}

fn years((first, last): (i32, i32)) -> String {
    if first == last { first.to_string() } else { format!("{first} to {last}") }
}
