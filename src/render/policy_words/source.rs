use super::page::Page;
use super::sanitize;
use crate::domain::{CountUnit, IdColumns, Mapping, Occurrence, Policy, Rows, StageColumn, StageId};

/// The severities, and where in an export things stand.
pub(super) fn write(policy: &Policy, page: &mut Page) {
    page.heading(page.pick("■ 重大度（重い順）", "Severities, most severe first"));
    let levels = policy.severities.levels();
    if levels.is_empty() {
        page.line(
            page.pick("  エクスポートに書かれた値をそのまま使う。", "  Taken as the export writes them."),
        );
    }
    for (place, level) in levels.iter().enumerate() {
        let (number, name) = (place + 1, sanitize(&level.name));
        let values = page.list(level.values.iter().map(String::as_str));
        page.line(if values.is_empty() {
            format!("  {number}. {name}")
        } else {
            page.pick(
                format!("  {number}. {name}: エクスポートでは {values}"),
                format!("  {number}. {name}: {values} in the export"),
            )
        });
    }
    page.heading(page.pick("■ エクスポートの読み方", "Reading the export"));
    let lines = mapping(policy, page);
    for line in &lines {
        page.line(format!("  {line}"));
    }
    page.line(if lines.is_empty() {
        page.pick("  列は見出しから自動で見つける。", "  Columns are found by their names.")
    } else {
        page.pick(
            "  ここにない列は見出しから自動で見つける。",
            "  Columns that are not listed here are found by their names.",
        )
    });
}

fn mapping(policy: &Policy, page: &Page) -> Vec<String> {
    let Mapping { zone, zone_key, encoding, time_format, missing, id, fields, stages, rows, .. } =
        &policy.mapping;
    let mut lines = Vec::new();
    let mut say = |japanese: &str, english: &str, value: &str| {
        lines.push(format!("{}: {value}", page.pick(japanese, english)));
    };
    if let Some(zone) = zone {
        say("タイムゾーンのない日時の扱い", "zone of times without one", zone.name());
    }
    if let Some(key) = zone_key {
        say("タイムゾーンを示すキー", "key that names the zone", &page.column(key));
    }
    if let Some(encoding) = encoding {
        say("文字コード", "encoding", &sanitize(encoding));
    }
    if let Some(format) = time_format {
        say("日時の書式", "format of times", &sanitize(format));
    }
    if !missing.is_empty() {
        let values = page.list(missing.iter().map(String::as_str));
        say("空欄と同じに扱う値", "read as missing, like an empty cell", &values);
    }
    if let Rows::Snapshots { order_by } = rows {
        let order = match order_by {
            Some(column) => {
                let column = page.column(column);
                page.pick(
                    format!("{column}の値が最も大きい行を最後とする"),
                    format!("the last is the one with the highest value of {column}"),
                )
            }
            None => page.pick("ファイルの中での順による", "in the order of the file").to_owned(),
        };
        say("一件に複数の行があり、最後の行が有効", "several rows per incident, the last one counts", &order);
    }
    if let Rows::Events(events) = rows {
        let (activity, at) = (page.column(&events.activity), page.column(&events.at));
        let parts = page.pick(
            format!("起きたことは{activity}、日時は{at}"),
            format!("what happened in {activity}, when in {at}"),
        );
        say("一行が一つのイベント", "each row is an event", &parts);
    }
    if let Rows::Pairs(pairs) = rows {
        let [which, refers, at] = [&pairs.which, &pairs.refers, &pairs.at].map(|column| page.column(column));
        let recovery = page.list(pairs.recovery.iter().map(String::as_str));
        let stage = page.stage(policy, pairs.stage);
        let parts = page.pick(
            format!("{which}が {recovery} の行を復旧とし、障害の行の{refers}がその ID を示す。{at}が{stage}の日時"),
            format!("rows with {which} {recovery} are recoveries, whose id the problem's row has in {refers}; {stage} is their {at}"),
        );
        say("障害と復旧が別の行", "a problem and its recovery are rows of their own", &parts);
    }
    if let Some(column) = id {
        say("ID", "id", &id_words(policy, page, column));
    }
    for (field, columns) in fields {
        let name = page.field(policy.fields.name(*field));
        say(&name, &name, &any_column(page, columns));
    }
    for (stage, columns) in stages {
        let name = page.stage(policy, *stage);
        let columns = columns.iter().map(|column| stage_column(policy, page, column));
        say(&name, &name, &first_of(page, columns));
    }
    if let Rows::Events(events) = rows {
        for (stage, activities) in &events.stages {
            let name = page.stage(policy, *stage);
            let words = page.any_of(activities.iter().map(|activity| page.event(activity)));
            let take = events.takes.iter().find(|(known, _)| known == stage).map(|(_, take)| *take);
            let (japanese, english) = match take {
                None => ("イベント", "the event "),
                Some(Occurrence::First) => ("最初のイベント", "the first event "),
                Some(Occurrence::Last) => ("最後のイベント", "the last event "),
            };
            say(&name, &name, &page.pick(format!("{japanese}{words}"), format!("{english}{words}")));
        }
        if events.episodes {
            let opened = page.stage(policy, StageId::OPENED);
            say(
                "一つの ID に複数のインシデント",
                "several incidents of one id",
                &page.pick(
                    format!("{opened}のイベントごとに別のインシデントとし、ID にその日時を付ける"),
                    format!("each event of {opened} begins another one, whose id has its time"),
                ),
            );
        }
        if !events.reopens.is_empty() {
            let events = page.any_of(events.reopens.iter().map(|activity| page.event(activity)));
            say(
                "復旧のあとの再開",
                "takes a resolution back",
                &page.pick(format!("イベント{events}"), format!("the event {events}")),
            );
        }
    }
    lines
}

/// The first of these that an export has.
fn first_of(page: &Page, columns: impl Iterator<Item = String>) -> String {
    let columns: Vec<String> = columns.collect();
    columns.join(page.pick("、なければ", ", or else "))
}

fn any_column(page: &Page, names: &[String]) -> String {
    first_of(page, names.iter().map(|name| page.column(name)))
}

fn id_words(policy: &Policy, page: &Page, id: &IdColumns) -> String {
    match id {
        IdColumns::One(names) => any_column(page, names),
        IdColumns::Joined { columns, at } => {
            let columns = columns.iter().map(|names| any_column(page, names));
            let at = at.map(|stage| page.stage(policy, stage).into_owned());
            columns.chain(at).collect::<Vec<_>>().join(" / ")
        }
    }
}

fn stage_column(policy: &Policy, page: &Page, column: &StageColumn) -> String {
    match column {
        StageColumn::Time(column) => page.column(column),
        StageColumn::TimeWhere { at, column, is } => {
            let (at, column) = (page.column(at), page.column(column));
            let is = page.list(is.iter().map(String::as_str));
            page.pick(format!("{column}が {is} の行の{at}"), format!("{at} where {column} is {is}"))
        }
        StageColumn::After { stage, column, unit } => {
            let (start, amount) = (page.stage(policy, *stage), page.column(column));
            let (japanese, english) = match unit {
                CountUnit::Seconds => ("秒数", "seconds"),
                CountUnit::Milliseconds => ("ミリ秒数", "milliseconds"),
            };
            page.pick(
                format!("{start}に{amount}の{japanese}を足した日時"),
                format!("{start} plus the {english} in {amount}"),
            )
        }
    }
}
