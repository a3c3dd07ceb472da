//! Stages and what else `[source]` says, but for its rows and pauses.

use super::messages;

messages! {
    /// A stage with a column that comes both from `[source.rows]` and from a column.
    given_twice(stage: &str): en "the stage `{stage}` is given twice", ja "段階 `{stage}` が二重に指定されています";
    by_recoveries(): en "reached by recoveries", ja "復旧の行によって達します";
    by_events(): en "reached by events", ja "イベントによって達します";
    and_from_column(): en "and read from a column", ja "列からも読むことになっています";
    leave_column_out():
        en "leave its column out, or name another `stage`",
        ja "その列を省くか、別の `stage` を指定してください";
    keep_activities_or_column():
        en "keep one of them: its activities in [source.rows], or its column",
        ja "[source.rows] のイベントか列のどちらか一方だけを残してください";

    opened_is_first():
        en "`opened` can't come after another stage, being the first",
        ja "`opened` は最初の段階なので、別の段階から数えられません";
    after_this(): en "after this", ja "この段階からは数えられません";
    give_column_of_opened():
        en "give the column of its time: `opened = \"<column>\"`",
        ja "日時の列を `opened = \"<列>\"` のように指定してください";
    counted_from_itself(stage: &str): en "the time of {stage} is counted from itself", ja "段階 {stage} の日時を、それ自身から数えることになります";
    leads_back(): en "leads back to it", ja "元の段階に戻ります";
    by_way_of(): en "by way of this stage", ja "この段階を経由しています";
    count_from_own_column():
        en "count from a stage that has a column of its own, such as `opened`",
        ja "`opened` のように、日時の列がある段階から数えてください";
    /// Of the columns by which a preset is recognised.
    fits_every_export():
        en "`columns` is an empty list, which every export would fit",
        ja "`columns` が空のリストなので、どのエクスポートにも当てはまってしまいます";
}
