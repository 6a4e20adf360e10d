//! The structure tree: what a reader that speaks follows instead of the page.
//!
//! Promises: nodes stand in reading order, a parent before its kids. Deliberately absent: how a PDF writes it (`tags`).

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
    H4,
    Paragraph,
    Quote,
    Table,
    TableHead,
    TableBody,
    TableRow,
    /// A head over its column.
    ColumnHead,
    /// A head before its row.
    RowHead,
    Cell,
    Figure,
    Form,
}

impl Role {
    pub fn name(self) -> &'static str {
        match self {
            Self::Document => "Document",
            Self::Section => "Sect",
            Self::H1 => "H1",
            Self::H2 => "H2",
            Self::H3 => "H3",
            Self::H4 => "H4",
            Self::Paragraph => "P",
            Self::Quote => "BlockQuote",
            Self::Table => "Table",
            Self::TableHead => "THead",
            Self::TableBody => "TBody",
            Self::TableRow => "TR",
            Self::ColumnHead | Self::RowHead => "TH",
            Self::Cell => "TD",
            Self::Figure => "Figure",
            Self::Form => "Form",
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
}

/// A node.
#[derive(Debug, Clone)]
pub(crate) struct Node {
    pub role: Role,
    pub alt: Option<String>,
    /// Language, where it is not that of the form.
    pub lang: Option<&'static str>,
    pub kids: Vec<Kid>,
    pub parent: NodeId,
    /// Place and size on its page, for a figure.
    pub bounds: Option<[f32; 4]>,
}

/// The tree; its root is the first node.
#[derive(Debug, Clone)]
pub(crate) struct Tree {
    pub nodes: Vec<Node>,
}

impl Tree {
    pub fn new() -> Self {
        let root = Node { role: Role::Document, alt: None, lang: None, kids: Vec::new(), parent: 0, bounds: None };
        Self { nodes: vec![root] }
    }

    pub fn add(&mut self, parent: NodeId, role: Role) -> NodeId {
        let id = self.nodes.len();
        self.nodes.push(Node { role, alt: None, lang: None, kids: Vec::new(), parent, bounds: None });
        self.nodes[parent].kids.push(Kid::Node(id));
        id
    }
}
