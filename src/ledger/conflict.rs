/// A line that git writes around what two sides of a merge say differently.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Marker {
    /// One side begins.
    Begins,
    /// Another side begins.
    Parts,
    /// The last side ends.
    Ends,
}

/// The least length of a marker.
const LENGTH: usize = 7;

/// Which of git's markers a line is, if it is one. No entry begins like one.
pub(super) fn marker(line: &[u8]) -> Option<Marker> {
    let (&sign, _) = line.split_first()?;
    let rest = line.iter().position(|&byte| byte != sign).map_or(&[][..], |end| &line[end..]);
    let length = line.len() - rest.len();
    let alone = rest.first().is_none_or(|byte| b" \r\n".contains(byte));
    match sign {
        _ if length < LENGTH || !alone => None,
        b'<' => Some(Marker::Begins),
        b'|' | b'=' => Some(Marker::Parts),
        b'>' => Some(Marker::Ends),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markers_of_git_are_known() {
        for (line, known) in [
            ("<<<<<<< HEAD\n", Some(Marker::Begins)),
            ("||||||| 1f0c2aa\n", Some(Marker::Parts)),
            ("=======\r\n", Some(Marker::Parts)),
            ("=======", Some(Marker::Parts)),
            (">>>>>>> their side", Some(Marker::Ends)),
            ("<<<<<<<<<< with a longer marker\n", Some(Marker::Begins)),
            ("======\n", None),
            ("=======x\n", None),
            (" =======\n", None),
            ("{\"v\":1}\n", None),
            ("", None),
        ] {
            assert_eq!(marker(line.as_bytes()), known, "{line}");
        }
    }
}
