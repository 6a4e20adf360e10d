//! A form, laid out: pages of marks with the structure over them, and what lies over the pages.
//!
//! Promises: pages, nodes and anchors are named by place. Deliberately absent: how it came to be (`layout`), how it is
//! written (`write`, `post`, `tags`).

use crate::draw::Placed;
use crate::structure::{NodeId, Tree};

/// A page's marks, in reading order.
#[derive(Debug, Clone, Default)]
pub(crate) struct Page {
    pub marks: Vec<Placed>,
}

/// A signature field: page, box, alternative text and node.
#[derive(Debug, Clone)]
pub(crate) struct Field {
    pub page: usize,
    pub rect: [f32; 4],
    pub label: String,
    pub node: NodeId,
}

/// A link within the form: page, box, what is said of it, node, and the anchor it leads to.
#[derive(Debug, Clone)]
pub(crate) struct Link {
    pub page: usize,
    pub rect: [f32; 4],
    pub label: String,
    pub node: NodeId,
    pub to: usize,
}

/// A heading as a bookmark: its rank from 0, page and height.
#[derive(Debug, Clone)]
pub(crate) struct Bookmark {
    pub title: String,
    pub rank: usize,
    pub page: usize,
    pub y: f32,
}

/// A form, laid out.
#[derive(Debug, Clone)]
pub(crate) struct Laid {
    pub pages: Vec<Page>,
    pub tree: Tree,
    pub fields: Vec<Field>,
    pub links: Vec<Link>,
    /// Page and height of what links lead to, once it is placed.
    pub anchors: Vec<Option<(usize, f32)>>,
    pub outline: Vec<Bookmark>,
}

impl Laid {
    pub fn new(anchors: usize) -> Self {
        Self {
            pages: vec![Page::default()],
            tree: Tree::new(),
            fields: Vec::new(),
            links: Vec::new(),
            anchors: vec![None; anchors],
            outline: Vec::new(),
        }
    }

    /// Key of a link in the parent tree, whose first keys are the pages.
    pub fn link_key(&self, link: usize) -> u32 {
        (self.pages.len() + link) as u32
    }

    /// Key of a field in the parent tree, behind the links.
    pub fn field_key(&self, field: usize) -> u32 {
        (self.pages.len() + self.links.len() + field) as u32
    }
}
