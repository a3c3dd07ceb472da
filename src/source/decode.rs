use encoding_rs::{Decoder, DecoderResult, Encoding, UTF_8};

use super::SourceError;
use super::encoding::{Beginning, beginning, decide, encoding_name, encoding_of};
use super::unpack::Unpacked;
use crate::words::{file_kinds, source_errors};

/// How much text is looked at to decide about the encoding.
const WINDOW: usize = 64 << 10;
/// How much is read at once where it has to be converted.
const PIECE: usize = 64 << 10;

/// An export as UTF-8, without a byte order mark. What already is UTF-8 passes through unchecked:
/// whoever reads a block of it checks it, side by side with others.
pub(super) struct TextStream {
    bytes: Unpacked,
    state: State,
    /// What it is where it is neither of those that are recognised.
    likely: Option<&'static Encoding>,
    marked: bool,
    /// Bytes that were read and not yet converted.
    raw: Ahead,
    /// Text that was looked at and not yet given out.
    text: Ahead,
    /// The fault behind `text`.
    fault: Option<TextFault>,
    ended: bool,
}

enum State {
    /// Nothing but ASCII so far.
    Undecided,
    Utf8,
    Converted(Decoder),
    Finished(&'static Encoding),
    /// It fits no encoding that is recognised; it may be this one.
    Unknown(&'static Encoding),
}

/// Why the text breaks off.
#[derive(Debug)]
pub(super) enum TextFault {
    /// These bytes are no text in the encoding.
    BadBytes(Vec<u8>),
    /// The export can't be read further.
    Source(SourceError),
}

impl TextStream {
    /// What the text is taken for where it is nothing that is recognised, for a label as of a preset.
    pub(super) fn likely(mut self, label: Option<&str>) -> Self {
        self.likely = label.and_then(encoding_of);
        self
    }

    /// Begins to read; `label` is the encoding that a policy names.
    pub(super) fn new(bytes: Unpacked, path: &str, label: Option<&str>) -> Result<Self, SourceError> {
        let named = label
            .map(|label| {
                encoding_of(label).ok_or_else(|| SourceError::UnknownEncoding {
                    path: path.to_owned(),
                    label: label.to_owned(),
                })
            })
            .transpose()?;
        let beginning = beginning(&bytes.head);
        let (encoding, mark) = match (beginning, named) {
            (Beginning::Mark(encoding, length), _) => (Some(encoding), length),
            (_, Some(encoding)) | (Beginning::Unmarked(encoding), None) => (Some(encoding), 0),
            (Beginning::Open, None) => (None, 0),
            (Beginning::Binary, None) => {
                return Err(SourceError::OtherKind {
                    path: path.to_owned(),
                    kind: file_kinds::words().binary,
                    advice: file_kinds::words().export_text,
                });
            }
        };
        let state = match encoding {
            None => State::Undecided,
            Some(encoding) if encoding == UTF_8 => State::Utf8,
            Some(encoding) => State::Converted(encoding.new_decoder_without_bom_handling()),
        };
        let mut stream = Self {
            bytes,
            state,
            likely: None,
            marked: mark > 0,
            raw: Ahead::default(),
            text: Ahead::default(),
            fault: None,
            ended: false,
        };
        stream.drop_mark(mark)?;
        Ok(stream)
    }

    fn drop_mark(&mut self, mut length: usize) -> Result<(), SourceError> {
        let mut mark = [0; 4];
        while length > 0 {
            length -= self.bytes.read(&mut mark[..length])?.clamp(1, length);
        }
        Ok(())
    }

    /// The name of the encoding, as far as it is known now.
    pub(super) fn encoding(&self) -> String {
        match &self.state {
            State::Undecided => encoding_name(UTF_8, false),
            State::Utf8 => encoding_name(UTF_8, self.marked),
            State::Converted(decoder) => encoding_name(decoder.encoding(), self.marked),
            State::Finished(encoding) => encoding_name(encoding, self.marked),
            State::Unknown(guess) => source_errors::no_encoding(&encoding_name(guess, false)),
        }
    }

    /// The text from here on, up to `length` bytes or the end, which is read later all the same.
    /// The flag tells whether this is all.
    pub(super) fn peek(&mut self, length: usize) -> (&[u8], bool) {
        let mut piece = Vec::new();
        while self.text.len() < length && !self.ended && self.fault.is_none() {
            piece.resize((length - self.text.len()).clamp(16, PIECE), 0);
            match self.convert(&mut piece) {
                Ok(0) => self.ended = true,
                Ok(count) => self.text.push(&piece[..count]),
                Err(fault) => self.fault = Some(fault),
            }
        }
        (self.text.bytes(), self.ended)
    }

    /// Leaves out the next `length` bytes, which were looked at before.
    pub(super) fn skip(&mut self, length: usize) {
        self.text.consume(length);
    }

    /// Fills the beginning of `out`, which has room for 16 bytes at least. 0 is the end.
    pub(super) fn read(&mut self, out: &mut [u8]) -> Result<usize, TextFault> {
        let ready = self.text.give(out);
        if ready > 0 {
            return Ok(ready);
        }
        match self.fault.take() {
            Some(fault) => {
                self.ended = true;
                Err(fault)
            }
            None if self.ended => Ok(0),
            None => self.convert(out),
        }
    }

    fn convert(&mut self, out: &mut [u8]) -> Result<usize, TextFault> {
        match self.state {
            State::Undecided => self.decide(out),
            State::Utf8 => self.pass(out),
            State::Converted(_) => self.decode(out),
            State::Finished(_) | State::Unknown(_) => Ok(0),
        }
    }

    fn pass(&mut self, out: &mut [u8]) -> Result<usize, TextFault> {
        match self.raw.give(out) {
            0 => self.bytes.read(out).map_err(TextFault::Source),
            count => Ok(count),
        }
    }

    fn decide(&mut self, out: &mut [u8]) -> Result<usize, TextFault> {
        let count = self.pass(out)?;
        let ascii = Encoding::ascii_valid_up_to(&out[..count]);
        if ascii == count {
            return Ok(count);
        }
        let mut window = out[ascii..count].to_vec();
        let mut whole = false;
        while window.len() < WINDOW && !whole {
            let known = window.len();
            window.resize(WINDOW, 0);
            let more = self.bytes.read(&mut window[known..]).map_err(TextFault::Source)?;
            window.truncate(known + more);
            whole = more == 0;
        }
        let looked_at = window.len().min(WINDOW);
        let decided = decide(&window[..looked_at], whole && looked_at == window.len());
        self.state = match decided.or_else(|guess| self.likely.ok_or(guess)) {
            Ok(known) if known == UTF_8 => State::Utf8,
            Ok(encoding) => State::Converted(encoding.new_decoder_without_bom_handling()),
            Err(guess) => {
                let strange = window.iter().take_while(|byte| !byte.is_ascii()).copied().collect();
                self.fault = Some(TextFault::BadBytes(strange));
                State::Unknown(guess)
            }
        };
        self.raw.push(&window);
        match self.fault.take_if(|_| ascii == 0) {
            Some(fault) => Err(fault),
            None if ascii > 0 => Ok(ascii),
            None => self.convert(out),
        }
    }

    fn decode(&mut self, out: &mut [u8]) -> Result<usize, TextFault> {
        loop {
            let State::Converted(decoder) = &mut self.state else { return Ok(0) };
            let mut last = false;
            if self.raw.len() == 0 {
                let mut piece = vec![0; PIECE];
                let count = self.bytes.read(&mut piece).map_err(TextFault::Source)?;
                self.raw.push(&piece[..count]);
                last = count == 0;
            }
            let input = self.raw.bytes();
            let (result, read, written) = decoder.decode_to_utf8_without_replacement(input, out, last);
            let before = &input[..read];
            match result {
                DecoderResult::Malformed(length, further) => {
                    let end = before.len().saturating_sub(usize::from(further));
                    let start = end.saturating_sub(usize::from(length));
                    let fault = TextFault::BadBytes(before[start..end].to_vec());
                    self.raw.consume(read);
                    if written == 0 {
                        return Err(fault);
                    }
                    self.fault = Some(fault);
                }
                DecoderResult::InputEmpty => {
                    let encoding = decoder.encoding();
                    self.raw.consume(read);
                    if last {
                        self.state = State::Finished(encoding);
                    }
                }
                DecoderResult::OutputFull => self.raw.consume(read),
            }
            if written > 0 || last {
                return Ok(written);
            }
        }
    }
}

/// Bytes that wait to be given out.
#[derive(Default)]
struct Ahead {
    bytes: Vec<u8>,
    given: usize,
}

impl Ahead {
    fn bytes(&self) -> &[u8] {
        &self.bytes[self.given..]
    }

    fn len(&self) -> usize {
        self.bytes.len() - self.given
    }

    fn push(&mut self, more: &[u8]) {
        self.bytes.extend_from_slice(more);
    }

    fn consume(&mut self, count: usize) {
        self.given = (self.given + count).min(self.bytes.len());
        if self.given == self.bytes.len() {
            self.bytes.clear();
            self.given = 0;
            self.bytes.shrink_to(PIECE);
        }
    }

    fn give(&mut self, out: &mut [u8]) -> usize {
        let count = self.len().min(out.len());
        out[..count].copy_from_slice(&self.bytes()[..count]);
        self.consume(count);
        count
    }
}
