use crate::desk::Desk;

/// What the program says of a mistaken command with these variables in its surroundings.
fn said(args: &[&str], variables: &[(&str, &str)]) -> String {
    let desk = Desk::new();
    let mut command = desk.slo(args);
    command.env_remove("SLO_LANG").envs(variables.iter().copied());
    let output = command.output().unwrap();
    assert_eq!(output.status.code(), Some(2), "{args:?}");
    String::from_utf8(output.stderr).unwrap()
}

#[test]
fn mistakes_are_told_in_the_language_that_is_asked_for_first() {
    let japanese = ("LC_ALL", "ja_JP.UTF-8");
    for (args, variables, begins) in [
        (&["chekc"][..], &[][..], "error:"),
        (&["chekc"], &[japanese], "エラー:"),
        (&["chekc"], &[japanese, ("SLO_LANG", "en")], "error:"),
        (&["status", "--nonsense"], &[("LANG", "ja_JP.UTF-8"), ("LC_ALL", "C")], "error:"),
        (&["status", "--nonsense"], &[("SLO_LANG", "ja")], "エラー:"),
        (&["status", "--nonsense", "--lang", "en"], &[("SLO_LANG", "ja")], "error:"),
        // What the program finds itself, and what asks for help.
        (&["presets", "show", "nothing-like-it"], &[("SLO_LANG", "ja")], "エラー:"),
        (&["policy"], &[("SLO_LANG", "ja")], "ポリシー"),
    ] {
        let said = said(args, variables);
        assert!(said.starts_with(begins), "{args:?} {variables:?}: {said}");
    }
}
