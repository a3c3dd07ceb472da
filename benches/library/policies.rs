//! The policies of `bench/`.

use std::path::Path;

use slo::domain::{Instant, Policy};
use slo::policy_file::read_policy;

/// Two objectives with targets by severity.
pub(crate) fn plain() -> Policy {
    policy(include_str!("../../bench/slo.toml"))
}

/// The same with hours, holidays, pauses and exclusions on every target.
pub(crate) fn clock() -> Policy {
    policy(include_str!("../../bench/clock.toml"))
}

/// The instant that counts as now: a year and three months after the first incident.
pub(crate) fn as_of() -> Instant {
    Instant::from_epoch(1_811_775_600, 0).unwrap()
}

fn policy(text: &str) -> Policy {
    let no_files = |_: &Path| Err("there are no files".to_owned());
    read_policy(Path::new("slo.toml"), text, "0".repeat(64), &no_files).unwrap().0
}
