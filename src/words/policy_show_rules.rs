use std::fmt::Display;

use super::texts;

texts! {
    /// How a policy decides.
    pub(crate) struct Words;
    // The rules.
    how: en "How it decides", ja "■ 判定のしかた";
    order: en "Stages, in order", ja "■ 段階の順";
    and: en ", ", ja "、";
    deadlines(names: &dyn Display):
        en "  Read as deadlines: {names} (they don't show how far an incident got)",
        ja "  期限として読む日時: {names}（どこまで進んだかの証拠とはしない）";
    skipped_unknown: en "the verdict is unknown", ja "不明とする";
    skipped_miss: en "the objective counts as breached", ja "未達とする";
    skipped_next_stage: en "it counts as reached when the next recorded stage was", ja "次に記録のある段階の日時に達したとみなす";
    repeated_one:
        en "An id that comes twice in one export makes the incident unknown, and both rows are named",
        ja "一つのエクスポートの中で同じ ID が二度現れたら、どの行が正しいか分からないため不明とし、両方の行を示す";
    repeated_episodes:
        en "The rows with the same id in one export are what happened to one subject; each event that opens begins another incident of it, unless the one before is still open: then it is the same told again",
        ja "一つのエクスポートの中で同じ ID の行は、同じ対象に起きたことであり、発生のイベントごとに別のインシデントとする（前のものが未復旧なら、その再送とみなす）";
    repeated_events:
        en "The rows with the same id in one export are the events of one incident",
        ja "一つのエクスポートの中で同じ ID の行は、一件のインシデントのイベントとして合わせて読む";
    repeated_pairs:
        en "An id of a problem that comes twice in one export makes the incident unknown, and both rows are named",
        ja "一つのエクスポートの中で同じ ID の障害が二度現れたら、どの行が正しいか分からないため不明とし、両方の行を示す";
    repeated_snapshots:
        en "Of several rows with the same id in one export the last one counts",
        ja "一つのエクスポートの中で同じ ID の行が複数あるときは、最後の行を有効とする";
    breached:
        en "An incident is breached when it took longer than its target. Exactly on target is met.",
        ja "目標の時間を超えたときだけ未達（SLO 未達）とする。目標ちょうどは達成。";
    not_over:
        en "Where `to` is still to come, the time at as-of decides: breached (open) if it is longer than the target, otherwise pending, with the time left.",
        ja "まだ `to` の段階に達していないものは基準日時（as-of）までの時間で判定する。すでに目標を超えていれば未達（未完了）、超えていなければ対応中とし、残り時間を示す。";
    skipped(skipped: &dyn Display, word: &dyn Display):
        en "Where a stage is missing though a later one is there, {skipped} (clock.skipped_stage = \"{word}\"). Where the stage at which a clock starts is missing, the verdict is unknown whatever the setting. Unreadable times, and times that contradict each other, such as resolved before opened, make the verdicts they touch unknown, and are listed with row, column and value.",
        ja "後の段階の日時があるのに必要な段階の日時がないものは、{skipped}（clock.skipped_stage = \"{word}\"）。時計の始まる段階の日時がないものは、この設定にかかわらず不明とする。読み取れない日時や、復旧が発生より前などの矛盾した日時は、それにかかわる SLO について不明とし、行・列・値を示す。";
    uncovered:
        en "An incident that no target matches, or whose deadline (by) is missing, is uncovered. It is counted, never dropped.",
        ja "どの条件にも当てはまらないもの、期限（by）の日時がないものは「目標なし」として数え、黙って除くことはしない。";
    first_target(opened: &dyn Display):
        en "The first target that matches decides. since and until are compared with {opened}: since is included, until is not. Texts are compared without regard to case and width; * stands for any text and ? for any character.",
        ja "条件は上から順に見て、最初に当てはまったものを適用する。since と until は{opened}の日時と比べ、since の時点を含み、until の時点を含まない。文字の比較では大文字と小文字、全角と半角を区別せず、* は任意の文字列、? は任意の一文字に当てはまる。";
    rate:
        en "Rate = met / (met + breached), shown with its base and rounded down. Beside it stands the worst case, with every unknown counted as breached. Without a base there is no rate (–), never 100 %. Pending, unknown, uncovered and excluded incidents are not in the base of the rate.",
        ja "遵守率 = 達成 ÷（達成 + 未達）。母数とともに示し、端数は切り捨てる。あわせて、不明をすべて未達とした「最悪の場合」の率を示す。母数がなければ率は「–」とし、100% とはしない。対応中・不明・目標なし・対象外は遵守率の母数に入れない。";
    belongs_to(opened: &dyn Display, zone: &dyn Display):
        en "An incident belongs to the day and month of {opened} in {zone}.",
        ja "インシデントは、{opened}の日時が {zone} で属する日と月に数える。";
    across_exports(repeated: &dyn Display):
        en "{repeated}. Across exports the row of the file named later replaces the earlier one, and the replaced are counted.",
        ja "{repeated}。複数のエクスポートに同じ ID があるときは、後に指定したファイルの行で置き換え、その件数を示す。";
    equal_times:
        en "Equal times keep the order of the stages. Local times that don't exist or come twice as clocks change take the earlier offset, and are listed.",
        ja "日時が等しいときは段階の順に従う。夏時間の切り替わりで存在しない、または二度ある現地時刻は、切り替わり前の UTC オフセットで読み、一覧に示す。";
    same_output:
        en "The same exports, policy, ledger and as-of give the same output, byte for byte.",
        ja "エクスポート、ポリシー、台帳、基準日時が同じなら、出力は一字一句同じになる。";
    // What time counts.
    in_hours:
        en "The clock runs from the stage `from` to the stage `to`, in the hours of the target's calendar.",
        ja "`from` の段階から `to` の段階までの時間を、目標のカレンダーの時間の中だけ数える。";
    day_and_night:
        en "The clock runs from the stage `from` to the stage `to`, day and night, on every day.",
        ja "`from` の段階から `to` の段階までの時間を、夜間や休日も止めずに数える。";
    without_calendar:
        en "For a target without one it runs day and night, on every day.",
        ja "カレンダーのない目標では、夜間や休日も止めずに数える。";
    pauses_and_exclusions:
        en "Pauses are taken off, and so is the time of exclusions that stop the clock.",
        ja "一時停止の時間と、時計を止める除外の時間は差し引く。";
    pauses_taken_off: en "Pauses are taken off.", ja "一時停止の時間は差し引く。";
    exclusions_taken_off:
        en "The time of exclusions that stop the clock is taken off.",
        ja "時計を止める除外の時間は差し引く。";
    closed_time:
        en "Closed time takes no time: what is due exactly as the hours end is still met until they begin again. A time that clocks show twice as they go back counts twice, and one that they skip doesn't count.",
        ja "カレンダーの時間の外では時間がたたないため、時間の終わりちょうどに期限が来るものは、次の時間が始まるまでに達すれば達成。時計が戻って二度現れる時刻は二度数え、飛ばされた時刻は数えない。";
    fixed_deadline:
        en "A deadline that stands in the export (by) is moved neither by calendars nor by pauses and exclusions.",
        ja "エクスポートに書かれた期限（by）は、カレンダー、一時停止、除外のどれによっても動かない。";
    not_rounded: en "Nothing is rounded before it is compared.", ja "比べる前に丸めることはしない。";
    sentences(said: &[&str]) -> String: en english_sentences, ja japanese_sentences;
    // What counts of an incident that changed.
    severity_opened: en "the one that it was opened with", ja "発生したときのもの";
    severity_breach:
        en "the one under which its time ran out first, or the one at the end of the clock if it never did",
        ja "目標の時間を最初に超えたときのもの（超えなければ、時計が止まったときのもの）";
    severity_highest: en "the most severe one that it had by the end of the clock", ja "時計が止まるまでに付いた最も重いもの";
    same_clock:
        en "The clock of a reopened incident runs on to its last resolution",
        ja "復旧のあとに再開したものは、同じ時計で最後の復旧まで数える";
    first_resolution:
        en "The first resolution stops the clock for good, reopened or not",
        ja "最初の復旧で時計を止め、再開しても数えない";
    settings(severity: &dyn Display, severity_word: &dyn Display, reopened: &dyn Display, reopen_word: &dyn Display):
        en "The severity is {severity} (clock.severity_at = \"{severity_word}\"). {reopened} (clock.reopen = \"{reopen_word}\").",
        ja "重大度は{severity}（clock.severity_at = \"{severity_word}\"）。{reopened}（clock.reopen = \"{reopen_word}\"）。";
    first_event(settings: &dyn Display):
        en "The fields are those of the first event. {settings}",
        ja "重大度などの項目は、最初のイベントの値を使う。{settings}";
    row_values(settings: &str) -> String: en english_row_values, ja japanese_row_values;
}

fn english_sentences(said: &[&str]) -> String {
    said.join(" ")
}

fn japanese_sentences(said: &[&str]) -> String {
    said.concat()
}

fn english_row_values(settings: &str) -> String {
    let settings = settings.strip_prefix('T').map_or_else(|| settings.to_owned(), |rest| format!("t{rest}"));
    format!(
        "Severity and the other fields are those of the row, that is of the moment of the export. Only where each row is an event: {settings}"
    )
}

fn japanese_row_values(settings: &str) -> String {
    format!(
        "重大度などの項目は、エクスポートの行に書かれた値（出力した時点の値）を使う。一行が一つのイベントのときだけ、次が効く。{settings}"
    )
}
