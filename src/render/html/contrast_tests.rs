//! Whether people can tell letters and shapes from what is behind them, by WCAG 2.

use std::collections::BTreeMap;

use super::head::STYLE;

/// The colours of light pages and of dark ones.
fn schemes() -> [BTreeMap<&'static str, u32>; 2] {
    let (light, rest) = STYLE.split_once("@media screen and (prefers-color-scheme: dark)").unwrap();
    let (dark, _) = rest.split_once("*, ::before").unwrap();
    [light, dark].map(|part| {
        part.split(['\n', ';'])
            .filter_map(|line| line.trim().strip_prefix("--")?.split_once(": #"))
            .filter(|(_, digits)| digits.len() == 6)
            .map(|(name, digits)| (name, u32::from_str_radix(digits, 16).unwrap()))
            .collect()
    })
}

/// How bright a colour is, from 0 to 1.
fn luminance(colour: u32) -> f64 {
    let part = |shift: u32| {
        let part = f64::from((colour >> shift) & 0xFF) / 255.0;
        if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * part(16) + 0.7152 * part(8) + 0.0722 * part(0)
}

fn contrast(one: u32, other: u32) -> f64 {
    let [one, other] = [luminance(one), luminance(other)];
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

#[test]
fn letters_stand_out_from_what_is_behind_them() {
    let mut pairs: Vec<(String, String)> = Vec::new();
    for text in ["ink", "faint", "accent", "good", "bad", "warning"] {
        pairs.extend(["paper", "tint"].map(|behind| (text.to_owned(), behind.to_owned())));
    }
    pairs.extend((1..=5).map(|level| (format!("on-level-{level}"), format!("level-{level}"))));
    pairs.extend((1..=6).map(|place| ("paper".to_owned(), format!("stretch-{place}"))));
    for colours in schemes() {
        for (text, behind) in &pairs {
            let contrast = contrast(colours[text.as_str()], colours[behind.as_str()]);
            assert!(contrast >= 4.5, "{text} on {behind}: {contrast:.2}");
        }
    }
}

#[test]
fn a_share_stands_out_from_the_band_behind_it() {
    for colours in schemes() {
        let contrast = contrast(colours["accent"], colours["band"]);
        assert!(contrast >= 3.0, "{contrast:.2}");
    }
}

#[test]
fn dark_pages_have_every_colour() {
    let [light, dark] = schemes();
    assert_eq!(light.keys().collect::<Vec<_>>(), dark.keys().collect::<Vec<_>>());
}
