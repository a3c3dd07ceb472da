//! What stands around the texts of help.

pub(crate) const USAGE: &str = "使い方:";
pub(crate) const COMMANDS: &str = "コマンド:";
pub(crate) const ARGUMENTS: &str = "引数:";
pub(crate) const OPTIONS: &str = "オプション:";
pub(crate) const VALUES: &str = "指定できる値:";
/// What usage lines name in general, in clap's words and in ours.
pub(crate) const PLACEHOLDERS: [(&str, &str); 3] =
    [("[OPTIONS]", "[オプション]"), ("<COMMAND>", "<コマンド>"), ("[COMMAND]", "[コマンド]")];

/// What the subcommand `help` does.
pub(crate) const HELP_COMMAND: &str = "このメッセージ、または指定したコマンドのヘルプを表示する";
/// What `--help` and `--version` do.
pub(crate) const HELP: &str = "ヘルプを表示する";
pub(crate) const HELP_SEE_MORE: &str = "ヘルプを表示する（詳しくは `--help`）";
pub(crate) const HELP_SEE_SUMMARY: &str = "ヘルプを表示する（概要は `-h`）";
pub(crate) const VERSION: &str = "バージョンを表示する";

/// The variable that an option is taken from where it isn't given.
pub(crate) fn variable(name: &str) -> String {
    format!("[環境変数: {name}]")
}

/// What counts where an option isn't given.
pub(crate) fn default(values: &str) -> String {
    format!("[既定: {values}]")
}

/// The values that can be chosen from, in short help.
pub(crate) fn values(names: &str) -> String {
    format!("[値: {names}]")
}
