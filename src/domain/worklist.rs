use super::normal;

/// A column of a worklist: the file of breaches that wait for a cause, which people fill in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum WorklistColumn {
    /// The incident's id.
    Incident,
    /// The objective by its name in the policy; where it is empty, the whole incident is meant.
    Objective,
    /// What the incident was about.
    Title,
    /// Whose service it was.
    Customer,
    /// The service or host.
    Service,
    /// The severity by its name in the policy.
    Severity,
    /// Who handled it.
    Assignee,
    /// When it was opened.
    Opened,
    /// The seconds beyond the target.
    Over,
    /// For how many seconds it waits for a cause.
    Waiting,
    /// To be filled in: the cause, by its name or title in the policy.
    Cause,
    /// To be filled in: why, in a sentence.
    Reason,
    /// To be filled in: what would help.
    Improvement,
    /// To be filled in: whether something must be fixed.
    Fix,
    /// To be filled in: when the reason was learnt.
    Happened,
    /// The causes of the policy, for whoever fills in. Not read back.
    Choices,
}

impl WorklistColumn {
    /// All columns in the order in which they are written.
    pub const ALL: [Self; 16] = [
        Self::Incident,
        Self::Objective,
        Self::Title,
        Self::Customer,
        Self::Service,
        Self::Severity,
        Self::Assignee,
        Self::Opened,
        Self::Over,
        Self::Waiting,
        Self::Cause,
        Self::Reason,
        Self::Improvement,
        Self::Fix,
        Self::Happened,
        Self::Choices,
    ];

    /// Those that people fill in.
    pub const FILLED_IN: [Self; 5] =
        [Self::Cause, Self::Reason, Self::Improvement, Self::Fix, Self::Happened];

    /// The name in the header that is written.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Incident => "incident",
            Self::Objective => "objective",
            Self::Title => "title",
            Self::Customer => "customer",
            Self::Service => "service",
            Self::Severity => "severity",
            Self::Assignee => "assignee",
            Self::Opened => "opened",
            Self::Over => "over_s",
            Self::Waiting => "waiting_s",
            Self::Cause => "cause",
            Self::Reason => "reason",
            Self::Improvement => "improvement",
            Self::Fix => "fix",
            Self::Happened => "happened",
            Self::Choices => "choices",
        }
    }

    /// Whether anything is recorded from it. The others are there for whoever fills in.
    #[must_use]
    pub fn is_read(self) -> bool {
        matches!(self, Self::Incident | Self::Objective) || Self::FILLED_IN.contains(&self)
    }

    /// The column that a header means. Case, width, spaces and marks between words don't matter.
    #[must_use]
    pub fn named(header: &str) -> Option<Self> {
        let key = key(header);
        Self::ALL.into_iter().find(|column| column.keys().any(|known| known == key))
    }

    /// The column, among those that are read, whose name a header that means none was perhaps to be;
    /// with that name.
    #[must_use]
    pub fn nearly_named(header: &str) -> Option<(Self, &'static str)> {
        let wanted = key(header);
        let slips = |name: &str| strsim::osa_distance(&wanted, &key(name));
        Self::ALL
            .into_iter()
            .filter(|column| column.is_read())
            .flat_map(|column| column.all_names().map(move |name| (column, name)))
            .map(|(column, name)| (slips(name), column, name))
            .filter(|&(slips, _, name)| slips <= allowed_slips(&key(name)))
            .min_by_key(|&(slips, ..)| slips)
            .map(|(_, column, name)| (column, name))
    }

    fn all_names(self) -> impl Iterator<Item = &'static str> {
        [self.name()].into_iter().chain(self.other_names().iter().copied())
    }

    fn keys(self) -> impl Iterator<Item = String> {
        self.all_names().map(key)
    }

    /// What people call it in files of their own.
    const fn other_names(self) -> &'static [&'static str] {
        match self {
            Self::Incident => &[
                "incident id",
                "incident number",
                "id",
                "インシデント",
                "インシデントID",
                "インシデント番号",
                "管理番号",
                "チケット番号",
            ],
            Self::Objective => &["slo", "SLO名", "対象SLO"],
            Self::Title => &["件名", "タイトル"],
            Self::Customer => &["顧客", "顧客名", "お客様"],
            Self::Service => &["サービス", "サービス名"],
            Self::Severity => &["重大度", "重要度"],
            Self::Assignee => &["担当者", "担当", "対応者"],
            Self::Opened => &["発生日時"],
            Self::Over => &["超過秒数", "超過（秒）"],
            Self::Waiting => &["待ち秒数", "待ち（秒）"],
            Self::Cause => &["原因", "原因分類", "原因区分"],
            Self::Reason => &["理由", "遅延理由", "原因の詳細"],
            Self::Improvement => &["改善案", "改善策", "改善内容"],
            Self::Fix => &["修正要否", "修正の要否", "要否", "fix required", "fix needed"],
            Self::Happened => &["判明日時", "判明日", "判明時刻", "happened at"],
            Self::Choices => &["選択肢", "原因の選択肢"],
        }
    }
}

/// A header in the form in which headers are compared.
fn key(header: &str) -> String {
    let plain = normal(header.trim_start_matches('\u{feff}'));
    plain.chars().filter(|&char| !char.is_whitespace() && !"_-.()/".contains(char)).collect()
}

/// How many slips of the pen may be in a name: in a short one, a slip gives another word.
fn allowed_slips(name: &str) -> usize {
    match name.chars().count() {
        ..=3 => 0,
        4..=7 => 1,
        _ => 2,
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::WorklistColumn as Column;

    #[test]
    fn a_column_is_known_by_its_names_in_both_languages() {
        for (header, column) in [
            ("incident", Column::Incident),
            ("\u{feff}Incident ID", Column::Incident),
            ("ＩＤ", Column::Incident),
            ("ｲﾝｼﾃﾞﾝﾄID", Column::Incident),
            ("インシデント ＩＤ", Column::Incident),
            ("SLO", Column::Objective),
            ("原因", Column::Cause),
            ("CAUSE ", Column::Cause),
            ("理由", Column::Reason),
            ("改善案", Column::Improvement),
            ("修正要否", Column::Fix),
            ("判明日時", Column::Happened),
            ("超過(秒)", Column::Over),
            ("Over S", Column::Over),
        ] {
            assert_eq!(Column::named(header), Some(column), "{header}");
        }
        for other in ["", "備考", "status", "row", "couse", "open"] {
            assert_eq!(Column::named(other), None, "{other}");
        }
    }

    #[test]
    fn no_name_means_two_columns() {
        let mut known = HashSet::new();
        for key in Column::ALL.into_iter().flat_map(Column::keys) {
            assert!(known.insert(key.clone()), "{key}");
        }
    }

    #[test]
    fn a_slip_of_the_pen_is_known_for_one() {
        let near = |header| Column::nearly_named(header).map(|(_, name)| name);
        assert_eq!(near("couse"), Some("cause"));
        assert_eq!(near("raeson"), Some("reason"));
        assert_eq!(near("improvment"), Some("improvement"));
        assert_eq!(near("hapened"), Some("happened"));
        assert_eq!(near("インシデソト"), Some("インシデント"));
        assert_eq!(near("修正用否"), Some("修正要否"));
        // What else stands in an export of breaches, and what people add.
        for other in [
            "status",
            "reached",
            "deadline",
            "target_s",
            "elapsed_s",
            "open",
            "annotated_by",
            "annotated_at",
            "source",
            "row",
            "attribute.channel",
            "備考",
            "要因",
            "comment",
            "done",
            "",
        ] {
            assert_eq!(near(other), None, "{other}");
        }
    }
}
