use super::messages;

messages! {
    no_name(): en "not a name", ja "名前として使えません";
    names_have():
        en "names have letters, digits, `-` and `_`, at most 64 of them",
        ja "名前に使えるのは文字、数字、`-`、`_` で、64 文字までです";
    not_an_objective(name: &str): en "{name} can't be the name of an objective", ja "{name} は SLO の名前に使えません";
    not_a_calendar(name: &str): en "{name} can't be the name of a calendar", ja "{name} はカレンダーの名前に使えません";
    not_a_cause(name: &str): en "{name} can't be the name of a cause", ja "{name} は原因の名前に使えません";
    not_a_team(name: &str): en "{name} can't be the name of a team", ja "{name} はチームの名前に使えません";
    not_a_shift(name: &str): en "{name} can't be the name of a shift", ja "{name} はシフトの名前に使えません";
    not_a_field(name: &str): en "{name} can't be the name of a field", ja "{name} は項目の名前に使えません";
    not_a_stage(name: &str): en "{name} can't be the name of a stage", ja "{name} は段階の名前に使えません";
    /// The name of a stage that a target names in `by`.
    not_a_deadline():
        en "names have letters, digits, `-` and `_`; the column belongs in [source.stages]",
        ja "名前に使えるのは文字、数字、`-`、`_` です。列は [source.stages] に書いてください";
    /// The name of a file is that of its preset.
    not_a_preset(name: &str): en "a preset can't be called `{name}`", ja "`{name}` はプリセットの名前に使えません";
    in_this_file(): en "in this file", ja "このファイルです";
    call_the_file():
        en "call the file by letters, digits and `-`, such as `our-tool.toml`",
        ja "ファイル名は `our-tool.toml` のように、文字、数字、`-` で付けてください";
    is_a_field(name: &str): en "`{name}` is a field and not a stage", ja "`{name}` は項目であり、段階ではありません";
    a_field(): en "a field", ja "項目です";
    into_fields(): en "put the line into [source.fields]", ja "この行は [source.fields] に書いてください";
    is_a_stage(name: &str): en "`{name}` is a stage and not a field", ja "`{name}` は段階であり、項目ではありません";
    a_stage(): en "a stage", ja "段階です";
    into_stages(): en "put the line into [source.stages]", ja "この行は [source.stages] に書いてください";
    too_many_stages(most: usize): en "more than {most} stages", ja "段階が {most} を超えています";
    too_many_fields(most: usize): en "more than {most} fields", ja "項目が {most} を超えています";
    first_too_many(): en "the first too many", ja "ここから先が多すぎます";
    no_room_for_stage(): en "no room for this stage", ja "この段階は入りきりません";
    keep_stages(): en "keep the stages that objectives need", ja "SLO に必要な段階だけを残してください";
    keep_fields(): en "keep the fields that `when` and reports need", ja "`when` とレポートに必要な項目だけを残してください";
    /// A key such as `from` names something else than a stage.
    no_stage(key: &str, name: &str): en "`{key}` names {name}, which is no stage", ja "`{key}` の {name} は段階ではありません";
    no_such_stage(): en "no such stage", ja "このような段階はありません";
    stages_are(names: &str):
        en "the stages are {names}; name the column of a further one in [source.stages]",
        ja "使える段階は {names}です。ほかの段階を使うには、その列を [source.stages] に書いてください";
}
