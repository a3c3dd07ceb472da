use super::messages;

messages! {
    text(): en "a text", ja "文字列";
    number(): en "a number", ja "数値";
    truth(): en "true or false", ja "真偽値（true か false）";
    moment(): en "a date or time", ja "日付または日時";
    list(): en "a list", ja "リスト";
    table(): en "a table", ja "テーブル";
    null(): en "null", ja "null ";
    nothing(): en "nothing", ja "空のファイル";
    texts(): en "a text or a list of texts", ja "文字列または文字列のリスト";
    columns(): en "a list of columns", ja "列のリスト";
    one(): en "the number 1", ja "整数 1 ";
    rows(): en "a number of rows", ja "行数を表す数値";
    /// Severities of a tool.
    spellings():
        en "a list of texts, or of lists of spellings",
        ja "文字列または表記のリストを並べたリスト";
    list_like(example: &str): en "a list such as {example}", ja "リスト（例: {example}）";
    table_like(example: &str): en "a table such as {example}", ja "テーブル（例: {example}）";
    exclusions():
        en "a list of tables, each begun by [[exclusions]]",
        ja "テーブルのリスト（それぞれ [[exclusions]] で始める）";
    holidays():
        en "a text or a list of texts, such as [\"japan\", \"12-29/01-03\"]",
        ja "文字列または文字列のリスト（例: [\"japan\", \"12-29/01-03\"]）";
    wrong_type(part: &str, expected: &str, kind: &str):
        en "{part} must be {expected}, but is {kind}",
        ja "{part}は{expected}で指定してください（{kind}が書かれています）";
    expected(expected: &str): en "expected {expected}", ja "{expected}が必要です";
    quote_number(number: &str):
        en "write it in quotes: \"{number}\"",
        ja "引用符で囲んでください: \"{number}\"";
    goal_is_number():
        en "`goal` must be a percentage in quotes, but is a number",
        ja "`goal` は引用符で囲んだ百分率で指定してください（数値が書かれています）";
    write_goal(percent: f64):
        en "write `goal = \"{percent}%\"`",
        ja "`goal = \"{percent}%\"` と書いてください";
    control_character(part: &str, character: &str):
        en "{part} has the control character {character} in it",
        ja "{part}に制御文字 {character} が含まれています";
    one_line(): en "a text in one line belongs here", ja "ここには一行の文字列を書いてください";
}
