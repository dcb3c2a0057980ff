//! One row of a table.

/// One row, in a buffer that is used again.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// Where it begins in the file, from 1.
    pub line: u64,
    text: String,
    ends: Vec<usize>,
}

impl Row {
    /// Forgets the cells.
    pub fn clear(&mut self) {
        self.text.clear();
        self.ends.clear();
    }

    /// Takes cells that end at these places of a text.
    pub fn set(&mut self, text: &str, ends: &[usize]) {
        self.clear();
        self.text.push_str(text);
        self.ends.extend_from_slice(ends);
    }

    pub fn len(&self) -> usize {
        self.ends.len()
    }

    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    pub fn cell(&self, index: usize) -> Option<&str> {
        let end = *self.ends.get(index)?;
        let start = if index == 0 { 0 } else { *self.ends.get(index - 1)? };
        self.text.get(start..end)
    }

    pub fn cells(&self) -> impl Iterator<Item = &str> {
        (0..self.len()).filter_map(|index| self.cell(index))
    }

    /// Whether no cell says anything, as in the rows that spreadsheets leave at the end.
    pub fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }

    /// Writes each cell anew.
    pub fn map(&mut self, change: impl Fn(&str) -> String) {
        let cells: Vec<String> = self.cells().map(change).collect();
        self.clear();
        for cell in cells {
            self.text.push_str(&cell);
            self.ends.push(self.text.len());
        }
    }
}
