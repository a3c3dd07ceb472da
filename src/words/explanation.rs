use super::texts;
use crate::domain::Language;

texts! {
    /// The words of `slo explain`.
    pub(crate) struct Words;
    language -> Language: en Language::English, ja Language::Japanese;
    found: en "found in", ja "出どころ";
    row(path: &str, row: u64): en "{path}, row {row}", ja "{path} の {row} 行目";
    ledger(entry: &str, as_of: &str, path: &str, row: u64):
        en "the ledger, entry {entry}, as of {as_of} ({path}, row {row})",
        ja "台帳の {entry}（{as_of} 時点、{path} の {row} 行目）";
    policy: en "policy", ja "ポリシー";
    as_of: en "as of", ja "基準日時";
    about: en "about", ja "対象";
    /// What stands between several things.
    and: en ", ", ja "、";
    or: en " or ", ja " または ";
    and_more(rest: usize): en " and {rest} more", ja " ほか {rest} 件";
    severities: en "severity", ja "重大度";
    from(severity: &str, at: &str): en "{severity} from {at}", ja "{at} から {severity}";
    course: en "course", ja "経過";
    unreadable(stage: &str, written: &str):
        en "{stage} can't be read (`{written}`)",
        ja "{stage} は読み取れない（`{written}`）";
    later: en " (after as-of: not there yet)", ja "（基準日時より後なので、まだないものとする）";
    gap:
        en " (the clocks skipped this time; the earlier offset was taken)",
        ja "（存在しない時刻。切り替わり前の UTC オフセットで読んだ）";
    overlap:
        en " (the clocks showed this time twice; the earlier offset was taken)",
        ja "（二度ある時刻。切り替わり前の UTC オフセットで読んだ）";
    pauses: en "paused", ja "一時停止";
    pause(from: &str, to: Option<&str>) -> String: en english_pause, ja japanese_pause;
    not_readable: en "unclear", ja "読めない値";
    cell(column: &str, value: &str, reason: &str):
        en "{column}, `{value}`: {reason}",
        ja "{column}「{value}」: {reason}";
    not_yet_opened: en "opened after as-of, so that nothing is judged yet", ja "基準日時より後に発生したため、まだ判定しない";
    // An objective.
    passed_over: en "not meant", ja "合わない条件";
    line(line: usize, text: &str): en "line {line}: {text}", ja "{line} 行目: {text}";
    other_field(field: &str, wanted: &str, found: &str) -> String:
        en english_other_field,
        ja japanese_other_field;
    opened_before(since: &str): en "is for incidents opened from {since} on", ja "{since} 以降に発生したものが対象";
    opened_after(until: &str): en "was for incidents opened before {until}", ja "{until} より前に発生したものが対象";
    target: en "decided by", ja "適用した条件";
    not_looked_at(rest: usize) -> String: en english_not_looked_at, ja japanese_not_looked_at;
    clock: en "clock", ja "時計";
    from_to(from: &str, to: &str, hours: &str):
        en "from {from} to {to}, {hours}",
        ja "{from}から{to}まで、{hours}";
    day_and_night: en "day and night", ja "昼夜を問わず数える";
    hours_of(calendar: &str, zone: &str):
        en "in the hours of {calendar} ({zone})",
        ja "「{calendar}」の時間内だけ数える（{zone}）";
    deadline_stands: en "to a deadline that nothing moves", ja "エクスポートに書かれた期限まで（期限は動かない）";
    pauses_ignored: en ", pauses or not", ja "、一時停止中も数える";
    result: en "result", ja "結果";
    counted(elapsed: &str, target: &str):
        en "{elapsed} counted, target {target}",
        ja "目標 {target}に対し、{elapsed}を数えた";
    stopped(stopped: &str): en "{stopped} more stood still", ja "ほかに {stopped}は止まっていた";
    deadline(at: &str): en "deadline {at}", ja "期限 {at}";
    reached(at: &str): en "reached {at}", ja "{at} に達した";
    // Verdicts.
    met(left: &str): en "met, {left} left", ja "達成（残り {left}）";
    breached(over: &str): en "breached by {over}", ja "未達（{over}超過）";
    /// Of an incident that is not over.
    breached_open(over: &str): en "breached by {over}, still open", ja "未達（{over}超過、未完了）";
    missed: en "breached: the stage was skipped", ja "未達（段階が飛ばされた）";
    pending(left: &str): en "pending, {left} left", ja "対応中（残り {left}）";
    not_started: en "pending: the clock has not started", ja "対応中（時計はまだ動いていない）";
    unknown(why: &str): en "unknown: {why}", ja "不明（{why}）";
    stage_unreadable(stage: &str): en "{stage} can't be read", ja "{stage}の日時が読み取れない";
    contradictory(first: &str, second: &str): en "{second} is before {first}", ja "{second}が{first}より前になっている";
    skipped(stage: &str): en "{stage} is missing though a later stage is there", ja "後の段階はあるのに{stage}の日時がない";
    no_stage(stage: &str): en "{stage} is missing", ja "{stage}の日時がない";
    repeated: en "the id stands in several rows", ja "同じ ID の行が複数ある";
    sum_wrong:
        en "the sum of the pauses can't be read, is more than the time that passed, or may lie in excluded time",
        ja "一時停止の合計が読み取れないか、経過した時間より長いか、除外した時間と重なっている可能性がある";
    pauses_unreadable: en "the pauses can't be read", ja "一時停止の記録が読み取れない";
    no_target: en "uncovered: no target is meant for it", ja "目標なし（当てはまる条件がない）";
    no_deadline(stage: &str): en "uncovered: the deadline {stage} is missing", ja "目標なし（期限 {stage} がない）";
    exempt: en "excluded: nothing is promised", ja "対象外（約束の対象としない）";
    dropped(reason: &str, line: usize): en "excluded: {reason} (line {line})", ja "対象外（{reason}、{line} 行目）";
    // The clock.
    begins: en "from", ja "から";
    ends: en "to", ja "まで";
    what: en "the clock", ja "時計";
    lasted: en "lasted", ja "長さ";
    counted_so_far: en "counted", ja "累計";
    ran: en "ran", ja "動いた";
    ran_over: en "ran, over target", ja "動いた（目標超過）";
    out_of_hours: en "out of hours", ja "時間外";
    paused: en "paused", ja "一時停止";
    excluded(reason: &str, line: usize): en "excluded: {reason} (line {line})", ja "除外: {reason}（{line} 行目）";
    stretches(count: usize, ran: &str): en "{count} stretches, {ran} of it ran", ja "{count} 区間、うち {ran}動いた";
    less_paused(paused: &str):
        en "less {paused} paused, which the export gives as a sum",
        ja "ここから、エクスポートに合計だけがある一時停止 {paused}を引く";
    // What the ledger says.
    recorded: en "What the ledger has recorded", ja "台帳の記録";
    was_recorded(objective: &str, elapsed: &str, target: &str):
        en "{objective}: breached with {elapsed} of {target}",
        ja "{objective}: {target}に対し {elapsed}で未達として記録";
    /// Behind that.
    policy_changed: en "; the policy has changed since", ja "。その後ポリシーが変わった";
    withdrawn(objective: &str, verdict: &str, as_of: &str):
        en "{objective}: withdrawn as of {as_of}, now {verdict}",
        ja "{objective}: {as_of} 時点で取り消し（現在は {verdict}）";
}

fn english_pause(from: &str, to: Option<&str>) -> String {
    to.map_or_else(|| format!("{from} with no end"), |to| format!("{from} to {to}"))
}

fn japanese_pause(from: &str, to: Option<&str>) -> String {
    to.map_or_else(|| format!("{from} から（終わりの記録なし）"), |to| format!("{from} から {to}"))
}

fn english_other_field(field: &str, wanted: &str, found: &str) -> String {
    match found {
        "" => format!("is for {field} {wanted}, and the incident has none"),
        found => format!("is for {field} {wanted}, and this is {found}"),
    }
}

fn japanese_other_field(field: &str, wanted: &str, found: &str) -> String {
    match found {
        "" => format!("{field}が {wanted} のものが対象。このインシデントには{field}がない"),
        found => format!("{field}が {wanted} のものが対象。このインシデントは {found}"),
    }
}

fn english_not_looked_at(rest: usize) -> String {
    match rest {
        1 => "the target after it was not looked at".to_owned(),
        rest => format!("the {rest} targets after it were not looked at"),
    }
}

fn japanese_not_looked_at(rest: usize) -> String {
    format!("これより後の {rest} 件の条件は見ていない")
}
