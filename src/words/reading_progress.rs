use super::messages;

messages! {
    /// How many incidents were read.
    so_far(incidents: u64): en "reading, {incidents} incidents so far", ja "読み込み中、インシデント {incidents} 件";
}
