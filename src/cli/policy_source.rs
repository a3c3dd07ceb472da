//! Finding and reading the policy.

use std::path::{Path, PathBuf};
use std::{fs, io};

use anyhow::{Context as _, bail};
use sha2::{Digest, Sha256};

use super::arguments::Look;
use super::failure::Told;
use super::presets::known::known_presets;
use crate::context::Context;
use crate::diagnostic::Diagnostic;
use crate::domain::{Policy, hex};
use crate::ledger::DraftFolder;
use crate::output::say_laid_out;
use crate::words::policy_search;
use crate::{policy_file, render, words};

/// A policy that was read, with the text it was read from.
pub(super) struct ReadPolicy {
    pub(super) policy: Policy,
    pub(super) text: String,
    pub(super) warnings: Vec<Diagnostic>,
}

/// Finds the policy: the one named, else `slo.toml` or `slo.json` in the current folder, in those
/// above it, or beside the first export.
pub(super) fn find(
    named: Option<&Path>,
    export: Option<&Path>,
    context: &Context,
) -> anyhow::Result<PathBuf> {
    if let Some(named) = named {
        return Ok(named.to_owned());
    }
    if let Some(found) = policy_file::find_policy(&context.folder, export, Path::is_file) {
        return Ok(found);
    }
    let folder = context.folder.display();
    bail!(match export {
        Some(export) => policy_search::not_beside_export(&folder, &export.display()),
        None => policy_search::nowhere(&folder),
    })
}

/// Reads a policy; its faults come as one failure, laid out for people.
pub(super) fn read(path: &Path, look: &Look, context: &Context) -> anyhow::Result<ReadPolicy> {
    let bytes = fs::read(path).with_context(|| policy_search::unreadable(&path.display()))?;
    let sha256 = hex(&Sha256::digest(&bytes));
    let lossy = String::from_utf8_lossy(&bytes).into_owned();
    let lay_out = |diagnostics: &[Diagnostic]| {
        render::diagnostics(diagnostics, &lossy, look.colour_err(context), context.width.unwrap_or(100))
    };
    let told = |faults: Vec<Diagnostic>| anyhow::Error::from(Told(lay_out(&faults)));
    let text = policy_file::decode_policy(path, bytes).map_err(told)?;
    if look.asked().is_none()
        && let Some(language) = policy_file::language_of(path, &text)
    {
        // Its faults, too, are told in the language of those who wrote it.
        words::speak(language);
    }
    let files = |path: &Path| holiday_file(path).map_err(|error| error.to_string());
    match policy_file::read_policy(path, &text, sha256, &files) {
        Ok((mut policy, warnings)) => {
            let (colour, width) = (look.colour_err(context), context.width.unwrap_or(100));
            policy.presets = known_presets(&policy, colour, width)?;
            Ok(ReadPolicy { policy, text, warnings })
        }
        Err(faults) => Err(told(faults)),
    }
}

/// The bytes of a file of holidays. Those of a century are some thousand lines: what is much longer, or
/// no file, is something else.
fn holiday_file(path: &Path) -> io::Result<Vec<u8>> {
    const LONGEST: u64 = 16 << 20;
    let about = fs::metadata(path)?;
    if !about.is_file() {
        return Err(io::Error::other(policy_search::not_a_file()));
    }
    if about.len() > LONGEST {
        return Err(io::Error::other(policy_search::longer_than_holidays()));
    }
    fs::read(path)
}

/// Finds and reads the policy and says its warnings on standard error.
pub(super) fn load(
    named: Option<&Path>,
    export: Option<&Path>,
    look: &Look,
    context: &Context,
) -> anyhow::Result<Policy> {
    let read = read(&find(named, export, context)?, look, context)?;
    if !read.warnings.is_empty() {
        let width = context.width.unwrap_or(100);
        say_laid_out(&render::diagnostics(&read.warnings, &read.text, look.colour_err(context), width));
    }
    Ok(read.policy)
}

/// The ledger's file: the one named, else the policy's, else `slo-ledger.jsonl` beside the policy.
pub(super) fn ledger_path(named: Option<&Path>, policy: &Policy) -> PathBuf {
    match (named, &policy.ledger) {
        (Some(named), _) => named.to_owned(),
        (None, Some(ledger)) => beside(policy, ledger),
        (None, None) => policy.path.with_file_name("slo-ledger.jsonl"),
    }
}

/// A file that the policy names, from where the policy itself is.
pub(super) fn beside(policy: &Policy, path: &Path) -> PathBuf {
    policy.path.with_file_name("").join(path)
}

/// The folder of the drafts.
pub(super) fn draft_folder(policy: &Policy) -> DraftFolder {
    DraftFolder::new(beside(policy, &policy.escalation.drafts))
}
