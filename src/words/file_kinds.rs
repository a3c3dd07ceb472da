use super::{language, texts};

texts! {
    /// What a file is that is no export or worklist, and what to do about it. Kinds stand behind "is" in English, in brackets in Japanese.
    pub(crate) struct Words;
    png: en "a PNG image", ja "PNG 画像";
    jpeg: en "a JPEG image", ja "JPEG 画像";
    gif: en "a GIF image", ja "GIF 画像";
    tiff: en "a TIFF image", ja "TIFF 画像";
    pdf: en "a PDF document", ja "PDF 文書";
    rtf: en "an RTF document", ja "RTF 文書";
    xml: en "an XML document", ja "XML 文書";
    web_page: en "a web page", ja "Web ページ";
    parquet: en "a Parquet file", ja "Parquet ファイル";
    avro: en "an Avro file", ja "Avro ファイル";
    arrow: en "an Arrow file", ja "Arrow ファイル";
    sqlite: en "an SQLite database", ja "SQLite データベース";
    program: en "a program", ja "プログラム";
    binary: en "a binary file", ja "バイナリファイル";
    bzip2: en "a bzip2 archive", ja "bzip2 アーカイブ";
    xz: en "an xz archive", ja "xz アーカイブ";
    seven_zip: en "a 7-Zip archive", ja "7-Zip アーカイブ";
    rar: en "a RAR archive", ja "RAR アーカイブ";
    zip: en "a ZIP archive", ja "ZIP アーカイブ";
    nested_gzip: en "a gzip file within a compressed file", ja "圧縮ファイルの中の gzip ファイル";
    nested_zstd: en "a zstd file within a compressed file", ja "圧縮ファイルの中の zstd ファイル";
    protected: en "a workbook that is protected by a password", ja "パスワードで保護されたブック";
    old_excel:
        en "an old Excel workbook (.xls) or another old Office document",
        ja "古い形式の Excel ブック (.xls) などの古い Office 文書";
    binary_excel: en "a binary Excel workbook (.xlsb)", ja "バイナリ形式の Excel ブック (.xlsb)";
    no_spreadsheet:
        en "an OpenDocument file that is no spreadsheet", ja "スプレッドシートではない OpenDocument ファイル";
    no_workbook: en "an Office document that is no workbook", ja "ブックではない Office 文書";
    /// Of worklists, for which less is looked at.
    old_or_protected:
        en "an old Excel workbook (.xls), or one that is protected by a password",
        ja "古い形式の Excel ブック (.xls) か、パスワードで保護されたブック";
    open_document: en "an OpenDocument file (.ods)", ja "OpenDocument ファイル (.ods)";
    zip_or_office: en "a ZIP archive or another Office document", ja "ZIP アーカイブか、ほかの Office 文書";

    export_text: en "export the incidents as CSV or JSON", ja "インシデントを CSV か JSON でエクスポートしてください";
    unpack:
        en "unpack it and name the export that is in it", ja "展開して、中のエクスポートを指定してください";
    save_again:
        en "save it as .xlsx or CSV and name that file", ja ".xlsx か CSV で保存し、そのファイルを指定してください";
    take_password_off:
        en "take the password off, or save the sheet as CSV, and name that file",
        ja "パスワードを外すか、シートを CSV で保存し、そのファイルを指定してください";
    export_again:
        en "it may be a login page saved instead of the export; export it again",
        ja "エクスポートの代わりにログインページを保存したのかもしれません。エクスポートし直してください";
    name_spreadsheet:
        en "name the .ods, .xlsx or CSV", ja ".ods、.xlsx、CSV のいずれかを指定してください";
    name_workbook: en "name the .xlsx or CSV", ja ".xlsx か CSV を指定してください";
}

/// In the language of messages.
#[must_use]
pub(crate) fn words() -> &'static Words {
    Words::of(language())
}
