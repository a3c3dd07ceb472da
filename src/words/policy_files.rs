use std::fmt::Display;

use super::messages;

messages! {
    no_zone(zone: &str):
        en "--timezone: `{zone}` isn't an IANA zone such as Asia/Tokyo",
        ja "--timezone: `{zone}` は Asia/Tokyo のような IANA タイムゾーンではありません";
    there_already(path: &dyn Display):
        en "`{path}` is there already and was left as it is; --force replaces it, --policy FILE writes another",
        ja "`{path}` はすでにあるため、そのまま残しました。置き換えるなら --force、別のファイルに書くなら --policy FILE を指定してください";
    /// Both were looked at, and the faults of both told.
    unreadable(): en "the policies can't be read", ja "ポリシーを読めません";
}
