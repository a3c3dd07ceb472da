use super::{ArgumentHelp, CommandHelp};

/// What people write, and the ledger it is written in.
pub(super) const COMMANDS: &[CommandHelp] = &[
    CommandHelp {
        path: "slo annotate",
        about: "インシデントの対応が遅れた原因を記録する",
        arguments: ArgumentHelp {
            texts: &[
                ("incidents", "インシデントの ID"),
                ("cause", "対応が遅れた原因。ポリシーにある原因を ID か名称で指定する"),
                ("reason", "その理由を一文で"),
                ("improvement", "どうすればよくなるかを一文で"),
                ("fix", "修正が必要かどうか。省略時は原因によって決まる"),
                ("happened", "理由が分かった日時。今より前に分かっていた場合に指定する"),
                ("objective", "この SLO についてだけ。省略時はインシデントのすべての未達について"),
                ("retract", "記入を取り消す。理由は --reason で指定する"),
                (
                    "from",
                    "埋めてもらった記入表（`slo status --format csv` が書き出すもの）。CSV、JSON、.xlsx。`-` は標準入力",
                ),
                ("partial", "誤りのある行があっても、正しい行は記録する"),
                (
                    "replace",
                    "すでにある記入を置き換え、取り消された記入も改めて記録する。付けなければそのような行は誤りとする",
                ),
            ],
            values: &[],
        },
    },
    CommandHelp {
        path: "slo decide",
        about: "記入された原因に修正が必要かどうかを決める",
        arguments: ArgumentHelp {
            texts: &[
                ("incidents", "インシデントの ID"),
                ("fix", "修正が必要かどうか"),
                ("why", "その理由を一文で"),
                ("objective", "この SLO についての記入だけ"),
            ],
            values: &[],
        },
    },
    CommandHelp {
        path: "slo ledger",
        about: "誰が何をしたかを示す、台帳を検証する、複数の台帳を一つにまとめる",
        arguments: ArgumentHelp { texts: &[], values: &[] },
    },
    CommandHelp {
        path: "slo ledger log",
        about: "誰がいつ何をしたかを古い順に示す",
        arguments: ArgumentHelp {
            texts: &[
                ("subjects", "これらのインシデントや改善依頼についてだけ。ID で指定する"),
                ("by", "この人が書いたものだけ"),
                ("kinds", "この種類のものだけ。繰り返し指定できる"),
                ("since", "この日時以降に書かれたものだけ（today、yesterday、this-month、2026-11 なども可）"),
                ("until", "この日時より前に書かれたものだけ"),
                ("limit", "新しいほうからこの件数だけ"),
            ],
            values: &[
                ("format", "table", "人が読む表"),
                ("format", "json", "JSON（スキーマ slo.ledger-log/1）"),
                ("format", "csv", "記録ごとに一行の CSV"),
            ],
        },
    },
    CommandHelp {
        path: "slo ledger verify",
        about: "すべての行、ID、参照を調べ、ダイジェストを表示する",
        arguments: ArgumentHelp {
            texts: &[
                (
                    "file",
                    "台帳。省略時はポリシーで指定したもの、それもなければポリシーと同じ場所の slo-ledger.jsonl",
                ),
                ("ledger", "台帳（ほかのコマンドと同じ指定のしかた）"),
                ("policy", "台帳とタイムゾーンを知るためのポリシーファイル。FILE を指定すれば要らない"),
            ],
            values: &[
                ("format", "table", "人が読む要点"),
                ("format", "json", "JSON（スキーマ slo.ledger-verify/1）"),
            ],
        },
    },
    CommandHelp {
        path: "slo ledger merge",
        about: "複数の台帳をすべての記録を持つ一つにまとめ、git の競合も解消する",
        arguments: ArgumentHelp {
            texts: &[
                ("inputs", "まとめる台帳。git の競合が残っているものは一つだけでもよい"),
                ("output", "まとめた台帳を書き込むファイル。元の台帳の一つでもよい。`-` は標準出力"),
            ],
            values: &[],
        },
    },
];
