//! The catalogue: every text that a person reads, in both languages side by side.
//!
//! A file for each part of the program. Words that a page is laid out with are fields of a struct,
//! picked by the language of the page ([`texts!`]). What is told on the way, faults above all, are
//! functions that speak the language of the process ([`messages!`]), which is set once, at the edge,
//! as soon as it is known. A text that lacks one of the languages does not compile; the tests below
//! compare the numbers and the values that stand in the two.

pub(crate) mod annotating;
pub(crate) mod cell_faults;
pub(crate) mod check;
pub(crate) mod column_errors;
pub(crate) mod confirmations;
pub(crate) mod count;
pub(crate) mod diagnostics;
pub(crate) mod dossier;
pub(crate) mod draft_errors;
pub(crate) mod drafting;
pub(crate) mod duration;
pub(crate) mod explanation;
pub(crate) mod export_choice;
pub(crate) mod exports;
pub(crate) mod fail_on;
pub(crate) mod failure;
pub(crate) mod file_kinds;
pub(crate) mod finding_lists;
pub(crate) mod fix_effect;
pub(crate) mod help;
pub(crate) mod holiday_files;
pub(crate) mod holiday_rules;
pub(crate) mod html;
pub(crate) mod incident_search;
pub(crate) mod init;
pub(crate) mod init_doubts;
pub(crate) mod json_lists;
mod language;
pub(crate) mod ledger_entries;
pub(crate) mod ledger_errors;
pub(crate) mod ledger_in_use;
pub(crate) mod ledger_lines;
pub(crate) mod ledger_log;
pub(crate) mod ledger_use;
pub(crate) mod ledger_verify;
pub(crate) mod moments;
pub(crate) mod names;
pub(crate) mod newer_than_as_of;
pub(crate) mod output_files;
pub(crate) mod outputs;
pub(crate) mod period_report;
pub(crate) mod policy_calendars;
pub(crate) mod policy_conditions;
pub(crate) mod policy_diff;
pub(crate) mod policy_examples;
pub(crate) mod policy_files;
pub(crate) mod policy_findings;
pub(crate) mod policy_keys;
pub(crate) mod policy_names;
pub(crate) mod policy_objectives;
pub(crate) mod policy_parts;
pub(crate) mod policy_pauses;
pub(crate) mod policy_people;
pub(crate) mod policy_rows;
pub(crate) mod policy_search;
pub(crate) mod policy_show_objectives;
pub(crate) mod policy_show_page;
pub(crate) mod policy_show_people;
pub(crate) mod policy_show_rules;
pub(crate) mod policy_show_source;
pub(crate) mod policy_show_times;
pub(crate) mod policy_source;
pub(crate) mod policy_spellings;
pub(crate) mod policy_syntax;
pub(crate) mod policy_targets;
pub(crate) mod policy_template;
pub(crate) mod policy_types;
pub(crate) mod policy_values;
pub(crate) mod preset_search;
pub(crate) mod presets;
pub(crate) mod reading_progress;
pub(crate) mod report_choice;
pub(crate) mod request_faults;
pub(crate) mod requests;
pub(crate) mod selection;
pub(crate) mod sheet_errors;
pub(crate) mod source_errors;
pub(crate) mod status;
pub(crate) mod suggestion;
pub(crate) mod surroundings;
pub(crate) mod unreadable_rows;
pub(crate) mod unreadable_times;
pub(crate) mod walk;
pub(crate) mod worklist;
pub(crate) mod worklist_errors;
pub(crate) mod writing_faults;

pub(crate) use language::{language, speak};

/// Declares the words of a page: `name: en "…", ja "…";` is a field of text, with parameters behind
/// the name it is a function that formats them, and with a type behind those one that is written
/// out for each language.
macro_rules! texts {
    (
        $(#[$about:meta])*
        $vis:vis struct $Words:ident;
        $(
            $(#[$doc:meta])*
            $name:ident $(($($arg:ident: $ty:ty),* $(,)?))? $(-> $ret:ty)?: en $en:expr, ja $ja:expr;
        )*
    ) => {
        $(#[$about])*
        #[derive(Debug)]
        $vis struct $Words {
            $($(#[$doc])* $vis $name: $crate::words::texts!(@type [$(($($ty),*))?] [$($ret)?]),)*
        }

        impl $Words {
            /// Those of a language.
            #[must_use]
            $vis const fn of(language: $crate::domain::Language) -> &'static Self {
                const ENGLISH: $Words = $Words {
                    $($name: $crate::words::texts!(@value [$(($($arg: $ty),*))?] [$($ret)?] $en),)*
                };
                const JAPANESE: $Words = $Words {
                    $($name: $crate::words::texts!(@value [$(($($arg: $ty),*))?] [$($ret)?] $ja),)*
                };
                match language {
                    $crate::domain::Language::English => &ENGLISH,
                    $crate::domain::Language::Japanese => &JAPANESE,
                }
            }
        }

        #[cfg(test)]
        pub(super) const ENTRIES: &[$crate::words::Entry] = &[
            $($crate::words::Entry {
                name: stringify!($name),
                texts: $crate::words::texts!(@texts [$($ret)?] $en, $ja),
            },)*
        ];
    };
    (@type [] [$ret:ty]) => { $ret };
    (@type [] []) => { &'static str };
    (@type [($($ty:ty),*)] []) => { fn($($ty),*) -> String };
    (@type [($($ty:ty),*)] [$ret:ty]) => { fn($($ty),*) -> $ret };
    (@value [] [$ret:ty] $value:expr) => { $value };
    (@value [] [] $text:expr) => { $text };
    (@value [($($arg:ident: $ty:ty),*)] [] $text:expr) => { |$($arg: $ty),*| format!($text) };
    (@value [($($arg:ident: $ty:ty),*)] [$ret:ty] $function:expr) => { $function };
    (@texts [] $en:expr, $ja:expr) => { Some([$en, $ja]) };
    (@texts [$ret:ty] $en:expr, $ja:expr) => { None };
}

/// Declares messages: `name(value: type): en "…", ja "…";` is a function that says it in the
/// language of the process.
macro_rules! messages {
    (
        $(
            $(#[$doc:meta])*
            $name:ident ($($arg:ident: $ty:ty),* $(,)?): en $en:expr, ja $ja:expr;
        )*
    ) => {
        $(
            $(#[$doc])*
            #[must_use]
            pub(crate) fn $name($($arg: $ty),*) -> String {
                match $crate::words::language() {
                    $crate::domain::Language::English => format!($en),
                    $crate::domain::Language::Japanese => format!($ja),
                }
            }
        )*

        #[cfg(test)]
        pub(super) const ENTRIES: &[$crate::words::Entry] = &[
            $($crate::words::Entry { name: stringify!($name), texts: Some([$en, $ja]) },)*
        ];
    };
}

use {messages, texts};

/// An entry of the catalogue.
#[cfg(test)]
#[derive(Debug)]
struct Entry {
    name: &'static str,
    /// English and Japanese; `None` where each language has a function of its own.
    texts: Option<[&'static str; 2]>,
}

#[cfg(test)]
pub(crate) mod tests;
