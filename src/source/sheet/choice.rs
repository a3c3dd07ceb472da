use calamine::SheetVisible;

use crate::domain::normal;

/// The worksheets of a workbook, in order, by name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::source) struct SheetList {
    sheets: Vec<(String, bool)>,
}

impl SheetList {
    /// The worksheets among these sheets: charts and macros have no cells.
    pub(in crate::source) fn of(sheets: &[calamine::Sheet]) -> Self {
        let sheets = sheets.iter().filter(|sheet| sheet.typ == calamine::SheetType::WorkSheet);
        let sheet = |sheet: &calamine::Sheet| (sheet.name.clone(), sheet.visible == SheetVisible::Visible);
        Self { sheets: sheets.map(sheet).collect() }
    }

    /// The sheet that is wanted: by its name, or by its number among the tabs that a person sees,
    /// from 1. Without a wish the first of those.
    pub(in crate::source) fn choose(&self, wanted: Option<&str>) -> Option<&str> {
        let names = || self.sheets.iter().map(|(name, _)| name.as_str());
        let mut seen = self.sheets.iter().filter(|(_, visible)| *visible).map(|(name, _)| name.as_str());
        let Some(wanted) = wanted else { return seen.next().or_else(|| names().next()) };
        let numbered = || seen.nth(wanted.trim().parse::<usize>().ok()?.checked_sub(1)?);
        let alike = || names().find(|name| normal(name) == normal(wanted));
        names().find(|name| *name == wanted).or_else(alike).or_else(numbered)
    }

    /// How many there are.
    pub(in crate::source) fn len(&self) -> usize {
        self.sheets.len()
    }

    /// Their names.
    pub(in crate::source) fn names(&self) -> Vec<String> {
        self.sheets.iter().map(|(name, _)| name.clone()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sheet_is_chosen_by_name_and_else_by_number() {
        let sheets = [("設定", false), ("一覧", true), ("2", true), ("Ｄａｔａ", true)]
            .map(|(n, v)| (n.to_owned(), v));
        let list = SheetList { sheets: sheets.into() };
        assert_eq!(list.choose(None), Some("一覧"));
        assert_eq!(list.choose(Some("設定")), Some("設定"));
        assert_eq!(list.choose(Some("1")), Some("一覧"));
        assert_eq!(list.choose(Some("2")), Some("2"));
        assert_eq!(list.choose(Some("3")), Some("Ｄａｔａ"));
        assert_eq!(list.choose(Some("data")), Some("Ｄａｔａ"));
        assert_eq!(list.choose(Some("4")), None);
        assert_eq!(list.choose(Some("0")), None);
        let hidden = SheetList { sheets: vec![("a".to_owned(), false)] };
        assert_eq!(hidden.choose(None), Some("a"));
    }
}
