use super::{language, messages};
use crate::domain::Language;

messages! {
    here(): en "here", ja "ここです";
    not_utf8(): en "the policy is not UTF-8", ja "ポリシーの文字コードが UTF-8 ではありません";
    byte(byte: u8): en "byte 0x{byte:02x}", ja "バイト 0x{byte:02x}";
    save_as_utf8(): en "save the file as UTF-8", ja "UTF-8 で保存し直してください";
    must_be_toml():
        en "the policy must be TOML (https://toml.io): texts in double quotes, tables as `[name]`",
        ja "ポリシーは TOML（https://toml.io）で書いてください。文字列は二重引用符で囲み、テーブルは `[name]` と書きます";
    must_be_json():
        en "the policy must be JSON, without comments and trailing commas",
        ja "ポリシーは JSON で書いてください。コメントや末尾のカンマは使えません";
    must_be_object(kind: &str):
        en "the policy must be a JSON object, but is {kind}",
        ja "ポリシーは JSON のオブジェクトで書いてください（実際は{kind}です）";
    expected_brace(): en "expected `{{`", ja "`{{` が必要です";
    schema(number: &str):
        en "schema {number} is not known to this version of slo",
        ja "このバージョンの slo は schema {number} を知りません";
    expected_one(): en "expected 1", ja "1 と書いてください";
    write_schema():
        en "write `schema = 1`, or use the version of slo that the policy was written for",
        ja "`schema = 1` と書くか、ポリシーに対応するバージョンの slo を使ってください";
    /// What the parser says, in its own words.
    toml(message: &str): en "{message}", ja "TOML の文法に誤りがあります（{message}）";
    json(message: &str): en "{message}", ja "JSON の文法に誤りがあります（{message}）";
}

/// What the parser of TOML found.
pub(crate) fn toml_fault(message: &str) -> String {
    if language() == Language::English {
        return message.to_owned();
    }
    let (what, expected) = message.split_once(", expected ").unwrap_or((message, ""));
    let Some((_, known)) = TOML.iter().find(|(english, _)| *english == what) else { return toml(message) };
    match expected {
        "" => (*known).to_owned(),
        expected if known.contains(expected) => (*known).to_owned(),
        expected if expected.starts_with('`') => {
            format!("{known}（{} が必要です）", expected.replace(", ", "、"))
        }
        _ => format!("{known}（{message}）"),
    }
}

/// What the parser of JSON found, beginning in lower case.
pub(crate) fn json_fault(message: &str) -> String {
    if language() == Language::English {
        return message.to_owned();
    }
    let known = JSON.iter().find(|(english, _)| *english == message);
    known.map_or_else(|| json(message), |(_, known)| (*known).to_owned())
}

/// The usual faults by the parser's words.
const TOML: &[(&str, &str)] = &[
    ("duplicate key", "キーが重複しています"),
    ("invalid basic string", "二重引用符の文字列に誤りがあります"),
    ("invalid literal string", "一重引用符の文字列に誤りがあります"),
    ("invalid multi-line basic string", "三つの二重引用符で囲む文字列に誤りがあります"),
    ("invalid multi-line literal string", "三つの一重引用符で囲む文字列に誤りがあります"),
    ("invalid string", "文字列を引用符で囲んでください"),
    ("missing escaped value", "バックスラッシュの後の文字が正しくありません"),
    ("invalid unquoted key", "引用符のないキーに使えない文字があります"),
    ("unquoted keys cannot be empty", "キーがありません"),
    ("key with no value", "キーに値がありません"),
    ("missing value for key", "キーに値がありません"),
    ("missing value", "値がありません"),
    ("extra `=`", "`=` が余分です"),
    ("invalid key-value pair", "キーと値の書き方に誤りがあります"),
    ("missing assignment between key-value pairs", "キーと値の間に `=` がありません"),
    ("extra assignment between key-value pairs", "キーと値の間の `=` が余分です"),
    ("missing comma between key-value pairs", "キーと値の組の間にカンマがありません"),
    ("missing comma between array elements", "リストの値の間にカンマがありません"),
    ("extra comma in array", "リストのカンマが余分です"),
    ("extra comma in inline table", "テーブルのカンマが余分です"),
    ("unexpected `=` in array", "リストの中に `=` があります"),
    ("unclosed array", "リストの `]` がありません"),
    ("unclosed table", "テーブル名の `]` がありません"),
    ("unclosed array table", "テーブル名の `]]` がありません"),
    ("unclosed inline table", "テーブルの `}` がありません"),
    ("missing array opening", "リストの `[` がありません"),
    ("missing inline table opening", "テーブルの `{` がありません"),
    ("missing table open", "テーブル名の `[` がありません"),
    ("missing key for inline table element", "テーブルの値にキーがありません"),
    ("unexpected content", "余分な文字があります"),
    ("unexpected key or value", "改行せずに次のキーや値が書かれています"),
    ("invalid boolean", "真偽値は true か false と書いてください"),
    ("invalid date-time", "日時の書き方に誤りがあります"),
    ("invalid float", "数値の書き方に誤りがあります"),
    ("invalid integer number", "数値の書き方に誤りがあります"),
    ("unexpected leading zero", "数値の先頭に余分な 0 があります"),
    ("invalid comment character", "コメントに制御文字があります"),
    ("cannot recurse further; max recursion depth met", "入れ子が深すぎます"),
    ("recursion limit", "入れ子が深すぎます"),
];

const JSON: &[(&str, &str)] = &[
    ("comments are not allowed", "コメントは書けません"),
    ("expected comma", "カンマがありません"),
    ("expected colon after the string or word in object property", "キーの後にコロンがありません"),
    ("expected value after colon in object property", "コロンの後に値がありません"),
    ("expected string for object property", "キーを二重引用符で囲んでください"),
    ("expected digit", "数字がありません"),
    ("text cannot contain more than one JSON value", "JSON の値の後に余分な文字があります"),
    ("single-quoted strings are not allowed", "文字列は二重引用符で囲んでください"),
    ("trailing commas are not allowed", "末尾のカンマは書けません"),
    ("unexpected close brace", "余分な閉じ波括弧があります"),
    ("unexpected close bracket", "余分な閉じ角括弧があります"),
    ("unexpected colon", "余分なコロンがあります"),
    ("unexpected comma", "余分なカンマがあります"),
    ("unexpected word", "知らない語があります。文字列は二重引用符で囲んでください"),
    ("unexpected token", "余分な文字があります"),
    ("unexpected token in object", "オブジェクトの中に余分な文字があります"),
    ("unterminated array", "配列の閉じ角括弧がありません"),
    ("unterminated object", "オブジェクトの閉じ波括弧がありません"),
    ("unterminated string literal", "文字列の終わりの二重引用符がありません"),
    ("invalid escape in double quote string", "バックスラッシュの後の文字が正しくありません"),
    ("invalid escape", "バックスラッシュの後の文字が正しくありません"),
    ("maximum nesting depth exceeded", "入れ子が深すぎます"),
];
