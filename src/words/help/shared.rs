use super::ArgumentHelp;

/// The arguments that several commands have alike.
pub(crate) const SHARED: ArgumentHelp = ArgumentHelp {
    texts: &[
        (
            "policy",
            "ポリシーファイル。省略時は、ここか上のフォルダー、またはエクスポートと同じ場所の slo.toml か slo.json",
        ),
        ("as_of", "現在と見なす日時（2026-11-01T09:00:00+09:00 など）"),
        ("lang", "出力の言語。省略時はポリシーの言語、それもなければロケールの言語"),
        ("color", "色を付けるかどうか"),
        ("by", "記入者の名前。省略時は `SLO_USER`、git のユーザー名、ログイン名の順に決まる"),
        (
            "ledger",
            "台帳ファイル。省略時はポリシーで指定したもの、それもなければポリシーと同じ場所の slo-ledger.jsonl",
        ),
        ("format", "出力形式"),
        ("output", "ファイルにも書き出す（json=report.json など）。繰り返し指定できる"),
        ("limit", "長い一覧を表に何行まで示すか"),
        ("all", "一覧をすべて示す"),
        ("bom", "CSV の先頭に BOM を付ける（Excel が UTF-8 と認識する）"),
        ("max_unreadable", "読み取れない行が何行までなら信頼できる答えと見なすか"),
        ("allow_empty", "インシデントのないエクスポートを認める"),
        ("sheet", "表計算ファイルのどのシートを読むか。名前か、1 から数えた番号。省略時は最初のシート"),
        ("threads", "読み込みに使うスレッドの数。省略時はコアごとに一つ"),
        (
            "filters",
            "項目の値がパターンに合うインシデントのものだけ（customer=ACME* など）。繰り返し指定できる",
        ),
        ("mine", "自分が対応したインシデントのものだけ（担当者が実行者と同じもの）"),
        ("shift", "このシフトの間に時計が動き始めたものだけ。シフトは ID か名称で指定する"),
    ],
    values: &[
        ("lang", "ja", "日本語"),
        ("lang", "en", "英語"),
        ("color", "auto", "端末なら付ける（`NO_COLOR` があれば付けない）"),
        ("color", "always", "常に付ける"),
        ("color", "never", "付けない"),
        ("fix", "yes", "修正が必要"),
        ("fix", "no", "修正は不要"),
        ("status", "draft", "下書き（未送付）"),
        ("status", "sent", "チームに送付済みで、回答待ち"),
        ("status", "accepted", "チームが承諾した"),
        ("status", "declined", "チームが見送った"),
        ("status", "done", "完了した"),
    ],
};
