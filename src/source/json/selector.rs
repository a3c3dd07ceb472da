use super::members::member;
use crate::domain::normal;

/// Which elements of an array are meant: `[name=acknowledged]`, `[action&2]`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(in crate::source) struct Selector {
    /// The way from the element to the value that decides.
    keys: Vec<String>,
    test: Test,
}

/// What is asked of the value that decides.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum Test {
    /// It is this text or number, in the form of [`normal`].
    Is(String),
    /// It is a whole number that has one of these bits.
    HasBits(u64),
}

impl Selector {
    /// Reads what stands between the brackets; `None` if it selects nothing.
    pub(super) fn parse(inner: &str) -> Option<Self> {
        let (path, test) = match inner.rsplit_once('&') {
            Some((path, bits)) if !path.contains('=') && bits.trim().parse::<u64>().is_ok() => {
                (path, Test::HasBits(bits.trim().parse().unwrap_or_default()))
            }
            _ => {
                let (path, value) = inner.split_once('=')?;
                (path, Test::Is(normal(value).into_owned()))
            }
        };
        let keys: Vec<String> = path.trim().split('.').map(str::to_owned).collect();
        (!keys.iter().any(String::is_empty)).then_some(Self { keys, test })
    }

    /// Whether this element is meant. Only an object can be.
    pub(super) fn fits(&self, element: &str) -> bool {
        let value = self.keys.iter().try_fold(element, |object, key| member(object, key).ok().flatten());
        let Some(text) = value.and_then(text_of) else { return false };
        match &self.test {
            Test::Is(wanted) => normal(&text) == *wanted,
            Test::HasBits(bits) => normal(&text).parse::<u64>().is_ok_and(|number| number & bits != 0),
        }
    }
}

/// The text of a string, a number, `true` or `false`.
fn text_of(value: &str) -> Option<String> {
    match value.as_bytes().first()? {
        b'"' => serde_json::from_str(value).ok(),
        b'{' | b'[' | b'n' => None,
        _ => Some(value.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fits(selector: &str, element: &str) -> bool {
        Selector::parse(selector).unwrap().fits(element)
    }

    #[test]
    fn values_are_compared_by_their_text() {
        assert!(fits("name=acknowledged", r#"{"x":[{}],"name":"ACKNOWLEDGED "}"#));
        assert!(fits("name=Reported at", r#"{"name":"Reported At"}"#));
        assert!(fits("name=ｖ1.5=ok", r#"{"name":"V1.5=OK"}"#));
        assert!(fits("key.name=severity", r#"{"key":{"id":1,"name":"severity"}}"#));
        assert!(
            fits("n=2", r#"{"n":2}"#) && fits("n=2", r#"{"n":"2"}"#) && fits("on=true", r#"{"on":true}"#)
        );
        assert!(fits("n=2", r#"{"n":1,"\u006e":2}"#) && !fits("n=1", r#"{"n":1,"n":2}"#));
        for other in
            [r#"{"name":"resolved"}"#, "{}", r#"{"name":null}"#, r#"{"name":{"name":"a"}}"#, "7", "[]"]
        {
            assert!(!fits("name=a", other) && !fits("name=null", other), "{other}");
        }
    }

    #[test]
    fn one_of_the_bits_is_enough() {
        for (action, expected) in
            [("2", true), ("6", true), ("\"3\"", true), ("4", false), ("\"x\"", false), ("-2", false)]
        {
            assert_eq!(fits("action&2", &format!("{{\"action\":{action}}}")), expected, "{action}");
        }
        assert!(fits("action&6", r#"{"action":4}"#));
        assert!(fits("R&D=x", r#"{"R&D":"x"}"#) && fits("x=a&2", r#"{"x":"a&2"}"#));
    }

    #[test]
    fn other_texts_select_nothing() {
        for text in ["", "x", "=x", "&2", "x&y", "a.=x", "0"] {
            assert_eq!(Selector::parse(text), None, "{text}");
        }
    }
}
