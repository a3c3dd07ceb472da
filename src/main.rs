//! The `slo` program.

fn main() {}
