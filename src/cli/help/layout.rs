use anstyle::Style;
use clap::builder::StyledStr;
use clap::{Arg, Command};
use unicode_width::UnicodeWidthStr;

use crate::render::fold;
use crate::words::help::frame;

/// Where clap begins the text of an argument that stands below its name.
const BELOW: usize = 10;

/// The columns that texts have in the help of one command.
pub(super) struct Layout {
    width: usize,
    commands: usize,
    positionals: Section,
    options: Section,
    literal: Style,
}

/// Arguments that stand in one list.
struct Section {
    /// How much room the names take beside which the texts stand.
    beside: usize,
}

impl Layout {
    /// That of a command on so many columns.
    pub(super) fn of(command: &Command, width: usize) -> Self {
        let names = command.get_subcommands().map(|inner| inner.get_name().width());
        let positionals: Vec<&Arg> = command.get_positionals().collect();
        let options: Vec<&Arg> = command.get_arguments().filter(|arg| !arg.is_positional()).collect();
        Self {
            width,
            commands: names.max().unwrap_or_default() + 4,
            positionals: Section::of(&positionals),
            options: Section::of(&options),
            literal: *command.get_styles().get_literal(),
        }
    }

    /// What a command does, as it stands in a list of commands.
    pub(super) fn command(&self, about: &str) -> String {
        folded(about, self.width.saturating_sub(self.commands))
    }

    /// An argument with these texts in short and in long help, and what its values mean.
    pub(super) fn argument(
        &self,
        arg: Arg,
        short: &str,
        long: &str,
        values: &[(String, Option<&str>)],
    ) -> Arg {
        let section = if arg.is_positional() { &self.positionals } else { &self.options };
        let below = section.is_narrow(self.width);
        let room = self.width.saturating_sub(if below { BELOW } else { section.beside });
        let specs = specs(&arg);
        let mut beside = specs.clone();
        if !values.is_empty() {
            let names: Vec<&str> = values.iter().map(|(name, _)| name.as_str()).collect();
            beside.push(frame::values(&names.join(", ")));
        }
        arg.help(followed(short, &beside, room))
            .long_help(self.long(long, values, specs))
            .next_line_help(below)
            .hide_default_value(true)
            .hide_env(true)
            .hide_possible_values(true)
    }

    /// The text below the name of an argument: what it is for, its values, and where else it is taken
    /// from.
    fn long(&self, text: &str, values: &[(String, Option<&str>)], mut specs: Vec<String>) -> StyledStr {
        let room = self.width.saturating_sub(BELOW);
        let mut parts = vec![folded(text, room)];
        let widest = values.iter().map(|(name, _)| name.width()).max().unwrap_or_default();
        if values.iter().any(|(_, meaning)| meaning.is_some()) {
            let lines =
                values.iter().map(|(name, meaning)| self.value(name, widest, meaning.unwrap_or_default()));
            let lines: Vec<String> = lines.collect();
            parts.push(format!("{}\n{}", frame::VALUES, lines.join("\n")));
        } else if !values.is_empty() {
            let names: Vec<&str> = values.iter().map(|(name, _)| name.as_str()).collect();
            specs.push(folded(&frame::values(&names.join(", ")), room));
        }
        if !specs.is_empty() {
            parts.push(specs.join("\n"));
        }
        StyledStr::from(parts.join("\n\n"))
    }

    /// A value and what it means.
    fn value(&self, name: &str, widest: usize, meaning: &str) -> String {
        let literal = self.literal;
        let indent = " ".repeat(widest + 4);
        let room = self.width.saturating_sub(BELOW + indent.len());
        let meaning = fold(meaning, Some(room)).join(&format!("\n{indent}"));
        let padding = " ".repeat(widest - name.width());
        format!("- {literal}{name}{literal:#}: {padding}{meaning}")
    }
}

impl Section {
    fn of(args: &[&Arg]) -> Self {
        let name = |arg: &Arg| {
            let room_of_short = if arg.get_long().is_some() { 4 } else { 0 };
            arg.to_string().width() + room_of_short
        };
        let shown = args.iter().filter(|arg| !arg.is_hide_set() && !arg.is_hide_short_help_set());
        Self { beside: shown.map(|arg| name(arg)).max().unwrap_or_default().max(2) + 4 }
    }

    /// Whether the names take so much room that the texts stand below them, as clap has it.
    fn is_narrow(&self, width: usize) -> bool {
        self.beside * 10 > width * 4
    }
}

/// Where else an argument is taken from.
fn specs(arg: &Arg) -> Vec<String> {
    let variable = arg.get_env().map(|name| frame::variable(&name.to_string_lossy()));
    let takes_values = arg.get_action().takes_values();
    let values: Vec<_> = arg.get_default_values().iter().map(|value| value.to_string_lossy()).collect();
    let default = (takes_values && !values.is_empty()).then(|| frame::default(&values.join(" ")));
    variable.into_iter().chain(default).collect()
}

/// The text, and behind it what stands in brackets, which isn't broken where it fits on a line.
fn followed(text: &str, bracketed: &[String], room: usize) -> String {
    let mut lines = fold(text, Some(room));
    for piece in bracketed {
        match lines.last_mut() {
            Some(last) if last.width() + 1 + piece.width() <= room => {
                last.push(' ');
                last.push_str(piece);
            }
            _ => lines.extend(fold(piece, Some(room))),
        }
    }
    lines.join("\n")
}

/// The text on lines of so many columns.
pub(super) fn folded(text: &str, room: usize) -> String {
    fold(text, Some(room)).join("\n")
}
