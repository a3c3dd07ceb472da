use super::{ArgumentHelp, CommandHelp};

/// The commands that judge, and that tell what was judged.
pub(super) const COMMANDS: &[CommandHelp] = &[
    CommandHelp {
        path: "slo check",
        about: "エクスポートの全インシデントを判定し、未達を報告して台帳に記録する",
        arguments: ArgumentHelp {
            texts: &[
                (
                    "exports",
                    "読み込むエクスポート（CSV、JSON、JSON Lines。.gz や .zst のままでもよい）。\
                     複数は一つの母集団として扱う。`-` は標準入力",
                ),
                (
                    "ledger",
                    "未達を記録する台帳。省略時はポリシーで指定したもの、それもなければポリシーと同じ場所の \
                     slo-ledger.jsonl",
                ),
                ("no_ledger", "台帳を読み書きしない"),
                (
                    "by",
                    "チェックを実行した人として台帳に残す名前。省略時は `SLO_USER`、ログイン名の順に決まる",
                ),
                (
                    "since",
                    "この日時以降に発生したインシデントだけ（today、yesterday、this-month、2026-11 なども可）",
                ),
                ("until", "この日時より前に発生したインシデントだけ"),
                (
                    "filters",
                    "項目の値がパターンに合うインシデントだけ（service=web-* など）。繰り返し指定できる",
                ),
                ("group_by", "件数の内訳を出す項目: month、severity、service、customer、またはほかの項目"),
                (
                    "fail_on",
                    "成り立てば終了コードを 1 にする条件: breach、goal、at-risk（目標時間の 90 % を超えて使った）、\
                     at-risk=30m（時計の残りがそれ以下）、unannotated=2d。繰り返し指定できる",
                ),
            ],
            values: &[
                ("format", "table", "人が読む表"),
                ("format", "json", "レポートの JSON（スキーマ slo.report/1）"),
                ("format", "csv", "未達ごとに一行"),
                ("format", "markdown", "チケットや Wiki に貼る表"),
            ],
        },
    },
    CommandHelp {
        path: "slo status",
        about: "待っているものを示す: 原因が未記入の未達、依頼していない修正、回答のない改善依頼",
        arguments: ArgumentHelp {
            texts: &[
                (
                    "by",
                    "--mine で自分とする名前。省略時は `SLO_USER`、git のユーザー名、ログイン名の順に決まる",
                ),
                ("group_by", "未達の内訳を出す項目: shift、customer、assignee、またはほかの項目"),
                ("output", "ファイルにも書き出す（csv=worklist.csv など）。繰り返し指定できる"),
                (
                    "all",
                    "待っているものをすべて、シフト別・顧客別・担当者別の内訳とともに示す。付けなければ一画面に収める",
                ),
                (
                    "fail_on",
                    "これより長く待っているものがあれば終了コードを 1 にする: unannotated=2d（原因の記入）、undecided=、\
                     unrequested=（修正の依頼）、unanswered=（送付からの回答）。繰り返し指定できる",
                ),
            ],
            values: &[
                ("format", "table", "人が読む表"),
                ("format", "json", "JSON（スキーマ slo.status/1）"),
                (
                    "format",
                    "csv",
                    "記入表: 原因が未記入の未達の一覧。`slo annotate --from` で取り込む空欄が付く",
                ),
            ],
        },
    },
    CommandHelp {
        path: "slo explain",
        about: "インシデント一件の判定の計算を示す",
        arguments: ArgumentHelp {
            texts: &[
                ("incident", "インシデントの ID"),
                ("exports", "インシデントを探すエクスポート。省略時は台帳に記録したものを示す"),
                ("objectives", "この SLO だけ。ポリシーでの名前で指定する。繰り返し指定できる"),
            ],
            values: &[
                ("format", "table", "人が読む画面"),
                ("format", "json", "JSON（スキーマ slo.explain/1）"),
                ("format", "markdown", "改善依頼やチケットに貼るもの"),
            ],
        },
    },
];
