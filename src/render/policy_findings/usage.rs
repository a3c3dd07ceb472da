use super::listing::{lines, quoted};
use super::{PolicyText, Subject};
use crate::assess::{PolicyFinding, PolicySpot, TargetUse, Top};
use crate::diagnostic::{Code, Diagnostic};
use crate::domain::{ExclusionEffect, HolidayDays, Instant};
use crate::words::{finding_lists, policy_findings};

impl<T: PolicyText> Subject<'_, T> {
    pub(super) fn unmatched_target(&self, objective: usize, target: usize) -> Diagnostic {
        let message = policy_findings::unmatched_target(target + 1, self.objective(objective));
        let label = self.label(PolicySpot::Target(objective, target), policy_findings::matched_nothing());
        let mut warning = self.warn(Code::UnmatchedTarget, message, label);
        warning.help = Some(policy_findings::compare_when());
        warning
    }

    pub(super) fn idle_target(&self, objective: usize, target: usize, used: &TargetUse) -> Diagnostic {
        let message = policy_findings::idle_target(used.fits, target + 1, self.objective(objective));
        let behind: u64 = used.behind.values().sum();
        let reasons = [
            (used.early, policy_findings::opened_early(used.early)),
            (used.late, policy_findings::opened_late(used.late)),
            (used.dropped, policy_findings::dropped(used.dropped)),
            (used.untold, policy_findings::untold(used.untold)),
            (behind, policy_findings::behind(behind)),
        ];
        let told: Vec<String> =
            reasons.into_iter().filter(|(count, _)| *count > 0).map(|(_, why)| why).collect();
        let label = self.label(PolicySpot::Target(objective, target), finding_lists::in_a_row(&told));
        let mut warning = self.warn(Code::IdleTarget, message, label);
        let earlier = |(&place, &count): (&usize, &u64)| {
            self.label(PolicySpot::Target(objective, place), policy_findings::decides_about(count))
        };
        warning.further = used.behind.iter().map(earlier).collect();
        if behind > 0 {
            warning.help = Some(policy_findings::put_in_front());
        }
        warning
    }

    pub(super) fn uncovered(&self, objective: usize, top: &Top<[String; 3]>) -> Diagnostic {
        let message = policy_findings::uncovered(
            &finding_lists::incidents(top.incidents),
            &finding_lists::combinations(top.values, top.is_partial),
            self.objective(objective),
        );
        let label = self.label(PolicySpot::Objective(objective), policy_findings::no_target_for_them());
        let mut warning = self.warn(Code::Uncovered, message, label);
        let combination =
            |values: &[String; 3]| finding_lists::in_a_row(&values.each_ref().map(|value| quoted(value)));
        warning.help = Some(policy_findings::they_are(&lines(top, combination)));
        warning
    }

    pub(super) fn no_hours(&self, calendar: usize, from: Instant, to: Instant) -> Diagnostic {
        let Some(found) = self.policy.calendars.get(calendar) else {
            return self.warn(Code::NoHours, "", self.label(PolicySpot::Calendar(calendar), ""));
        };
        let (from, to) = (found.zone.date(from), found.zone.date(to));
        let message = policy_findings::no_hours(&found.id, &from.to_string(), &to.to_string());
        let label = self.label(PolicySpot::Calendar(calendar), policy_findings::clocks_stand_still());
        let mut warning = self.warn(Code::NoHours, message, label);
        warning.help = Some(policy_findings::look_at_hours());
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
        let message = policy_findings::holiday_years(&quoted(name), &years(known), &years(asked));
        let label = match (asked.0 < known.0, asked.1 > known.1) {
            (true, true) => policy_findings::begins_and_ends_wrong(),
            (true, false) => policy_findings::begins_too_late(),
            _ => policy_findings::ends_too_early(),
        };
        let mut warning =
            self.warn(Code::HolidayYears, message, self.label(PolicySpot::Holidays(calendar, source), label));
        warning.further = vec![self.label(PolicySpot::Calendar(calendar), policy_findings::the_calendar())];
        warning.help = Some(match table.map(|table| &table.days) {
            Some(HolidayDays::Japan) => policy_findings::by_nearest_year(),
            _ => policy_findings::add_to_table(),
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
            (fewest, most) if fewest == most => finding_lists::incidents(*most),
            (fewest, most) => finding_lists::from_to_incidents(*fewest, *most),
        };
        let mut span =
            if months.0 == months.1 { months.0.clone() } else { finding_lists::months(&months.0, &months.1) };
        if count.0 != count.1 {
            span = finding_lists::some_months(&span, count.0, count.1);
        }
        let message =
            policy_findings::strict_goal(&incidents, &span, self.objective(*objective), &goal, *needed);
        let mut warning = self.warn(
            Code::StrictGoal,
            message,
            self.label(PolicySpot::Goal(*objective), policy_findings::no_room()),
        );
        warning.help = Some(policy_findings::single_miss());
        warning
    }

    pub(super) fn idle_exclusion(&self, place: usize, fits: u64) -> Diagnostic {
        let effect = self.policy.exclusions.get(place).map(|exclusion| exclusion.effect);
        let why = match (fits, effect) {
            (0, _) => policy_findings::exclusion_fits_none(),
            (fits, Some(ExclusionEffect::Drop)) => policy_findings::none_opened_then(fits),
            (fits, _) => policy_findings::none_ran_then(fits),
        };
        let message = policy_findings::idle_exclusion();
        let mut warning =
            self.warn(Code::IdleExclusion, message, self.label(PolicySpot::Exclusion(place), why));
        warning.help = Some(policy_findings::compare_exclusion());
        warning
    }

    pub(super) fn unlisted_severities(&self, top: &Top<String>) -> Diagnostic {
        let message = policy_findings::unlisted_severities(&finding_lists::incidents(top.incidents));
        let mut warning = self.warn(
            Code::UnlistedSeverity,
            message,
            self.label(PolicySpot::Severities, policy_findings::not_listed()),
        );
        warning.help = Some(policy_findings::they_have(&lines(top, |value| quoted(value))));
        warning
    }

    pub(super) fn no_team(&self, top: &Top<String>) -> Diagnostic {
        let message = policy_findings::no_team(
            &finding_lists::incidents(top.incidents),
            &finding_lists::customers(top.values, top.is_partial),
        );
        let mut warning =
            self.warn(Code::NoTeam, message, self.label(PolicySpot::Teams, policy_findings::no_when_fits()));
        warning.help = Some(policy_findings::they_are_of(&lines(top, |value| quoted(value))));
        warning
    }
}

fn years((first, last): (i32, i32)) -> String {
    if first == last { finding_lists::one_year(first) } else { finding_lists::years(first, last) }
}
