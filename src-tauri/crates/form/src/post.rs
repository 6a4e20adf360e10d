//! The post-pass: what makes the file PDF/A-3a and PDF/UA-1 and ready to be signed.
//!
//! Beside this file, `conformance.md` lists the clauses and how each is met.

use crate::FormError;
use crate::layout::{Field, Laid};
use crate::structure::{Kid, NodeId, Role, Tree};
use crate::xmp;
use chrono::{DateTime, Utc};
use lopdf::{Dictionary, Document, Object, ObjectId, Stream, StringFormat, dictionary};
use sha2::{Digest, Sha256};

const SRGB: &[u8] = include_bytes!("../fonts/srgb.icc");
/// Print, locked.
const WIDGET_FLAGS: i64 = 132;

/// What the file says of itself.
pub(crate) struct About<'a> {
    pub title: String,
    pub hash: &'a str,
    pub made_at: DateTime<Utc>,
    pub app_version: &'a str,
    pub attachments: &'a [(&'static str, Vec<u8>)],
}

/// Completes the document and writes it.
pub(crate) fn finish(
    mut document: Document,
    laid: &Laid,
    tree: &Tree,
    about: &About<'_>,
) -> Result<Vec<u8>, FormError> {
    document.version = "1.7".to_owned();
    let pages: Vec<ObjectId> = document.get_pages().into_values().collect();
    let catalog_id =
        document.trailer.get(b"Root").and_then(Object::as_reference).map_err(|_| FormError::Composition("catalog"))?;
    let mut catalog = dictionary! {
        "Type" => "Catalog",
        "Pages" => page_root(&document, catalog_id)?,
        "Lang" => text("nl-NL"),
        "MarkInfo" => dictionary! { "Marked" => true },
        "ViewerPreferences" => dictionary! { "DisplayDocTitle" => true },
        "PageMode" => "UseOutlines",
    };
    let fields = fields(&mut document, laid, &pages);
    let root = structure(&mut document, tree, laid, &pages, &fields);
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
    document.compress();
    let mut bytes = Vec::with_capacity(64 * 1024);
    document.save_to(&mut bytes).map_err(|_| FormError::Composition("save"))?;
    Ok(bytes)
}

fn page_root(document: &Document, catalog: ObjectId) -> Result<Object, FormError> {
    let dictionary = document.get_dictionary(catalog).map_err(|_| FormError::Composition("catalog"))?;
    dictionary.get(b"Pages").cloned().map_err(|_| FormError::Composition("pages"))
}

/// Text for a reader: UTF-16 where it must be.
fn text(words: &str) -> Object {
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

/// Key of a page or a field in the parent tree: pages first.
fn field_key(laid: &Laid, field: usize) -> i64 {
    (laid.pages.len() + field) as i64
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
            "StructParent" => field_key(laid, place),
            "AP" => dictionary! { "N" => appearance },
        }));
    }
    ids
}

/// The structure tree with its parent tree; answers its root.
fn structure(document: &mut Document, tree: &Tree, laid: &Laid, pages: &[ObjectId], fields: &[ObjectId]) -> ObjectId {
    let root = document.new_object_id();
    let ids: Vec<ObjectId> = tree.nodes.iter().map(|_| document.new_object_id()).collect();
    let mut parents: Vec<Vec<Object>> = vec![Vec::new(); pages.len()];
    let mut numbers: Vec<Object> = Vec::new();
    for (place, node) in tree.nodes.iter().enumerate() {
        let mut kids = Vec::with_capacity(node.kids.len());
        for kid in &node.kids {
            kids.push(match kid {
                Kid::Node(id) => Object::Reference(ids[*id]),
                Kid::Marked(page, mark) => {
                    // Marks are numbered in the order they were begun, so each lands at its own place.
                    let list = &mut parents[*page];
                    list.resize(list.len().max(*mark as usize + 1), Object::Null);
                    list[*mark as usize] = Object::Reference(ids[place]);
                    dictionary! { "Type" => "MCR", "Pg" => pages[*page], "MCID" => i64::from(*mark) }.into()
                }
                Kid::Field(field) => dictionary! {
                    "Type" => "OBJR", "Pg" => pages[laid.fields[*field].page], "Obj" => fields[*field],
                }
                .into(),
            });
        }
        let parent = if place == 0 { root } else { ids[node.parent] };
        document.objects.insert(ids[place], element(tree, place, parent, kids).into());
    }
    for (page, list) in parents.into_iter().enumerate() {
        numbers.extend([Object::Integer(page as i64), Object::Array(list)]);
    }
    for (place, field) in laid.fields.iter().enumerate() {
        numbers.extend([Object::Integer(field_key(laid, place)), Object::Reference(ids[field.node])]);
    }
    let parent_tree = document.add_object(dictionary! { "Nums" => numbers });
    let next = (pages.len() + laid.fields.len()) as i64;
    document.objects.insert(
        root,
        dictionary! {
            "Type" => "StructTreeRoot", "K" => ids[0], "ParentTree" => parent_tree, "ParentTreeNextKey" => next,
        }
        .into(),
    );
    root
}

fn element(tree: &Tree, place: NodeId, parent: ObjectId, kids: Vec<Object>) -> Dictionary {
    let node = &tree.nodes[place];
    let mut element = dictionary! { "Type" => "StructElem", "S" => node.role.name(), "P" => parent, "K" => kids };
    if let Some(alt) = &node.alt {
        element.set("Alt", text(alt));
    }
    let scope = match node.role {
        Role::ColumnHead => Some("Column"),
        Role::RowHead => Some("Row"),
        _ => None,
    };
    if let Some(scope) = scope {
        element.set("A", dictionary! { "O" => "Table", "Scope" => scope });
    }
    if let Some(bounds) = node.bounds {
        let bounds: Vec<Object> = bounds.iter().map(|side| Object::Real(*side)).collect();
        element.set("A", dictionary! { "O" => "Layout", "BBox" => bounds, "Placement" => "Block" });
    }
    element
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
    let packet = xmp::packet(&about.title, about.hash, about.made_at, &tool);
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
    let profile = document.add_object(Stream::new(dictionary! { "N" => 3 }, SRGB.to_vec()));
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
    sorted.sort_by_key(|(name, _)| *name);
    for (name, bytes) in sorted {
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
            "Desc" => text("Het oordeel als gegevens"), "EF" => dictionary! { "F" => stream, "UF" => stream },
        });
        names.extend([text(name), Object::Reference(file)]);
        files.push(Object::Reference(file));
    }
    catalog.set("Names", dictionary! { "EmbeddedFiles" => dictionary! { "Names" => names } });
    catalog.set("AF", files);
}

/// The file's identifier follows from what it states, so that the same form is the same file.
fn identifier(about: &About<'_>) -> Object {
    let seed = format!("{} {} {}", about.hash, about.made_at.timestamp_millis(), about.app_version);
    let digest = Sha256::digest(seed.as_bytes());
    Object::String(digest[..16].to_vec(), StringFormat::Hexadecimal)
}
