//! How a file goes to the process that reads it and what comes back.
//!
//! Promises: frames of a length and a body in postcard; a frame longer than its limit is refused before it is read.
//! Deliberately absent: the process, its limits, and waiting; whoever starts it sees to those.

use crate::finding::{Finding, FindingCode};
use crate::kind::Kind;
use crate::raw::Raw;
use crate::{GREATEST, SourceFile, unpack};
use serde::{Deserialize, Serialize};
use std::io::{self, Read, Write};

/// Greatest answer, in bytes.
const ANSWER: usize = 384 << 20;

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

fn take(from: &mut impl Read, limit: usize) -> io::Result<Vec<u8>> {
    let mut length = [0; 8];
    from.read_exact(&mut length)?;
    let length = usize::try_from(u64::from_le_bytes(length)).ok().filter(|length| *length <= limit);
    let length = length.ok_or_else(|| io::Error::from(io::ErrorKind::InvalidData))?;
    // All at once up to a size: growing by doubling would take up twice as much.
    let mut body = Vec::with_capacity(length.min(96 << 20));
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
    postcard::from_bytes(&take(from, ANSWER)?).map_err(invalid)
}

/// Reads files as they come until nobody asks any more.
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
        let body = postcard::to_stdvec(&read).map_err(invalid)?;
        drop(read);
        if body.len() > ANSWER {
            let refused: Result<Raw, Finding> = Err(Finding::error(FindingCode::UnpackedTooLarge).value("384 MB"));
            put(out, &postcard::to_stdvec(&refused).map_err(invalid)?)?;
        } else {
            put(out, &body)?;
        }
        out.flush()?;
    }
}
