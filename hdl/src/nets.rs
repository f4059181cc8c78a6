//! The signals that one block can name: its own, its children's ports, its registers.

use crate::collect::{Field, Instance};
use crate::error::{Checked, Problem};
use crate::ir::NetId;
use crate::names;
use rust_hdl::prelude::{clog2, AtomKind, TypeDescriptor, TypeKind};
use std::collections::{BTreeMap, HashMap};

/// What a signal is to the block that is printed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Role {
    Input,
    Output,
    InOut,
    Local,
    /// Port of child `.0` (an index into the instance's children).
    ChildInput(usize),
    ChildOutput(usize),
    ChildInOut(usize),
    RegisterD(usize),
    RegisterQ(usize),
    RegisterClock(usize),
}

pub(crate) struct Net {
    /// Verilog name.
    pub name: String,
    pub width: usize,
    pub ty: TypeDescriptor,
    pub clock: bool,
    pub role: Role,
    /// Initial value of a register: hexadecimal digits.
    pub hex: String,
}

impl Net {
    /// Whether this block drives the signal with statements.
    pub fn is_driven_here(&self) -> bool {
        matches!(
            self.role,
            Role::Output
                | Role::Local
                | Role::ChildInput(_)
                | Role::RegisterD(_)
                | Role::RegisterClock(_)
        )
    }

    /// rust-hdl reads its `In` signals after all have settled, others in the order of `update()`.
    pub fn reads_settled(&self) -> bool {
        !matches!(self.role, Role::Output | Role::Local)
    }

    /// Whether bits `low .. low + width` form a signed value.
    pub fn is_signed(&self, low: usize, width: usize) -> bool {
        signed_at(&self.ty, low, width)
    }
}

/// Bits of a value of a type.
pub(crate) fn type_width(ty: &TypeDescriptor) -> usize {
    match &ty.kind {
        TypeKind::Bits(n) | TypeKind::Signed(n) => *n,
        TypeKind::Enum(variants) => clog2(variants.len()),
        TypeKind::Composite(fields) => fields.iter().map(|f| type_width(&f.kind)).sum(),
    }
}

fn signed_at(ty: &TypeDescriptor, low: usize, width: usize) -> bool {
    match &ty.kind {
        TypeKind::Signed(_) => true,
        TypeKind::Composite(fields) => {
            let mut start = 0;
            fields.iter().any(|f| {
                let begin = start;
                start += type_width(&f.kind);
                begin <= low && low + width <= start && signed_at(&f.kind, low - begin, width)
            })
        }
        _ => false,
    }
}

/// All signals and enum variants of one block.
#[derive(Default)]
pub(crate) struct Nets {
    pub list: Vec<Net>,
    by_raw: HashMap<String, NetId>,
    /// Variant name (`Type$Variant`) to width and value; `None` if two enums disagree.
    variants: BTreeMap<String, Option<(usize, usize)>>,
    /// Verilog names in use, with the rust-hdl name that claimed each.
    taken: BTreeMap<String, String>,
}

impl Nets {
    pub fn of(instance: &Instance, all: &[Instance]) -> Checked<Nets> {
        let mut nets = Nets::default();
        // The wire that collects unused bits.
        nets.taken
            .insert("unused".into(), "the printer's `unused`".into());
        for field in &instance.fields {
            if field.kind == AtomKind::Constant {
                return Err(Problem::ConstantField(field.name.clone()));
            }
            let role = match field.kind {
                AtomKind::InputParameter => Role::Input,
                AtomKind::OutputParameter | AtomKind::OutputPassthrough => Role::Output,
                AtomKind::InOutParameter => Role::InOut,
                _ => Role::Local,
            };
            nets.add(&field.name, &field.name, field, role)?;
        }
        for (index, &id) in instance.children.iter().enumerate() {
            let child = &all[id];
            nets.claim(&child.leaf, &child.leaf)?;
            if let Some(initial) = child.register() {
                for (field, role) in
                    child
                        .fields
                        .iter()
                        .zip([Role::RegisterD, Role::RegisterQ, Role::RegisterClock])
                {
                    let raw = format!("{}${}", child.leaf, field.name);
                    let net = nets.insert(&raw, field, role(index));
                    // The flip-flop keeps its field's name, its input is that with `_next`.
                    nets.list[net].name = names::identifier(&child.leaf)?;
                    nets.list[net].hex.clone_from(&initial);
                    if field.name == "d" {
                        nets.list[net].name += "_next";
                        let name = nets.list[net].name.clone();
                        nets.claim_identifier(&name, &raw)?;
                    }
                }
                continue;
            }
            for field in &child.fields {
                let role = match field.kind {
                    AtomKind::InputParameter => Role::ChildInput(index),
                    AtomKind::OutputParameter | AtomKind::OutputPassthrough => {
                        Role::ChildOutput(index)
                    }
                    AtomKind::InOutParameter => Role::ChildInOut(index),
                    _ => continue,
                };
                let raw = format!("{}${}", child.leaf, field.name);
                nets.add(&raw, &raw, field, role)?;
            }
        }
        nets.claim_variants()?;
        Ok(nets)
    }

    /// Variants of two enums could get one name, or that of a signal.
    fn claim_variants(&mut self) -> Checked<()> {
        let variants: Vec<String> = self.variants.keys().cloned().collect();
        variants
            .iter()
            .try_for_each(|raw| self.claim(raw, raw).map(drop))
    }

    fn add(&mut self, raw: &str, owner: &str, field: &Field, role: Role) -> Checked<()> {
        if field.width == 0 {
            return Err(Problem::ZeroWidth(format!("`{raw}`")));
        }
        let name = self.claim(raw, owner)?;
        let net = self.insert(raw, field, role);
        self.list[net].name = name;
        Ok(())
    }

    fn insert(&mut self, raw: &str, field: &Field, role: Role) -> NetId {
        self.add_variants(&field.ty);
        self.by_raw.insert(raw.into(), self.list.len());
        self.list.push(Net {
            name: String::new(),
            width: field.width,
            ty: field.ty.clone(),
            clock: field.is_clock(),
            role,
            hex: field.hex.clone(),
        });
        self.list.len() - 1
    }

    fn claim(&mut self, raw: &str, owner: &str) -> Checked<String> {
        let name = names::identifier(raw)?;
        self.claim_identifier(&name, owner)?;
        Ok(name)
    }

    fn claim_identifier(&mut self, name: &str, owner: &str) -> Checked<()> {
        match self.taken.insert(name.into(), owner.into()) {
            Some(first) => Err(Problem::NameCollision(first, owner.into(), name.into())),
            None => Ok(()),
        }
    }

    /// A name that no signal has yet: `stem`, or `stem` with a number.
    pub fn fresh(&mut self, stem: &str) -> String {
        let mut name = stem.to_owned();
        let mut count = 0;
        while self.taken.contains_key(&name) {
            count += 1;
            name = format!("{stem}_{count}");
        }
        self.taken.insert(name.clone(), "the printer".into());
        name
    }

    fn add_variants(&mut self, ty: &TypeDescriptor) {
        match &ty.kind {
            TypeKind::Enum(variants) => {
                let width = clog2(variants.len());
                for (value, variant) in variants.iter().enumerate() {
                    let entry = self
                        .variants
                        .entry(variant.replace("::", "$"))
                        .or_insert(Some((width, value)));
                    if *entry != Some((width, value)) {
                        *entry = None;
                    }
                }
            }
            TypeKind::Composite(fields) => fields.iter().for_each(|f| self.add_variants(&f.kind)),
            TypeKind::Bits(_) | TypeKind::Signed(_) => {}
        }
    }

    /// What rust-hdl calls the signals.
    pub fn raw_names(&self) -> impl Iterator<Item = &str> {
        self.by_raw.keys().map(String::as_str)
    }

    /// The signal that rust-hdl calls `raw` (joined with `$`).
    pub fn find(&self, raw: &str) -> Option<NetId> {
        self.by_raw.get(raw).copied()
    }

    /// Verilog name, width and value of an enum variant; a module path before the type is ignored.
    pub fn variant(&self, raw: &str) -> Checked<Option<(String, usize, usize)>> {
        let mut parts = raw.rsplit('$');
        let (Some(variant), Some(ty)) = (parts.next(), parts.next()) else {
            return Ok(None);
        };
        let key = format!("{ty}${variant}");
        match self.variants.get(&key) {
            None => Ok(None),
            Some(None) => Err(Problem::AmbiguousVariant(key.replace('$', "::"))),
            Some(Some((width, value))) => Ok(Some((names::identifier(&key)?, *width, *value))),
        }
    }

    /// Position and type of a field of a struct signal; `path` names the fields, joined with `$`,
    /// and is empty for the whole.
    pub fn field(&self, net: NetId, path: &str) -> Checked<(usize, &TypeDescriptor)> {
        let net = &self.list[net];
        let mut place = (0, &net.ty);
        for name in path.split('$').filter(|name| !name.is_empty()) {
            let inner = match &place.1.kind {
                TypeKind::Composite(fields) => {
                    let before = fields.iter().take_while(|f| f.fieldname != name);
                    let low = place.0 + before.map(|f| type_width(&f.kind)).sum::<usize>();
                    fields
                        .iter()
                        .find(|f| f.fieldname == name)
                        .map(|f| (low, &f.kind))
                }
                _ => None,
            };
            place = inner.ok_or_else(|| Problem::UnknownName(format!("{}.{path}", net.name)))?;
        }
        Ok(place)
    }

    /// The field of a struct signal that bits `low .. low + width` are, or lie in: its names joined
    /// with `_`, position and width. The largest one if several are these bits.
    pub fn part(&self, net: NetId, low: usize, width: usize) -> Option<(String, usize, usize)> {
        let (mut ty, mut start) = (&self.list[net].ty, 0);
        let mut found: Option<(String, usize, usize)> = None;
        while let TypeKind::Composite(fields) = &ty.kind {
            let mut begin = start;
            let field = fields.iter().find(|field| {
                start = begin;
                begin += type_width(&field.kind);
                start <= low && low + width <= begin
            });
            // The bits of several fields.
            let Some(field) = field else { break };
            let outer = found.map_or(String::new(), |(outer, ..)| outer + "_");
            let size = type_width(&field.kind);
            found = Some((outer + &field.fieldname, start, size));
            if size == width {
                break;
            }
            ty = &field.kind;
        }
        found
    }

    /// Takes a name, if it is legal and free.
    pub fn take(&mut self, name: &str) -> bool {
        let free = names::identifier(name).is_ok() && !self.taken.contains_key(name);
        if free {
            self.taken.insert(name.into(), "the printer".into());
        }
        free
    }

    pub fn get(&self, raw: &str) -> Checked<NetId> {
        self.find(raw)
            .ok_or_else(|| Problem::UnknownName(raw.replace('$', ".")))
    }
}
