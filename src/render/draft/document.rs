use serde::Serialize;

use super::view::View;
use crate::assess::RequestCase;
use crate::domain::{Instant, Language, Policy};
use crate::render::RenderError;
use crate::render::json::head::Head;
use crate::render::json::pretty;
use crate::render::time::LocalTimes;

/// Requests as JSON, under the schema `slo.requests/1`: what templates are filled with, and the file
/// that each stands in, relative to the policy. `program` is its name and version.
pub fn requests_json(
    cases: &[(String, &RequestCase<'_>)],
    policy: &Policy,
    language: Language,
    as_of: Instant,
    program: &str,
) -> Result<Vec<u8>, RenderError> {
    let times = &LocalTimes::new(policy.zone);
    let document = Document {
        head: Head::new("slo.requests/1", program, times, (as_of, policy.zone)),
        language: language.code(),
        policy: PolicyEntry {
            name: &policy.name,
            path: policy.path.display().to_string(),
            sha256: &policy.sha256,
        },
        requests: cases
            .iter()
            .map(|(draft, case)| Request { draft, view: View::of(case, policy, language, as_of) })
            .collect(),
    };
    pretty(&document)
}

#[derive(Serialize)]
struct Document<'a> {
    #[serde(flatten)]
    head: Head<'a>,
    language: &'static str,
    policy: PolicyEntry<'a>,
    requests: Vec<Request<'a>>,
}

#[derive(Serialize)]
struct PolicyEntry<'a> {
    name: &'a str,
    path: String,
    sha256: &'a str,
}

#[derive(Serialize)]
struct Request<'a> {
    draft: &'a str,
    #[serde(flatten)]
    view: View<'a>,
}
