//! Arguments that several subcommands share.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::output_files;
use crate::context::Context;
use crate::domain::{Instant, Language, Policy, Zone};
use crate::output::OutputFile;
use crate::render::Style;

/// The program and its version, as reports name it.
pub(super) const PROGRAM: &str = concat!("slo ", env!("CARGO_PKG_VERSION"));

/// By which policy, as of when, in which language.
#[derive(Debug, Args)]
pub(super) struct Basis {
    /// Policy file; otherwise slo.toml or slo.json here, in a folder above, or beside the export
    #[arg(long, value_name = "FILE", env = "SLO_POLICY")]
    pub(super) policy: Option<PathBuf>,

    /// The instant that counts as now, such as 2026-11-01T09:00:00+09:00
    #[arg(long, value_name = "TIME", env = "SLO_AS_OF")]
    pub(super) as_of: Option<String>,

    #[command(flatten)]
    pub(super) look: Look,
}

/// Who adds to which ledger.
#[derive(Debug, Args)]
pub(super) struct Writing {
    /// Who writes this; otherwise `SLO_USER`, git's user, the login
    #[arg(long, value_name = "NAME")]
    pub(super) by: Option<String>,

    /// Ledger file; otherwise the policy's, else slo-ledger.jsonl beside the policy
    #[arg(long, value_name = "FILE")]
    pub(super) ledger: Option<PathBuf>,
}

/// How what is printed looks.
#[derive(Debug, Args)]
pub(super) struct Look {
    /// Language of what is printed; otherwise the policy's, then the locale's
    #[arg(long, value_name = "LANG", env = "SLO_LANG")]
    pub(super) lang: Option<LanguageArg>,

    /// When to use colour
    #[arg(long, value_name = "WHEN", default_value = "auto")]
    pub(super) color: ColourArg,
}

/// How many lines tables show, and where else what is printed is written.
#[derive(Debug, Args)]
pub(super) struct Listing {
    /// Also write it to a file, such as json=report.json; repeatable
    #[arg(long, value_name = "FORMAT=PATH")]
    output: Vec<String>,

    /// How many lines of a long list tables show
    #[arg(long, value_name = "COUNT", default_value_t = LISTED, conflicts_with = "all")]
    limit: usize,

    /// Show all lines of the lists
    #[arg(long)]
    all: bool,

    /// Begin CSV with a byte-order mark, by which Excel knows UTF-8
    #[arg(long)]
    bom: bool,
}

/// How many lines of a list tables show unless told otherwise.
const LISTED: usize = 20;

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(super) enum LanguageArg {
    /// 日本語
    Ja,
    /// English
    En,
}

impl From<LanguageArg> for Language {
    fn from(arg: LanguageArg) -> Self {
        match arg {
            LanguageArg::Ja => Self::Japanese,
            LanguageArg::En => Self::English,
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum ColourArg {
    /// On a terminal, unless `NO_COLOR` is set
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

impl Listing {
    /// Opens the files, of which none may be one of the run's own.
    pub(super) fn files<F: ValueEnum>(&self, own: &[PathBuf]) -> anyhow::Result<Vec<(F, OutputFile)>> {
        output_files::prepare(&self.output, own)
    }

    /// Whether this text stands in the path of an output.
    pub(super) fn names_in_outputs(&self, text: &str) -> bool {
        self.output.iter().any(|output| output.contains(text))
    }

    /// The files as they were named, where their paths are yet to be completed.
    pub(super) fn patterns<F: ValueEnum>(&self) -> anyhow::Result<Vec<(F, String)>> {
        self.output.iter().map(|option| output_files::named(option)).collect()
    }

    /// How what is printed looks.
    pub(super) fn style(&self, look: &Look, policy: &Policy, context: &Context) -> Style {
        let limit = (!self.all).then_some(self.limit);
        Style { csv_bom: self.bom, ..look.style(policy, limit, context) }
    }
}

impl Basis {
    /// The instant that counts as now.
    pub(super) fn as_of(&self, context: &Context, zone: Zone) -> anyhow::Result<Instant> {
        match &self.as_of {
            Some(text) => super::moment::parse("--as-of", text, zone, context.now),
            None => Ok(context.now),
        }
    }
}

impl Look {
    /// The language to print in.
    pub(super) fn language(&self, policy: Option<&Policy>, context: &Context) -> Language {
        self.asked()
            .or_else(|| policy.and_then(|policy| policy.language))
            .or(context.language)
            .unwrap_or(Language::English)
    }

    /// The language that was asked for.
    pub(super) fn asked(&self) -> Option<Language> {
        self.lang.map(Language::from)
    }

    /// How tables for people look; with `limit` for the longest lists.
    pub(super) fn style(&self, policy: &Policy, limit: Option<usize>, context: &Context) -> Style {
        self.style_in(self.language(Some(policy), context), limit, context)
    }

    /// How they look in a language, where there may be no policy.
    pub(super) fn style_in(&self, language: Language, limit: Option<usize>, context: &Context) -> Style {
        Style {
            language,
            width: context.width,
            colour: self.colour_out(context),
            limit,
            groups: Vec::new(),
            names: false,
            csv_bom: false,
            program: PROGRAM.to_owned(),
        }
    }

    /// How texts look that stand between questions.
    pub(super) fn style_of_dialogue(&self, policy: &Policy, context: &Context) -> Style {
        let (width, colour) = (context.dialogue_width, self.colour_err(context));
        Style { width, colour, ..self.style(policy, None, context) }
    }

    /// Whether standard output is coloured.
    fn colour_out(&self, context: &Context) -> bool {
        self.colour(context.colour_out)
    }

    /// Whether standard error is coloured.
    pub(super) fn colour_err(&self, context: &Context) -> bool {
        self.colour(context.colour_err)
    }

    fn colour(&self, found: bool) -> bool {
        match self.color {
            ColourArg::Auto => found,
            ColourArg::Always => true,
            ColourArg::Never => false,
        }
    }
}
