use crate::domain::{
    FieldId, FieldTexts, Incident, Instant, Pause, Pauses, Policy, Position, RecordedBreach, Span, StageId,
    Stamp, StampNote, WrittenStamps,
};

/// An incident that is kept whole after its row is gone.
#[derive(Clone, Debug, PartialEq)]
pub struct KeptIncident {
    /// The id.
    pub id: String,
    /// The describing fields by [`FieldId::index`], as the export writes them.
    pub fields: Vec<Option<String>>,
    /// The stamps by [`StageId::index`].
    pub stamps: Vec<Stamp>,
    /// The same as they are written; `None` where that isn't known.
    pub written: Vec<Option<String>>,
    /// The stretches in which it was paused; `None` where they can't be read.
    pub pauses: Option<Vec<Pause>>,
    /// The time paused up to a stage, where the export gives sums.
    pub sums: Vec<(StageId, Option<Span>)>,
    /// The severities that it had, in the order of time.
    pub severities: Vec<(Instant, String)>,
    /// What is to be known about how it was read.
    pub notes: Vec<StampNote>,
    /// Where it stands.
    pub position: Position,
    /// Whether its id stands in other rows too.
    pub is_repeated: bool,
}

impl KeptIncident {
    /// Keeps an incident.
    #[must_use]
    pub fn of(incident: &Incident<'_>, policy: &Policy) -> Self {
        let written = |stage| incident.written.written(stage).map(str::to_owned);
        Self {
            id: incident.id.to_owned(),
            fields: policy.fields.iter().map(|(id, _)| incident.fields.text(id).map(str::to_owned)).collect(),
            stamps: incident.stamps.to_vec(),
            written: policy.stages.iter().map(|(stage, _)| written(stage)).collect(),
            pauses: incident.pauses.stretches.map(<[Pause]>::to_vec),
            sums: incident.pauses.sums.to_vec(),
            severities: incident.severities.iter().map(|&(at, text)| (at, text.to_owned())).collect(),
            notes: incident.notes.to_vec(),
            position: incident.position,
            is_repeated: false,
        }
    }

    /// The incident of a breach as the ledger keeps it. What the policy doesn't name any more is
    /// left out.
    #[must_use]
    pub fn recorded(breach: &RecordedBreach, policy: &Policy) -> Self {
        let field = |name| Some(breach.field(name).to_owned()).filter(|text| !text.is_empty());
        let stamp = |name: &str| {
            let at = breach.stages.iter().find(|(stage, _)| stage == name).map(|&(_, at)| at);
            at.map_or(Stamp::Absent, Stamp::At)
        };
        let sum = |(name, sum): &(String, Span)| Some((policy.stages.find(name)?, Some(*sum)));
        let mut fields: Vec<Option<String>> = policy.fields.iter().map(|(_, name)| field(name)).collect();
        // The field is the severity that decided; the one it was opened with is the first in turn.
        if let (Some((_, opened_with)), Some(severity)) =
            (breach.severities.first(), fields.get_mut(FieldId::SEVERITY.index()))
        {
            *severity = Some(opened_with.clone());
        }
        Self {
            id: breach.incident.clone(),
            fields,
            stamps: policy.stages.iter().map(|(_, name)| stamp(name)).collect(),
            written: vec![None; policy.stages.len()],
            pauses: Some(breach.pauses.clone()),
            sums: breach.paused.iter().filter_map(sum).collect(),
            severities: breach.severities.clone(),
            notes: Vec::new(),
            position: Position::default(),
            is_repeated: false,
        }
    }

    /// Looks at it as an incident.
    pub fn look<R>(&self, look: impl FnOnce(&Incident<'_>) -> R) -> R {
        let severities: Vec<(Instant, &str)> =
            self.severities.iter().map(|(at, text)| (*at, text.as_str())).collect();
        look(&Incident {
            id: &self.id,
            fields: self,
            stamps: &self.stamps,
            written: self,
            pauses: Pauses { stretches: self.pauses.as_deref(), sums: &self.sums },
            severities: &severities,
            notes: &self.notes,
            position: self.position,
        })
    }

    /// The text of a field, empty where there is none.
    #[must_use]
    pub fn field(&self, field: FieldId) -> &str {
        self.text(field).unwrap_or("")
    }
}

impl FieldTexts for KeptIncident {
    fn text(&self, field: FieldId) -> Option<&str> {
        self.fields.get(field.index())?.as_deref()
    }
}

impl WrittenStamps for KeptIncident {
    fn written(&self, stage: StageId) -> Option<&str> {
        self.written.get(stage.index())?.as_deref()
    }

    fn written_sum(&self, _: StageId) -> Option<&str> {
        None
    }
}
