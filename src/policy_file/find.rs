use std::path::{Path, PathBuf};

/// The names of a policy file, the first one first.
const NAMES: [&str; 2] = ["slo.toml", "slo.json"];

/// Finds the policy: in the `current` folder (given in full) and upwards, then beside the first
/// export. What lies in the current folder is named without it.
pub fn find_policy(
    current: &Path,
    first_export: Option<&Path>,
    exists: impl Fn(&Path) -> bool,
) -> Option<PathBuf> {
    let here = NAMES.iter().map(PathBuf::from);
    let upwards = current.ancestors().skip(1).flat_map(|folder| NAMES.map(|name| folder.join(name)));
    let beside = first_export.map(|export| NAMES.map(|name| export.with_file_name(name)));
    here.chain(upwards).chain(beside.into_iter().flatten()).find(|path| exists(path))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn find(existing: &[&str]) -> Option<PathBuf> {
        let export = Path::new("exports/may.csv");
        find_policy(Path::new("/home/ops/acme"), Some(export), |path| {
            existing.iter().any(|known| Path::new(known) == path)
        })
    }

    #[test]
    fn the_nearest_policy_is_found() {
        let everywhere = ["slo.json", "/home/ops/slo.toml", "/slo.toml", "exports/slo.toml"];
        for (from, expected) in everywhere.iter().enumerate() {
            assert_eq!(find(&everywhere[from..]), Some(PathBuf::from(expected)));
        }
        assert_eq!(find(&["slo.json", "slo.toml"]), Some(PathBuf::from("slo.toml")));
        assert_eq!(find(&["/home/other/slo.toml", "exports/may/slo.toml"]), None);
    }
}
