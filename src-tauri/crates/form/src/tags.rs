//! Writes the structure tree with its parent tree.
//!
//! Promises: as short as it may be: a piece of marked content is a plain number while it lies on the page of its
//! element, and the two attributes that table heads need are objects that all of them share.

use crate::layout::Laid;
use crate::post::text;
use crate::structure::{Kid, Node, Role};
use lopdf::{Dictionary, Document, Object, ObjectId, dictionary};

/// Key of a page or a field in the parent tree: pages first.
pub(crate) fn field_key(laid: &Laid, field: usize) -> i64 {
    (laid.pages.len() + field) as i64
}

/// Objects that elements point at.
struct Targets<'a> {
    laid: &'a Laid,
    pages: &'a [ObjectId],
    fields: &'a [ObjectId],
    elements: Vec<ObjectId>,
    column: ObjectId,
    row: ObjectId,
}

/// Adds the tree; answers its root.
pub(crate) fn write(document: &mut Document, laid: &Laid, pages: &[ObjectId], fields: &[ObjectId]) -> ObjectId {
    let root = document.new_object_id();
    let elements: Vec<ObjectId> = laid.tree.nodes.iter().map(|_| document.new_object_id()).collect();
    let column = document.add_object(dictionary! { "O" => "Table", "Scope" => "Column" });
    let row = document.add_object(dictionary! { "O" => "Table", "Scope" => "Row" });
    let targets = Targets { laid, pages, fields, elements, column, row };
    for (place, node) in laid.tree.nodes.iter().enumerate() {
        let parent = if place == 0 { root } else { targets.elements[node.parent] };
        document.objects.insert(targets.elements[place], targets.element(node, parent).into());
    }
    let parents = document.add_object(dictionary! { "Nums" => targets.parents() });
    let next = (pages.len() + laid.fields.len()) as i64;
    let tree = dictionary! {
        "Type" => "StructTreeRoot", "K" => targets.elements[0], "ParentTree" => parents, "ParentTreeNextKey" => next,
    };
    document.objects.insert(root, tree.into());
    root
}

impl Targets<'_> {
    /// For every page, the element of each piece of marked content; for every field its element.
    fn parents(&self) -> Vec<Object> {
        let mut lists: Vec<Vec<Object>> = vec![Vec::new(); self.pages.len()];
        for (place, node) in self.laid.tree.nodes.iter().enumerate() {
            for kid in &node.kids {
                let Kid::Marked(page, mark) = kid else { continue };
                let list = &mut lists[*page];
                list.resize(list.len().max(*mark as usize + 1), Object::Null);
                list[*mark as usize] = Object::Reference(self.elements[place]);
            }
        }
        let pages = lists.into_iter().enumerate();
        let mut numbers: Vec<Object> =
            pages.flat_map(|(page, list)| [Object::Integer(page as i64), Object::Array(list)]).collect();
        for (place, field) in self.laid.fields.iter().enumerate() {
            let key = Object::Integer(field_key(self.laid, place));
            numbers.extend([key, Object::Reference(self.elements[field.node])]);
        }
        numbers
    }

    fn element(&self, node: &Node, parent: ObjectId) -> Dictionary {
        let mut element = dictionary! { "S" => node.role.name(), "P" => parent };
        let home = node.kids.iter().find_map(|kid| if let Kid::Marked(page, _) = kid { Some(*page) } else { None });
        if let Some(page) = home {
            element.set("Pg", self.pages[page]);
        }
        let mut kids: Vec<Object> = node.kids.iter().map(|kid| self.kid(kid, home)).collect();
        match kids.len() {
            0 => {}
            1 => element.set("K", kids.remove(0)),
            _ => element.set("K", kids),
        }
        if let Some(alt) = &node.alt {
            element.set("Alt", text(alt));
        }
        if let Some(lang) = node.lang {
            element.set("Lang", text(lang));
        }
        match node.role {
            Role::ColumnHead => element.set("A", self.column),
            Role::RowHead => element.set("A", self.row),
            _ => {}
        }
        if let Some(bounds) = node.bounds {
            let bounds: Vec<Object> = bounds.iter().map(|side| Object::Real(*side)).collect();
            element.set("A", dictionary! { "O" => "Layout", "BBox" => bounds, "Placement" => "Block" });
        }
        element
    }

    fn kid(&self, kid: &Kid, home: Option<usize>) -> Object {
        match kid {
            Kid::Node(id) => Object::Reference(self.elements[*id]),
            Kid::Marked(page, mark) if Some(*page) == home => Object::Integer(i64::from(*mark)),
            Kid::Marked(page, mark) => {
                dictionary! { "Type" => "MCR", "Pg" => self.pages[*page], "MCID" => i64::from(*mark) }.into()
            }
            Kid::Field(field) => dictionary! {
                "Type" => "OBJR", "Pg" => self.pages[self.laid.fields[*field].page], "Obj" => self.fields[*field],
            }
            .into(),
        }
    }
}
