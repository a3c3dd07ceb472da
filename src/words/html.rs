use super::texts;

texts! {
    /// The words that pages and workbooks have of their own, beside what the document says.
    pub(crate) struct Words;
    contents: en "Contents", ja "目次";
    /// The link in front of everything, for those who go by the keyboard.
    skip: en "Skip to content", ja "本文へ移動";
    /// What the name of a column does when it is pressed.
    sort: en "Sort the rows by this column", ja "この列で並べ替え";
    /// The sheet of what stands above all sections.
    overview: en "Overview", ja "概要";
    /// Beside the line of a goal.
    goal: en "goal", ja "目標";
    /// The point of a period that reached its goal.
    reached: en "goal reached", ja "目標達成";
    missed: en "goal missed", ja "目標未達";
    without_goal: en "no goal", ja "目標なし";
    no_point: en "nothing judged", ja "判定なし";
    /// A point in words.
    point(period: &str, rate: &str, result: &str): en "{period}: {rate} ({result})", ja "{period}: {rate}（{result}）";
    gap(when: &str, what: &str): en "{when}: {what}", ja "{when}: {what}";
    between(points: &[String]) -> String: en |points| points.join(", "), ja |points| points.join("、");
    /// That an axis doesn't begin at nothing.
    axis(from: &str): en "The vertical axis begins at {from}.", ja "縦軸は {from} から始まります。";
    /// That the axes of several plots don't.
    axes:
        en "Each vertical axis begins at the rate that stands at its foot.",
        ja "縦軸はそれぞれ、下端に示した率から始まります。";
    /// The share of a bar and those before it.
    together(share: &str): en "cumulative {share}", ja "累計 {share}";
    /// What the bars mean.
    share: en "share of all", ja "全体に占める割合";
    /// What the bands behind them mean.
    so_far: en "together with those above", ja "上からの累計";
    hour(hour: usize): en "{hour}", ja "{hour}時";
    /// A cell of the week in words.
    in_hour(day: &str, hour: usize, count: &str): en "{day}, hour {hour}: {count}", ja "{day} {hour}時台: {count}";
    /// In front of the shades of the week.
    shades: en "count:", ja "件数:";
}
