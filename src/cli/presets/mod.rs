//! `slo presets`: which exports of which tools are recognised, and how they are read.

pub(super) mod known;

use std::path::PathBuf;

use anyhow::bail;
use clap::{Parser, Subcommand};

use super::arguments::Look;
use super::policy_source;
use crate::context::Context;
use crate::domain::{Preset, nearest};
use crate::exit::Outcome;
use crate::output::print;
use crate::render::presets::preset_list;
use crate::words::preset_search as words;

#[derive(Debug, Parser)]
pub(super) struct Args {
    #[command(subcommand)]
    action: Option<Action>,

    /// Policy file, whose own folder of presets is looked into too
    #[arg(long, value_name = "FILE", env = "SLO_POLICY", global = true)]
    policy: Option<PathBuf>,

    #[command(flatten)]
    look: Look,
}

#[derive(Debug, Subcommand)]
enum Action {
    /// Print a preset as TOML, to start one's own from
    Show {
        /// Its name
        name: String,
    },
}

pub(super) fn run(args: &Args, context: &Context) -> anyhow::Result<Outcome> {
    let presets = args.presets(context)?;
    match &args.action {
        None => {
            let language = args.look.language(None, context);
            print(&preset_list(&presets, &args.look.style_in(language, None, context))?)?;
        }
        Some(Action::Show { name }) => print(find(&presets, name)?.text.as_bytes())?,
    }
    Ok(Outcome::Answered)
}

impl Args {
    /// The program's presets, and those of the policy where there is one.
    fn presets(&self, context: &Context) -> anyhow::Result<Vec<Preset>> {
        let named = self.policy.as_deref();
        if named.is_none() && policy_source::find(None, None, context).is_err() {
            return Ok(crate::policy_file::built_in_presets());
        }
        Ok(policy_source::load(named, None, &self.look, context)?.presets)
    }
}

fn find<'p>(presets: &'p [Preset], name: &str) -> anyhow::Result<&'p Preset> {
    if let Some(preset) = presets.iter().find(|preset| preset.name == name) {
        return Ok(preset);
    }
    let near = nearest(name, presets.iter().map(|preset| preset.name.as_str()));
    bail!(words::none_of_that_name(name, near.first().map(String::as_str)))
}
