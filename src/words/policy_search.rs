use std::fmt::Display;

use super::messages;

messages! {
    /// No policy was found from this folder upwards, where no export was named.
    nowhere(folder: &dyn Display):
        en "there is no policy: no slo.toml or slo.json in `{folder}` or a folder above it; \
            name one by --policy FILE, or write one by `slo init`",
        ja "ポリシーがありません: `{folder}` にもその上のフォルダーにも slo.toml や slo.json がありません。\
            --policy FILE で指定するか、`slo init` で作成してください";
    /// Nor beside the export.
    not_beside_export(folder: &dyn Display, export: &dyn Display):
        en "there is no policy: no slo.toml or slo.json in `{folder}`, a folder above it, or beside the export; \
            name one by --policy FILE, or write one by `slo init {export}`",
        ja "ポリシーがありません: `{folder}` にもその上のフォルダーにも、エクスポートと同じ場所にも slo.toml や slo.json がありません。\
            --policy FILE で指定するか、`slo init {export}` で作成してください";
    /// The system refuses.
    unreadable(path: &dyn Display): en "the policy `{path}` can't be read", ja "ポリシー `{path}` を読めません";
    /// A file of holidays is something else.
    not_a_file(): en "it is not a file", ja "ファイルではありません";
    /// A file of holidays is far too long to be one.
    longer_than_holidays():
        en "it is longer than 16 MiB, which no file of holidays is",
        ja "16 MiB を超えており、祝日のファイルとは考えられません";
}
