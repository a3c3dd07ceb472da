use crate::diagnostic::{Code, Level};
use crate::domain::PauseColumns;
use crate::policy_file::sample::{all, only, sound, text};

const WITHIN: &str = "{ within = \"4h\" }";
const DESK: &str = "{ within = \"4h\", calendar = \"desk\" }";
const HOURS: &str = "[calendars.desk]\nhours = { mon-fri = \"09:00-18:00\" }\n";

fn with(lines: &str) -> String {
    text(WITHIN, &format!("[source.pauses]\n{lines}\n"))
}

#[test]
fn intervals_and_sums_are_read() {
    let columns = |text: &str| sound(text).mapping.pauses;
    let pair = |from: &str, to: &str| (from.to_owned(), to.to_owned());
    assert_eq!(
        columns(&with("intervals = [{ from = \"a\", to = \"b\" }, { from = \"c\", to = \"d\" }]")).stretches,
        [pair("a", "b"), pair("c", "d")]
    );
    assert_eq!(columns(&with("intervals = { from = \"a\", to = \"b\" }")).stretches, [pair("a", "b")]);
    let policy = sound(&with("seconds = { responded = \"p\" }\nseconds_count = \"all-time\""));
    let responded = policy.stages.find("responded").unwrap();
    let sums = vec![(responded, "p".to_owned())];
    assert_eq!(policy.mapping.pauses, PauseColumns { sums, ..PauseColumns::default() });
}

#[test]
fn each_fault_underlines_its_place() {
    for (lines, code, place) in [
        ("", Code::MissingKey, "pauses"),
        ("intervals = []", Code::Empty, "[]"),
        ("intervals = \"a\"", Code::WrongType, "\"a\""),
        ("intervals = { from = \"a\" }", Code::MissingKey, "{ from = \"a\" }"),
        ("intervals = { from = \"a\", to = \" \" }", Code::Empty, "\" \""),
        ("intervals = { from = \"a\", to = \"a\" }", Code::BadValue, "\"a\""),
        ("intervals = { from = \"a\", to = \"b\", at = \"c\" }", Code::UnknownKey, "at"),
        ("seconds = {}", Code::Empty, "{}"),
        ("seconds = { resolvd = \"p\" }", Code::UnknownStage, "resolvd"),
        ("seconds = { opened = \"p\" }", Code::BadValue, "opened"),
        ("seconds = { resolved = \"p\" }\nseconds_count = \"all\"", Code::BadValue, "\"all\""),
        ("intervals = { from = \"a\", to = \"b\" }\nseconds = { resolved = \"p\" }", Code::Pauses, "seconds"),
        (
            "intervals = { from = \"a\", to = \"b\" }\nseconds_count = \"calendar-hours\"",
            Code::Unused,
            "seconds_count",
        ),
    ] {
        let (found, underlined, _) = only(&with(lines));
        assert_eq!((found, underlined.as_str()), (code, place), "{lines}");
    }
    assert_eq!(only(&text(WITHIN, "[objectives.x]\nfrom = \"opened\"\nto = \"closed\"\npauses = \"no\"\ntargets = [{ within = \"1h\" }]\n")).0, Code::BadValue);
}

#[test]
fn pauses_of_events_and_of_columns_are_not_added() {
    let rows = "[source.rows]\nkind = \"events\"\nactivity = \"A\"\nat = \"T\"\npauses = { Wait = \"until-next\" }\n";
    for columns in ["intervals = { from = \"a\", to = \"b\" }", "seconds = { responded = \"p\" }"] {
        let text = text(WITHIN, &format!("{rows}[source.pauses]\n{columns}\n"));
        let (code, underlined, _) = only(&text);
        assert_eq!((code, underlined.as_str()), (Code::Pauses, columns.split(' ').next().unwrap()));
    }
}

#[test]
fn sums_must_say_what_they_count_under_a_calendar() {
    let sums = |more: &str| format!("{HOURS}[source.pauses]\nseconds = {{ responded = \"p\" }}\n{more}");
    for more in ["", "seconds_count = \"all-time\"\n"] {
        let (code, underlined, help) = only(&text(DESK, &sums(more)));
        assert_eq!((code, underlined.as_str()), (Code::Pauses, "seconds"));
        assert!(help.contains("calendar-hours") && help.contains("all-time"), "{help}");
    }
    sound(&text(DESK, &sums("seconds_count = \"calendar-hours\"\n")));
    let ignored =
        text(DESK, &sums("")).replace("to = \"responded\"", "to = \"responded\"\npauses = \"ignored\"");
    sound(&ignored);
    sound(&text(DESK, &sums("").replace("responded", "resolved")));
    let told = all(&text(
        WITHIN,
        "[source.pauses]\nseconds = { responded = \"p\" }\nseconds_count = \"calendar-hours\"\n",
    ));
    assert_eq!((told.len(), told[0].code, told[0].level), (1, Code::Pauses, Level::Warning));
}

#[test]
fn a_sum_is_needed_for_both_ends_of_a_clock() {
    let later = |lines: &str| {
        text(WITHIN, &format!("[source.pauses]\nseconds = {{ {lines} }}\n"))
            .replace("\"opened\"", "\"acknowledged\"")
    };
    let (code, underlined, help) = only(&later("responded = \"p\""));
    assert_eq!((code, underlined.as_str()), (Code::Pauses, "seconds"));
    assert!(help.contains("`acknowledged`") && help.contains("ignored"), "{help}");
    sound(&later("responded = \"p\", acknowledged = \"q\""));
    sound(&later("resolved = \"p\""));
}
