//! A second judge, slow and obvious, and whole incidents to hold the first one against: it goes
//! through each minute of a clock in turn. It is written from the documented rules, and shares
//! nothing with the code under test but the words for what is asked.

mod plain;
mod random;
mod real;
mod slow_judge;
mod slow_minutes;
mod slow_severity;
mod tests;
