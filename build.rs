//! Makes a list of the files in `presets/`, so that a new one needs no code.

use std::path::Path;
use std::{env, fs, io};

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=presets");
    let mut names = Vec::new();
    for entry in fs::read_dir("presets")? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        if Path::new(&name).extension().is_some_and(|ending| ending == "toml") {
            names.push(name);
        }
    }
    names.sort();
    let mut list = String::from("const FILES: &[(&str, &str)] = &[\n");
    for name in names {
        let path = fs::canonicalize(Path::new("presets").join(&name))?;
        list.push_str(&format!("    ({name:?}, include_str!({:?})),\n", path.to_string_lossy()));
    }
    list.push_str("];\n");
    let out = env::var_os("OUT_DIR").ok_or_else(|| io::Error::other("OUT_DIR is not set"))?;
    fs::write(Path::new(&out).join("presets.rs"), list)
}
