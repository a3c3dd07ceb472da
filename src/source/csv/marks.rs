use fearless_simd::{Level, Simd, dispatch, prelude::*, u8x64};

/// Finds the bytes of a text that may divide it: delimiters, line ends and quotes.
///
/// Cells are mostly short, so that a search that began anew for each of them would spend most of
/// its time beginning. This one looks at 64 bytes at once, a window ahead of whoever asks.
#[derive(Clone, Debug)]
pub(super) struct Marks {
    delimiter: u8,
    /// What the processor can do.
    level: Level,
    /// The marks of each step of the window, of which there are `steps`.
    window: [u64; WINDOW],
    steps: usize,
    /// Which step of the window follows.
    step: usize,
    /// Where that step begins.
    next: usize,
}

/// The marks of a few bytes that were not taken yet.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Step {
    /// Where the bytes begin.
    start: usize,
    /// Which of them are marks, the first as the lowest bit.
    bits: u64,
}

/// How many steps a window has: its marks stay in the fastest memory until they are asked for.
const WINDOW: usize = 256;
/// How many bytes are looked at at once.
const STEP: usize = 64;

impl Marks {
    /// The marks of a text from its beginning; the same text is handed to each method.
    pub(super) fn new(delimiter: u8) -> Self {
        Self { delimiter, level: Level::new(), window: [0; WINDOW], steps: 0, step: 0, next: 0 }
    }

    /// Begins anew.
    pub(super) fn begin(&mut self) {
        (self.steps, self.step, self.next) = (0, 0, 0);
    }

    /// The next mark behind those of `step`, or the text's end.
    #[inline]
    pub(super) fn next(&mut self, text: &[u8], step: &mut Step) -> usize {
        loop {
            if let Some(mark) = step.take() {
                return mark;
            }
            if !self.go_on(text, step) {
                return text.len();
            }
        }
    }

    /// Goes on to the next step. False where there is none.
    #[inline]
    fn go_on(&mut self, text: &[u8], step: &mut Step) -> bool {
        if self.step == self.steps && !self.look(text) {
            return false;
        }
        *step = Step { start: self.next, bits: self.window[self.step] };
        self.step += 1;
        self.next += STEP;
        true
    }

    /// Looks at the next window. False where there is none.
    #[inline(never)]
    fn look(&mut self, text: &[u8]) -> bool {
        let rest = text.get(self.next..).unwrap_or_default();
        let bytes = rest.get(..WINDOW * STEP).unwrap_or(rest);
        (self.steps, self.step) = (bytes.len().div_ceil(STEP), 0);
        let Self { delimiter, level, window, .. } = self;
        dispatch!(*level, simd => look_at(simd, bytes, *delimiter, window));
        self.steps > 0
    }
}

impl Step {
    /// Takes the next mark.
    #[inline]
    fn take(&mut self) -> Option<usize> {
        if self.bits == 0 {
            return None;
        }
        let mark = self.start + self.bits.trailing_zeros() as usize;
        self.bits &= self.bits - 1;
        Some(mark)
    }
}

/// Puts down the marks of each step of a window.
#[expect(clippy::inline_always, reason = "so that it is compiled for the processor that it runs on")]
#[inline(always)]
fn look_at<S: Simd>(simd: S, bytes: &[u8], delimiter: u8, window: &mut [u64; WINDOW]) {
    let (steps, rest) = bytes.as_chunks::<STEP>();
    for (marks, step) in window.iter_mut().zip(steps) {
        *marks = marks_in(simd, step, delimiter);
    }
    if let Some(marks) = window.get_mut(steps.len())
        && !rest.is_empty()
    {
        let mut step = [0; STEP];
        step[..rest.len()].copy_from_slice(rest);
        *marks = marks_in(simd, &step, delimiter);
    }
}

/// Which of these bytes are marks, the first as the lowest bit.
#[expect(clippy::inline_always, reason = "so that it is compiled for the processor that it runs on")]
#[inline(always)]
fn marks_in<S: Simd>(simd: S, step: &[u8; STEP], delimiter: u8) -> u64 {
    let bytes = u8x64::from_slice(simd, step);
    let line_ends = bytes.simd_eq(b'\n') | bytes.simd_eq(b'\r');
    (bytes.simd_eq(delimiter) | bytes.simd_eq(b'"') | line_ends).to_bitmask()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn every_mark_is_found_across_steps_and_windows(
            bytes in prop::collection::vec(prop::sample::select(b",\n\r\"\x0b\x2d\0a\xff;".to_vec()), 0..200),
            idle in prop::sample::select(vec![0, 63, 64, STEP * WINDOW - 100, STEP * WINDOW, 2 * STEP * WINDOW + 1]),
        ) {
            let text = [vec![b'x'; idle], bytes].concat();
            let expected: Vec<usize> = (0..text.len()).filter(|&at| b",\n\r\"".contains(&text[at])).collect();
            for level in [Level::new(), Level::baseline()] {
                let (mut marks, mut step) = (Marks { level, ..Marks::new(b',') }, Step::default());
                let found: Vec<usize> =
                    std::iter::repeat_with(|| marks.next(&text, &mut step)).take_while(|&mark| mark < text.len()).collect();
                prop_assert_eq!(&found, &expected);
            }
        }
    }
}
