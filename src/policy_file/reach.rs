use std::ops::Range;

use super::condition::covers;
use super::faults::Faults;
use crate::diagnostic::{Code, Label};
use crate::domain::Target;

/// Notes each target that can never decide, since one before it takes all of its incidents.
pub(super) fn refuse_unreachable(targets: &[(Target, Range<usize>)], faults: &mut Faults<'_>) {
    for (place, (later, span)) in targets.iter().enumerate() {
        let Some((number, (earlier, taker))) =
            targets[..place].iter().enumerate().find(|(_, (earlier, _))| takes_all(earlier, later))
        else {
            continue;
        };
        let same = earlier.when == later.when;
        let fault = faults.error(
            Code::Unreachable,
            format!("target {} can never match", place + 1),
            Label::new(span.clone(), "never gets an incident"),
        );
        let taking = if earlier.when.is_everything() {
            format!("target {} takes every incident", number + 1)
        } else if same {
            format!("target {} is for the same incidents", number + 1)
        } else {
            format!("target {} takes all of them", number + 1)
        };
        fault.further.push(Label::new(taker.clone(), taking));
        fault.help = Some("the first target that matches decides: put the narrower one first".to_owned());
        if same {
            fault.help =
                Some("keep one of them, or give them different `when`, `since` or `until`".to_owned());
        }
    }
}

fn takes_all(earlier: &Target, later: &Target) -> bool {
    let begins = earlier.since.is_none_or(|start| later.since.is_some_and(|since| start <= since));
    let ends = earlier.until.is_none_or(|end| later.until.is_some_and(|until| end >= until));
    begins && ends && covers(&earlier.when, &later.when)
}
