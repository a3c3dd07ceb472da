use super::{ArgumentHelp, CommandHelp};

/// Improvement requests.
pub(super) const COMMANDS: &[CommandHelp] = &[
    CommandHelp {
        path: "slo escalate",
        about: "チームと問題ごとに、改善依頼を一通ずつ書く",
        arguments: ArgumentHelp {
            texts: &[
                ("exports", "下書きに遵守率を入れるため、全インシデントを数えるエクスポート"),
                ("draft", "まだ書かれていない改善依頼と、未完了の改善依頼のその後の未達を、下書きに書く"),
                ("requests", "この名前の改善依頼だけ（REQ-3f9a2c11 など）。繰り返し指定できる"),
                ("team", "このチームへの改善依頼だけ。チームは ID か名称で指定する"),
                (
                    "since",
                    "この日時以降に発生したインシデントの未達だけ（today、this-month、2026-11 なども可）",
                ),
                ("min_incidents", "まだ依頼していないインシデントが、この件数以上ある問題だけ"),
                ("improvement", "自分の言葉で書く依頼の内容。改善依頼を一つに絞って使う"),
                (
                    "template",
                    "下書きのテンプレート。省略時はポリシーで指定したもの、それもなければ内蔵のもの",
                ),
                ("dry_run", "書き出す内容を示すだけで、何も書かない"),
                ("stdout", "一つの改善依頼の下書きを表示し、何も書かない"),
            ],
            values: &[
                ("format", "paths", "ファイル名を一行ずつ"),
                ("format", "json", "テンプレートに入るすべての値の JSON（スキーマ slo.requests/1）"),
                ("format", "jsonl", "改善依頼ごとに一行の JSON。課題管理ツールに登録する題名と本文が付く"),
            ],
        },
    },
    CommandHelp {
        path: "slo escalate mark",
        about: "改善依頼がどこまで進んだかを記録する",
        arguments: ArgumentHelp {
            texts: &[
                ("request", "改善依頼の名前（REQ-3f9a2c11 など）"),
                ("status", "どこまで進んだか"),
                ("note", "書き添えること"),
                ("at", "そうなった日時。今より前の場合に指定する"),
            ],
            values: &[],
        },
    },
    CommandHelp {
        path: "slo escalate list",
        about: "改善依頼がどこまで進み、次に動くのが誰かを一覧にする",
        arguments: ArgumentHelp {
            texts: &[
                ("requests", "これらの名前の改善依頼だけ。完了や見送りのものも示す"),
                ("all", "完了や見送りの改善依頼も示す"),
                ("status", "ここまで進んだ改善依頼だけ。繰り返し指定できる"),
            ],
            values: &[
                ("format", "table", "人が読む表"),
                ("format", "json", "JSON（スキーマ slo.request-list/1）"),
                (
                    "format",
                    "jsonl",
                    "改善依頼ごとに一行の JSON。課題管理ツールに登録する、下書きの題名と本文が付く",
                ),
            ],
        },
    },
    CommandHelp {
        path: "slo escalate effect",
        about: "完了した改善依頼に効果があったかを示す",
        arguments: ArgumentHelp {
            texts: &[(
                "exports",
                "全インシデントを数えるエクスポート。省略時は SLO 未達のものしか分からない",
            )],
            values: &[("format", "table", "人が読む表"), ("format", "json", "JSON（スキーマ slo.effect/1）")],
        },
    },
    CommandHelp {
        path: "slo escalate template",
        about: "内蔵のテンプレートを表示する。独自のテンプレートの元にできる",
        arguments: ArgumentHelp {
            texts: &[(
                "policy",
                "どの言語かを決めるポリシーファイル。省略時は、ここか上のフォルダーの slo.toml か slo.json",
            )],
            values: &[],
        },
    },
];
