use super::condition::read_condition;
use super::faults::Faults;
use super::period::read_period;
use super::section::{self, Section, Shape, wrong_type};
use super::terms::Terms;
use super::tree::{Entry, Node, Value};
use crate::diagnostic::{Code, Label};
use crate::domain::{Condition, Exclusion, ExclusionEffect};
use crate::words::{policy_conditions, policy_examples, policy_keys, policy_parts, policy_types};

/// Reads `[[exclusions]]`.
pub(super) fn read_exclusions(entry: &Entry, terms: &Terms<'_>, faults: &mut Faults<'_>) -> Vec<Exclusion> {
    let Value::List(nodes) = &entry.node.value else {
        wrong_type(&section::part("exclusions"), &policy_types::exclusions(), &entry.node, faults);
        return Vec::new();
    };
    let mut read = Vec::new();
    for (place, node) in nodes.iter().enumerate() {
        read.extend(read_exclusion(node, place, terms, faults));
    }
    read
}

fn read_exclusion(
    node: &Node,
    place: usize,
    terms: &Terms<'_>,
    faults: &mut Faults<'_>,
) -> Option<Exclusion> {
    let name = policy_parts::exclusion(place + 1);
    let mut section = Section::open(&*name, node.span.clone(), node, faults)?;
    let has = |key: &str| section.peek(key).is_some();
    let (is_narrow, lacks) =
        (["when", "from", "to"].iter().any(|key| has(key)), ["from", "to"].into_iter().find(|key| !has(key)));
    let when = match section.take("when") {
        Some(entry) => read_condition(entry, terms, faults),
        None => Some(Condition::default()),
    };
    let window = read_period(&mut section, ["from", "to"], &name, terms, faults);
    let effects = [("stop-clock", ExclusionEffect::StopClock), ("drop", ExclusionEffect::Drop)];
    let effect = section.require_choice("effect", "effect = \"stop-clock\"", &effects, faults);
    let reason = section
        .require("reason", &policy_examples::reason(), faults)
        .and_then(|entry| section::text(entry, Shape::Line, faults));
    let reason = section::filled(reason, "reason", faults);
    section.close(faults);
    match (effect, lacks) {
        (Some(ExclusionEffect::StopClock), Some(key)) => {
            let message = policy_conditions::stops_without(&name, key);
            let label = Label::new(node.span.clone(), policy_keys::needs(key));
            faults.error(Code::MissingKey, message, label).help = Some(policy_conditions::add_moment(key));
            return None;
        }
        (Some(ExclusionEffect::Drop), _) if !is_narrow => {
            let message = policy_conditions::drops_every(&name);
            let label = Label::new(node.span.clone(), policy_conditions::needs_condition());
            faults.error(Code::MissingKey, message, label).help = Some(policy_conditions::say_which());
            return None;
        }
        _ => {}
    }
    Some(Exclusion {
        when: when?,
        window: window?,
        effect: effect?,
        reason: reason?.text.to_owned(),
        line: terms.line(node.span.start),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Instant, Window};
    use crate::policy_file::sample::{only, sound, text};

    fn with(lines: &str) -> String {
        text("{ within = \"4h\" }", &format!("[[exclusions]]\n{lines}\n"))
    }

    #[test]
    fn exclusions_are_read_in_their_order() {
        let policy = sound(&with(
            "when = { service = \"web-*\" }\nfrom = 2026-05-01T01:00:00+09:00\nto = \"2026-05-02\"\n\
             effect = \"stop-clock\"\nreason = \"CHG-1042\"\n[[exclusions]]\nto = \"2026-04-01\"\n\
             effect = \"drop\"\nreason = \"before the contract\"",
        ));
        let [stop, drop] = policy.exclusions.as_slice() else { panic!("{:?}", policy.exclusions) };
        let at = |seconds| Instant::from_epoch(seconds, 0);
        assert_eq!(stop.window, Window { from: at(1_777_564_800), to: at(1_777_647_600) });
        assert_eq!(
            (stop.effect, stop.reason.as_str(), stop.line),
            (ExclusionEffect::StopClock, "CHG-1042", 7)
        );
        assert!(!stop.when.is_everything() && drop.when.is_everything());
        assert_eq!((drop.effect, drop.line), (ExclusionEffect::Drop, 13));
        assert_eq!(drop.window, Window { from: None, to: at(1_774_969_200) });
    }

    #[test]
    fn each_fault_underlines_its_place() {
        const TO: &str = "from = \"2026-05-01\"\nto = \"2026-05-02\"\n";
        for (lines, code, place) in [
            (format!("{TO}effect = \"stop-clock\""), Code::MissingKey, "[[exclusions]]"),
            (format!("{TO}reason = \"x\""), Code::MissingKey, "[[exclusions]]"),
            (format!("{TO}effect = \"stop\"\nreason = \"x\""), Code::BadValue, "\"stop\""),
            (format!("{TO}effect = \"drop\"\nreason = \" \""), Code::Empty, "\" \""),
            (format!("{TO}effect = \"drop\"\nreason = \"x\"\nwhy = 1"), Code::UnknownKey, "why"),
            (
                format!("{TO}when = {{ servce = \"x\" }}\neffect = \"drop\"\nreason = \"x\""),
                Code::UnknownField,
                "servce",
            ),
            (
                "from = \"2026-05-01\"\neffect = \"stop-clock\"\nreason = \"x\"".to_owned(),
                Code::MissingKey,
                "[[exclusions]]",
            ),
            (
                "to = \"2026-05-01\"\neffect = \"stop-clock\"\nreason = \"x\"".to_owned(),
                Code::MissingKey,
                "[[exclusions]]",
            ),
            ("effect = \"drop\"\nreason = \"x\"".to_owned(), Code::MissingKey, "[[exclusions]]"),
            (
                "from = \"2026-05-02\"\nto = \"2026-05-01\"\neffect = \"drop\"\nreason = \"x\"".to_owned(),
                Code::EmptyPeriod,
                "\"2026-05-01\"",
            ),
            (
                "from = \"1.5.\"\nto = \"2026-05-01\"\neffect = \"stop-clock\"\nreason = \"x\"".to_owned(),
                Code::BadValue,
                "\"1.5.\"",
            ),
        ] {
            let (found, underlined, _) = only(&with(&lines));
            assert_eq!((found, underlined.as_str()), (code, place), "{lines}");
        }
        assert_eq!(only(&text("{ within = \"4h\" }", "[exclusions]\nreason = \"x\"")).0, Code::WrongType);
    }
}
