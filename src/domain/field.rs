/// A describing field of an incident, by its place in the policy's list of fields.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FieldId(u8);

impl FieldId {
    /// What the incident is about, in a line.
    pub const TITLE: Self = Self(0);
    /// The service or host.
    pub const SERVICE: Self = Self(1);
    /// The customer whose service it is.
    pub const CUSTOMER: Self = Self(2);
    /// The impact of the failure.
    pub const SEVERITY: Self = Self(3);
    /// The state in the tool that the export comes from.
    pub const STATUS: Self = Self(4);
    /// Who handles it.
    pub const ASSIGNEE: Self = Self(5);

    /// The place in the list, from 0: an index into [`super::Incident::fields`].
    #[must_use]
    pub const fn index(self) -> usize {
        self.0 as usize
    }
}

/// The fields a policy knows beside the id: the built-in ones and its own attributes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fields {
    names: Vec<String>,
}

impl Fields {
    /// The fields every policy has.
    pub const BUILT_IN: [&str; 6] = ["title", "service", "customer", "severity", "status", "assignee"];
    /// The most fields that a policy may have.
    pub const MOST: usize = 64;

    /// The built-in fields and the further `names`.
    #[must_use]
    pub fn with<'a>(names: impl IntoIterator<Item = &'a str>) -> Self {
        let mut all: Vec<String> = Self::BUILT_IN.map(str::to_owned).to_vec();
        for name in names {
            if all.len() < Self::MOST && !all.iter().any(|known| known == name) {
                all.push(name.to_owned());
            }
        }
        Self { names: all }
    }

    /// The field of this name.
    #[must_use]
    pub fn find(&self, name: &str) -> Option<FieldId> {
        self.iter().find(|&(_, known)| known == name).map(|(id, _)| id)
    }

    /// The name of a field.
    #[must_use]
    pub fn name(&self, field: FieldId) -> &str {
        self.names.get(field.index()).map_or("", String::as_str)
    }

    /// How many fields there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.names.len()
    }

    /// Never true: the built-in fields are always there.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.names.is_empty()
    }

    /// All fields in order.
    pub fn iter(&self) -> impl Iterator<Item = (FieldId, &str)> {
        (0u8..).zip(&self.names).map(|(place, name)| (FieldId(place), name.as_str()))
    }
}
