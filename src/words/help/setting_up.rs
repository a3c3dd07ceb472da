use super::{ArgumentHelp, CommandHelp};

/// The program itself, and all about policies and presets.
pub(super) const COMMANDS: &[CommandHelp] = &[
    CommandHelp {
        path: "slo",
        about: "SLO 未達のインシデントを見つけ、原因を記録し、改善依頼を下書きする",
        arguments: ArgumentHelp { texts: &[], values: &[] },
    },
    CommandHelp {
        path: "slo init",
        about: "エクスポートから分かることを書き入れた、コメント付きのポリシーを作る",
        arguments: ArgumentHelp {
            texts: &[
                ("export", "調べるエクスポート。`-` は標準入力"),
                ("policy", "書き出すポリシーファイル。`-` は標準出力"),
                (
                    "timezone",
                    "タイムゾーンのない日時や暦の日を、どのタイムゾーンと見なすか（Asia/Tokyo など）",
                ),
                ("force", "すでにあるファイルを置き換える"),
                ("no_input", "端末でも質問しない。エクスポートから分からないことは仮に決め、それを示す"),
                (
                    "sheet",
                    "表計算ファイルのどのシートを調べるか。名前か、1 から数えた番号。省略時は最初のシート",
                ),
            ],
            values: &[],
        },
    },
    CommandHelp {
        path: "slo presets",
        about: "見分けられるツールのエクスポートの一覧、または読み方を表示する",
        arguments: ArgumentHelp {
            texts: &[("policy", "ポリシーファイル。独自のプリセットのフォルダーも調べる")],
            values: &[],
        },
    },
    CommandHelp {
        path: "slo presets show",
        about: "プリセットを TOML で表示する。独自のプリセットの元にできる",
        arguments: ArgumentHelp { texts: &[("name", "プリセットの名前")], values: &[] },
    },
    CommandHelp {
        path: "slo policy",
        about: "ポリシーを調べる、意味を言葉で示す、変更の影響を示す",
        arguments: ArgumentHelp {
            texts: &[("file", "ポリシーファイル。省略時は、ここか上のフォルダーの slo.toml か slo.json")],
            values: &[],
        },
    },
    CommandHelp {
        path: "slo policy check",
        about: "ポリシーが正しいか調べ、誤りがあればすべて示す",
        arguments: ArgumentHelp {
            texts: &[(
                "against",
                "これらのエクスポート（一つの母集団として扱う）の内容とも照らし合わせる。`-` は標準入力。FILE の後に書く",
            )],
            values: &[
                ("format", "text", "人が読む一行。警告は標準エラー出力に出す"),
                ("format", "json", "警告を含む JSON（スキーマ slo.policy-check/1）"),
            ],
        },
    },
    CommandHelp {
        path: "slo policy show",
        about: "ポリシーの意味を言葉で示す",
        arguments: ArgumentHelp { texts: &[], values: &[] },
    },
    CommandHelp {
        path: "slo policy diff",
        about: "同じエクスポートの判定が、別のポリシーではどう変わるかを示す",
        arguments: ArgumentHelp {
            texts: &[
                ("old", "変更前のポリシー"),
                ("new", "変更後のポリシー"),
                (
                    "against",
                    "両方で判定するエクスポート（一つの母集団として扱う）。`-` は標準入力。NEW の後に書く",
                ),
            ],
            values: &[
                ("format", "table", "人が読む表"),
                ("format", "json", "すべての顧客と、変わるすべての判定の JSON（スキーマ slo.policy-diff/1）"),
                ("format", "csv", "SLO と顧客ごとの遵守率に一行、変わる判定ごとに一行"),
            ],
        },
    },
];
