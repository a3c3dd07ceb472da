use super::messages;

messages! {
    /// Nothing says what an answer is about.
    which_incidents():
        en "which incidents? name them by their ids, or choose them by --where FIELD=PATTERN, --mine or --shift",
        ja "どのインシデントか分かりません。ID で指定するか、--where FIELD=PATTERN、--mine、--shift で絞り込んでください";
    retraction_without_reason():
        en "--retract: say why by --reason TEXT",
        ja "--retract: 理由を --reason TEXT で指定してください";
    nobody_to_ask():
        en "there is no terminal to ask on: name incidents and give --cause and --reason, \
            or hand over a worklist by --from FILE",
        ja "質問できる端末がありません。インシデントと --cause、--reason を指定するか、\
            --from FILE で記入表を渡してください";
    options_missing(options: &str):
        en "there is no terminal to ask on: give {options}",
        ja "質問できる端末がありません。{options} を指定してください";
    /// Between two options that are both needed.
    and(): en " and ", ja " と ";
    no_cause_listed():
        en "the policy lists no cause to choose from: add one as [causes.NAME]",
        ja "ポリシーに選べる原因がありません。[causes.NAME] として追加してください";
}
