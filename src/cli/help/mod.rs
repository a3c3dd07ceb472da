//! Help in Japanese. clap writes it in English and folds lines at spaces alone; here its texts are
//! replaced by those of the catalogue, folded for the columns that they will stand in.

mod layout;
#[cfg(test)]
mod tests;

use clap::builder::StyledStr;
use clap::{Arg, Command};

use self::layout::Layout;
use crate::words::help;
use crate::words::help::frame;

/// The most columns that help takes.
pub(super) const WIDEST: usize = 100;

/// The command line with its help in Japanese, for a screen of so many columns.
pub(super) fn in_japanese(mut command: Command, columns: Option<usize>) -> Command {
    command.build();
    let width = columns.map_or(WIDEST, |columns| columns.min(WIDEST));
    translated(command, "slo", width)
}

fn translated(mut command: Command, path: &str, width: usize) -> Command {
    let usage = usage(&command.render_usage());
    let layout = Layout::of(&command, width);
    command = command.mut_subcommands(|inner| {
        let path = format!("{path} {}", inner.get_name());
        translated(inner, &path, width)
    });
    // What a list of commands says of each has less room than what their own help begins with.
    let in_list = |inner: Command| match about(&inner, &format!("{path} {}", inner.get_name())) {
        Some(about) => inner.about(layout.command(&about)),
        None => inner,
    };
    command = command.mut_subcommands(in_list).mut_args(|arg| argument(arg, path, &layout));
    let about = about(&command, path).unwrap_or_default();
    let template = template(&command, &layout::folded(&about, width), &usage);
    command.help_template(template).term_width(width)
}

/// What a command does; in English where the catalogue doesn't have it.
fn about(command: &Command, path: &str) -> Option<String> {
    let own = if command.get_name() == "help" { Some(frame::HELP_COMMAND) } else { help::about(path) };
    own.map(str::to_owned).or_else(|| command.get_about().map(ToString::to_string))
}

/// A usage line with its general names in Japanese.
pub(super) fn usage(usage: &StyledStr) -> String {
    let mut text =
        usage.ansi().to_string().replace("Usage:", frame::USAGE).replace("\n       ", "\n        ");
    for (english, japanese) in frame::PLACEHOLDERS {
        text = text.replace(english, japanese);
    }
    text
}

/// The order of the parts is clap's.
fn template(command: &Command, about: &str, usage: &str) -> String {
    let header = command.get_styles().get_header();
    let arguments = command.get_positionals().any(|arg| !arg.is_hide_set());
    let parts = [
        (command.has_subcommands(), frame::COMMANDS, "{subcommands}"),
        (arguments, frame::ARGUMENTS, "{positionals}"),
        (command.get_opts().count() + flags(command) > 0, frame::OPTIONS, "{options}"),
    ];
    let mut template = format!("{about}\n\n{usage}");
    for (_, heading, part) in parts.into_iter().filter(|(is_there, ..)| *is_there) {
        template.extend(["\n\n", &format!("{header}{heading}{header:#}"), "\n", part]);
    }
    template
}

fn flags(command: &Command) -> usize {
    command.get_arguments().filter(|arg| !arg.is_positional() && !arg.get_action().takes_values()).count()
}

/// An argument with its help in Japanese, if it has one.
fn argument(arg: Arg, path: &str, layout: &Layout) -> Arg {
    let id = arg.get_id().as_str().to_owned();
    let texts = match (id.as_str(), arg.get_long_help()) {
        ("help", Some(_)) => Some((frame::HELP_SEE_MORE, frame::HELP_SEE_SUMMARY)),
        ("help", None) => Some((frame::HELP, frame::HELP)),
        ("version", _) => Some((frame::VERSION, frame::VERSION)),
        (id, _) => help::argument(path, id).map(|text| (text, text)),
    };
    let Some((short, long)) = texts else { return arg };
    let values: Vec<(String, Option<&str>)> = shown_values(&arg)
        .into_iter()
        .map(|name| {
            let meaning = help::value(path, &id, &name);
            (name, meaning)
        })
        .collect();
    layout.argument(arg, short, long, &values)
}

/// The values that can be chosen from.
fn shown_values(arg: &Arg) -> Vec<String> {
    let values = arg.get_possible_values();
    values.iter().filter(|value| !value.is_hide_set()).map(|value| value.get_name().to_owned()).collect()
}
