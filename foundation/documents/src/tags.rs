//! What the parts of a document are, for whoever has it read to them.

use std::num::NonZeroU16;

use krilla::tagging::{Identifier, Node, TableHeaderScope, Tag, TagGroup, TagKind, TagTree};

/// What a part is.
#[derive(Clone, Debug)]
pub enum Part {
    Title(String),
    Heading(String),
    Paragraph,
    Caption,
    Table,
    TableHead,
    TableBody,
    TableRow,
    HeadCell,
    /// The first cell of a row, which says what the row is about.
    RowHead,
    Cell,
    /// A picture, with the words that say the same.
    Picture(String),
}

/// A part in the tree of parts, by its place in the list of all.
pub type PartId = usize;

/// The tree of parts, while it grows.
#[derive(Default)]
pub struct Tags {
    parts: Vec<(Part, Vec<Child>)>,
    top: Vec<PartId>,
}

enum Child {
    Part(PartId),
    Drawn(Identifier),
}

impl Tags {
    /// A new part within another, or at the top.
    pub fn add(&mut self, part: Part, within: Option<PartId>) -> PartId {
        let id = self.parts.len();
        self.parts.push((part, Vec::new()));
        match within.and_then(|it| self.parts.get_mut(it)) {
            Some((_, children)) => children.push(Child::Part(id)),
            None => self.top.push(id),
        }
        id
    }

    /// Something that was drawn is of this part.
    pub fn drawn(&mut self, part: PartId, identifier: Identifier) {
        if let Some((_, children)) = self.parts.get_mut(part) {
            children.push(Child::Drawn(identifier));
        }
    }

    pub fn tree(self, lang: &str) -> TagTree {
        let mut groups: Vec<Option<(Part, Vec<Child>)>> =
            self.parts.into_iter().map(Some).collect();
        let mut tree = TagTree::new().with_lang(Some(lang.to_owned()));
        for id in self.top {
            if let Some(group) = group(&mut groups, id) {
                tree.push(group);
            }
        }
        tree
    }
}

fn group(parts: &mut [Option<(Part, Vec<Child>)>], id: PartId) -> Option<TagGroup> {
    let (part, children) = parts.get_mut(id)?.take()?;
    let mut tagged = TagGroup::new(kind(part));
    for child in children {
        match child {
            Child::Drawn(identifier) => tagged.push(Node::Leaf(identifier)),
            Child::Part(id) => {
                if let Some(part) = group(parts, id) {
                    tagged.push(part);
                }
            }
        }
    }
    Some(tagged)
}

fn kind(part: Part) -> TagKind {
    let level = |level: u16| NonZeroU16::new(level).unwrap_or(NonZeroU16::MIN);
    match part {
        Part::Title(text) => Tag::Hn(level(1), Some(text)).into(),
        Part::Heading(text) => Tag::Hn(level(2), Some(text)).into(),
        Part::Paragraph => Tag::P.into(),
        Part::Caption => Tag::Caption.into(),
        Part::Table => Tag::Table.into(),
        Part::TableHead => Tag::THead.into(),
        Part::TableBody => Tag::TBody.into(),
        Part::TableRow => Tag::TR.into(),
        Part::HeadCell => Tag::TH(TableHeaderScope::Column).into(),
        Part::RowHead => Tag::TH(TableHeaderScope::Row).into(),
        Part::Cell => Tag::TD.into(),
        Part::Picture(said) => Tag::Figure(Some(said)).into(),
    }
}
