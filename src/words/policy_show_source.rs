use std::fmt::Display;

use super::texts;

texts! {
    /// How an export is read by a policy.
    pub(crate) struct Words;
    severities: en "Severities, most severe first", ja "■ 重大度（重い順）";
    severities_as_written: en "  Taken as the export writes them.", ja "  エクスポートに書かれた値をそのまま使う。";
    severity(number: &dyn Display, name: &dyn Display, values: &dyn Display):
        en "  {number}. {name}: {values} in the export",
        ja "  {number}. {name}: エクスポートでは {values}";
    reading: en "Reading the export", ja "■ エクスポートの読み方";
    by_names: en "  Columns are found by their names.", ja "  列は見出しから自動で見つける。";
    others_by_names:
        en "  Columns that are not listed here are found by their names.",
        ja "  ここにない列は見出しから自動で見つける。";
    // What is said, before a colon.
    zone: en "zone of times without one", ja "タイムゾーンのない日時の扱い";
    zone_key: en "key that names the zone", ja "タイムゾーンを示すキー";
    encoding: en "encoding", ja "文字コード";
    time_format: en "format of times", ja "日時の書式";
    missing: en "read as missing, like an empty cell", ja "空欄と同じに扱う値";
    snapshots: en "several rows per incident, the last one counts", ja "一件に複数の行があり、最後の行が有効";
    one_event: en "each row is an event", ja "一行が一つのイベント";
    one_problem: en "a problem and its recovery are rows of their own", ja "障害と復旧が別の行";
    id: en "id", ja "ID";
    several_incidents: en "several incidents of one id", ja "一つの ID に複数のインシデント";
    reopens: en "takes a resolution back", ja "復旧のあとの再開";
    // What is said of it.
    highest(column: &dyn Display):
        en "the last is the one with the highest value of {column}",
        ja "{column}の値が最も大きい行を最後とする";
    file_order: en "in the order of the file", ja "ファイルの中での順による";
    events(activity: &dyn Display, at: &dyn Display):
        en "what happened in {activity}, when in {at}",
        ja "起きたことは{activity}、日時は{at}";
    pairs(which: &dyn Display, recovery: &dyn Display, refers: &dyn Display, stage: &dyn Display, at: &dyn Display):
        en "rows with {which} {recovery} are recoveries, whose id the problem's row has in {refers}; {stage} is their {at}",
        ja "{which}が {recovery} の行を復旧とし、障害の行の{refers}がその ID を示す。{at}が{stage}の日時";
    episodes(opened: &dyn Display):
        en "each event of {opened} begins another one, whose id has its time",
        ja "{opened}のイベントごとに別のインシデントとし、ID にその日時を付ける";
    event(events: &dyn Display): en "the event {events}", ja "イベント{events}";
    first_event(events: &dyn Display): en "the first event {events}", ja "最初のイベント{events}";
    last_event(events: &dyn Display): en "the last event {events}", ja "最後のイベント{events}";
    or_else: en ", or else ", ja "、なければ";
    time_where(at: &dyn Display, column: &dyn Display, is: &dyn Display):
        en "{at} where {column} is {is}",
        ja "{column}が {is} の行の{at}";
    seconds_after(start: &dyn Display, amount: &dyn Display):
        en "{start} plus the seconds in {amount}",
        ja "{start}に{amount}の秒数を足した日時";
    milliseconds_after(start: &dyn Display, amount: &dyn Display):
        en "{start} plus the milliseconds in {amount}",
        ja "{start}に{amount}のミリ秒数を足した日時";
}
