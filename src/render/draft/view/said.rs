use serde::Serialize;

use crate::assess::Evidence;

/// What people wrote, and about which incidents.
#[derive(Debug, Serialize)]
pub(super) struct Said<'a> {
    text: &'a str,
    incidents: Vec<&'a str>,
}

/// Each thing that people wrote once, with the incidents it was written about.
pub(super) fn said<'a>(
    evidence: &[Evidence<'a>],
    text: impl Fn(&Evidence<'a>) -> Option<&'a str>,
) -> Vec<Said<'a>> {
    let mut all: Vec<Said<'a>> = Vec::new();
    for one in evidence {
        let Some(text) = text(one) else { continue };
        let incident = one.incident();
        match all.iter_mut().find(|said| said.text == text) {
            Some(said) if said.incidents.last() == Some(&incident) => {}
            Some(said) => said.incidents.push(incident),
            None => all.push(Said { text, incidents: vec![incident] }),
        }
    }
    all
}
