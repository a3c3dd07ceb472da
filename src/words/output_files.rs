//! What can't be written out.

use std::fmt::Display;

use super::messages;

messages! {
    not_written(path: &dyn Display): en "`{path}` can't be written", ja "`{path}` に書けません";
    is_folder(): en "it is a folder", ja "フォルダーです";
    no_folder(folder: &dyn Display): en "there is no folder `{folder}`", ja "フォルダー `{folder}` がありません";
    report_not_written(): en "the report can't be written out", ja "レポートを出力できません";
}
