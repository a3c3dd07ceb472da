use std::io::Write;
use std::path::Path;

use super::looking::{Looking, ROWS};
use super::questions::Questions;
use crate::cli::asking::{Asker, Blank, Choice};
use crate::domain::{Instant, Language, Preset};
use crate::policy_file::{proposal, read_policy, read_preset};
use crate::source::{Input, sample_export};
use crate::words::init::Words;

/// Answers each question by the place of an entry; what was asked is kept.
#[derive(Default)]
struct Scripted {
    answers: Vec<Option<usize>>,
    asked: Vec<String>,
}

impl Asker for Scripted {
    fn choose(&mut self, choice: &Choice<'_>) -> anyhow::Result<Option<usize>> {
        self.asked.push(choice.question.to_owned());
        Ok(self.answers.remove(0))
    }

    fn write(&mut self, _: &Blank<'_>) -> anyhow::Result<Option<String>> {
        unreachable!("everything is chosen from a list")
    }
}

const CSV: &str = "Ref,Rank,Seen,Done\n1,4,2026-10-01 09:00,2026-10-01 10:00\n\
                   2,Top,2026-10-02 09:00,\n3,odd,2026-10-03 09:00,\n";

fn preset(name: &str, lines: &str) -> Preset {
    let text = format!(
        "title = \"Tool {name}: list\"\n[recognise]\nformat = \"csv\"\ncolumns = [\"Ref\", \"Rank\"]\n\
         [source]\nseverities = [[\"Top\", \"4\"], [\"Low\", \"1\"]]\n{lines}\n\
         [source.fields]\nid = \"Ref\"\nseverity = \"Rank\"\n\
         [source.stages]\nopened = \"Seen\"\nmitigated = \"Soon\"\nresolved = \"Done\"\n"
    );
    read_preset(Path::new(&format!("{name}.toml")), &text).unwrap()
}

/// The policy that is proposed and what is told about it, and what was asked.
fn look(
    csv: &str,
    presets: &[Preset],
    answers: Option<&[Option<usize>]>,
) -> (anyhow::Result<(String, String)>, Vec<String>) {
    let mut file = tempfile::Builder::new().suffix(".csv").tempfile().unwrap();
    file.write_all(csv.as_bytes()).unwrap();
    let input = Input::File(file.path().to_owned());
    let sample = sample_export(&input, ROWS, presets, None).unwrap();
    let language = Language::English;
    let mut asker = Scripted { answers: answers.unwrap_or_default().to_vec(), ..Scripted::default() };
    let words = Words::of(language);
    let mut questions = answers.map(|_| Questions { asker: &mut asker, words });
    let looking = Looking {
        export: Path::new("a.csv"),
        input: &input,
        sample: &sample,
        presets,
        language,
        zone: None,
        as_of: Instant::from_epoch(1_790_000_000, 0).unwrap(),
    };
    let proposed = looking.propose(&mut questions).map(|(found, told)| {
        let text = proposal(&found);
        let none = |_: &Path| Err(String::new());
        let (_, warnings) = read_policy(Path::new("slo.toml"), &text, String::new(), &none).unwrap();
        assert_eq!(warnings, [], "{text}");
        (text, told)
    });
    (proposed, asker.asked)
}

#[test]
fn a_preset_is_pinned_and_tells_the_severities_and_stages() {
    let (proposed, asked) = look(CSV, &[preset("tool", "timezone = \"Europe/Paris\"")], Some(&[]));
    let (text, told) = proposed.unwrap();
    assert_eq!(asked, [""; 0], "the preset says the zone");
    for part in [
        "\n# Tool tool: list\n# 見分けた列 / recognised by: Ref, Rank\n",
        "\npreset = \"tool\"\n",
        "timezone = \"Europe/Paris\" #",
        "/ the preset says that times of this export are in Europe/Paris\n",
        // The code counts as the severity that it stands for.
        "{ name = \"top\", values = [\"Top\"] }, # 2 件",
        "{ name = \"odd\", values = [\"odd\"] }, # 1 件",
        "known to the preset, not in this export: Low\n",
        "[objectives.resolve]",
    ] {
        assert!(text.contains(part), "{part} in\n{text}");
    }
    assert!(!text.contains("\n[source.fields]") && !text.contains("\n[source.stages]"), "{text}");
    assert!(told.contains("\n  preset: tool (Tool tool: list)\n  recognised by: Ref, Rank\n"), "{told}");
    assert!(told.contains("stages: opened = Seen (3), resolved = Done (1)\n"), "{told}");
    assert!(told.contains("unsure: which of these severities is graver is not known: odd"), "{told}");
}

#[test]
fn of_presets_that_fit_equally_none_is_used_unless_a_person_chooses() {
    let presets = [preset("one", ""), preset("two", "")];
    let (text, told) = look(CSV, &presets, None).0.unwrap();
    let lines = "\n# preset = \"one\" # Tool one: list\n# preset = \"two\" # Tool two: list\n";
    assert!(text.contains("\n[source]\n") && text.contains(lines), "{text}");
    assert!(told.contains("unsure: the presets one, two fit equally"), "{told}");

    let (proposed, asked) = look(CSV, &presets, Some(&[Some(1), Some(0)]));
    let (text, told) = proposed.unwrap();
    assert!(text.contains("\npreset = \"two\"\n"), "{text}");
    assert!(told.contains("recognised by: Ref, Rank"), "{told}");
    assert!(!told.contains("times carry no zone"), "{told}");
    assert_eq!(asked, ["which tool does the export come from", "which time zone are the times in"]);

    let (proposed, asked) = look(CSV, &presets, Some(&[Some(2), Some(0), Some(0), Some(0), Some(0)]));
    let (text, _) = proposed.unwrap();
    assert!(text.contains("\nresolved = \"Done\""), "{text}");
    assert!(text.contains("\npreset = \"none\"\n"));
    let columns = [
        "which column holds the incident's id",
        "which column holds when it was opened",
        "which column holds when it was resolved",
    ];
    assert_eq!(asked[1..4], columns);
}

#[test]
fn who_leaves_gets_no_policy() {
    let (left, asked) = look(CSV, &[preset("one", ""), preset("two", "")], Some(&[Some(0), None]));
    assert_eq!(left.unwrap_err().to_string(), "nothing was written");
    assert_eq!(asked.len(), 2);
}

#[test]
fn days_and_months_are_asked_for_a_preset_too() {
    let csv =
        CSV.replace("2026-10-", "").replace(" 09:00", "/10/2026 09:00").replace(" 10:00", "/10/2026 10:00");
    let (proposed, asked) = look(&csv, &[preset("tool", "")], Some(&[Some(1), Some(0)]));
    assert_eq!(asked.len(), 2, "{asked:?}");
    assert!(proposed.unwrap().0.contains("\ntime_format = \"%m/%d/%Y %H:%M\"\n"));
}

#[test]
fn a_preset_that_cannot_read_the_export_is_a_doubt() {
    let csv = CSV.replace("Seen", "Elsewhere");
    let (text, told) = look(&csv, &[preset("tool", "")], None).0.unwrap();
    assert!(text.contains("\npreset = \"tool\"\n"), "{text}");
    assert!(told.contains("\n  stages: opened, mitigated, resolved\n"), "{told}");
    assert!(told.contains("unsure: the export can't be read by the preset tool: "), "{told}");
}
