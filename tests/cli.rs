//! The program as its users meet it: commands as files, and every command block of the READMEs.
//!
//! The environment, the time, the width and the colour of each case are fixed.
//! `TRYCMD=overwrite cargo test --test cli` accepts what the program prints now.

fn cases() -> trycmd::TestCases {
    let cases = trycmd::TestCases::new();
    for (name, value) in [
        ("SLO_AS_OF", "2026-11-01T09:00:00+09:00"),
        ("SLO_USER", "sato"),
        ("SLO_LANG", "en"),
        ("COLUMNS", "100"),
        ("NO_COLOR", "1"),
    ] {
        cases.env(name, value);
    }
    cases
}

#[test]
fn commands() {
    cases().case("tests/cmd/*.toml").case("tests/cmd/*.trycmd");
}

#[test]
fn readmes() {
    cases().case("README.md").case("README.ja.md");
}
