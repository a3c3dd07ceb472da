//! Values to text: the report, faults and the policy in words.

mod diagnostic;
mod duration;
mod policy_words;
mod sanitize;

pub use diagnostic::diagnostics;
pub use duration::duration;
pub use policy_words::policy_words;
pub use sanitize::sanitize;
