use std::collections::HashSet;

use super::proposal::Proposal;
use super::toml_text::{comment, list, string};
use crate::domain::{Pattern, normal};
use crate::words::policy_template::Words;

/// The severities that are proposed: no value stands in two of them.
pub(super) struct Severities {
    levels: Vec<(String, Vec<(String, u64)>)>,
}

impl Severities {
    pub(super) fn of(proposal: &Proposal, doubts: &mut Vec<String>) -> Self {
        let words = Words::of(proposal.language);
        let usable = |text: &str| !text.trim().is_empty() && !text.chars().any(char::is_control);
        let mut taken = HashSet::new();
        let mut levels = Vec::new();
        for severity in &proposal.severities {
            // A wildcard in a name would make its target take the incidents of others.
            if !usable(&severity.name)
                || Pattern::new(&severity.name).is_wild()
                || !taken.insert(normal(&severity.name).into_owned())
            {
                doubts.push((words.severity_left_out)(&severity.name));
                continue;
            }
            let own_name = normal(&severity.name);
            let values = severity
                .values
                .iter()
                .filter(|(value, _)| {
                    usable(value) && (taken.insert(normal(value).into_owned()) || normal(value) == own_name)
                })
                .cloned()
                .collect();
            levels.push((severity.name.clone(), values));
        }
        Self { levels }
    }

    /// The list; `absent` are those of the tool that were not found.
    pub(super) fn toml(&self, absent: &[String]) -> String {
        if self.levels.is_empty() {
            return "# 省略すると、エクスポートの値がそのまま重大度になる / without it, values stand as they are.\n\
                    # severities = [\n\
                    #   { name = \"critical\", values = [\"P1\", \"緊急\"] },\n\
                    #   { name = \"high\", values = [\"P2\", \"高\"] },\n\
                    # ]"
            .to_owned();
        }
        let mut lines = vec!["severities = [".to_owned()];
        for (name, values) in &self.levels {
            let list_of = list(values.iter().map(|(value, _)| value.as_str()));
            let values_key = if values.is_empty() { String::new() } else { format!(", values = {list_of}") };
            let counts: Vec<_> = values.iter().map(|(_, count)| count.to_string()).collect();
            let counts = if counts.is_empty() {
                String::new()
            } else {
                let one = counts == ["1"];
                format!(" # {} 件 / {}", counts.join(" + "), if one { "incident" } else { "incidents" })
            };
            lines.push(format!("  {{ name = {}{values_key} }},{counts}", string(name)));
        }
        lines.push("]".to_owned());
        if !absent.is_empty() {
            lines.push(format!(
                "# プリセットにあり、このエクスポートにない重大度 / known to the preset, not in this export: {}",
                comment(&absent.join(", "))
            ));
        }
        lines.join("\n")
    }

    /// Targets for each of the severities, and one for whatever else comes.
    pub(super) fn targets(&self, times: [&str; 5], other: &str) -> String {
        let mut lines = vec!["targets = [".to_owned()];
        for ((name, _), time) in self.levels.iter().zip(times) {
            lines.push(format!("  {{ when = {{ severity = {} }}, within = \"{time}\" }},", string(name)));
        }
        if self.levels.is_empty() {
            for (name, time) in ["critical", "high"].into_iter().zip(times) {
                lines.push(format!("  # {{ when = {{ severity = \"{name}\" }}, within = \"{time}\" }},"));
            }
            lines.push(format!("  {{ within = \"{}\" }},", times[2]));
        } else {
            lines.push(format!("  {{ within = \"{other}\" }}, # その他すべて / everything else"));
        }
        lines.push("]".to_owned());
        lines.join("\n")
    }
}
