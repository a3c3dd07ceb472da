//! What may happen to the terminal while a person thinks.

use std::io::{self, IsTerminal};
use std::thread;
use std::time::Duration;

use crossterm::cursor::Show;
use crossterm::event::DisableBracketedPaste;
use crossterm::terminal::disable_raw_mode;
use signal_hook::consts::{SIGHUP, SIGINT, SIGQUIT, SIGTERM};
use signal_hook::iterator::Signals;
use signal_hook::low_level::emulate_default_handler;

use crate::exit::NO_ANSWER;

/// How often it is looked after.
const PAUSE: Duration = Duration::from_millis(100);

/// Watches over the terminal from now on: a signal that ends the program leaves it usable, and when
/// it is gone the program ends instead of waiting for keys for ever.
pub(in crate::cli) fn watch() -> io::Result<()> {
    let mut signals = Signals::new([SIGTERM, SIGHUP, SIGINT, SIGQUIT])?;
    thread::spawn(move || {
        loop {
            for signal in signals.pending() {
                restore();
                // Ends the program as the signal would have.
                let _ = emulate_default_handler(signal);
            }
            if !io::stdin().is_terminal() {
                leave();
            }
            thread::sleep(PAUSE);
        }
    });
    Ok(())
}

/// Lets the terminal echo and end lines again.
fn restore() {
    let _ = disable_raw_mode();
    let _ = crossterm::execute!(io::stderr(), DisableBracketedPaste, Show);
}

#[expect(clippy::exit, reason = "the main thread waits for keys that nobody will press")]
fn leave() -> ! {
    std::process::exit(NO_ANSWER.into())
}
