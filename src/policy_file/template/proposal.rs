use crate::domain::Language;
use crate::words::policy_template::Words;

/// What an export told about the policy that would suit it, as plain texts; any of them may hold
/// whatever stood in the export.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// The export, as the user named it.
    pub export: Option<String>,
    /// What the policy is called.
    pub name: String,
    /// The IANA name of the zone.
    pub zone: String,
    /// The language of the output.
    pub language: Language,
    /// The severities, most severe first.
    pub severities: Vec<ProposedSeverity>,
    /// The severities that the tool knows and the export doesn't hold.
    pub absent_severities: Vec<String>,
    /// What times without an offset mean.
    pub zone_use: ZoneUse,
    /// How the export is read by a preset.
    pub preset: ProposedPreset,
    /// The encoding, where it must be written down.
    pub encoding: Option<String>,
    /// How times are written, where it must be written down.
    pub time_format: Option<String>,
    /// What "not yet" looks like, where it must be written down.
    pub missing: Vec<String>,
    /// The columns of fields; `id` among them.
    pub fields: Vec<ProposedColumn>,
    /// The columns of stages.
    pub stages: Vec<ProposedColumn>,
    /// The columns that have no place in the policy.
    pub left_out: Vec<LeftOutColumn>,
    /// Whether an incident has several rows, of which the last counts.
    pub snapshots: Option<ProposedSnapshots>,
    /// What a person should look at, a line each.
    pub doubts: Vec<String>,
}

/// A severity that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProposedSeverity {
    /// The name to give it.
    pub name: String,
    /// What the export writes for it, and in how many incidents.
    pub values: Vec<(String, u64)>,
}

/// A column that was found for a field or stage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProposedColumn {
    /// The field or stage.
    pub name: String,
    /// The column as the export names it.
    pub column: String,
    /// For a stage given in seconds: the stage they are counted from.
    pub after: Option<String>,
    /// What speaks for it, such as a value that stands there.
    pub evidence: String,
}

/// Whether the times of an export depend on the policy's zone.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum ZoneUse {
    /// They may.
    #[default]
    Times,
    /// All that were seen say how far they are from UTC.
    AllHaveOffsets,
    /// The preset says what those without an offset mean.
    ByPreset(String),
    /// The export itself says so, under this key.
    ByExport(String),
}

/// How an export is read by a preset.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum ProposedPreset {
    /// No preset fits.
    #[default]
    Unknown,
    /// Some fit, and a person wants none of them.
    None,
    /// These fit equally, and none is used.
    Tied(Vec<NamedPreset>),
    /// This one is used.
    Used {
        /// The preset.
        preset: NamedPreset,
        /// The columns by which it was recognised.
        evidence: Vec<String>,
        /// The stages that it finds in the export, by their names.
        stages: Vec<String>,
    },
}

/// A preset as people know it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamedPreset {
    /// Its name, as policies write it.
    pub name: String,
    /// The tool, and where in it the export comes from.
    pub title: String,
}

/// A column that has no place in the policy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOutColumn {
    /// Its name.
    pub column: String,
    /// A value that stands there.
    pub example: Option<String>,
}

/// Rows that are snapshots of incidents.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ProposedSnapshots {
    /// The column whose highest value is the last; without it, the order of the rows.
    pub order_by: Option<String>,
}

impl Proposal {
    /// What is proposed where no export tells anything.
    #[must_use]
    pub fn blank(language: Language) -> Self {
        let zone = match language {
            Language::Japanese => "Asia/Tokyo",
            Language::English => "UTC",
        };
        Self {
            export: None,
            name: Words::of(language).name.to_owned(),
            zone: zone.to_owned(),
            language,
            severities: Vec::new(),
            absent_severities: Vec::new(),
            zone_use: ZoneUse::default(),
            preset: ProposedPreset::default(),
            encoding: None,
            time_format: None,
            missing: Vec::new(),
            fields: Vec::new(),
            stages: Vec::new(),
            left_out: Vec::new(),
            snapshots: None,
            doubts: Vec::new(),
        }
    }
}
