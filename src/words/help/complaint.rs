//! What is wrong with a command line, where clap says it in English only. Values come as they are
//! shown: marked and, on a terminal, coloured.

use std::num::{IntErrorKind, ParseIntError};

pub(crate) const TRY_HELP: &str = "詳しくは `--help` で確かめてください。";
pub(crate) const TIP: &str = "ヒント:";

pub(crate) fn unknown_option(option: &str) -> String {
    format!("{option} というオプションはありません")
}

pub(crate) fn unexpected_argument(argument: &str) -> String {
    format!("引数 {argument} は使えません")
}

pub(crate) fn unknown_command(command: &str) -> String {
    format!("{command} というコマンドはありません")
}

pub(crate) fn value_missing(argument: &str) -> String {
    format!("{argument} には値が必要です")
}

pub(crate) fn wrong_value(value: &str, argument: &str) -> String {
    format!("{argument} に {value} は指定できません")
}

pub(crate) fn arguments_missing() -> &'static str {
    "次の引数が必要です:"
}

pub(crate) fn command_missing(command: &str) -> String {
    format!("{command} にはコマンドの指定が必要です")
}

pub(crate) fn given_twice(argument: &str) -> String {
    format!("{argument} は一度しか指定できません")
}

pub(crate) fn conflict(argument: &str, other: &str) -> String {
    format!("{argument} は {other} と一緒に指定できません")
}

/// What it can't be given with follows, a line each.
pub(crate) fn conflicts(argument: &str) -> String {
    format!("{argument} は次の引数と一緒に指定できません:")
}

pub(crate) fn conflict_with_others(argument: &str) -> String {
    format!("{argument} はほかの引数と一緒に指定できません")
}

pub(crate) fn value_too_many(value: &str, argument: &str) -> String {
    format!("{argument} の値が多すぎます: {value}")
}

pub(crate) fn values_too_few(argument: &str, least: &str, given: &str) -> String {
    format!("{argument} には少なくとも {least} 個の値が必要ですが、{given} 個しかありません")
}

pub(crate) fn values_miscounted(argument: &str, wanted: &str, given: &str) -> String {
    format!("{argument} には {wanted} 個の値が必要ですが、{given} 個あります")
}

pub(crate) fn equal_sign_missing(argument: &str) -> String {
    format!("{argument} の値は = でつないで指定してください")
}

/// The arguments aren't text.
pub(crate) fn not_utf8() -> &'static str {
    "引数に UTF-8 として正しくない文字があります"
}

pub(crate) fn commands(names: &str) -> String {
    format!("[コマンド: {names}]")
}

pub(crate) fn perhaps(names: &str) -> String {
    format!("もしかして: {names}")
}

/// How to hand over as a value what looks like an option.
pub(crate) fn as_a_value(argument: &str, call: &str) -> String {
    format!("{argument} を値として渡すには {call} と書いてください")
}

/// A command stands behind `--`, where it is none.
pub(crate) fn without_dashes(command: &str) -> String {
    format!("コマンド {command} を使うには、その前の `--` を外してください")
}

/// What is wrong with a number.
pub(crate) fn number(error: &ParseIntError) -> &'static str {
    match error.kind() {
        IntErrorKind::PosOverflow => "数が大きすぎます",
        IntErrorKind::Zero => "1 以上の整数が必要です",
        _ => "0 以上の整数が必要です",
    }
}
