use serde::Serialize;

use super::exact::Moment;
use crate::domain::{Instant, Zone};
use crate::render::time::LocalTimes;

/// What a document about a moment begins with.
#[derive(Serialize)]
pub(in crate::render) struct Head<'a> {
    schema: &'static str,
    program: &'a str,
    as_of: Moment<'a>,
    timezone: &'static str,
}

impl<'a> Head<'a> {
    /// The head of a document of this schema. `program` is its name and version.
    pub(in crate::render) fn new(
        schema: &'static str,
        program: &'a str,
        times: &'a LocalTimes,
        (as_of, zone): (Instant, Zone),
    ) -> Self {
        Self { schema, program, as_of: Moment(times, as_of), timezone: zone.name() }
    }
}
