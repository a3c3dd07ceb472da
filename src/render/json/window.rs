use serde::Serialize;

use super::exact::Moment;
use crate::domain::Window;
use crate::render::time::LocalTimes;

/// A half-open stretch of time; an open end is null.
#[derive(Serialize)]
pub(in crate::render) struct WindowEntry<'a> {
    from: Option<Moment<'a>>,
    to: Option<Moment<'a>>,
}

impl<'a> WindowEntry<'a> {
    pub(in crate::render) fn of(window: Window, times: &'a LocalTimes) -> Self {
        let [from, to] = [window.from, window.to].map(|end| end.map(|at| Moment(times, at)));
        Self { from, to }
    }
}
