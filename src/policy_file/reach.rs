use std::ops::Range;

use super::condition::covers;
use super::faults::Faults;
use crate::diagnostic::{Code, Label};
use crate::domain::Target;
use crate::words::policy_objectives;

/// Notes each target that can never decide, since one before it takes all of its incidents.
pub(super) fn refuse_unreachable(targets: &[(Target, Range<usize>)], faults: &mut Faults<'_>) {
    for (place, (later, span)) in targets.iter().enumerate() {
        let Some((number, (earlier, taker))) =
            targets[..place].iter().enumerate().find(|(_, (earlier, _))| takes_all(earlier, later))
        else {
            continue;
        };
        let same = earlier.when == later.when;
        let label = Label::new(span.clone(), policy_objectives::never_gets());
        let fault = faults.error(Code::Unreachable, policy_objectives::unreachable(place + 1), label);
        let taking = if earlier.when.is_everything() {
            policy_objectives::takes_every(number + 1)
        } else if same {
            policy_objectives::takes_same(number + 1)
        } else {
            policy_objectives::takes_these(number + 1)
        };
        fault.further.push(Label::new(taker.clone(), taking));
        fault.help = Some(if same {
            policy_objectives::keep_one_of_same()
        } else {
            policy_objectives::narrower_first()
        });
    }
}

fn takes_all(earlier: &Target, later: &Target) -> bool {
    let begins = earlier.since.is_none_or(|start| later.since.is_some_and(|since| start <= since));
    let ends = earlier.until.is_none_or(|end| later.until.is_some_and(|until| end >= until));
    begins && ends && covers(&earlier.when, &later.when)
}
