use std::error::Error;
use std::fmt::Display;
use std::io::{self, ErrorKind};

use super::{language, messages};
use crate::domain::Language;

messages! {
    /// The line that a failure begins with.
    error(fault: &dyn Display): en "error: {fault}", ja "エラー: {fault}";
    /// The line of what led to it.
    because(cause: &dyn Display): en "  because: {cause}", ja "  原因: {cause}";
}

/// What led to a failure. The system says it in English, and in Japanese only what happens often is said.
pub(crate) fn cause(cause: &(dyn Error + 'static)) -> String {
    let said = cause.to_string();
    let system = cause.downcast_ref::<io::Error>().filter(|_| language() == Language::Japanese);
    match system.and_then(|error| Some((error.raw_os_error()?, japanese(error.kind())?))) {
        Some((code, text)) => format!("{text} (os error {code})"),
        None => said,
    }
}

fn japanese(kind: ErrorKind) -> Option<&'static str> {
    Some(match kind {
        ErrorKind::NotFound => "そのようなファイルやフォルダーはありません",
        ErrorKind::PermissionDenied => "アクセスする権限がありません",
        ErrorKind::AlreadyExists => "すでに存在します",
        ErrorKind::IsADirectory => "フォルダーです",
        ErrorKind::NotADirectory => "フォルダーではありません",
        ErrorKind::StorageFull => "空き容量がありません",
        ErrorKind::ReadOnlyFilesystem => "読み取り専用です",
        ErrorKind::InvalidFilename => "ファイル名が正しくありません",
        ErrorKind::BrokenPipe => "読む側が閉じています",
        _ => return None,
    })
}
