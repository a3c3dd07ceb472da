//! Values to text: the report, faults and the policy in words.

pub mod diagnostic;
pub mod duration;
pub mod policy_words;
