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
        path: "slo report",
        about: "日・週・月・年度、またはシフトについて報告する: 遵守状況、推移、原因、改善依頼",
        arguments: ArgumentHelp {
            texts: &[
                (
                    "exports",
                    "読み込むエクスポート（CSV、JSON、JSON Lines。.gz や .zst のままでもよい）。\
                     複数は一つの母集団として扱う。`-` は標準入力",
                ),
                ("period", "期間の長さ。省略時は --for で指定したものの長さ、それもなければ月"),
                (
                    "which",
                    "どの期間か: 2026-11-03、2026-W45、2026-11、FY2026、this-month、last-month、today、yesterday。\
                     省略時は昨日を含む期間",
                ),
                (
                    "shift",
                    "期間ではなくシフトのレポート。ポリシーのシフトを指定する。最後に担当した時間帯、または --for の日に\
                     始まった時間帯について報告する",
                ),
                (
                    "by",
                    "これごとに一つずつ、ほかの情報を含まないレポートを書き出す。書き出し先は --output FORMAT=PATH で、\
                     パスに `{customer}` を入れて指定する",
                ),
                ("with_names", "インシデントを担当した人の名前を載せる"),
                (
                    "filters",
                    "項目の値がパターンに合うインシデントだけ（service=web-* など）。繰り返し指定できる",
                ),
                ("no_ledger", "台帳を読み書きしない。原因、改善依頼、前回のレポートは分からない"),
                (
                    "fail_on",
                    "成り立てば終了コードを 1 にする条件: breach、goal、at-risk（目標時間の 90 % を超えて使った）、\
                     at-risk=30m（時計の残りがそれ以下）、unannotated=2d。繰り返し指定できる",
                ),
                ("quiet", "標準エラー出力にはエラーだけを出す"),
            ],
            values: &[
                ("period", "day", "一日"),
                ("period", "week", "月曜から日曜まで"),
                ("period", "month", "暦の月"),
                ("period", "fiscal-year", "ポリシーの `fiscal_year_starts` から十二か月"),
                ("by", "customer", "顧客ごと"),
                ("format", "table", "小さなグラフ付きの、端末で見る表"),
                ("format", "markdown", "Markdown の文書"),
                ("format", "json", "JSON（スキーマ slo.period-report/1 か slo.shift-report/1）"),
                ("format", "csv", "数値ごとに一行の CSV"),
                ("format", "html", "図の入った一つの HTML ファイル。ネットワークなしで読めて印刷できる"),
                ("format", "xlsx", "表ごとにシートを分けた表計算ファイル"),
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
