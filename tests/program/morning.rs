//! The script that makes every morning's report by itself, run as cron runs it.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::Command;

use crate::desk::Desk;

/// A desk with the script, its exports and reports, and stand-ins for mail and the network.
struct Morning(Desk);

impl Morning {
    fn new() -> Self {
        let desk = Desk::new();
        for folder in ["exports", "reports", "bin"] {
            fs::create_dir(desk.path().join(folder)).unwrap();
        }
        fs::copy(desk.path().join("fixtures/mornings/slo.toml"), desk.path().join("slo.toml")).unwrap();
        for (name, text) in [("sendmail", "cat >>mails"), ("curl", "cat >>posts; echo >>posts")] {
            let path = desk.path().join("bin").join(name);
            fs::write(&path, format!("#!/bin/sh\n{text}\n")).unwrap();
            fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
        }
        desk.write("morning.conf", "SLO_TIMEZONE=Asia/Tokyo\nSLO_MAIL_TO=lead@example.com\nSLO_POST_TO=https://hooks.example.com/x\n");
        Self(desk)
    }

    /// Puts a fixture in the place of the export.
    fn export(&self, name: &str) {
        let from = self.0.path().join("fixtures/mornings").join(name);
        fs::copy(from, self.0.path().join("exports/incidents.csv")).unwrap();
    }

    fn run(&self, as_of: &str) -> (i32, String) {
        let program = Path::new(env!("CARGO_BIN_EXE_slo")).parent().unwrap();
        let own = self.0.path().join("bin");
        let path = format!("{}:{}:/usr/bin:/bin", own.display(), program.display());
        let output = Command::new("sh")
            .arg(Path::new(env!("CARGO_MANIFEST_DIR")).join("contrib/slo-morning"))
            .arg("morning.conf")
            .current_dir(self.0.path())
            .env_clear()
            .envs([
                ("PATH", path.as_str()),
                ("SLO_AS_OF", as_of),
                ("SLO_USER", "cron"),
                ("LC_ALL", "C.UTF-8"),
            ])
            .output()
            .unwrap();
        (output.status.code().unwrap(), String::from_utf8_lossy(&output.stderr).into_owned())
    }

    /// How many mails were sent, and messages posted.
    fn sent(&self) -> [usize; 2] {
        let count = |file: &str, what: &str| {
            fs::read_to_string(self.0.path().join(file)).unwrap_or_default().matches(what).count()
        };
        [count("mails", "To: lead@example.com"), count("posts", "{\"text\": \"")]
    }
}

#[test]
fn every_morning_the_day_before_is_reported_on_and_mailed_once() {
    let morning = Morning::new();
    morning.export("sunday.csv");
    let (code, said) = morning.run("2026-11-01T07:30:00+09:00");
    assert_eq!((code, morning.sent()), (0, [1, 1]), "{said}");
    assert!(said.contains("2026-10-31: First response: goal missed"), "{said}");
    assert!(morning.0.exists("reports/2026-10-31.html"));
    assert!(morning.0.read("posts").contains("2026-10-31: First response: goal missed"));

    // Again: the page is made anew, nothing is mailed twice, and no day before the first is made up for.
    assert_eq!(morning.run("2026-11-01T07:30:00+09:00").0, 0);
    assert_eq!(morning.sent(), [1, 1]);
    assert!(!morning.0.exists("reports/2026-10-30.html"));

    // Two mornings were missed: their days are made up for, and the newest is mailed.
    morning.export("monday.csv");
    let (code, said) = morning.run("2026-11-04T07:30:00+09:00");
    assert_eq!((code, morning.sent()), (0, [2, 2]), "{said}");
    for day in ["2026-11-01", "2026-11-02", "2026-11-03"] {
        assert!(morning.0.exists(&format!("reports/{day}.html")), "{day}");
    }
}

#[test]
fn what_went_wrong_is_mailed_and_posted() {
    let morning = Morning::new();
    let (code, said) = morning.run("2026-11-01T07:30:00+09:00");
    assert_eq!((code, morning.sent()), (2, [1, 1]), "{said}");
    assert!(said.contains("no file fits `exports/*.csv`"), "{said}");
    assert!(morning.0.read("posts").contains("no file fits `exports/*.csv`"));
    let mut files = fs::read_dir(morning.0.path().join("reports")).unwrap().map(Result::unwrap);
    assert!(files.all(|file| file.file_name() == ".lock"), "no report");

    morning.0.write("exports/incidents.csv", "number,severity,opened_at,responded\n");
    let (code, said) = morning.run("2026-11-01T07:30:00+09:00");
    assert_eq!(code, 2);
    assert!(said.contains("has no incident"), "{said}");
}
