use std::path::Path;

use super::read_preset;
use crate::domain::Preset;

// `FILES`: the names and texts of the files in `presets/`.
include!(concat!(env!("OUT_DIR"), "/presets.rs"));

/// The presets that belong to the program, in order of name.
#[must_use]
pub fn built_in_presets() -> Vec<Preset> {
    let read = |&(name, text): &(&str, &str)| {
        let preset = read_preset(Path::new(name), text).ok()?;
        Some(Preset { path: None, ..preset })
    };
    FILES.iter().filter_map(read).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_is_a_preset() {
        for (name, text) in FILES {
            if let Err(faults) = read_preset(Path::new(name), text) {
                panic!("{name}: {faults:#?}");
            }
        }
        assert_eq!(built_in_presets().len(), FILES.len());
    }
}
