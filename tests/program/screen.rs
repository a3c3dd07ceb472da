use std::io::{Read, Write};
use std::num::NonZero;
use std::process::Child;
use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use pty_process::Size;
use pty_process::blocking::{Command, Pty, open};
use vt100::Parser;

use crate::desk::Desk;

const ROWS: NonZero<u16> = NonZero::new(24).unwrap();
const COLUMNS: NonZero<u16> = NonZero::new(80).unwrap();

/// What keys send.
pub(crate) const ENTER: &str = "\r";
pub(crate) const ESCAPE: &str = "\u{1b}";
pub(crate) const CTRL_C: &str = "\u{3}";
pub(crate) const DOWN: &str = "\u{1b}[B";
pub(crate) const UP: &str = "\u{1b}[A";

/// A command of the program at a terminal of 80 columns and 24 rows, and what stands on its screen.
pub(crate) struct Screen {
    child: Child,
    keys: Arc<Pty>,
    shown: Arc<Mutex<Parser>>,
    reader: Option<JoinHandle<()>>,
}

impl Screen {
    /// The longest that something is waited for; a busy machine is slow.
    const PATIENCE: Duration = Duration::from_mins(1);

    /// Starts a command as [`Desk::slo`] makes it.
    pub(crate) fn start(desk: &Desk, args: &[&str]) -> Self {
        Self::show(&desk.slo(args))
    }

    /// Starts commands of a shell, for which `$SLO` is the program, as [`Desk::slo`] would.
    pub(crate) fn start_shell(desk: &Desk, script: &str) -> Self {
        let slo = desk.slo(&[]);
        let mut shell = std::process::Command::new("/bin/sh");
        shell.args(["-c", script]).current_dir(slo.get_current_dir().unwrap());
        shell.env("SLO", slo.get_program());
        for (name, value) in slo.get_envs() {
            shell.env(name, value.unwrap());
        }
        Self::show(&shell)
    }

    fn show(plain: &std::process::Command) -> Self {
        let mut command = Command::new(plain.get_program()).args(plain.get_args()).env_clear();
        for (name, value) in plain.get_envs() {
            if let Some(value) = value.filter(|_| name != "COLUMNS") {
                command = command.env(name, value);
            }
        }
        let command = command.env("TERM", "xterm-256color").current_dir(plain.get_current_dir().unwrap());
        let (terminal, inner) = open().unwrap();
        terminal.resize(Size::new(ROWS.get(), COLUMNS.get())).unwrap();
        let child = command.spawn(inner).unwrap();
        let keys = Arc::new(terminal);
        let shown = Arc::new(Mutex::new(Parser::new(ROWS, COLUMNS, 200)));
        let (output, screen) = (Arc::clone(&keys), Arc::clone(&shown));
        let reader = thread::spawn(move || {
            let mut bytes = [0; 4096];
            // The read fails when nobody has the terminal any more.
            while let Ok(count @ 1..) = (&*output).read(&mut bytes) {
                screen.lock().unwrap().process(&bytes[..count]);
            }
        });
        Self { child, keys, shown, reader: Some(reader) }
    }

    /// Waits until a text stands on the screen.
    pub(crate) fn wait_for(&self, text: &str) {
        self.wait_until(|screen| screen.contains(text), text);
    }

    pub(crate) fn wait_until(&self, holds: impl Fn(&str) -> bool, wanted: &str) {
        let begun = Instant::now();
        while !holds(&self.text()) {
            assert!(begun.elapsed() < Self::PATIENCE, "`{wanted}` doesn't come:\n{}", self.text());
            thread::sleep(Duration::from_millis(5));
        }
    }

    /// Presses keys, once the question stands there that they answer.
    pub(crate) fn answer(&mut self, question: &str, keys: &[&str]) {
        self.wait_for(&format!("? {question}"));
        for key in keys {
            self.press(key);
        }
    }

    /// Presses a key, whatever stands there.
    pub(crate) fn press(&mut self, key: &str) {
        (&*self.keys).write_all(key.as_bytes()).unwrap();
    }

    /// Makes the terminal larger or smaller.
    pub(crate) fn resize(&self, rows: u16, columns: u16) {
        let size = [rows, columns].map(|count| NonZero::new(count).unwrap());
        self.shown.lock().unwrap().screen_mut().set_size(size[0], size[1]);
        self.keys.resize(Size::new(rows, columns)).unwrap();
    }

    /// What stands on the screen.
    pub(crate) fn text(&self) -> String {
        self.shown.lock().unwrap().screen().contents()
    }

    /// Waits for the end of the command: its exit code, and what stands on the screen then.
    pub(crate) fn end(mut self) -> (i32, String) {
        let begun = Instant::now();
        let status = loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                break status;
            }
            assert!(begun.elapsed() < Self::PATIENCE, "it doesn't end:\n{}", self.text());
            thread::sleep(Duration::from_millis(5));
        };
        // It ends with the last byte that was written.
        self.reader.take().unwrap().join().unwrap();
        (status.code().unwrap(), self.text().trim().to_owned())
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
