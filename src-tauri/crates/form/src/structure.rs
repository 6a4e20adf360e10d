//! The structure tree: what a reader that speaks follows instead of the page.
//!
//! Promises: nodes stand in reading order, a parent before its kids; what stands within a line of text is hung up when
//! the line is drawn, so that it is read between what stands before and behind it. Deliberately absent: how a PDF
//! writes it (`tags`).

/// A node of the tree, by place.
pub(crate) type NodeId = usize;

/// What a node is, in the words of ISO 32000.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Role {
    Document,
    Section,
    H1,
    H2,
    H3,
    Paragraph,
    Quote,
    Table,
    TableRow,
    /// A head over its column.
    ColumnHead,
    /// A head before its row.
    RowHead,
    Cell,
    Figure,
    Form,
    Link,
    /// A word broken over two lines, whole in its actual text.
    Word,
}

impl Role {
    pub fn name(self) -> &'static str {
        match self {
            Self::Document => "Document",
            Self::Section => "Sect",
            Self::H1 => "H1",
            Self::H2 => "H2",
            Self::H3 => "H3",
            Self::Paragraph => "P",
            Self::Quote => "BlockQuote",
            Self::Table => "Table",
            Self::TableRow => "TR",
            Self::ColumnHead | Self::RowHead => "TH",
            Self::Cell => "TD",
            Self::Figure => "Figure",
            Self::Form => "Form",
            Self::Link => "Link",
            Self::Word => "Span",
        }
    }
}

/// What hangs under a node.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Kid {
    Node(NodeId),
    /// Page and marked content.
    Marked(usize, u32),
    /// A signature field, by place.
    Field(usize),
    /// A link, by place.
    Link(usize),
}

/// A node.
#[derive(Debug, Clone)]
pub(crate) struct Node {
    pub role: Role,
    pub alt: Option<String>,
    /// What is read instead of the marks.
    pub actual: Option<String>,
    /// Language, where it is not that of the form.
    pub lang: Option<&'static str>,
    pub kids: Vec<Kid>,
    pub parent: NodeId,
    /// Place and size on its page, for a figure.
    pub bounds: Option<[f32; 4]>,
    /// Whether it hangs under its parent.
    pub hung: bool,
}

impl Node {
    fn new(role: Role, parent: NodeId) -> Self {
        Self { role, alt: None, actual: None, lang: None, kids: Vec::new(), parent, bounds: None, hung: false }
    }
}

/// The tree; its root is the first node.
#[derive(Debug, Clone)]
pub(crate) struct Tree {
    pub nodes: Vec<Node>,
}

impl Tree {
    pub fn new() -> Self {
        Self { nodes: vec![Node::new(Role::Document, 0)] }
    }

    pub fn add(&mut self, parent: NodeId, role: Role) -> NodeId {
        let id = self.add_within_line(parent, role);
        self.hang(id);
        id
    }

    /// A node that is hung up when its line is drawn.
    pub fn add_within_line(&mut self, parent: NodeId, role: Role) -> NodeId {
        self.nodes.push(Node::new(role, parent));
        self.nodes.len() - 1
    }

    /// Hangs a node under its parent, behind what hangs there.
    pub fn hang(&mut self, id: NodeId) {
        let node = &mut self.nodes[id];
        if !std::mem::replace(&mut node.hung, true) && id > 0 {
            let parent = node.parent;
            self.nodes[parent].kids.push(Kid::Node(id));
        }
    }
}
