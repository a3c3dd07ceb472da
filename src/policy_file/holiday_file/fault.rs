use crate::words::holiday_files;

/// The most faults of a file that are told one by one.
const TOLD: usize = 10;

/// Something in a file of holidays that can't be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::policy_file) struct HolidayFileFault {
    /// The line of the file, from 1 on.
    pub(in crate::policy_file) line: usize,
    /// What is wrong, what was expected and what to do.
    pub(in crate::policy_file) message: String,
}

/// The faults found so far: the first ones, and how many there are.
#[derive(Debug, Default)]
pub(super) struct FileFaults {
    first: Vec<HolidayFileFault>,
    more: usize,
}

impl FileFaults {
    pub(super) fn add(&mut self, line: usize, message: impl Into<String>) {
        if self.first.len() < TOLD {
            self.first.push(HolidayFileFault { line, message: message.into() });
        } else {
            self.add_untold();
        }
    }

    /// Counts a fault that is not told one by one, as the file is full of them.
    pub(super) const fn add_untold(&mut self) {
        self.more += 1;
    }

    pub(super) fn is_empty(&self) -> bool {
        self.first.is_empty()
    }

    /// Whether further faults are only counted.
    pub(super) fn is_full(&self) -> bool {
        self.first.len() == TOLD
    }

    /// What was read, unless there are faults: in the order of the file, the last one telling how
    /// many more there are.
    pub(super) fn into_result<T>(self, read: T) -> Result<T, Vec<HolidayFileFault>> {
        let Self { mut first, more } = self;
        first.sort_by_key(|fault| fault.line);
        let Some(last) = first.last_mut() else { return Ok(read) };
        if more > 0 {
            last.message = match more {
                1 => holiday_files::and_one_more(&last.message),
                more => holiday_files::and_more(&last.message, more),
            };
        }
        Err(first)
    }
}
