use std::fmt::Display;

use super::messages;

messages! {
    /// An `--output` without a format or a path.
    no_format_and_path(option: &str):
        en "--output: `{option}` isn't FORMAT=PATH, such as json=report.json",
        ja "--output: `{option}` は json=report.json のような FORMAT=PATH の形ではありません";
    unknown_format(format: &str, known: &str):
        en "--output: `{format}` isn't a format; known are {known}",
        ja "--output: `{format}` という形式はありません。使えるのは {known} です";
    standard_output():
        en "--output: `-` is standard output, which --format writes: say --format instead",
        ja "--output: `-` は標準出力です。標準出力の形式は --format で指定してください";
    /// What would be written over is read or written already.
    file_of_this_run(path: &dyn Display):
        en "--output: `{path}` is a file of this run already: an export, the policy, the ledger or another output",
        ja "--output: `{path}` はこの実行でほかに使うファイルです（エクスポート、ポリシー、台帳、別の出力先のいずれか）";
}
