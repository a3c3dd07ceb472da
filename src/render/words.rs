pub(super) use crate::words::check::Words;
pub(super) use crate::words::count::count;
