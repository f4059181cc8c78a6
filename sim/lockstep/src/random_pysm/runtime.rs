//! What only runtime code does: the frame store by address, and return links.

use super::code::{frame, insn, literal, load, ret};
use super::generate::Generator;
use super::program::statics;
use pyxl_isa::{Insn, LinkField, LinkKind, Opcode, Operand};
use Opcode::*;

/// Locals that the sequences below use for themselves.
const FIRST: u8 = 1;
const SECOND: u8 = 2;

fn slot(n: u8) -> Operand {
    Operand::Slot(frame(n))
}

/// `stl a, field`.
fn set(a: u8, field: LinkField) -> Insn {
    Insn::new(Stl)
        .with_a(frame(a))
        .with_b(literal(field as i16))
}

/// The pending link gets all fields of link number `$number`.
fn copy_link(number: u8) -> Vec<Insn> {
    [
        LinkField::Pc,
        LinkField::Fp,
        LinkField::Dst,
        LinkField::Top,
        LinkField::Kind,
    ]
    .into_iter()
    .flat_map(|field| {
        let read = insn(Ldl, frame(SECOND), frame(number), literal(field as i16));
        [read, set(SECOND, field)]
    })
    .collect()
}

impl Generator<'_> {
    /// One of the sequences.
    pub fn runtime(&mut self) -> Vec<Insn> {
        match self.rng.index(12) {
            0..=5 => self.stored_word(),
            6 | 7 => self.loaded_word(),
            8 => self.link_field(),
            9 => self.rewritten_link(),
            10 if self.number > 0 && self.rng.one_in(6) => self.thrown(),
            _ => self.limit(),
        }
    }

    /// A local or a static, stored by address and often read by one of the next
    /// instructions.
    fn stored_word(&mut self) -> Vec<Insn> {
        let value = self.local();
        let store = Insn::new(Stf).with_a(value);
        let mut code = vec![];
        let target = if self.rng.one_in(4) {
            let variables = statics::VARIABLES;
            let address = self.rng.range(variables.start.into()..variables.end.into()) as i16;
            let base = self.rng.range(-40..96) as i16;
            let offset = (address - base) as u16;
            code.push(Insn {
                dst: offset,
                ..store.with_b(literal(base))
            });
            super::code::fixed(address as u16)
        } else {
            let target = self.local();
            let base = self.rng.range(0..3) as i16;
            code.push(Insn::new(Fp).to(frame(FIRST)));
            code.push(insn(Rsub, frame(FIRST), frame(FIRST), literal(base)));
            code.push(Insn {
                dst: target.field() + base as u16,
                ..store.with_b(slot(FIRST))
            });
            target
        };
        let read = |b| Insn::new(Movr).to(frame(SECOND)).with_b(b);
        match self.rng.index(4) {
            0 => code.push(read(Operand::Slot(target))),
            1 => code.extend([self.initial(), read(Operand::Slot(target))]),
            2 => code.push(Insn::new(Opcode::Tag).to(frame(SECOND)).with_a(target)),
            _ => {}
        }
        code
    }

    /// A word of the own frame, or one anywhere.
    fn loaded_word(&mut self) -> Vec<Insn> {
        let dst = self.destination();
        if self.rng.one_in(3) {
            let (base, offset) = (self.local(), self.operand());
            return vec![insn(Ldf, dst, base, offset)];
        }
        let offset = self.rng.range(0..40) as i16;
        vec![
            self.initial(),
            Insn::new(Fp).to(frame(FIRST)),
            insn(Ldf, dst, frame(FIRST), literal(offset)),
        ]
    }

    /// A field of the outermost or the topmost link.
    fn link_field(&mut self) -> Vec<Insn> {
        let number = if self.rng.one_in(2) {
            load(FIRST, 1)
        } else {
            Insn::new(Depth).to(frame(FIRST))
        };
        let field = self.operand();
        let read = insn(Ldl, self.local(), frame(FIRST), field);
        vec![number, read]
    }

    /// The own return link, replaced by itself; the result may be dropped.
    fn rewritten_link(&mut self) -> Vec<Insn> {
        let mut code = vec![Insn::new(Depth).to(frame(FIRST))];
        code.extend(copy_link(FIRST));
        let kind = self
            .rng
            .pick(&[LinkKind::Value, LinkKind::Discard, LinkKind::Retry]);
        code.extend([load(SECOND, kind as i32), set(SECOND, LinkField::Kind)]);
        code.push(insn(Rsub, frame(FIRST), frame(FIRST), literal(1)));
        code.push(Insn::new(Unwind).with_b(slot(FIRST)));
        code
    }

    /// A return to the caller's caller, as an exception does it.
    fn thrown(&mut self) -> Vec<Insn> {
        let mut code = vec![
            Insn::new(Depth).to(frame(FIRST)),
            insn(Rsub, frame(FIRST), frame(FIRST), literal(1)),
        ];
        code.extend(copy_link(FIRST));
        code.push(insn(Rsub, frame(FIRST), frame(FIRST), literal(1)));
        code.push(Insn::new(Unwind).with_b(slot(FIRST)));
        code.push(ret(slot(FIRST)));
        code
    }

    /// Another limit of the control stack.
    fn limit(&mut self) -> Vec<Insn> {
        let limit = self.rng.pick(&[2, 5, 100, 1000, 4000, 4064]);
        vec![load(FIRST, limit), set(FIRST, LinkField::Limit)]
    }
}
