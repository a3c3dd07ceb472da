use std::collections::HashSet;

use super::SourceError;
use super::columns::full_key;
use super::csv::Quoting;
use super::opening::About;
use crate::assess::RecognisedPreset;
use crate::domain::{ExportForm, Mapping, Policy, Preset, PresetChoice, Zone};

/// How an export is read: the policy's mapping, completed by the preset that fits.
pub(super) struct Recognised<'p> {
    pub(super) preset: Option<&'p Preset>,
    /// The columns by which it was recognised; none where the policy names it.
    pub(super) evidence: Vec<String>,
    /// Presets that fit equally well, so that none was taken.
    pub(super) tied: Vec<&'p Preset>,
    pub(super) mapping: Mapping,
    /// What stamps without a zone mean.
    pub(super) zone: Zone,
}

impl<'p> Recognised<'p> {
    /// Recognises the export that begins so.
    pub(super) fn of(about: &About, policy: &'p Policy) -> Self {
        let presets = &policy.presets;
        let (fitting, evidence) = match &policy.mapping.preset {
            PresetChoice::None => (Vec::new(), Vec::new()),
            PresetChoice::Named(name) => {
                (presets.iter().filter(|preset| preset.name == *name).collect(), Vec::new())
            }
            PresetChoice::Recognised => best(about, presets),
        };
        let (preset, tied) = single(fitting);
        let mapping = preset.map_or_else(|| policy.mapping.clone(), |preset| preset.complete(policy));
        let zone = mapping.zone.unwrap_or(policy.zone);
        let evidence = if preset.is_some() { evidence } else { Vec::new() };
        Self { preset, evidence, tied, mapping, zone }
    }
}

impl Recognised<'_> {
    /// Takes the zone that the export names itself. Without one, that of the mapping stands.
    pub(super) fn take_zone(&mut self, named: Option<&str>, path: &str) -> Result<(), SourceError> {
        let Some(name) = named else { return Ok(()) };
        self.zone = Zone::named(name).ok_or_else(|| SourceError::UnknownZone {
            path: path.to_owned(),
            key: self.mapping.zone_key.clone().unwrap_or_default(),
            zone: name.to_owned(),
        })?;
        Ok(())
    }

    /// How quotes within cells are written.
    pub(super) fn quoting(&self, about: &About) -> Quoting {
        let is_odd = self.mapping.quirks.doubles_first_quote == Some(true) && about.delimiter.is_some();
        if is_odd { Quoting::FirstQuote } else { Quoting::Standard }
    }

    /// The array of each element that holds the incidents. That of a preset counts only where there is
    /// one: the same incidents may also stand in the export's own list.
    pub(super) fn list(&self, about: &About, policy: &Policy) -> Option<&str> {
        let list = self.mapping.quirks.list.as_deref()?;
        let inner = format!("{list}[].");
        let has = about.header.iter().any(|name| name.starts_with(&inner) || name == list);
        (has || policy.mapping.quirks.list.is_some()).then_some(list)
    }

    /// Adds to the error that columns aren't there that presets were not used as they fit equally well.
    pub(super) fn told_of_ties(&self, error: SourceError) -> SourceError {
        match error {
            SourceError::Columns { path, source } if !self.tied.is_empty() => {
                let presets = self.tied.iter().map(|preset| preset.name.clone()).collect();
                SourceError::Tied { path, presets, source }
            }
            other => other,
        }
    }

    /// What a report says of it.
    pub(super) fn summary(&self) -> RecognisedPreset {
        RecognisedPreset {
            name: self.preset.map(|preset| preset.name.clone()),
            evidence: self.evidence.clone(),
            tied: self.tied.iter().map(|preset| preset.name.clone()).collect(),
        }
    }
}

/// What a report says of an export that begins so, where no policy says anything.
pub(super) fn recognise(about: &About, presets: &[Preset]) -> RecognisedPreset {
    let (fitting, evidence) = best(about, presets);
    let (preset, tied) = single(fitting);
    RecognisedPreset {
        name: preset.map(|preset| preset.name.clone()),
        evidence: if preset.is_some() { evidence } else { Vec::new() },
        tied: tied.iter().map(|preset| preset.name.clone()).collect(),
    }
}

/// The preset that fits; where several do, none of them but all as tied.
fn single(fitting: Vec<&Preset>) -> (Option<&Preset>, Vec<&Preset>) {
    match fitting[..] {
        [preset] => (Some(preset), Vec::new()),
        _ => (None, fitting),
    }
}

/// Those presets that ask for the most columns among those that fit, and the columns.
fn best<'p>(about: &About, presets: &'p [Preset]) -> (Vec<&'p Preset>, Vec<String>) {
    let form = if about.delimiter.is_some() { ExportForm::Rows } else { ExportForm::Json };
    let header = Keys::of(&about.header);
    let mut best: (Vec<&Preset>, Vec<String>) = (Vec::new(), Vec::new());
    for preset in presets.iter().filter(|preset| preset.signature.form == form) {
        let Some(found) = header.fit(preset) else { continue };
        if found.len() > best.1.len() {
            best = (vec![preset], found);
        } else if found.len() == best.1.len() {
            best.0.push(preset);
        }
    }
    best
}

/// The names of an export's columns in the form in which they are compared.
struct Keys<'h> {
    header: &'h [String],
    /// By the places of the columns.
    plain: Vec<String>,
    known: HashSet<String>,
}

impl<'h> Keys<'h> {
    fn of(header: &'h [String]) -> Self {
        let plain: Vec<String> = header.iter().map(|name| full_key(name)).collect();
        let known = plain.iter().cloned().collect();
        Self { header, plain, known }
    }

    /// The columns by which a preset fits, if it does.
    fn fit(&self, preset: &Preset) -> Option<Vec<String>> {
        let within = preset.mapping.quirks.list.as_deref();
        self.fit_under(preset, "").or_else(|| self.fit_under(preset, &format!("{}[].", within?)))
    }

    fn fit_under(&self, preset: &Preset, prefix: &str) -> Option<Vec<String>> {
        let find = |name: &String| {
            let key = full_key(&format!("{prefix}{name}"));
            self.known.contains(&key).then_some(key)
        };
        if preset.signature.without.iter().any(|name| find(name).is_some()) {
            return None;
        }
        let found = preset.signature.columns.iter().map(|names| names.iter().find_map(find));
        let found: Vec<String> = found.collect::<Option<_>>()?;
        let name = |key: &String| self.plain.iter().position(|known| known == key);
        Some(found.iter().filter_map(|key| self.header.get(name(key)?).cloned()).collect())
    }
}
