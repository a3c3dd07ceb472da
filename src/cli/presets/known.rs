use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, anyhow};

use crate::cli::failure::Told;
use crate::domain::{Policy, Preset, PresetChoice, nearest};
use crate::policy_file::{built_in_presets, read_preset};
use crate::render;
use crate::words::preset_search as words;

/// The presets that exports are recognised by: those of the policy's own folder, and those of the
/// program that they don't replace. In order of name. `lay_out` makes faults of a file readable.
pub(in crate::cli) fn known_presets(
    policy: &Policy,
    colour: bool,
    width: usize,
) -> anyhow::Result<Vec<Preset>> {
    let mut presets = match &policy.mapping.presets {
        Some(folder) => own_presets(&policy.path.with_file_name("").join(folder), colour, width)?,
        None => Vec::new(),
    };
    for preset in built_in_presets() {
        if presets.iter().all(|own| own.name != preset.name) {
            presets.push(preset);
        }
    }
    presets.sort_by(|one, other| one.name.cmp(&other.name));
    if let PresetChoice::Named(name) = &policy.mapping.preset
        && presets.iter().all(|preset| preset.name != *name)
    {
        let names = presets.iter().map(|preset| preset.name.as_str());
        let near = nearest(name, names);
        let near = near.first().map(String::as_str);
        return Err(anyhow!(words::none_for_policy(&policy.path.display(), name, near)));
    }
    Ok(presets)
}

/// The presets in a folder, or the faults of all its files.
fn own_presets(folder: &Path, colour: bool, width: usize) -> anyhow::Result<Vec<Preset>> {
    let about = || words::folder_unreadable(&folder.display());
    let mut files: Vec<PathBuf> = Vec::new();
    for entry in fs::read_dir(folder).with_context(about)? {
        let path = entry.with_context(about)?.path();
        if path.extension().is_some_and(|ending| ending == "toml") {
            files.push(path);
        }
    }
    files.sort();
    let (mut presets, mut faults) = (Vec::new(), Vec::new());
    for file in files {
        let text = fs::read_to_string(&file).with_context(|| words::unreadable(&file.display()))?;
        match read_preset(&file, &text) {
            Ok(preset) => presets.push(preset),
            Err(found) => faults.push(render::diagnostics(&found, &text, colour, width)),
        }
    }
    if faults.is_empty() { Ok(presets) } else { Err(Told(faults.join("\n")).into()) }
}
