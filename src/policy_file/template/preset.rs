use super::proposal::{NamedPreset, ProposedPreset};
use super::toml_text::{comment, string};
use crate::policy_file::section::is_name;

impl ProposedPreset {
    /// The lines of `[source]` that speak of presets.
    pub(super) fn toml(&self) -> Vec<String> {
        match self {
            Self::None => vec![
                "# どのプリセットも使わない / no preset is used: columns are found by their names".to_owned(),
                "preset = \"none\"".to_owned(),
            ],
            Self::Tied(presets) => {
                let lines = presets.iter().filter(|preset| preset.is_sound());
                let lines = lines
                    .map(|preset| format!("# preset = {} # {}", string(&preset.name), comment(&preset.title)));
                std::iter::once(
                    "# 複数のプリセットが同じだけ当てはまるため、どれも使っていない。正しい行の先頭の # を消す\n\
                     # Several presets fit equally, so none is used; uncomment the one that is right:"
                        .to_owned(),
                )
                .chain(lines)
                .collect()
            }
            Self::Used { preset, evidence, .. } if preset.is_sound() => vec![
                format!("# {}", comment(&preset.title)),
                format!("# 見分けた列 / recognised by: {}", comment(&evidence.join(", "))),
                format!("# 読み方の全体 / all of how it is read: slo presets show {}", preset.name),
                "# この行で固定される。下に書く列が優先 / pinned by this line; columns written below come first"
                    .to_owned(),
                format!("preset = {}", string(&preset.name)),
            ],
            Self::Unknown | Self::Used { .. } => Vec::new(),
        }
    }

    /// The stages that its exports carry.
    pub(super) fn stages(&self) -> &[String] {
        match self {
            Self::Used { preset, stages, .. } if preset.is_sound() => stages,
            _ => &[],
        }
    }
}

impl NamedPreset {
    /// Whether a policy can name it.
    fn is_sound(&self) -> bool {
        is_name(&self.name) && self.name != "none"
    }
}
