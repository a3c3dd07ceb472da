use super::columns::Columns;
use super::proposal::{LeftOutColumn, Proposal, ProposedColumn};
use super::toml_text::{comment, key, list, short_comment, string};

/// `[source]` and its tables; a commented example where there is nothing to say.
pub(super) fn toml(proposal: &Proposal, columns: &Columns<'_>) -> String {
    let mut lines = proposal.preset.toml();
    if let Some(encoding) = &proposal.encoding {
        lines.push(format!("encoding = {}", string(encoding)));
    }
    if let Some(format) = &proposal.time_format {
        lines.push(format!("time_format = {}", string(format)));
    }
    let missing: Vec<_> = proposal
        .missing
        .iter()
        .map(String::as_str)
        .filter(|token| !token.chars().any(char::is_control))
        .collect();
    if !missing.is_empty() {
        lines.push(format!("missing = {}", list(missing)));
    }
    let settings = lines.len();
    table("fields", &columns.fields, &mut lines);
    table("stages", &columns.stages, &mut lines);
    if let Some(snapshots) = &proposal.snapshots {
        lines.push("\n[source.rows]".to_owned());
        lines.push("kind = \"snapshots\" # 一件に複数の行があり、最後の行が有効 / the last row of an incident counts".to_owned());
        if let Some(column) = &snapshots.order_by {
            lines.push(format!("order_by = {}", string(column)));
        }
    }
    let left_out = left_out(&proposal.left_out);
    if lines.is_empty() {
        return "#\n\
                # [source]\n\
                # timezone = \"Asia/Tokyo\"        # エクスポートの日時のタイムゾーン（上と違うとき）/ zone of the export, if another\n\
                # time_format = \"%d/%m/%Y %H:%M\" # 日と月の順が決まらないとき / where day and month can't be told apart\n\
                # encoding = \"shift_jis\"         # 文字コード（自動判定できないとき）/ where it can't be recognised\n\
                # missing = [\"?\", \"-\"]           # 「まだ」を表す値 / what \"not yet\" looks like\n\
                #\n\
                # [source.fields]\n\
                # id = \"管理番号\"\n\
                # severity = \"重大度\"\n\
                # channel = \"受付経路\"           # 自由な名前は when で使える / any further name can be used in `when`\n\
                #\n\
                # [source.stages]\n\
                # opened = \"発生日時\"\n\
                # acknowledged = { after = \"opened\", seconds = \"受付までの秒数\" }\n\
                #\n\
                # [source.rows]                  # 一件に複数の行があるとき / where an incident has several rows\n\
                # kind = \"snapshots\"             # 最後の行が有効 / the last row counts"
            .to_owned()
            + &left_out;
    }
    if settings > 0 {
        lines.insert(0, "[source]".to_owned());
    }
    lines.join("\n").trim_start().to_owned() + &left_out
}

/// The columns that have no place, as comments; of a wide export only the first.
fn left_out(columns: &[LeftOutColumn]) -> String {
    const LISTED: usize = 40;
    if columns.is_empty() {
        return String::new();
    }
    let mut lines = vec!["\n\n# 使わなかった列と値の例 / columns left out, each with a value".to_owned()];
    for LeftOutColumn { column, example } in columns.iter().take(LISTED) {
        let example = example.as_deref().map(short_comment).filter(|example| !example.is_empty());
        let example = example.map_or_else(|| "–".to_owned(), |example| format!("`{example}`"));
        lines.push(format!("#   {}: {example}", comment(column)));
    }
    if let Some(more @ 1..) = columns.len().checked_sub(LISTED) {
        lines.push(format!("#   ほか {more} 列 / and {more} more"));
    }
    lines.join("\n")
}

/// The lines of `[source.fields]` or `[source.stages]`, each with its evidence.
fn table(name: &str, columns: &[&ProposedColumn], lines: &mut Vec<String>) {
    if columns.is_empty() {
        return;
    }
    lines.push(format!("\n[source.{name}]"));
    for column in columns {
        let value = match &column.after {
            Some(after) => format!("{{ after = {}, seconds = {} }}", string(after), string(&column.column)),
            None => string(&column.column),
        };
        let evidence = comment(&column.evidence);
        let evidence = if evidence.is_empty() { String::new() } else { format!(" # {evidence}") };
        lines.push(format!("{} = {value}{evidence}", key(&column.name)));
    }
}
