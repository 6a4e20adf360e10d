//! The post-pass: what makes the file PDF/A-3a and PDF/UA-1 and ready to be signed.
//!
//! Beside this file, `conformance.md` lists the clauses and how each is met.

use crate::FormError;
use crate::layout::{Field, Laid};
use crate::tags;
use crate::xmp;
use chrono::{DateTime, Utc};
use libdeflater::{CompressionLvl, Compressor};
use lopdf::{Dictionary, Document, Object, ObjectId, Stream, StringFormat, dictionary};
use sha2::{Digest, Sha256};
use std::sync::OnceLock;

const SRGB: &[u8] = include_bytes!("../fonts/srgb.icc");
/// Print, locked.
const WIDGET_FLAGS: i64 = 132;
/// Effort of deflating, 1 to 12. More takes twice the time for one part in a hundred.
const LEVEL: i32 = 4;

/// What the file says of itself.
pub(crate) struct About<'a> {
    pub title: String,
    /// Language tag.
    pub lang: &'static str,
    pub hash: &'a str,
    pub made_at: DateTime<Utc>,
    pub app_version: &'a str,
    /// Name, what it is, and the bytes.
    pub attachments: &'a [(&'static str, &'static str, Vec<u8>)],
}

/// Completes the document and writes it.
pub(crate) fn finish(mut document: Document, laid: &Laid, about: &About<'_>) -> Result<Vec<u8>, FormError> {
    document.version = "1.7".to_owned();
    let pages: Vec<ObjectId> = document.get_pages().into_values().collect();
    let catalog_id =
        document.trailer.get(b"Root").and_then(Object::as_reference).map_err(|_| FormError::Composition("catalog"))?;
    let mut catalog = dictionary! {
        "Type" => "Catalog",
        "Pages" => page_root(&document, catalog_id)?,
        "Lang" => text(about.lang),
        "MarkInfo" => dictionary! { "Marked" => true },
        "ViewerPreferences" => dictionary! { "DisplayDocTitle" => true },
        "PageMode" => "UseOutlines",
    };
    let fields = fields(&mut document, laid, &pages);
    let root = tags::write(&mut document, laid, &pages, &fields);
    catalog.set("StructTreeRoot", root);
    catalog.set("AcroForm", dictionary! { "Fields" => references(&fields), "SigFlags" => 3 });
    for (place, page) in pages.iter().enumerate() {
        tidy_page(&mut document, *page, place, laid, &fields)?;
    }
    catalog.set("Outlines", outline(&mut document, laid, &pages));
    metadata(&mut document, &mut catalog, about);
    attachments(&mut document, &mut catalog, about);
    document.objects.insert(catalog_id, Object::Dictionary(catalog));
    let id = identifier(about);
    document.trailer.set("ID", vec![id.clone(), id]);
    document.prune_objects();
    document.renumber_objects();
    compress(&mut document);
    let mut bytes = Vec::with_capacity(64 * 1024);
    document.save_to(&mut bytes).map_err(|_| FormError::Composition("save"))?;
    Ok(bytes)
}

fn page_root(document: &Document, catalog: ObjectId) -> Result<Object, FormError> {
    let dictionary = document.get_dictionary(catalog).map_err(|_| FormError::Composition("catalog"))?;
    dictionary.get(b"Pages").cloned().map_err(|_| FormError::Composition("pages"))
}

/// Text for a reader: UTF-16 where it must be.
pub(crate) fn text(words: &str) -> Object {
    if words.is_ascii() {
        return Object::String(words.as_bytes().to_vec(), StringFormat::Literal);
    }
    let mut bytes = vec![0xFE, 0xFF];
    bytes.extend(words.encode_utf16().flat_map(u16::to_be_bytes));
    Object::String(bytes, StringFormat::Hexadecimal)
}

fn references(ids: &[ObjectId]) -> Vec<Object> {
    ids.iter().map(|id| Object::Reference(*id)).collect()
}

/// Signature fields that are empty and already tagged: added later they would break PDF/UA (7.18.4).
fn fields(document: &mut Document, laid: &Laid, pages: &[ObjectId]) -> Vec<ObjectId> {
    let mut ids = Vec::new();
    for (place, field) in laid.fields.iter().enumerate() {
        let Field { page, rect, label, .. } = field;
        let (width, height) = (rect[2] - rect[0], rect[3] - rect[1]);
        let appearance = Stream::new(
            dictionary! {
                "Type" => "XObject", "Subtype" => "Form", "Resources" => Dictionary::new(),
                "BBox" => vec![0.into(), 0.into(), Object::Real(width), Object::Real(height)],
            },
            Vec::new(),
        );
        let appearance = document.add_object(appearance);
        ids.push(document.add_object(dictionary! {
            "Type" => "Annot", "Subtype" => "Widget", "FT" => "Sig",
            "T" => text(crate::FIELDS[place.min(1)]), "TU" => text(label),
            "Rect" => rect.iter().map(|side| Object::Real(*side)).collect::<Vec<_>>(),
            "F" => WIDGET_FLAGS, "P" => pages[*page],
            "StructParent" => tags::field_key(laid, place),
            "AP" => dictionary! { "N" => appearance },
        }));
    }
    ids
}

fn tidy_page(
    document: &mut Document,
    page: ObjectId,
    place: usize,
    laid: &Laid,
    fields: &[ObjectId],
) -> Result<(), FormError> {
    let here = laid.fields.iter().zip(fields).filter(|(field, _)| field.page == place);
    let here: Vec<Object> = here.map(|(_, id)| Object::Reference(*id)).collect();
    let dictionary =
        document.get_object_mut(page).and_then(Object::as_dict_mut).map_err(|_| FormError::Composition("page"))?;
    dictionary.remove(b"Annots");
    dictionary.set("StructParents", place as i64);
    dictionary.set("Tabs", "S");
    if !here.is_empty() {
        dictionary.set("Annots", here);
    }
    Ok(())
}

/// Bookmarks, one for each heading of the first ranks.
fn outline(document: &mut Document, laid: &Laid, pages: &[ObjectId]) -> ObjectId {
    let root = document.new_object_id();
    let ids: Vec<ObjectId> = laid.outline.iter().map(|_| document.new_object_id()).collect();
    for (place, (title, page, y)) in laid.outline.iter().enumerate() {
        let target = vec![pages[*page].into(), "XYZ".into(), Object::Null, Object::Real(*y), Object::Null];
        let mut item = dictionary! { "Title" => text(title), "Parent" => root, "Dest" => target };
        if let Some(before) = place.checked_sub(1) {
            item.set("Prev", ids[before]);
        }
        if let Some(after) = ids.get(place + 1) {
            item.set("Next", *after);
        }
        document.objects.insert(ids[place], item.into());
    }
    let mut list = dictionary! { "Type" => "Outlines", "Count" => ids.len() as i64 };
    if let (Some(first), Some(last)) = (ids.first(), ids.last()) {
        list.set("First", *first);
        list.set("Last", *last);
    }
    document.objects.insert(root, list.into());
    root
}

fn metadata(document: &mut Document, catalog: &mut Dictionary, about: &About<'_>) {
    let tool = format!("Weegschaal {}", about.app_version);
    let packet = xmp::packet([&about.title, about.lang, about.hash], about.made_at, &tool);
    // Readers look for the packet in the file as it is.
    let stream = Stream::new(dictionary! { "Type" => "Metadata", "Subtype" => "XML" }, packet.into_bytes());
    catalog.set("Metadata", document.add_object(stream.with_compression(false)));
    let made = Object::string_literal(about.made_at.format("D:%Y%m%d%H%M%SZ").to_string());
    let info = dictionary! {
        "Title" => text(&about.title), "Creator" => text(&tool), "Producer" => text(&tool),
        "CreationDate" => made.clone(), "ModDate" => made,
    };
    let info = document.add_object(info);
    document.trailer.set("Info", info);
    let profile = document.add_object(profile());
    let intent = dictionary! {
        "Type" => "OutputIntent", "S" => "GTS_PDFA1", "OutputConditionIdentifier" => text("sRGB IEC61966-2.1"),
        "DestOutputProfile" => profile,
    };
    catalog.set("OutputIntents", vec![intent.into()]);
}

fn attachments(document: &mut Document, catalog: &mut Dictionary, about: &About<'_>) {
    let made = Object::string_literal(about.made_at.format("D:%Y%m%d%H%M%SZ").to_string());
    let (mut names, mut files) = (Vec::new(), Vec::new());
    let mut sorted: Vec<_> = about.attachments.iter().collect();
    sorted.sort_by_key(|(name, ..)| *name);
    for (name, what, bytes) in sorted {
        let stream = Stream::new(
            dictionary! {
                "Type" => "EmbeddedFile", "Subtype" => Object::Name(b"application/json".to_vec()),
                "Params" => dictionary! { "Size" => bytes.len() as i64, "ModDate" => made.clone() },
            },
            bytes.clone(),
        );
        let stream = document.add_object(stream);
        let file = document.add_object(dictionary! {
            "Type" => "Filespec", "F" => text(name), "UF" => text(name), "AFRelationship" => "Data",
            "Desc" => text(what), "EF" => dictionary! { "F" => stream, "UF" => stream },
        });
        names.extend([text(name), Object::Reference(file)]);
        files.push(Object::Reference(file));
    }
    catalog.set("Names", dictionary! { "EmbeddedFiles" => dictionary! { "Names" => names } });
    catalog.set("AF", files);
}

/// The file's identifier follows from what it states, so that the same form is the same file.
fn identifier(about: &About<'_>) -> Object {
    let made = about.made_at.timestamp_millis();
    let seed = format!("{} {made} {} {} {}", about.hash, about.app_version, about.lang, about.title);
    let digest = Sha256::digest(seed.as_bytes());
    Object::String(digest[..16].to_vec(), StringFormat::Hexadecimal)
}

/// Deflates every stream that is left plain and is not the packet.
fn compress(document: &mut Document) {
    for object in document.objects.values_mut() {
        let Object::Stream(stream) = object else { continue };
        if !stream.allows_compression || stream.dict.has(b"Filter") {
            continue;
        }
        let deflated = deflate(&stream.content);
        if deflated.len() + 20 < stream.content.len() {
            stream.dict.set("Filter", "FlateDecode");
            stream.set_content(deflated);
        }
    }
}

fn deflate(bytes: &[u8]) -> Vec<u8> {
    let mut compressor = Compressor::new(CompressionLvl::new(LEVEL).expect("BUG: a level"));
    let mut deflated = vec![0; compressor.zlib_compress_bound(bytes.len())];
    let length = compressor.zlib_compress(bytes, &mut deflated).expect("BUG: there is room for the worst case");
    deflated.truncate(length);
    deflated
}

/// The colour profile, deflated once for all forms.
fn profile() -> Stream {
    static DEFLATED: OnceLock<Vec<u8>> = OnceLock::new();
    let bytes = DEFLATED.get_or_init(|| deflate(SRGB)).clone();
    Stream::new(dictionary! { "N" => 3, "Filter" => "FlateDecode" }, bytes)
}
