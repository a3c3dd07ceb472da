use sha2::{Digest, Sha256};

use crate::assess::Evidence;

/// A part of a draft that the program added, between two comments.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Marked {
    mark: String,
    text: String,
}

/// What came later, marked by what it tells of, so that it is not added twice.
#[must_use]
pub fn marked(request: &str, fresh: &[Evidence<'_>], text: &str) -> Marked {
    let mut digest = Sha256::new();
    for one in fresh {
        for part in [one.incident(), &one.breach.objective] {
            digest.update((part.len() as u64).to_be_bytes());
            digest.update(part);
        }
    }
    let [a, b, c, d, ..] = digest.finalize().0;
    Marked { mark: format!("<!-- slo {request} {a:02x}{b:02x}{c:02x}{d:02x} -->"), text: text.to_owned() }
}

impl Marked {
    /// The comment in front of it.
    #[must_use]
    pub fn mark(&self) -> &str {
        &self.mark
    }

    /// All of it.
    #[must_use]
    pub fn text(&self) -> String {
        format!("{}\n{}\n\n<!-- /slo -->\n", self.mark, self.text.trim_end())
    }
}
