use std::collections::BTreeMap;

use serde::de::Error;
use serde_json::value::RawValue;

use super::cursor::NoJson;
use crate::words::unreadable_rows;

/// Why an object can't be read.
#[derive(Debug)]
pub(super) enum ElementFault {
    /// It is no JSON; what is wrong, `serde_json` can tell.
    NoJson,
    /// A wanted text or a key has an escape that is no character.
    Text(serde_json::Error),
}

impl From<NoJson> for ElementFault {
    fn from(NoJson: NoJson) -> Self {
        Self::NoJson
    }
}

impl From<serde_json::Error> for ElementFault {
    fn from(error: serde_json::Error) -> Self {
        Self::Text(error)
    }
}

/// The fault of a text that is no JSON object.
pub(super) fn what_is_wrong(json: &str) -> serde_json::Error {
    match serde_json::from_str::<BTreeMap<String, &RawValue>>(json) {
        Err(error) => error,
        Ok(_) => serde_json::Error::custom(unreadable_rows::unreadable_object()),
    }
}
