//! What holds of every function between two passes. Debug builds and tests check it.

use super::dataflow::written;
use super::*;
use pyxl_isa::insn::OFFSET;
use pyxl_isa::{ControlFlow, Destination, Format, Opcode, Unit};

/// The rules that a function breaks, each with its block; empty if it is right.
pub fn verify(function: &Function) -> Vec<String> {
    let mut checker = Checker {
        function,
        faults: vec![],
        block: BlockId(0),
    };
    checker.shape();
    // The others rely on it.
    if checker.faults.is_empty() {
        checker.operations();
        checker.slots_are_written();
    }
    checker.faults
}

struct Checker<'f> {
    function: &'f Function,
    faults: Vec<String>,
    block: BlockId,
}

impl<'f> Checker<'f> {
    fn fault(&mut self, message: impl Into<String>) {
        let block = self.block.0;
        self.faults.push(format!("b{block}: {}", message.into()));
    }

    fn each_block(&mut self, mut check: impl FnMut(&mut Self, &'f Block)) {
        for (number, block) in (0..).zip(&self.function.blocks) {
            self.block = BlockId(number);
            check(self, block);
        }
    }

    /// Blocks and slots exist.
    fn shape(&mut self) {
        let function = self.function;
        let (blocks, vars) = (function.blocks.len() as u32, function.vars.len() as u32);
        if blocks == 0 {
            self.fault("a function has a block at least");
        }
        if function.params as u32 > vars {
            self.fault(format!("{} parameters, {vars} slots", function.params));
        }
        self.each_block(|this, block| {
            for next in block.successors().filter(|next| next.0 >= blocks) {
                this.fault(format!(
                    "it goes to b{}, the last is b{}",
                    next.0,
                    blocks - 1
                ));
            }
            let mut largest = None;
            let mut see = |var: Var| largest = largest.max(Some(var));
            for inst in &block.insts {
                inst.op.for_each_read(&mut see);
                inst.op.for_each_write(&mut see);
            }
            block.exit.for_each_read(&mut see);
            if let Some(var) = largest.filter(|var| var.0 >= vars) {
                this.fault(format!("slot v{} of {vars}", var.0));
            }
        });
    }

    /// Each operation has an opcode of its kind, with the operands that the instruction takes.
    fn operations(&mut self) {
        self.each_block(|this, block| {
            for inst in &block.insts {
                this.op(&inst.op);
            }
            let test = match &block.exit {
                Exit::Branch {
                    test: Test::Compare(op, ..),
                    ..
                } if if_false(*op).is_none() || op.row().format != Format::BranchAB => Some(op),
                Exit::Count { op, .. } if op.row().flow != ControlFlow::Count => Some(op),
                _ => None,
            };
            if let Some(op) = test {
                this.fault(format!(
                    "`{}` ends no block of this kind",
                    op.row().mnemonic
                ));
            }
        });
    }

    fn op(&mut self, op: &Op) {
        let legal = match op {
            Op::Compute { op, a, b, .. } => {
                let row = op.row();
                let (reads_a, reads_b) = (row.format.reads_a(), row.format.reads_b());
                if (reads_a, reads_b) != (a.is_some(), b.is_some()) {
                    let given = a.iter().chain(b).count();
                    let message = format!("`{}` does not take {given} operands", row.mnemonic);
                    self.fault(message);
                }
                let destination = row.format.destination();
                let writes = row.format.writes() && destination == Destination::Dst;
                let own = matches!(op, Opcode::Ld | Opcode::Ldf | Opcode::Ldm);
                writes && row.unit != Unit::Move && !own
            }
            Op::Effect { op, a, .. } => {
                let row = op.row();
                let format = match a {
                    Some(_) => Format::AB,
                    None => Format::B,
                };
                row.format == format && row.unit != Unit::Control
            }
            Op::Load { op, .. } => matches!(op, Opcode::Ld | Opcode::Ldf),
            Op::Store { op, offset, .. } => {
                if !OFFSET.contains(&i32::from(*offset)) {
                    self.fault(format!("offset {offset}, the largest is {}", OFFSET.end()));
                }
                matches!(op.row().format, Format::Store | Format::StoreFrame)
            }
            Op::Assign { op, .. } => op.row().format == Format::Assign,
            Op::Call { window, .. } => {
                let mut slots = window.clone();
                slots.sort();
                slots.dedup();
                if slots.len() != window.len() || window.is_empty() {
                    self.fault(format!("the slots of a window are different: {window:?}"));
                }
                true
            }
            Op::Move { .. }
            | Op::Method { .. }
            | Op::Note(_)
            | Op::FrameTop { .. }
            | Op::CallTop { .. } => true,
        };
        if !legal {
            self.fault(format!("no opcode of this kind of operation: {op:?}"));
        }
    }

    /// Whatever way control comes, a slot has been written before it is read. Not so a counter,
    /// where the limit ends the loop whatever it is: when it goes over something else.
    fn slots_are_written(&mut self) {
        let written = written(self.function);
        self.each_block(|this, block| {
            let Some(mut written) = written[this.block.0 as usize].clone() else {
                return;
            };
            let mut unwritten = vec![];
            for inst in &block.insts {
                let mut read = |var| unwritten.extend((!written.0.contains(var)).then_some(var));
                inst.op.for_each_read(&mut read);
                written.step(&inst.op);
            }
            let slots = block.exit.reads().filter_map(|(_, value)| match value {
                Value::Var(var) => Some(*var),
                _ => None,
            });
            unwritten.extend(slots.filter(|var| !written.0.contains(*var)));
            for var in unwritten {
                this.fault(format!("v{} is read, and may not have been written", var.0));
            }
        });
    }
}
