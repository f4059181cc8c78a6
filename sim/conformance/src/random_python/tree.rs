//! A program as a tree of texts, which shrinks without knowing Python.

/// A part of a node.
#[derive(Clone, Debug, PartialEq)]
pub enum Piece {
    /// Text; lines after its first are indented as the node is.
    Text(String),
    /// An expression or a statement in place.
    Part(Node),
    /// Statements, at the indentation at which they stand.
    Suite(Vec<Node>),
}

/// What a production has become.
#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    /// Its kind, a letter of the grammar.
    pub kind: char,
    /// Its parts, in order.
    pub pieces: Vec<Piece>,
}

impl Node {
    /// A node of one text.
    pub fn text(kind: char, text: impl Into<String>) -> Node {
        Node {
            kind,
            pieces: vec![Piece::Text(text.into())],
        }
    }

    /// Appends its text to `out`; `indent` is the column at which it stands.
    pub fn render(&self, indent: usize, out: &mut String) {
        for piece in &self.pieces {
            match piece {
                Piece::Text(text) => {
                    let margin = format!("\n{:indent$}", "");
                    out.push_str(&text.replace('\n', &margin));
                }
                Piece::Part(node) => node.render(column(out).max(indent), out),
                Piece::Suite(statements) => {
                    let indent = column(out);
                    if statements.is_empty() {
                        out.push_str("pass");
                    }
                    for (i, statement) in statements.iter().enumerate() {
                        if i > 0 {
                            out.push_str(&format!("\n{:indent$}", ""));
                        }
                        statement.render(indent, out);
                    }
                }
            }
        }
    }

    /// Smaller nodes that may stand in its place.
    fn smaller(&self) -> Vec<Node> {
        let mut all = vec![];
        self.parts_of(self.kind, &mut all);
        if let Some(plain) = simplest(self.kind).filter(|plain| {
            self.pieces.len() > 1 || self.pieces != Node::text(self.kind, *plain).pieces
        }) {
            all.push(Node::text(self.kind, plain));
        }
        for (i, piece) in self.pieces.iter().enumerate() {
            let variants: Vec<Piece> = match piece {
                Piece::Text(_) => vec![],
                Piece::Part(part) => part.smaller().into_iter().map(Piece::Part).collect(),
                Piece::Suite(suite) => smaller_suites(suite)
                    .into_iter()
                    .map(Piece::Suite)
                    .collect(),
            };
            for variant in variants {
                let mut node = self.clone();
                node.pieces[i] = variant;
                all.push(node);
            }
        }
        all
    }

    /// The outermost parts of a kind in it.
    fn parts_of(&self, kind: char, all: &mut Vec<Node>) {
        for piece in &self.pieces {
            match piece {
                Piece::Part(part) if part.kind == kind => all.push(part.clone()),
                Piece::Part(part) => part.parts_of(kind, all),
                _ => {}
            }
        }
    }

    /// The statements that stand in it, outermost first.
    fn suites(&self) -> Vec<Vec<Node>> {
        let mut all = vec![];
        for piece in &self.pieces {
            match piece {
                Piece::Suite(suite) => all.push(suite.clone()),
                Piece::Part(part) => all.extend(part.suites()),
                Piece::Text(_) => {}
            }
        }
        all
    }
}

/// The column at which text appended to `out` stands, counted from the line's indentation
/// only: a suite begins after nothing but spaces.
fn column(out: &str) -> usize {
    let line = out.rsplit('\n').next().unwrap_or_default();
    line.len() - line.trim_start_matches(' ').len()
}

/// The simplest text of a kind of expression.
fn simplest(kind: char) -> Option<&'static str> {
    Some(match kind {
        'i' | 'n' | 'j' => "1",
        'f' => "1.5",
        'b' => "True",
        's' => "'a'",
        'l' | 'g' | 'h' => "[1]",
        't' => "(1,)",
        'd' => "{'a': 1}",
        'e' => "{1}",
        'y' => "b'a'",
        'a' => "None",
        'k' => "abs",
        'v' => "Vector(1)",
        'x' => "Exception",
        'P' => "_",
        'p' | 'Q' => "0",
        'r' | 'w' | 'u' => "",
        'L' | 'F' | 'Y' | 'W' | 'M' | 'Z' => "pass",
        _ => return None,
    })
}

/// A suite without the first, the second, … so many statements.
pub fn without(suite: &[Node], length: usize) -> Vec<Vec<Node>> {
    let starts = (0..suite.len()).step_by(length);
    let rest = |at: usize| [&suite[..at], &suite[suite.len().min(at + length)..]].concat();
    starts.map(rest).collect()
}

/// Suites with one part less.
pub fn smaller_suites(suite: &[Node]) -> Vec<Vec<Node>> {
    let mut all = vec![];
    for (i, statement) in suite.iter().enumerate() {
        let mut with = |nodes: Vec<Node>| {
            let mut variant = suite.to_vec();
            variant.splice(i..=i, nodes);
            all.push(variant);
        };
        with(vec![]);
        for inner in statement.suites() {
            with(inner);
        }
        for smaller in statement.smaller() {
            with(vec![smaller]);
        }
    }
    all
}
