//! The help of the command line in Japanese. Its English stands as comments where the arguments are
//! declared; `cli::help` puts the two together, and its tests find what is missing here or out of date.

mod annotating;
pub(crate) mod complaint;
pub(crate) mod frame;
mod judging;
mod requests;
mod setting_up;
mod shared;

pub(crate) use self::shared::SHARED;

/// The help of a command and of the arguments that it alone has.
#[derive(Debug)]
pub(crate) struct CommandHelp {
    /// Its name behind those of the commands it belongs to, such as `slo ledger log`.
    pub(crate) path: &'static str,
    pub(crate) about: &'static str,
    pub(crate) arguments: ArgumentHelp,
}

/// What arguments are for.
#[derive(Debug)]
pub(crate) struct ArgumentHelp {
    /// By the argument's name in the program.
    pub(crate) texts: &'static [(&'static str, &'static str)],
    /// What values mean that can be chosen from, by the argument's name and the value.
    pub(crate) values: &'static [(&'static str, &'static str, &'static str)],
}

/// All commands.
pub(crate) fn commands() -> impl Iterator<Item = &'static CommandHelp> {
    setting_up::COMMANDS.iter().chain(judging::COMMANDS).chain(annotating::COMMANDS).chain(requests::COMMANDS)
}

/// What a command does.
pub(crate) fn about(path: &str) -> Option<&'static str> {
    commands().find(|command| command.path == path).map(|command| command.about)
}

/// What an argument of a command is for.
pub(crate) fn argument(path: &str, id: &str) -> Option<&'static str> {
    sources(path).find_map(|help| help.texts.iter().find(|(known, _)| *known == id).map(|(_, text)| *text))
}

/// What a value of an argument means.
pub(crate) fn value(path: &str, id: &str, value: &str) -> Option<&'static str> {
    let named = |help: &'static ArgumentHelp| {
        help.values.iter().find(|(known, name, _)| *known == id && *name == value).map(|(.., text)| *text)
    };
    sources(path).find_map(named)
}

/// Where the help of a command's arguments stands: with itself, with a command that it belongs to and
/// has the argument from, or with what commands share.
fn sources(path: &str) -> impl Iterator<Item = &'static ArgumentHelp> {
    let paths = std::iter::successors(Some(path), |path| path.rsplit_once(' ').map(|(outer, _)| outer));
    let own = paths.filter_map(|path| commands().find(|command| command.path == path));
    own.map(|command| &command.arguments).chain([&SHARED])
}
