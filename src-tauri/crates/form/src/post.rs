//! What makes the file a record: PDF/A-3a, PDF/UA-1, and ready to be signed.
//!
//! Promises: the pages are those that printpdf made; everything around them is written here, in one plain table, so
//! that `seal` can account for every byte. Beside this file, `conformance.md` lists the clauses and how each is met.

use crate::file::{File, deflate, deflate_once, text};
use crate::laid::{Field, Laid, Link};
use crate::layout::{HEIGHT, WIDTH};
use crate::tags;
use crate::write::Embeddings;
use crate::xmp;
use crate::{FormError, Stage};
use chrono::{DateTime, Utc};
use lopdf::{Dictionary, Document, Object, ObjectId, dictionary};
use sha2::{Digest, Sha256};
use std::sync::OnceLock;

const SRGB: &[u8] = include_bytes!("../fonts/srgb.icc");
/// Print, locked.
const WIDGET_FLAGS: i64 = 132;
/// Print.
const LINK_FLAGS: i64 = 4;

/// A file that is carried along: name, what it is, and the bytes.
pub(crate) type Attachment = (&'static str, &'static str, Vec<u8>);

/// What the file says of itself.
pub(crate) struct About<'a> {
    pub title: String,
    /// Language tag.
    pub lang: &'static str,
    /// Hash of the judgement; a draft has none.
    pub hash: Option<&'a str>,
    pub made_at: DateTime<Utc>,
    pub app_version: &'a str,
    /// In the order of their names.
    pub attachments: &'a [Attachment],
}

impl About<'_> {
    fn tool(&self) -> String {
        format!("Weegschaal {}", self.app_version)
    }

    fn made(&self) -> Object {
        Object::string_literal(self.made_at.format("D:%Y%m%d%H%M%SZ").to_string())
    }

    /// The file's identifier follows from what it states, so that the same form is the same file.
    fn identifier(&self) -> [u8; 16] {
        let (made, hash) = (self.made_at.timestamp_millis(), self.hash.unwrap_or_default());
        let seed = format!("{hash} {made} {} {} {}", self.app_version, self.lang, self.title);
        let digest: [u8; 32] = Sha256::digest(seed.as_bytes()).into();
        std::array::from_fn(|place| digest[place])
    }
}

/// Completes the pages to a record and writes it.
pub(crate) fn finish(
    printed: Document,
    laid: &Laid,
    embeddings: &Embeddings,
    about: &About<'_>,
    done: &mut dyn FnMut(Stage),
) -> Result<Vec<u8>, FormError> {
    let contents = contents(printed)?;
    let attached: Vec<Vec<u8>> = about.attachments.iter().map(|(.., bytes)| deflate(bytes)).collect();
    done(Stage::Deflated);
    let mut file = File::new();
    let (catalog, tree) = (file.number(), file.number());
    let pages: Vec<ObjectId> = laid.pages.iter().map(|_| file.number()).collect();
    let fields = fields(&mut file, laid, &pages);
    let links = links(&mut file, laid, &pages);
    let mut fonts = Dictionary::new();
    for (face, embedded) in embeddings {
        fonts.set(face.id().0, embedded.put(&mut file));
    }
    let resources = file.add(dictionary! { "Font" => fonts });
    for (place, (page, content)) in pages.iter().zip(&contents).enumerate() {
        let content = file.deflated(Dictionary::new(), content);
        let mut dictionary = dictionary! {
            "Type" => "Page", "Parent" => tree, "Resources" => resources, "Contents" => content,
            "StructParents" => place as i64, "Tabs" => "S",
        };
        let here = annotations(laid, place, &links, &fields);
        if !here.is_empty() {
            dictionary.set("Annots", here);
        }
        file.put(*page, dictionary);
    }
    file.put(
        tree,
        dictionary! {
            "Type" => "Pages", "Count" => pages.len() as i64, "Kids" => references(&pages),
            "MediaBox" => sides(&[0.0, 0.0, WIDTH, HEIGHT]),
        },
    );
    let mut entries = dictionary! {
        "Type" => "Catalog", "Pages" => tree, "Lang" => text(about.lang),
        "MarkInfo" => dictionary! { "Marked" => true },
        "ViewerPreferences" => dictionary! { "DisplayDocTitle" => true },
        "PageMode" => "UseOutlines",
    };
    entries.set("StructTreeRoot", tags::put(&mut file, laid, &pages, &fields, &links));
    if !fields.is_empty() {
        entries.set("AcroForm", dictionary! { "Fields" => references(&fields), "SigFlags" => 3 });
    }
    entries.set("Outlines", outline(&mut file, laid, &pages));
    let info = metadata(&mut file, &mut entries, about);
    if !about.attachments.is_empty() {
        attachments(&mut file, &mut entries, about, &attached);
    }
    file.put(catalog, entries);
    let bytes = file.finish(catalog, info, &about.identifier());
    done(Stage::Written);
    Ok(bytes)
}

/// What stands on every page, deflated.
fn contents(printed: Document) -> Result<Vec<Vec<u8>>, FormError> {
    let content = |page| {
        let id = printed.get_page_contents(page).first().copied()?;
        printed.get_object(id).and_then(Object::as_stream).ok().map(|stream| deflate(&stream.content))
    };
    printed.get_pages().into_values().map(|page| content(page).ok_or(FormError::Composition("page"))).collect()
}

fn references(ids: &[ObjectId]) -> Vec<Object> {
    ids.iter().map(|id| Object::Reference(*id)).collect()
}

fn sides(rect: &[f32]) -> Vec<Object> {
    rect.iter().map(|side| Object::Real((side * 100.0).round() / 100.0)).collect()
}

/// Signature fields that are empty and already tagged: added later they would break PDF/UA (7.18.4).
fn fields(file: &mut File, laid: &Laid, pages: &[ObjectId]) -> Vec<ObjectId> {
    let mut ids = Vec::new();
    for (place, field) in laid.fields.iter().enumerate() {
        let Field { page, rect, label, .. } = field;
        let (width, height) = (rect[2] - rect[0], rect[3] - rect[1]);
        let entries = dictionary! {
            "Type" => "XObject", "Subtype" => "Form", "Resources" => Dictionary::new(),
            "BBox" => sides(&[0.0, 0.0, width, height]),
        };
        let appearance = file.plain(entries, &[]);
        ids.push(file.add(dictionary! {
            "Type" => "Annot", "Subtype" => "Widget", "FT" => "Sig",
            "T" => text(crate::FIELDS[place.min(1)]), "TU" => text(label), "Rect" => sides(rect),
            "F" => WIDGET_FLAGS, "P" => pages[*page], "StructParent" => laid.field_key(place),
            "AP" => dictionary! { "N" => appearance },
        }));
    }
    ids
}

/// Links within the form, each saying where it leads.
fn links(file: &mut File, laid: &Laid, pages: &[ObjectId]) -> Vec<ObjectId> {
    let one = |(place, link): (usize, &Link)| {
        let (page, y) = laid.anchors.get(link.to).copied().flatten().unwrap_or((link.page, HEIGHT));
        let target = vec![pages[page].into(), "XYZ".into(), Object::Null, Object::Real(y.round()), Object::Null];
        file.add(dictionary! {
            "Type" => "Annot", "Subtype" => "Link", "Rect" => sides(&link.rect), "Contents" => text(&link.label),
            "Border" => vec![0.into(), 0.into(), 0.into()], "F" => LINK_FLAGS,
            "Dest" => target, "StructParent" => laid.link_key(place),
        })
    };
    laid.links.iter().enumerate().map(one).collect()
}

/// What lies over a page.
fn annotations(laid: &Laid, page: usize, links: &[ObjectId], fields: &[ObjectId]) -> Vec<Object> {
    let links = laid.links.iter().zip(links).filter(|(link, _)| link.page == page).map(|(_, id)| *id);
    let fields = laid.fields.iter().zip(fields).filter(|(field, _)| field.page == page).map(|(_, id)| *id);
    links.chain(fields).map(Object::Reference).collect()
}

/// Bookmarks, nested as their headings are; those under another are folded.
fn outline(file: &mut File, laid: &Laid, pages: &[ObjectId]) -> ObjectId {
    // Place 0 is the list itself; the bookmark at `n` is the heading at `n - 1`.
    let ids: Vec<ObjectId> = (0..=laid.outline.len()).map(|_| file.number()).collect();
    let mut above = vec![0; ids.len()];
    let mut under: Vec<Vec<usize>> = vec![Vec::new(); ids.len()];
    let mut open: Vec<(usize, usize)> = Vec::new();
    for (place, mark) in laid.outline.iter().enumerate() {
        open.retain(|(rank, _)| *rank < mark.rank);
        above[place + 1] = open.last().map_or(0, |(_, place)| *place);
        under[above[place + 1]].push(place + 1);
        open.push((mark.rank, place + 1));
    }
    for (place, kids) in under.iter().enumerate() {
        let mut item = match place.checked_sub(1).map(|place| &laid.outline[place]) {
            None => dictionary! { "Type" => "Outlines", "Count" => kids.len() as i64 },
            Some(mark) => {
                let y = Object::Real(mark.y.round());
                let target = vec![pages[mark.page].into(), "XYZ".into(), Object::Null, y, Object::Null];
                dictionary! { "Title" => text(&mark.title), "Parent" => ids[above[place]], "Dest" => target }
            }
        };
        if let (Some(first), Some(last)) = (kids.first(), kids.last()) {
            item.set("First", ids[*first]);
            item.set("Last", ids[*last]);
            if place > 0 {
                item.set("Count", -(kids.len() as i64));
            }
        }
        let beside = &under[above[place]];
        if let Some(at) = beside.iter().position(|other| *other == place).filter(|_| place > 0) {
            at.checked_sub(1).into_iter().for_each(|before| item.set("Prev", ids[beside[before]]));
            beside.get(at + 1).into_iter().for_each(|after| item.set("Next", ids[*after]));
        }
        file.put(ids[place], item);
    }
    ids[0]
}

/// Packet, information and output intent; answers the number of the information.
fn metadata(file: &mut File, catalog: &mut Dictionary, about: &About<'_>) -> ObjectId {
    let tool = about.tool();
    let packet = xmp::packet([&about.title, about.lang, &tool], about.hash, about.made_at);
    // Readers look for the packet in the file as it is.
    let entries = dictionary! { "Type" => "Metadata", "Subtype" => "XML" };
    catalog.set("Metadata", file.plain(entries, packet.as_bytes()));
    static PROFILE: OnceLock<Vec<u8>> = OnceLock::new();
    let profile = PROFILE.get_or_init(|| deflate_once(SRGB));
    let profile = file.deflated(dictionary! { "N" => 3 }, profile);
    let intent = dictionary! {
        "Type" => "OutputIntent", "S" => "GTS_PDFA1", "OutputConditionIdentifier" => text("sRGB IEC61966-2.1"),
        "DestOutputProfile" => profile,
    };
    catalog.set("OutputIntents", vec![intent.into()]);
    file.add(dictionary! {
        "Title" => text(&about.title), "Creator" => text(&tool), "Producer" => text(&tool),
        "CreationDate" => about.made(), "ModDate" => about.made(),
    })
}

fn attachments(file: &mut File, catalog: &mut Dictionary, about: &About<'_>, attached: &[Vec<u8>]) {
    let (mut names, mut files) = (Vec::new(), Vec::new());
    for ((name, what, bytes), deflated) in about.attachments.iter().zip(attached) {
        let entries = dictionary! {
            "Type" => "EmbeddedFile", "Subtype" => Object::Name(b"application/json".to_vec()),
            "Params" => dictionary! { "Size" => bytes.len() as i64, "ModDate" => about.made() },
        };
        let stream = file.deflated(entries, deflated);
        let entry = file.add(dictionary! {
            "Type" => "Filespec", "F" => text(name), "UF" => text(name), "AFRelationship" => "Data",
            "Desc" => text(what), "EF" => dictionary! { "F" => stream, "UF" => stream },
        });
        names.extend([text(name), Object::Reference(entry)]);
        files.push(Object::Reference(entry));
    }
    catalog.set("Names", dictionary! { "EmbeddedFiles" => dictionary! { "Names" => names } });
    catalog.set("AF", files);
}
