use sha2::{Digest, Sha256};

use crate::assess::Evidence;
use crate::domain::hex;

/// What every text that the program writes for a request carries, in comments that no reader of
/// Markdown shows: which breaches it tells of, so that they are not told twice, and whether anybody
/// changed it since.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// The name of the request, and of what is told.
    name: String,
}

/// The end of a block that was added to somebody's text.
const END: &str = "<!-- /slo -->";

impl Mark {
    /// The mark of a text about breaches that came later, and of what a person asks for in it.
    #[must_use]
    pub fn of(request: &str, evidence: &[Evidence<'_>], asked: Option<&str>) -> Self {
        let breaches =
            evidence.iter().flat_map(|one| [one.incident().to_owned(), one.breach.objective.clone()]);
        Self::digested(request, breaches.chain(asked.map(str::to_owned)))
    }

    /// The mark of a whole draft. It is another one as soon as any of its breaches is measured or
    /// annotated in another way.
    #[must_use]
    pub fn of_all(request: &str, evidence: &[Evidence<'_>], asked: Option<&str>) -> Self {
        let breaches = evidence.iter().flat_map(|one| {
            let (breach, annotation) = (one.breach, one.annotation);
            [
                one.incident().to_owned(),
                breach.objective.clone(),
                breach.elapsed.to_string(),
                breach.over.to_string(),
                annotation.entry.to_string(),
            ]
        });
        Self::digested(request, breaches.chain(asked.map(str::to_owned)))
    }

    fn digested(request: &str, parts: impl Iterator<Item = String>) -> Self {
        let mut digest = Sha256::new();
        for part in parts {
            digest.update((part.len() as u64).to_be_bytes());
            digest.update(part);
        }
        // Nothing that would end the comment.
        let request: String =
            request.chars().filter(|sign| sign.is_ascii_alphanumeric() || *sign == '-').collect();
        Self { name: format!("slo {} {}", request.replace("--", "-"), hex(&digest.finalize()[..4])) }
    }

    /// A whole text, with the mark at its end.
    #[must_use]
    pub fn whole(&self, text: &str) -> String {
        let text = format!("{}\n", text.trim_end());
        format!("{text}\n<!-- {} {} -->\n", self.name, text_digest(&text))
    }

    /// A block to be added to somebody's text.
    #[must_use]
    pub fn block(&self, text: &str) -> String {
        format!("<!-- {} -->\n{}\n\n{END}\n", self.name, text.trim_end())
    }

    /// Whether a text tells of these breaches already.
    #[must_use]
    pub fn is_in(&self, text: &str) -> bool {
        text.contains(&format!("<!-- {} ", self.name))
    }
}

/// Whether a text is, to the byte, as the program wrote it.
#[must_use]
pub fn is_untouched(text: &str) -> bool {
    let Some((written, mark)) = text.rsplit_once("\n<!-- slo ") else { return false };
    let digest = mark.strip_suffix(" -->\n").and_then(|mark| mark.rsplit(' ').next());
    digest == Some(text_digest(written).as_str())
}

/// A text without marks, as others are to get it.
pub(super) fn unmarked(text: &str) -> String {
    let marked = |line: &&str| {
        let line = line.trim();
        !(line == END || line.starts_with("<!-- slo ") && line.ends_with(" -->"))
    };
    let text: String = text.split_inclusive('\n').filter(marked).collect();
    format!("{}\n", text.trim_end())
}

fn text_digest(text: &str) -> String {
    hex(&Sha256::digest(text)[..8])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_known_again_until_somebody_changes_it() {
        let mark = Mark::of("REQ-12345678", &[], None);
        let text = mark.whole("# a\n\nb\n\n");
        assert!(text.starts_with("# a\n\nb\n\n<!-- slo REQ-12345678 e3b0c442 "), "{text}");
        assert!(is_untouched(&text) && mark.is_in(&text));
        assert!(!Mark::of("REQ-12345678", &[], Some("please")).is_in(&text));
        for changed in [
            text.replace('b', "c"),
            text.replace('\n', "\r\n"),
            format!("{text}\n"),
            text.trim_end().to_owned(),
            "# a\n".to_owned(),
            mark.block("# a"),
        ] {
            assert!(!is_untouched(&changed), "{changed}");
        }
        assert_eq!(unmarked(&text), "# a\n\nb\n");
    }

    #[test]
    fn a_block_is_found_in_somebodys_text_and_nothing_ends_its_comment() {
        let mark = Mark::of("REQ-1 --> <b>", &[], None);
        let text = format!("mine\n\n{}", mark.block("later\n"));
        assert!(mark.is_in(&text) && !Mark::of("REQ-2", &[], None).is_in(&text));
        assert_eq!(text.matches("-->").count(), 2, "{text}");
        assert_eq!(unmarked(&text), "mine\n\nlater\n");
    }
}
