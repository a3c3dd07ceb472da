//! What the READMEs say of presets is what the presets are.

use std::fs;
use std::path::Path;

use slo::policy_file::built_in_presets;
use slo::render::presets::preset_stages;

const BEGIN: &str = "<!-- presets: checked against presets/ -->\n";
const END: &str = "<!-- end -->\n";

/// With `PRESETS=overwrite` the tables are made anew.
#[test]
fn readmes_list_every_preset_with_its_stages() {
    let presets = built_in_presets();
    let row = |preset: &slo::domain::Preset| {
        let stages = preset_stages(preset).join(", ");
        format!("| `{}` | {} | {stages} |\n", preset.name, preset.title.replace('|', "\\|"))
    };
    let rows: String = presets.iter().map(row).collect();
    assert!(presets.len() > 20);
    for name in ["README.md", "README.ja.md"] {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(name);
        let text = fs::read_to_string(&path).unwrap();
        let (before, rest) = text.split_once(BEGIN).unwrap();
        let (table, behind) = rest.split_once(END).unwrap();
        let head: String = table.split_inclusive('\n').take(2).collect();
        let expected = format!("{head}{rows}");
        if std::env::var_os("PRESETS").is_some_and(|mode| mode == "overwrite") {
            fs::write(&path, format!("{before}{BEGIN}{expected}{END}{behind}")).unwrap();
        } else {
            assert_eq!(table, expected, "{name}; PRESETS=overwrite makes it anew");
        }
    }
}

/// Every preset has a fixture that it alone recognises, and a broken one.
#[test]
fn every_preset_has_exports_to_be_tried_on() {
    let exports = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/exports");
    let mut names = Vec::new();
    for folder in fs::read_dir(exports).unwrap() {
        let path = folder.unwrap().path();
        if path.is_dir() {
            names.extend(
                fs::read_dir(path)
                    .unwrap()
                    .map(|file| file.unwrap().file_name().to_string_lossy().into_owned()),
            );
        }
    }
    let commands = fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cmd")).unwrap();
    let commands: String = commands.map(|file| fs::read_to_string(file.unwrap().path()).unwrap()).collect();
    for preset in built_in_presets() {
        let told = format!("read as   {}", preset.name);
        let is_read = commands
            .match_indices(&told)
            .any(|(at, _)| commands[at + told.len()..].starts_with(char::is_whitespace));
        assert!(is_read, "{}", preset.name);
    }
    assert!(names.iter().filter(|name| name.contains(".broken.")).count() > 20);
}

/// A preset that the policy names reads an export as it does when it is recognised.
#[test]
fn a_preset_that_is_named_reads_as_one_that_is_recognised() {
    let exports = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/exports");
    let folder = tempfile::TempDir::new().unwrap();
    let check = |export: &Path, source: &str| {
        let policy = folder.path().join("slo.toml");
        let text = format!(
            "schema = 1\ntimezone = \"Asia/Tokyo\"\n{source}\n[objectives.resolve]\nfrom = \"opened\"\nto = \"resolved\"\n\
             targets = [{{ within = \"1s\" }}]\n"
        );
        fs::write(&policy, text).unwrap();
        let output = std::process::Command::new(env!("CARGO_BIN_EXE_slo"))
            .args(["check", "--no-ledger", "--format", "json", "--as-of", "2026-11-01T09:00:00+09:00"])
            .arg(export)
            .arg("--policy")
            .arg(policy)
            .output()
            .unwrap();
        serde_json::from_slice::<serde_json::Value>(&output.stdout).ok()
    };
    let mut read = 0;
    for folder in fs::read_dir(exports).unwrap().map(|folder| folder.unwrap().path()) {
        let files = if folder.is_dir() { fs::read_dir(&folder).unwrap().collect() } else { Vec::new() };
        for file in files.into_iter().map(|file| file.unwrap().path()) {
            let Some(recognised) = check(&file, "#\n#") else { continue };
            let Some(name) = recognised["sources"][0]["preset"].as_str() else { continue };
            let named = check(&file, &format!("[source]\npreset = \"{name}\"")).unwrap();
            for part in ["objectives", "breaches", "at_risk", "unreadable", "adjusted"] {
                assert!(named[part] == recognised[part], "{part} of {}", file.display());
            }
            read += 1;
        }
    }
    assert!(read > 60, "{read}");
}
