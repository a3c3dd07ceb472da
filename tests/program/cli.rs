//! The program as its users meet it: commands as files, and every command block of the
//! READMEs and the pages in `docs/`.
//!
//! Each file runs in a folder of its own that holds a copy of `fixtures/`, one command after the
//! other. The environment, the time, the width and the colour are fixed.
//! `TRYCMD=overwrite cargo test --test program` accepts what the program prints now.

use std::fs;
use std::path::{Path, PathBuf};

use tempfile::TempDir;
use trycmd::TestCases;
use trycmd::schema::Bin;

use crate::desk::copy_folder;

/// How the READMEs start the program from a checkout, and what that is here.
const FROM_CHECKOUT: (&str, &str) = ("$ cargo run --release -- ", "$ slo ");

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

#[test]
fn commands() {
    run(&files("tests/cmd", "trycmd"), &[("SLO_LANG", "en")]);
}

#[test]
fn readmes_and_pages() {
    // Their commands say the language, as a reader would have to.
    let readmes = ["README.md", "README.ja.md"].map(|name| root().join(name));
    run(&[readmes.to_vec(), files("docs", "md")].concat(), &[]);
}

fn run(files: &[PathBuf], more: &[(&str, &str)]) {
    let stage = TempDir::new().unwrap();
    let cases = TestCases::new();
    let fixed = [
        ("SLO_AS_OF", "2026-11-01T09:00:00+09:00"),
        ("SLO_USER", "sato"),
        ("LC_ALL", "C"),
        ("COLUMNS", "100"),
        ("LINES", ""),
        ("NO_COLOR", "1"),
    ];
    for &(name, value) in fixed.iter().chain(more) {
        cases.env(name, value);
    }
    // Building, installing and testing are what runs these tests.
    cases.register_bin("cargo", Bin::Ignore);
    for file in files {
        cases.case(staged(file, stage.path()));
    }
    cases.run();
    if std::env::var_os("TRYCMD").is_some_and(|mode| mode == "overwrite") {
        for file in files {
            accept(file, stage.path());
        }
    }
}

/// A copy of the file, beside a folder of its name that its commands run in.
fn staged(file: &Path, stage: &Path) -> PathBuf {
    let text = fs::read_to_string(file).unwrap().replace(FROM_CHECKOUT.0, FROM_CHECKOUT.1);
    let copy = stage.join(file.file_name().unwrap());
    fs::write(&copy, text).unwrap();
    copy_folder(&root().join("fixtures"), &copy.with_extension("in").join("fixtures"));
    copy
}

/// Takes what the program printed over into the file.
fn accept(file: &Path, stage: &Path) {
    let before = fs::read_to_string(file).unwrap();
    let mut after = fs::read_to_string(stage.join(file.file_name().unwrap())).unwrap();
    for line in before.lines().filter(|line| line.starts_with(FROM_CHECKOUT.0)) {
        after = after.replacen(&line.replace(FROM_CHECKOUT.0, FROM_CHECKOUT.1), line, 1);
    }
    fs::write(file, after).unwrap();
}

fn files(folder: &str, ending: &str) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = fs::read_dir(root().join(folder))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|found| found == ending))
        .collect();
    files.sort();
    files
}
