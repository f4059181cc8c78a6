//! Runs a block in rust-hdl's own simulation and records what its ports did.

use super::{CosimError, Rng};
use crate::names;
use rust_hdl::prelude::*;

/// A port of the block under test.
pub(super) struct Port {
    /// Verilog name.
    pub name: String,
    pub width: usize,
    pub role: PortRole,
}

#[derive(Clone, Copy, PartialEq)]
pub(super) enum PortRole {
    Clock,
    Input,
    Output,
}

/// The value of some ports, one after the other, least significant bit first.
pub(super) type Bits = Vec<u32>;

pub(super) struct Cycle {
    pub inputs: Bits,
    /// Outputs with the clock low, and after its rising edge.
    pub outputs: [Bits; 2],
}

pub(super) struct Recording {
    pub ports: Vec<Port>,
    pub cycles: Vec<Cycle>,
}

/// Passes until the block settles: far more than the depth of any real design.
const PASSES: usize = 1000;

/// Sets the level of the block's clock; returns the clock's identity, if it has one.
pub(super) type SetClock<'a, B> = &'a mut dyn FnMut(&mut B, bool) -> Option<usize>;

pub(super) fn record<B: Block>(
    mut block: B,
    name: &str,
    clock: SetClock<B>,
    mut rng: Rng,
    cycles: usize,
    mut drive: impl FnMut(&mut B, &mut Rng, usize),
) -> Result<Recording, CosimError> {
    block.connect_all();
    let clock_id = clock(&mut block, false);
    let ports = ports(&block, name, clock_id)?;
    let mut recording = Recording {
        ports,
        cycles: vec![],
    };
    for cycle in 0..cycles {
        drive(&mut block, &mut rng, cycle);
        settle(&mut block, name)?;
        let inputs = sample(&block, PortRole::Input, clock_id);
        let before = sample(&block, PortRole::Output, clock_id);
        clock(&mut block, true);
        settle(&mut block, name)?;
        let after = sample(&block, PortRole::Output, clock_id);
        clock(&mut block, false);
        settle(&mut block, name)?;
        recording.cycles.push(Cycle {
            inputs,
            outputs: [before, after],
        });
    }
    Ok(recording)
}

fn settle<B: Block>(block: &mut B, name: &str) -> Result<(), CosimError> {
    for _ in 0..PASSES {
        block.update_all();
        if !block.has_changed() {
            return Ok(());
        }
    }
    Err(CosimError::Unsettled { block: name.into() })
}

/// Calls `see` for every port of the outermost block.
struct Visitor<F> {
    depth: usize,
    namespace: Vec<String>,
    see: F,
}

impl<F: FnMut(&str, &dyn Atom)> Probe for Visitor<F> {
    fn visit_start_scope(&mut self, _: &str, _: &dyn Block) {
        self.depth += 1;
    }
    fn visit_end_scope(&mut self, _: &str, _: &dyn Block) {
        self.depth -= 1;
    }
    fn visit_start_namespace(&mut self, name: &str, _: &dyn Block) {
        self.namespace.push(name.into());
    }
    fn visit_end_namespace(&mut self, _: &str, _: &dyn Block) {
        self.namespace.pop();
    }
    fn visit_atom(&mut self, name: &str, atom: &dyn Atom) {
        if self.depth == 1 && atom.kind().is_parameter() {
            match self.namespace.is_empty() {
                true => (self.see)(name, atom),
                false => (self.see)(&format!("{}${name}", self.namespace.join("$")), atom),
            }
        }
    }
}

fn visit<B: Block>(block: &B, see: impl FnMut(&str, &dyn Atom)) {
    block.accept(
        "top",
        &mut Visitor {
            depth: 0,
            namespace: vec![],
            see,
        },
    );
}

fn role(atom: &dyn Atom, clock: Option<usize>) -> PortRole {
    match atom.kind() {
        AtomKind::InputParameter if Some(atom.id()) == clock => PortRole::Clock,
        AtomKind::InputParameter => PortRole::Input,
        _ => PortRole::Output,
    }
}

fn ports<B: Block>(block: &B, name: &str, clock: Option<usize>) -> Result<Vec<Port>, CosimError> {
    let mut ports = vec![];
    let mut refused = None;
    visit(block, |port, atom| {
        let role = role(atom, clock);
        if atom.kind() == AtomKind::InOutParameter
            || (role == PortRole::Input && atom.descriptor().name == "clock")
        {
            refused = Some(port.to_owned());
        }
        match names::identifier(port) {
            Ok(name) => ports.push(Port {
                name,
                width: atom.bits(),
                role,
            }),
            Err(_) => refused = Some(port.to_owned()),
        }
    });
    match refused {
        Some(port) => Err(CosimError::Port {
            block: name.into(),
            port,
        }),
        None => Ok(ports),
    }
}

fn sample<B: Block>(block: &B, wanted: PortRole, clock: Option<usize>) -> Bits {
    let mut bits = vec![];
    let mut at = 0;
    visit(block, |_, atom| {
        if role(atom, clock) == wanted {
            let digits = crate::collect::hex_digits(&atom.verilog());
            for (place, digit) in digits.chars().rev().enumerate() {
                let digit = digit.to_digit(16).unwrap_or(0);
                (0..4)
                    .filter(|bit| digit >> bit & 1 == 1)
                    .for_each(|bit| set(&mut bits, at + 4 * place + bit));
            }
            at += atom.bits();
        }
    });
    bits.resize(at.div_ceil(32), 0);
    bits
}

fn set(bits: &mut Bits, at: usize) {
    if bits.len() <= at / 32 {
        bits.resize(at / 32 + 1, 0);
    }
    bits[at / 32] |= 1 << (at % 32);
}

impl Recording {
    /// Position and width of each port with `role` in the packed values, with its name.
    pub fn layout(&self, role: PortRole) -> Vec<(&str, usize, usize)> {
        let mut at = 0;
        self.ports
            .iter()
            .filter(|port| port.role == role)
            .map(|port| {
                at += port.width;
                (port.name.as_str(), at - port.width, port.width)
            })
            .collect()
    }

    /// Words that the packed value of the ports with `role` takes.
    pub fn words(&self, role: PortRole) -> usize {
        self.layout(role)
            .last()
            .map_or(0, |(_, at, width)| (at + width).div_ceil(32))
    }
}

/// `width` bits from position `at`, as a Verilog literal.
pub(super) fn text(bits: &[u32], at: usize, width: usize) -> String {
    let bit = |n: usize| {
        bits.get((at + n) / 32)
            .is_some_and(|word| word >> ((at + n) % 32) & 1 == 1)
    };
    let digits: String = (0..width.div_ceil(4))
        .rev()
        .map(|place| {
            let digit = (0..4)
                .filter(|n| 4 * place + n < width && bit(4 * place + n))
                .map(|n| 1 << n)
                .sum();
            char::from_digit(digit, 16).unwrap_or('?')
        })
        .collect();
    format!("{width}'h{digits}")
}
