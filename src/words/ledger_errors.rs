//! Why the ledger can't be read or written.

use std::fmt::Display;
use std::io;
use std::time::Duration;

use super::messages;

messages! {
    not_a_file(path: &dyn Display):
        en "the ledger `{path}` is not a file; name another with --ledger, or check without one by --no-ledger",
        ja "台帳 `{path}` はファイルではありません。--ledger で別の台帳を指定するか、--no-ledger で台帳を使わずに実行してください";
    dangling(path: &dyn Display, target: &dyn Display):
        en "the ledger `{path}` is a link to `{target}`, and nothing is there; put the ledger back there (an empty \
            file begins a new one), or name another with --ledger",
        ja "台帳 `{path}` は `{target}` へのリンクですが、そこには何もありません。台帳をそこに戻すか（空のファイルを置けば\
            新しい台帳になります）、--ledger で別の台帳を指定してください";
    no_folder(path: &dyn Display):
        en "the folder of the ledger `{path}` does not exist; create it, or name another ledger with --ledger",
        ja "台帳 `{path}` のフォルダーがありません。作成するか、--ledger で別の台帳を指定してください";
    not_read(path: &dyn Display, source: &dyn Display, remedy: &str):
        en "the ledger `{path}` can't be read: {source}; {remedy}",
        ja "台帳 `{path}` を読めません: {source}。{remedy}";
    not_found(path: &dyn Display, source: &dyn Display, remedy: &str):
        en "the ledger `{path}` can't be found: {source}; {remedy}",
        ja "台帳 `{path}` が見つかりません: {source}。{remedy}";
    line(path: &dyn Display, line: u64, reason: &str):
        en "the ledger `{path}`, line {line}: {reason}; put the line right, or take it out if a copy is kept elsewhere",
        ja "台帳 `{path}` の {line} 行目: {reason}。行を直すか、写しがほかにあればその行を取り除いてください";
    newer(path: &dyn Display, line: u64, version: u64):
        en "the ledger `{path}`, line {line}: the entry is of version {version}, and this program reads up to \
            version 1; use a newer `slo`",
        ja "台帳 `{path}` の {line} 行目: バージョン {version} の記録ですが、このプログラムが読めるのはバージョン 1 までです。\
            新しい `slo` を使ってください";
    missing(path: &dyn Display): en "there is no ledger `{path}`", ja "台帳 `{path}` がありません";
    /// More is wrong with it than was told.
    more(path: &dyn Display, more: usize):
        en "the ledger `{path}` has {more} more lines that are no entries; `slo ledger verify {path}` names all",
        ja "台帳 `{path}` には、記録ではない行がほかに {more} 行あります。`slo ledger verify {path}` ですべて表示します";
    conflict(path: &dyn Display, line: u64, way_out: &str):
        en "the ledger `{path}`, line {line}: git left a conflict here; join both sides by `{way_out}`",
        ja "台帳 `{path}` の {line} 行目: git の競合が残っています。`{way_out}` で両方を統合してください";
    two_contents(path: &dyn Display, line: u64, other: &dyn Display, other_line: u64, id: &dyn Display):
        en "the ledgers can't be joined: `{path}`, line {line}, and `{other}`, line {other_line}, say different \
            things under the id {id}; `slo ledger verify` tells which of them was changed",
        ja "台帳を統合できません。`{path}` の {line} 行目と `{other}` の {other_line} 行目は、同じ ID {id} で内容が違います。\
            どちらが書き換えられたかは `slo ledger verify` で分かります";
    alone(path: &dyn Display):
        en "`{path}` is the only ledger named, and git left no conflict in it; name another to join it with",
        ja "指定された台帳は `{path}` だけで、git の競合も残っていません。統合するもう一つの台帳を指定してください";
    would_lose_one(path: &dyn Display):
        en "`{path}` has an entry that none of the joined ledgers has, and would lose it; name it among them too",
        ja "`{path}` には、統合するどの台帳にもない記録があり、それが失われます。この台帳も統合するものに加えてください";
    would_lose(path: &dyn Display, entries: usize):
        en "`{path}` has {entries} entries that none of the joined ledgers has, and would lose them; name it among \
            them too",
        ja "`{path}` には、統合するどの台帳にもない記録が {entries} 件あり、それが失われます。この台帳も統合するものに加えてください";
    locked(path: &dyn Display, holder: &str, waited: &str):
        en "the ledger `{path}` is in use by {holder}, and after {waited} s of waiting nothing was written; try again \
            when that is done, or wait longer by SLO_LOCK_WAIT=SECONDS; if that process is gone its lock is gone \
            too, and no file needs deleting",
        ja "台帳 `{path}` は使用中です（{holder}）。{waited} 秒待ちましたが、何も書いていません。終わってから実行し直すか、\
            SLO_LOCK_WAIT=SECONDS で待つ秒数を増やしてください。そのプロセスがもうなければロックも残っていないので、\
            ファイルを消す必要はありません";
    another_process(): en "another process", ja "別のプロセス";
    process(process: u32): en "process {process}", ja "プロセス {process}";
    process_of(process: u32, by: &str): en "process {process} of {by}", ja "{by} のプロセス {process}";
    process_since(process: &str, since: &dyn Display): en "{process} since {since}", ja "{process}、{since} から";
    not_locked(path: &dyn Display, lock: &dyn Display, source: &dyn Display, remedy: &str):
        en "the ledger `{path}` can't be written, since its lock file `{lock}` can't be opened: {source}; {remedy}",
        ja "ロックのファイル `{lock}` を開けないため、台帳 `{path}` に書けません: {source}。{remedy}";
    lock_not_a_file(): en "it is not a file", ja "ファイルではありません";
    changed(path: &dyn Display):
        en "the ledger `{path}` was changed by another program while it was in use; nothing was written, try again",
        ja "台帳 `{path}` は使用中に別のプログラムに変更されました。何も書いていません。実行し直してください";
    not_written(path: &dyn Display, source: &dyn Display, aside: &str, remedy: &str):
        en "the ledger `{path}` can't be written: {source}; it stands as it was before{aside}; {remedy}",
        ja "台帳 `{path}` に書けません: {source}。台帳は元のままです{aside}。{remedy}";
    half_written(path: &dyn Display, source: &dyn Display, aside: &str, remedy: &str):
        en "the ledger `{path}` can't be written: {source}; its last line may be torn and will be set aside by the \
            next command that writes{aside}; {remedy}",
        ja "台帳 `{path}` に書けません: {source}。最後の行は途切れているかもしれませんが、次に書くコマンドが取りのけます{aside}。{remedy}";
    /// Where a torn line went that no longer stands in the ledger.
    kept_aside(path: &dyn Display):
        en "; a line that had broken off is kept in `{path}`", ja "。途切れていた行は `{path}` に保存してあります";
    not_read_back(path: &dyn Display, reason: &str):
        en "the ledger `{path}` was written, but what was written can't be read back: {reason}",
        ja "台帳 `{path}` に書きましたが、書いたものを読み戻せません: {reason}";
    not_made(error: &dyn Display):
        en "an entry of the ledger can't be made: {error}", ja "台帳の記録を作れません: {error}";

    make_room():
        en "make room on that disk, and run the same again", ja "ディスクの空きを増やし、同じことを実行し直してください";
    lift_limit():
        en "lift the limit on the size of files, and run the same again",
        ja "ファイルの大きさの制限を緩め、同じことを実行し直してください";
    get_right():
        en "get the right to that file and its folder, or name another ledger with --ledger",
        ja "そのファイルとフォルダーの権限を得るか、--ledger で別の台帳を指定してください";
    mend():
        en "mend that and run the same again, or name another ledger with --ledger",
        ja "それを直して同じことを実行し直すか、--ledger で別の台帳を指定してください";
}

/// What a person can do about what the system says.
#[must_use]
pub(crate) fn remedy(source: &io::Error) -> String {
    match source.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => make_room(),
        io::ErrorKind::FileTooLarge => lift_limit(),
        io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => get_right(),
        _ => mend(),
    }
}

/// Seconds, with a tenth where there is one.
#[must_use]
pub(crate) fn tenths(length: Duration) -> String {
    let (seconds, tenth) = (length.as_secs(), length.subsec_millis() / 100);
    if tenth == 0 { seconds.to_string() } else { format!("{seconds}.{tenth}") }
}
