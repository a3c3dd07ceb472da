use super::texts;

texts! {
    /// What became of the rows of a worklist.
    pub(crate) struct Words;
    recorded(recorded: usize): en "{recorded} recorded", ja "{recorded} 件を記入しました";
    recorded_but(recorded: usize, wrong: usize):
        en "{recorded} recorded, {wrong} not",
        ja "{recorded} 件を記入し、{wrong} 件は記入しませんでした";
    /// Some took the place of what stood.
    replaced(recorded: usize, replaced: usize):
        en "{recorded} recorded ({replaced} in place of what stood)",
        ja "{recorded} 件（うち書き換え {replaced} 件）を記入しました";
    replaced_but(recorded: usize, replaced: usize, wrong: usize):
        en "{recorded} recorded ({replaced} in place of what stood), {wrong} not",
        ja "{recorded} 件（うち書き換え {replaced} 件）を記入し、{wrong} 件は記入しませんでした";
    /// What was done, and what didn't have to be.
    summary(path: &str, done: &str, unchanged: usize, not_filled_in: usize):
        en "`{path}`: {done}; {unchanged} unchanged, {not_filled_in} not filled in",
        ja "`{path}`: {done}。変更なし {unchanged} 件、未記入 {not_filled_in} 件";
    /// That nothing was recorded, as some rows are wrong; so many others are not.
    nothing_recorded(right: usize) -> String: en english_nothing_recorded, ja japanese_nothing_recorded;
}

fn english_nothing_recorded(right: usize) -> String {
    match right {
        0 => "nothing was recorded".to_owned(),
        1 => "nothing was recorded; --partial records the one row that is right".to_owned(),
        right => format!("nothing was recorded; --partial records the {right} rows that are right"),
    }
}

fn japanese_nothing_recorded(right: usize) -> String {
    match right {
        0 => "何も記入していません".to_owned(),
        right => {
            format!("何も記入していません。誤りのない {right} 件だけ記入するには --partial を付けてください")
        }
    }
}
