use super::selector::Selector;

/// One step into a JSON value.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(in crate::source) enum Step {
    /// To the value under this key.
    Key(String),
    /// To the elements of an array.
    Elements,
    /// To those elements of an array that are selected.
    Chosen(Selector),
}

impl Step {
    /// Whether it goes into an array.
    pub(in crate::source) fn is_into_array(&self) -> bool {
        matches!(self, Self::Elements | Self::Chosen(_))
    }
}

/// The steps that a path such as `service.summary`, `labels[].name` or `transitions[name=resolved].at`
/// names.
pub(in crate::source) fn steps_of(path: &str) -> Vec<Step> {
    let mut steps = Vec::new();
    for part in parts(path) {
        let (key, selections) = selections(part);
        steps.push(Step::Key(key.to_owned()));
        steps.extend(selections);
    }
    steps
}

/// Names that a path with brackets is known by where its elements were only looked at as a whole:
/// `transitions[name=resolved].at` is there where `transitions[].at` is, and `times[]` where `times`
/// is. None for a path that selects nothing.
pub(in crate::source) fn names_without_selection(path: &str) -> Vec<String> {
    let steps = steps_of(path);
    let mut name = String::new();
    for step in &steps {
        match step {
            Step::Key(key) => {
                if !name.is_empty() {
                    name.push('.');
                }
                name.push_str(key);
            }
            Step::Elements | Step::Chosen(_) => name.push_str("[]"),
        }
    }
    let of_values = name.trim_end_matches("[]");
    let mut names = Vec::new();
    if name != path {
        names.push(name.clone());
    }
    if of_values != name {
        names.push(of_values.to_owned());
    }
    names
}

/// The parts of a path between its dots, but for dots within brackets.
fn parts(path: &str) -> impl Iterator<Item = &str> {
    let mut rest = Some(path);
    std::iter::from_fn(move || {
        let text = rest?;
        let mut at = 0;
        let end = loop {
            match text.get(at..)?.find(['.', '[']) {
                None => break None,
                Some(place) if text.as_bytes()[at + place] == b'.' => break Some(at + place),
                Some(place) => {
                    let open = at + place;
                    at = text[open..].find(']').map_or(open + 1, |close| open + close + 1);
                }
            }
        };
        let (part, behind) = match end {
            Some(end) => (&text[..end], Some(&text[end + 1..])),
            None => (text, None),
        };
        rest = behind;
        Some(part)
    })
}

/// The key of a part, and what its brackets select. Brackets that select nothing belong to the key.
fn selections(part: &str) -> (&str, Vec<Step>) {
    part.match_indices('[')
        .find_map(|(place, _)| Some((&part[..place], brackets(&part[place..])?)))
        .unwrap_or((part, Vec::new()))
}

fn brackets(mut text: &str) -> Option<Vec<Step>> {
    let mut steps = Vec::new();
    while !text.is_empty() {
        let (inner, behind) = text.strip_prefix('[')?.split_once(']')?;
        steps.push(if inner.is_empty() { Step::Elements } else { Step::Chosen(Selector::parse(inner)?) });
        text = behind;
    }
    Some(steps)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(path: &str) -> String {
        let step = |step: &Step| match step {
            Step::Key(key) => key.clone(),
            Step::Elements => "[]".to_owned(),
            Step::Chosen(selector) => format!("{selector:?}").split("test: ").last().unwrap().to_owned(),
        };
        steps_of(path).iter().map(step).collect::<Vec<_>>().join(" / ")
    }

    #[test]
    fn dots_part_keys_outside_of_brackets() {
        for (path, expected) in [
            ("a", "a"),
            ("service.summary", "service / summary"),
            ("a[].b[][]", "a / [] / b / [] / []"),
            ("a[name=v1.5 x].b", r#"a / Is("v1.5 x") } / b"#),
            ("a[key.name=[P1].b", r#"a / Is("[p1") } / b"#),
            ("a[action&2].clock", "a / HasBits(2) } / clock"),
            // Brackets that select nothing are part of a key.
            ("a[0].b", "a[0] / b"),
            ("a[x.y].b", "a[x.y] / b"),
            ("[CHART] a[].b", "[CHART] a / [] / b"),
            ("a[.b", "a[ / b"),
            ("a]b[]", "a]b / []"),
            ("", ""),
            ("a..b", "a /  / b"),
        ] {
            assert_eq!(shown(path), expected, "{path}");
        }
    }

    #[test]
    fn a_selection_is_there_where_its_array_is() {
        assert_eq!(names_without_selection("a[x=1].b"), ["a[].b"]);
        assert_eq!(names_without_selection("a[x=1]"), ["a[]", "a"]);
        assert_eq!(names_without_selection("a[]"), ["a"]);
        assert!(names_without_selection("a[].b").is_empty() && names_without_selection("a.b[0]").is_empty());
    }
}
