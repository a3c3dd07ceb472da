//! Which ids were seen, for millions of them.

mod key;
mod set;

pub use set::IdSet;
