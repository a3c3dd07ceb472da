//! Makes a list of the files in `presets/`, so that a new one needs no code.
#![expect(clippy::disallowed_methods, reason = "a build script is told where to write by the environment")]

use std::fmt::Write as _;
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
        // Relative to the package, so that a folder that was moved can be built again.
        let path = format!("/presets/{name}");
        writeln!(list, "    ({name:?}, include_str!(concat!(env!(\"CARGO_MANIFEST_DIR\"), {path:?}))),")
            .map_err(io::Error::other)?;
    }
    list.push_str("];\n");
    let out = env::var_os("OUT_DIR").ok_or_else(|| io::Error::other("OUT_DIR is not set"))?;
    fs::write(Path::new(&out).join("presets.rs"), list)
}
