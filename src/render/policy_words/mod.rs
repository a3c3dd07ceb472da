//! The policy in words.
