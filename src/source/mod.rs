//! Bytes to incidents: what stands where in an export, and what its cells mean.

pub mod columns;
pub mod time;
