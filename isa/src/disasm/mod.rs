//! The disassembler: instructions and images to the text that
//! [`assemble`](crate::asm::assemble) reads.

mod listing;

pub use listing::listing;

use crate::asm::lexer::is_plain_name;
use crate::insn::{Insn, Operand, Slot};
use crate::table::Format;
use std::borrow::Cow;
use std::collections::HashMap;

/// Names of what an instruction refers to. Whatever has none is shown as a number.
#[derive(Clone, Debug, Default)]
pub struct Names<'a> {
    /// Frame slots.
    pub slots: HashMap<u8, &'a str>,
    /// Static slots.
    pub statics: HashMap<u16, &'a str>,
    /// Code addresses.
    pub targets: HashMap<u16, Cow<'a, str>>,
}

/// The instruction `word` at address `pc`, such as `add $3, $1, -7`; what is no
/// instruction, or has bits set that its format does not use, is shown as `.word`.
pub fn instruction(word: u64, pc: u16, names: &Names) -> String {
    Insn::decode(word)
        .ok()
        .filter(|insn| canonical(*insn).encode() == word)
        .and_then(|insn| names.instruction(insn, pc))
        .unwrap_or_else(|| format!(".word {word:#011x}"))
}

/// The address that a branch, jump or direct call at `pc` names; `None` for
/// other instructions, and if the displacement leaves the address range.
pub fn target(insn: Insn, pc: u16) -> Option<u16> {
    match insn.format() {
        Format::BranchAB | Format::Counter | Format::BranchA => {
            u16::try_from(i32::from(pc) + insn.displacement()).ok()
        }
        Format::Jump => Some(insn.address()),
        Format::Call | Format::CallDirect => Some(insn.entry()),
        _ => None,
    }
}

/// The instruction with all fields cleared that its format does not use.
fn canonical(insn: Insn) -> Insn {
    let blank = Insn::new(insn.op);
    let address = || blank.with_address(insn.address());
    match insn.format() {
        Format::None => blank,
        Format::DAB
        | Format::BranchAB
        | Format::Counter
        | Format::Store
        | Format::StoreFrame
        | Format::Assign => insn,
        Format::DA => blank.to(insn.dst_slot()).with_a(insn.a_slot()),
        Format::DB => blank.to(insn.dst_slot()).with_b(insn.b_operand()),
        Format::D => blank.to(insn.dst_slot()),
        Format::AB | Format::CallValue => blank.with_a(insn.a_slot()).with_b(insn.b_operand()),
        Format::B => blank.with_b(insn.b_operand()),
        Format::Immediate | Format::LoadStatic => Insn {
            literal: false,
            ..insn
        },
        Format::StoreStatic => address().with_a(insn.a_slot()),
        Format::BranchA => Insn {
            dst: insn.dst,
            ..blank.with_a(insn.a_slot())
        },
        Format::Jump | Format::Frame => address(),
        Format::Call | Format::CallDirect => Insn {
            literal: false,
            ..insn
        },
    }
}

/// A name as one token.
fn quoted(name: &str) -> Cow<'_, str> {
    match is_plain_name(name) {
        true => Cow::Borrowed(name),
        false => Cow::Owned(format!("{name:?}")),
    }
}

impl Names<'_> {
    /// The text; `None` if there is none that assembles to `insn`.
    fn instruction(&self, insn: Insn, pc: u16) -> Option<String> {
        let dst = || self.slot(insn.dst_slot());
        let a = || self.slot(insn.a_slot());
        let b = || match insn.b_operand() {
            Operand::Slot(slot) => self.slot(slot),
            Operand::Literal(n) => n.to_string(),
        };
        let target = || Some(self.target(target(insn, pc)?));
        let operands = match insn.format() {
            Format::None => return Some(insn.op.row().mnemonic.into()),
            Format::DAB | Format::Assign => format!("{}, {}, {}", dst(), a(), b()),
            Format::DA => format!("{}, {}", dst(), a()),
            Format::DB => format!("{}, {}", dst(), b()),
            Format::D => dst(),
            Format::AB | Format::CallValue => format!("{}, {}", a(), b()),
            Format::B => b(),
            Format::Immediate => format!("{}, {}", dst(), insn.immediate()),
            Format::LoadStatic => {
                let slot = u16::try_from(insn.immediate()).ok()?;
                format!("{}, {}", dst(), self.static_slot(slot))
            }
            Format::StoreStatic => format!("{}, {}", a(), self.static_slot(insn.address())),
            Format::BranchAB | Format::Counter => format!("{}, {}, {}", a(), b(), target()?),
            Format::BranchA => format!("{}, {}", a(), target()?),
            Format::Jump => target()?,
            Format::Call | Format::CallDirect => match insn.entry_args() {
                0 => format!("{}, {}", a(), target()?),
                args => format!("{}, {}, {args}", a(), target()?),
            },
            Format::Store | Format::StoreFrame => format!("{}, [{}, {}]", a(), b(), insn.dst),
            Format::Frame => format!("{:#06x}", insn.address()),
        };
        Some(format!("{:<7} {operands}", insn.op.row().mnemonic))
    }

    fn slot(&self, slot: Slot) -> String {
        match slot {
            Slot::Static(n) => self.static_slot(u16::from(n)),
            Slot::Frame(n) => match self.slots.get(&n) {
                Some(name) => format!("${}", quoted(name)),
                None => format!("${n}"),
            },
        }
    }

    fn static_slot(&self, n: u16) -> String {
        match self.statics.get(&n) {
            Some(name) => format!("@{}", quoted(name)),
            None => format!("@{n}"),
        }
    }

    fn target(&self, address: u16) -> String {
        match self.targets.get(&address) {
            Some(name) => quoted(name).into_owned(),
            None => format!("{address:#06x}"),
        }
    }
}

#[cfg(test)]
mod tests;
