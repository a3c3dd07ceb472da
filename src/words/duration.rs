use super::texts;

texts! {
    /// The units of lengths of time, as they stand behind a number.
    pub(crate) struct Units;
    day: en "d", ja "日";
    hour: en "h", ja "時間";
    minute: en "m", ja "分";
    second: en "s", ja "秒";
}
