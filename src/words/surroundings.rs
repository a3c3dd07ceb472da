//! What a run can't make out around it.

use super::messages;

messages! {
    uncountable_year():
        en "the machine's clock shows a year that can't be counted", ja "マシンの時計が、数えられない年を示しています";
    no_current_folder(): en "the current folder can't be read", ja "現在のフォルダーを読めません";
    bad_lock_wait(text: &str):
        en "SLO_LOCK_WAIT: `{text}` is not a number of seconds; expected one such as 30, or 0 not to wait",
        ja "SLO_LOCK_WAIT: `{text}` は秒数ではありません。30 のような数か、待たないなら 0 を指定してください";
}
