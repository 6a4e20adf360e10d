//! Writes the structure tree with its parent tree.
//!
//! Promises: as short as it may be: a piece of marked content is a plain number while it lies on the page of its
//! element, and the two attributes that table heads need are objects that all of them share.

use crate::file::{File, digits, text, write};
use crate::laid::Laid;
use crate::structure::{Kid, Node, Role};
use lopdf::{ObjectId, dictionary};

/// Objects that elements point at.
struct Targets<'a> {
    laid: &'a Laid,
    pages: &'a [ObjectId],
    fields: &'a [ObjectId],
    links: &'a [ObjectId],
    elements: Vec<ObjectId>,
    column: ObjectId,
    row: ObjectId,
}

/// Adds the tree; answers its root.
pub(crate) fn put(
    file: &mut File,
    laid: &Laid,
    pages: &[ObjectId],
    fields: &[ObjectId],
    links: &[ObjectId],
) -> ObjectId {
    let root = file.number();
    let elements: Vec<ObjectId> = laid.tree.nodes.iter().map(|_| file.number()).collect();
    let column = file.add(dictionary! { "O" => "Table", "Scope" => "Column" });
    let row = file.add(dictionary! { "O" => "Table", "Scope" => "Row" });
    let targets = Targets { laid, pages, fields, links, elements, column, row };
    for (place, node) in laid.tree.nodes.iter().enumerate() {
        let parent = if place == 0 { root } else { targets.elements[node.parent] };
        file.spell(targets.elements[place], |out| targets.element(out, node, parent));
    }
    let parents = file.number();
    file.spell(parents, |out| targets.parents(out));
    let next = (pages.len() + laid.links.len() + laid.fields.len()) as i64;
    file.put(
        root,
        dictionary! {
            "Type" => "StructTreeRoot", "K" => targets.elements[0], "ParentTree" => parents,
            "ParentTreeNextKey" => next,
        },
    );
    root
}

fn word(out: &mut Vec<u8>, word: &str) {
    out.extend_from_slice(word.as_bytes());
}

fn entry(out: &mut Vec<u8>, key: &str, id: ObjectId) {
    word(out, key);
    digits(out, id.0);
    word(out, " 0 R");
}

/// Text for a reader.
fn said(out: &mut Vec<u8>, key: &str, words: &str) {
    word(out, key);
    write(out, &text(words));
}

impl Targets<'_> {
    /// For every page, the element of each piece of marked content; for every link and field its element.
    fn parents(&self, out: &mut Vec<u8>) {
        let mut lists: Vec<Vec<u32>> = vec![Vec::new(); self.pages.len()];
        for (node, element) in self.laid.tree.nodes.iter().zip(&self.elements) {
            for kid in &node.kids {
                let Kid::Marked(page, mark) = kid else { continue };
                let list = &mut lists[*page];
                list.resize(list.len().max(*mark as usize + 1), 0);
                list[*mark as usize] = element.0;
            }
        }
        word(out, "<</Nums[");
        for (page, list) in lists.iter().enumerate() {
            digits(out, page as u32);
            word(out, "[");
            list.iter().for_each(|element| entry(out, " ", (*element, 0)));
            word(out, "]");
        }
        let links = self.laid.links.iter().enumerate().map(|(place, link)| (self.laid.link_key(place), link.node));
        let fields = self.laid.fields.iter().enumerate().map(|(place, field)| (self.laid.field_key(place), field.node));
        for (key, node) in links.chain(fields) {
            digits(out, key);
            entry(out, " ", self.elements[node]);
            word(out, " ");
        }
        word(out, "]>>");
    }

    fn element(&self, out: &mut Vec<u8>, node: &Node, parent: ObjectId) {
        word(out, "<</S/");
        word(out, node.role.name());
        entry(out, "/P ", parent);
        let home = node.kids.iter().find_map(|kid| if let Kid::Marked(page, _) = kid { Some(*page) } else { None });
        if let Some(page) = home {
            entry(out, "/Pg ", self.pages[page]);
        }
        match node.kids.as_slice() {
            [] => {}
            [only] => {
                word(out, "/K ");
                self.kid(out, only, home);
            }
            kids => {
                word(out, "/K[");
                for kid in kids {
                    self.kid(out, kid, home);
                    word(out, " ");
                }
                word(out, "]");
            }
        }
        let spoken = [("/Alt", &node.alt), ("/ActualText", &node.actual)];
        spoken.iter().for_each(|(key, text)| text.iter().for_each(|words| said(out, key, words)));
        if let Some(lang) = node.lang {
            word(out, "/Lang(");
            word(out, lang);
            word(out, ")");
        }
        match node.role {
            Role::ColumnHead => entry(out, "/A ", self.column),
            Role::RowHead => entry(out, "/A ", self.row),
            _ => {}
        }
        if let Some(bounds) = node.bounds {
            let [left, bottom, right, top] = bounds.map(|side| side.round() as i32);
            word(out, &format!("/A<</O/Layout/BBox[{left} {bottom} {right} {top}]/Placement/Block>>"));
        }
        word(out, ">>");
    }

    fn kid(&self, out: &mut Vec<u8>, kid: &Kid, home: Option<usize>) {
        let object = |out: &mut Vec<u8>, page: usize, id: ObjectId| {
            entry(out, "<</Type/OBJR/Pg ", self.pages[page]);
            entry(out, "/Obj ", id);
            word(out, ">>");
        };
        match kid {
            Kid::Node(id) => entry(out, "", self.elements[*id]),
            Kid::Marked(page, mark) if Some(*page) == home => digits(out, *mark),
            Kid::Marked(page, mark) => {
                entry(out, "<</Type/MCR/Pg ", self.pages[*page]);
                word(out, "/MCID ");
                digits(out, *mark);
                word(out, ">>");
            }
            Kid::Field(field) => object(out, self.laid.fields[*field].page, self.fields[*field]),
            Kid::Link(link) => object(out, self.laid.links[*link].page, self.links[*link]),
        }
    }
}
