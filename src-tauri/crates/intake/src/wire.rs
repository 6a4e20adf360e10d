//! How a file goes to the process that reads it and what comes back.
//!
//! Promises: frames of a length and a body in postcard; a frame longer than its limit is refused before it is read.
//! Deliberately absent: the process, its limits, and waiting; whoever starts it sees to those.

use crate::finding::Finding;
use crate::kind::Kind;
use crate::raw::Raw;
use crate::{GREATEST, SourceFile, unpack};
use serde::{Deserialize, Serialize};
use std::io::{self, Read, Write};

/// Greatest answer, in bytes; a longer one counts as none.
const ANSWER: usize = 384 << 20;

/// A file after which the reader ends, so that its memory is free before the answer is unfolded; in bytes.
pub const LARGE: usize = 2 << 20;

#[derive(Serialize, Deserialize)]
struct Question {
    name: String,
    kind: Option<String>,
    size: usize,
}

fn put(out: &mut impl Write, body: &[u8]) -> io::Result<()> {
    out.write_all(&(body.len() as u64).to_le_bytes())?;
    out.write_all(body)
}

/// Writes an answer in frames as it is folded, so that it is never held twice; a frame of nothing ends it.
struct Frames<'w, W: Write> {
    out: &'w mut W,
    held: Vec<u8>,
}

/// Size of a frame of an answer, in bytes.
const FRAME: usize = 256 << 10;

impl<W: Write> Write for Frames<'_, W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.held.extend_from_slice(bytes);
        if self.held.len() >= FRAME {
            self.flush()?;
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        if !self.held.is_empty() {
            put(self.out, &self.held)?;
            self.held.clear();
        }
        Ok(())
    }
}

fn take(from: &mut impl Read, limit: usize) -> io::Result<Vec<u8>> {
    let mut length = [0; 8];
    from.read_exact(&mut length)?;
    let length = usize::try_from(u64::from_le_bytes(length)).ok().filter(|length| *length <= limit);
    let length = length.ok_or_else(|| io::Error::from(io::ErrorKind::InvalidData))?;
    let mut body = Vec::new();
    from.take(length as u64).read_to_end(&mut body)?;
    if body.len() == length { Ok(body) } else { Err(io::ErrorKind::UnexpectedEof.into()) }
}

fn invalid(_: postcard::Error) -> io::Error {
    io::ErrorKind::InvalidData.into()
}

/// Sends a file to be read.
pub fn ask(out: &mut impl Write, file: &SourceFile<'_>, kind: Option<Kind>) -> io::Result<()> {
    let kind = kind.map(|kind| kind.code().to_owned());
    let question = Question { name: file.name.to_owned(), kind, size: file.bytes.len() };
    put(out, &postcard::to_stdvec(&question).map_err(invalid)?)?;
    out.write_all(file.bytes)?;
    out.flush()
}

/// Receives what was read.
pub fn answer(from: &mut impl Read) -> io::Result<Result<Raw, Finding>> {
    let mut body = Vec::new();
    loop {
        let frame = take(from, ANSWER)?;
        if frame.is_empty() {
            return postcard::from_bytes(&body).map_err(invalid);
        }
        if body.len() + frame.len() > ANSWER {
            return Err(io::ErrorKind::InvalidData.into());
        }
        body.extend_from_slice(&frame);
    }
}

/// Reads files as they come, until nobody asks any more or one was large.
pub fn serve(from: &mut impl Read, out: &mut impl Write) -> io::Result<()> {
    loop {
        let question: Question = match take(from, 1 << 20) {
            Ok(body) => postcard::from_bytes(&body).map_err(invalid)?,
            Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => return Ok(()),
            Err(error) => return Err(error),
        };
        let mut bytes = Vec::new();
        from.take(question.size.min(GREATEST) as u64).read_to_end(&mut bytes)?;
        let file = SourceFile { name: &question.name, bytes: &bytes };
        let read = unpack(&file, question.kind.as_deref().and_then(Kind::parse));
        let mut frames = Frames { out: &mut *out, held: Vec::new() };
        postcard::to_io(&read, &mut frames).map_err(invalid)?;
        frames.flush()?;
        put(out, &[])?;
        out.flush()?;
        if question.size >= LARGE {
            return Ok(());
        }
    }
}
