//! Walks a block with rust-hdl's `Probe` and keeps what the printer needs.

use rust_hdl::prelude::*;

/// One signal of a block.
#[derive(Clone)]
pub(crate) struct Field {
    /// Name inside the block; interface members and array elements are joined with `$`.
    pub name: String,
    pub kind: AtomKind,
    pub width: usize,
    pub ty: TypeDescriptor,
    /// Present value in hexadecimal digits.
    pub hex: String,
}

/// One instance of a block.
pub(crate) struct Instance {
    /// Name of the field that holds it.
    pub leaf: String,
    /// Name of its Rust type, without module and arguments, if `pyxl-hdl-macros` has derived it.
    pub ty: Option<String>,
    /// Instance path for messages.
    pub path: String,
    pub code: Verilog,
    pub fields: Vec<Field>,
    /// Indices into the list of instances.
    pub children: Vec<usize>,
}

#[derive(Default)]
struct Collector {
    instances: Vec<Instance>,
    open: Vec<usize>,
    namespace: Vec<String>,
}

/// All instances below `top`, parents before children.
pub(crate) fn collect<B: Block>(top: &B, name: &str) -> Vec<Instance> {
    let mut collector = Collector::default();
    top.accept(name, &mut collector);
    collector.instances
}

impl Probe for Collector {
    fn visit_start_scope(&mut self, name: &str, node: &dyn Block) {
        let id = self.instances.len();
        let mut path = String::new();
        if let Some(&parent) = self.open.last() {
            self.instances[parent].children.push(id);
            path = format!("{}.", self.instances[parent].path);
        }
        path += &name.replace('$', ".");
        self.instances.push(Instance {
            leaf: name.into(),
            ty: None,
            path,
            code: node.hdl(),
            fields: vec![],
            children: vec![],
        });
        self.open.push(id);
    }

    fn visit_end_scope(&mut self, _: &str, _: &dyn Block) {
        self.open.pop();
    }

    fn visit_start_namespace(&mut self, name: &str, _: &dyn Block) {
        // No field has such a name: this is the path of the block's type.
        if let (true, Some(&id)) = (name.contains("::"), self.open.last()) {
            let path = name.split('<').next().unwrap_or(name);
            self.instances[id].ty = path.rsplit("::").next().map(str::to_owned);
        }
        self.namespace.push(name.into());
    }

    fn visit_end_namespace(&mut self, _: &str, _: &dyn Block) {
        self.namespace.pop();
    }

    fn visit_atom(&mut self, name: &str, atom: &dyn Atom) {
        // A bare signal given as the top has no block around it: nothing to print.
        let Some(&id) = self.open.last() else { return };
        let mut parts = self.namespace.clone();
        parts.push(name.into());
        self.instances[id].fields.push(Field {
            name: parts.join("$"),
            kind: atom.kind(),
            width: atom.bits(),
            ty: atom.descriptor(),
            hex: hex_digits(&atom.verilog()),
        });
    }
}

/// The digits of a literal: `12'h5a` becomes `5a`.
pub(crate) fn hex_digits(literal: &VerilogLiteral) -> String {
    let text = format!("{literal:x}");
    text.rsplit("'h").next().unwrap_or("0").to_owned()
}

impl Field {
    /// Clock nets are wired, never computed.
    pub fn is_clock(&self) -> bool {
        self.ty.name == "clock"
    }
}

impl Instance {
    /// The initial value (hexadecimal) when this is rust-hdl's `DFF`, recognised by its Verilog.
    pub fn register(&self) -> Option<String> {
        let Verilog::Custom(text) = &self.code else {
            return None;
        };
        let names: Vec<_> = self.fields.iter().map(|f| f.name.as_str()).collect();
        if names != ["d", "q", "clock"] || !self.children.is_empty() {
            return None;
        }
        let squashed: String = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let initial = squashed
            .strip_prefix("initial begin q = ")?
            .strip_suffix("; end always @(posedge clock) begin q <= d; end")?;
        Some(initial.rsplit("'h").next()?.to_owned())
    }
}
