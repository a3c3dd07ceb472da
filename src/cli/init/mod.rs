//! `slo init`: write a commented policy, filled with what an export tells.

mod by_names;
mod by_preset;
mod doubts;
mod looking;
mod proposing;
mod questions;
#[cfg(test)]
mod tests;

use std::path::{Path, PathBuf};

use anyhow::bail;
use clap::Parser;

use self::looking::{Looking, ROWS};
use self::questions::Questions;
use super::arguments::Look;
use super::asking::Terminal;
#[cfg(unix)]
use super::asking::watch;
use super::population;
use crate::context::Context;
use crate::domain::{Language, Zone};
use crate::exit::Outcome;
use crate::output::{OutputFile, say};
use crate::policy_file::{self, Proposal, built_in_presets};
use crate::render;
use crate::source::sample_export;
use crate::words;
use crate::words::init::Words;

#[derive(Debug, Parser)]
pub(super) struct Args {
    /// Export to look at; `-` is standard input
    #[arg(value_name = "EXPORT")]
    export: Option<PathBuf>,

    /// Policy file to write; `-` is standard output
    #[arg(long, value_name = "FILE", default_value = "slo.toml")]
    policy: PathBuf,

    /// What zone-less times and calendar days mean, such as Asia/Tokyo
    #[arg(long, value_name = "ZONE")]
    timezone: Option<String>,

    /// Replace the file if it is there
    #[arg(long)]
    force: bool,

    /// Ask nothing, even on a terminal: what the export doesn't tell is assumed, and said
    #[arg(long)]
    no_input: bool,
    /// Which sheet of a workbook to look at, by its name or its number from 1; otherwise the first
    #[arg(long, value_name = "SHEET")]
    sheet: Option<String>,

    #[command(flatten)]
    look: Look,
}

pub(super) fn run(args: &Args, context: &Context) -> anyhow::Result<Outcome> {
    if let Some(zone) = &args.timezone
        && Zone::named(zone).is_none()
    {
        bail!(words::policy_files::no_zone(zone));
    }
    if !args.force && args.policy != Path::new("-") && args.policy.exists() {
        bail!(words::policy_files::there_already(&args.policy.display()));
    }
    let (text, told, language) = match &args.export {
        Some(export) => from_export(export, args, context)?,
        None if args.sheet.is_some() => {
            bail!(words::export_choice::sheet_of_nothing())
        }
        None => blank(args, context),
    };
    if let Some(folder) = args.policy.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        std::fs::create_dir_all(folder)?;
    }
    let prepare = if args.force { OutputFile::prepare } else { OutputFile::prepare_new };
    prepare(&args.policy)?.commit(text.as_bytes())?;
    let done = if args.policy == Path::new("-") {
        String::new()
    } else {
        render::policy_written(&args.policy, &next_step(args), language)
    };
    say(&format!("{told}{done}"));
    Ok(Outcome::Answered)
}

/// The policy that fits an export, and what is said about it.
fn from_export(export: &Path, args: &Args, context: &Context) -> anyhow::Result<(String, String, Language)> {
    let input = population::input(export).kept()?;
    let presets = built_in_presets();
    let sample = sample_export(&input, ROWS, &presets, args.sheet.as_deref())?;
    if args.sheet.is_some() && sample.sheet.is_none() {
        bail!(words::export_choice::sheet_of_another_form(&export.display()));
    }
    let told_by_text = || proposing::is_japanese(&sample).then_some(Language::Japanese);
    let language =
        args.look.asked().or_else(told_by_text).unwrap_or_else(|| args.look.language(None, context));
    let words = Words::of(language);
    let mut terminal = Terminal::new(args.look.colour_err(context), words.left);
    let mut questions = None;
    if context.can_ask && !args.no_input {
        #[cfg(unix)]
        watch()?;
        questions = Some(Questions { asker: &mut terminal, words });
    }
    let looking = Looking {
        export,
        input: &input,
        sample: &sample,
        presets: &presets,
        language,
        zone: args.timezone.as_deref(),
        as_of: context.now,
    };
    let (proposal, told) = looking.propose(&mut questions)?;
    Ok((policy_file::proposal(&proposal), told + "\n", language))
}

/// The policy to start from where no export tells anything.
fn blank(args: &Args, context: &Context) -> (String, String, Language) {
    let language = args.look.language(None, context);
    let text = match &args.timezone {
        Some(zone) => policy_file::proposal(&Proposal { zone: zone.clone(), ..Proposal::blank(language) }),
        None => policy_file::template(language),
    };
    (text, String::new(), language)
}

/// The command to type next.
fn next_step(args: &Args) -> String {
    let other = if args.policy == Path::new("slo.toml") {
        String::new()
    } else {
        format!(" --policy {}", args.policy.display())
    };
    let export = args.export.as_ref().map_or("EXPORT".into(), |export| export.to_string_lossy());
    let sheet = args.sheet.as_ref().map_or(String::new(), |sheet| format!(" --sheet {}", quoted(sheet)));
    format!("slo check {export}{sheet}{other}")
}

/// The name of a sheet as a shell takes it for one word.
fn quoted(sheet: &str) -> String {
    let is_plain = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.');
    if sheet.chars().all(is_plain) { sheet.to_owned() } else { format!("'{}'", sheet.replace('\'', "'\\''")) }
}
