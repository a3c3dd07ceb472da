use super::texts;

texts! {
    /// The list of presets.
    pub(crate) struct Words;
    name: en "preset", ja "プリセット";
    export: en "export", ja "エクスポート";
    stages: en "stages", ja "含まれる段階";
    file: en "file", ja "ファイル";
}
