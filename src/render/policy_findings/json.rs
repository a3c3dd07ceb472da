use serde::Serialize;

use crate::diagnostic::{Diagnostic, Place};
use crate::domain::{Instant, Policy};
use crate::render::RenderError;
use crate::render::json::exact::Moment;
use crate::render::json::pretty;
use crate::render::time::LocalTimes;

/// What is to be said of a policy as JSON, under the schema `slo.policy-check/1`: fields may be
/// added, none is removed or changes its meaning. `text` is the policy's; `audited` is as of when it
/// was compared with how many incidents, where it was; `program` is its name and version.
pub fn policy_check_json(
    findings: &[Diagnostic],
    policy: &Policy,
    text: &str,
    audited: Option<(Instant, u64)>,
    program: &str,
) -> Result<Vec<u8>, RenderError> {
    let times = &LocalTimes::new(policy.zone);
    pretty(&Document {
        schema: "slo.policy-check/1",
        program,
        as_of: audited.map(|(as_of, _)| Moment(times, as_of)),
        timezone: policy.zone.name(),
        policy: PolicyEntry {
            name: &policy.name,
            path: policy.path.display().to_string(),
            sha256: &policy.sha256,
        },
        incidents: audited.map(|(_, incidents)| incidents),
        findings: findings.iter().map(|finding| FindingEntry::of(finding, text)).collect(),
    })
}

#[derive(Serialize)]
struct Document<'a> {
    schema: &'static str,
    program: &'a str,
    /// None where no exports are named.
    as_of: Option<Moment<'a>>,
    timezone: &'static str,
    policy: PolicyEntry<'a>,
    /// None where no exports are named.
    incidents: Option<u64>,
    findings: Vec<FindingEntry<'a>>,
}

#[derive(Serialize)]
struct PolicyEntry<'a> {
    name: &'a str,
    path: String,
    sha256: &'a str,
}

#[derive(Serialize)]
struct FindingEntry<'a> {
    code: &'static str,
    level: &'static str,
    message: &'a str,
    path: String,
    /// Both from 1.
    line: usize,
    column: usize,
    /// What the place has to do with it.
    label: Option<&'a str>,
    help: Option<&'a str>,
}

impl<'a> FindingEntry<'a> {
    fn of(finding: &'a Diagnostic, text: &str) -> Self {
        let Place { line, column } = finding.place(text);
        Self {
            code: finding.code.id(),
            level: finding.level.word(),
            message: &finding.message,
            path: finding.path.display().to_string(),
            line,
            column,
            label: Some(finding.primary.text.as_str()).filter(|text| !text.is_empty()),
            help: finding.help.as_deref(),
        }
    }
}
