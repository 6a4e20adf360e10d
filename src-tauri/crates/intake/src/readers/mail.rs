//! EML: a mail as its reader would see it, with what is attached.
//!
//! Promises: the plain text where there is one, else the HTML as text; attachments and mails inside are read as files of
//! their own, to a limited depth and number; nothing is fetched.

use crate::finding::{Finding, FindingCode};
use crate::raw::{Attachment, Document, Person, Raw};
use crate::readers::{markup, prose};
use chrono::NaiveDate;
use mail_parser::{Message, MessageParser, MimeHeaders, PartType};

/// Mails within mails, attachments within attachments.
pub(crate) const DEPTH: u8 = 4;
/// Attachments that are looked at.
const ATTACHMENTS: usize = 50;

/// Reads an EML.
pub(crate) fn read(bytes: &[u8], depth: u8) -> Result<Document, Finding> {
    let message = MessageParser::default().parse(bytes).ok_or_else(|| Finding::error(FindingCode::FileBroken))?;
    if message.headers().is_empty() {
        return Err(Finding::error(FindingCode::FileBroken));
    }
    Ok(of(&message, depth))
}

fn of(message: &Message<'_>, depth: u8) -> Document {
    let from = message.from().and_then(|from| from.first());
    let date = message
        .date()
        .and_then(|date| NaiveDate::from_ymd_opt(i32::from(date.year), u32::from(date.month), u32::from(date.day)));
    let mut document = Document {
        text: body(message),
        subject: message.subject().unwrap_or_default().trim().to_owned(),
        from: Person {
            name: from.and_then(|from| from.name()).unwrap_or_default().trim().to_owned(),
            mail: from.and_then(|from| from.address()).unwrap_or_default().trim().to_owned(),
        },
        date,
        ..Document::default()
    };
    for part in message.attachments().take(ATTACHMENTS) {
        let name = part.attachment_name().unwrap_or_default().to_owned();
        let inline_picture = part.content_id().is_some() && matches!(part.body, PartType::InlineBinary(_));
        if let PartType::Message(inner) = &part.body {
            let inner = if depth < DEPTH { Some(of(inner, depth + 1)) } else { None };
            let name = if name.is_empty() { "bericht.eml".to_owned() } else { name };
            document.attachments.push(Attachment { name, text: inner.map(|inner| whole(&inner)) });
        } else if !inline_picture {
            document.attach(name, part.contents(), depth);
        }
    }
    document
}

fn body(message: &Message<'_>) -> String {
    let mut texts = Vec::new();
    for part in message.text_bodies() {
        texts.push(match &part.body {
            PartType::Html(html) => markup::text_of(html),
            PartType::Text(text) => prose::tidy(text),
            _ => continue,
        });
    }
    texts.retain(|text| !text.is_empty());
    texts.join("\n\n")
}

/// A mail inside another, with its head.
pub(crate) fn whole(document: &Document) -> String {
    let mut text = String::new();
    for (name, value) in [("Van", &document.from.name), ("Onderwerp", &document.subject)] {
        if !value.is_empty() {
            text.push_str(&format!("{name}: {value}\n"));
        }
    }
    text.push_str(&document.text);
    for attachment in &document.attachments {
        if let Some(inside) = &attachment.text {
            text.push_str(&format!("\n\n{}\n{inside}", attachment.name));
        }
    }
    text
}

impl Document {
    /// Adds a file that was found inside, with its text where it can be read.
    pub(crate) fn attach(&mut self, name: String, bytes: &[u8], depth: u8) {
        let read = if depth < DEPTH {
            super::inside(&name, bytes, depth + 1)
        } else {
            Err(Finding::error(FindingCode::TooDeep))
        };
        let text = match read {
            Ok(Raw::Document(inner)) => {
                let text = if inner.subject.is_empty() { inner.text.clone() } else { whole(&inner) };
                Some(text).filter(|text| !text.is_empty())
            }
            Ok(_) => None,
            Err(finding) => {
                self.findings.push(
                    Finding::warning(FindingCode::AttachmentLeftOut).value(format!("{name} ({})", finding.code.code())),
                );
                None
            }
        };
        self.attachments.push(Attachment { name, text });
    }
}
