//! From a random program's tree to an image.

use super::code::{copy, fixed, frame, insn, literal, load, ret, Block};
use super::handlers;
use super::program::{statics, Call, Function, Item, LoopEnd, Program};
use pyxl_isa::config::{BOOT_ENTRY, VECTORS};
use pyxl_isa::{Descriptor, Image, Insn, MachineConfig, Opcode, Operand, Tag, Word};

/// Slot that a loop's end compares; above all locals.
pub const LOOP_COPY: u8 = 29;

impl Program {
    /// The program as an image for a machine with `config`.
    pub fn image(&self, config: &MachineConfig) -> Image {
        let mut code: Vec<u64> = vec![0; usize::from(VECTORS)];
        let entries = self.entries();
        let boot = [
            Insn::new(Opcode::Setfp).with_address(statics::COUNT + 4),
            Insn::new(Opcode::Calld)
                .with_a(frame(0))
                .with_entry(entries[0], 0),
            Insn::new(Opcode::Halt).with_b(literal(0)),
        ];
        let boot = Block::new(0, 0, Descriptor::RUNTIME, boot.to_vec());
        boot.place(&mut code);
        let mut placed = vec![];
        for (i, function) in self.functions.iter().enumerate() {
            let address = code.len() as u16 + 1;
            placed.push(code.len() as u16);
            lower(function, self, &entries, address).place(&mut code);
            debug_assert_eq!(placed[i], entries[i]);
        }
        self.recursion(entries[self.functions.len()])
            .place(&mut code);
        let handlers: Vec<u16> = handlers::all()
            .into_iter()
            .map(|handler| {
                let entry = code.len() as u16;
                handler.place(&mut code);
                entry
            })
            .collect();
        for vector in 0..VECTORS {
            let choice = self.handlers[usize::from(vector)];
            let handler = handlers::choose(vector as u8, choice);
            code[usize::from(vector)] = Insn::new(Opcode::Tjmp)
                .with_entry(handlers[handler], 0)
                .encode();
        }
        debug_assert!(code.len() <= config.code_words as usize);
        let mut statics = self.statics.clone();
        for (slot, entry) in statics::FUNCTIONS.zip(&entries) {
            statics[usize::from(slot)] = Word::func(*entry, slot);
        }
        Image {
            entry: BOOT_ENTRY,
            code,
            statics,
            heap: self.heap.clone(),
            ..Image::default()
        }
    }

    /// Entries of the functions, and of the recursive one after them.
    fn entries(&self) -> Vec<u16> {
        let boot_words = 4;
        let mut entry = BOOT_ENTRY + boot_words;
        let mut entries = vec![];
        for function in &self.functions {
            entries.push(entry);
            let unplaced = vec![0; self.functions.len() + 1];
            entry += lower(function, self, &unplaced, 0).words();
        }
        entries.push(entry);
        entries
    }

    /// The function that calls itself: `f(n)` to depth n or until the stack event.
    fn recursion(&self, entry: u16) -> Block {
        let window = self.recursion_step;
        let own = statics::FUNCTIONS.start + self.functions.len() as u16;
        let stop = Insn::new(Opcode::Jt).with_a(fixed(statics::STOP));
        let end = Insn::new(Opcode::Fjgt).with_a(frame(1)).with_b(literal(0));
        let code = vec![
            stop.with_displacement(5),
            end.with_displacement(4),
            copy(frame(window), fixed(own)),
            insn(Opcode::Sub, frame(window + 1), frame(1), literal(1)),
            Insn::new(Opcode::Callp)
                .with_a(frame(window))
                .with_entry(entry, 1),
            ret(literal(3)),
        ];
        Block::new(u16::from(window) + 2, 1, 0, code)
    }
}

/// `address`: of the first instruction.
fn lower(function: &Function, program: &Program, entries: &[u16], address: u16) -> Block {
    let mut code = vec![];
    body(&function.body, program, entries, address, &mut code);
    // If the value is unbound, the trap's handler continues at the second.
    code.push(ret(Operand::Slot(frame(1))));
    code.push(ret(literal(-1)));
    Block::new(function.frame_words, function.params, function.flags, code)
}

fn body(items: &[Item], program: &Program, entries: &[u16], address: u16, code: &mut Vec<Insn>) {
    for item in items {
        match item {
            Item::Straight(insns) => code.extend(insns),
            Item::If {
                branch,
                body: skipped,
            } => {
                let at = code.len();
                code.push(*branch);
                body(skipped, program, entries, address, code);
                let over = code.len() - at;
                code[at] = match branch.op {
                    Opcode::Jmp => branch.with_address(address + code.len() as u16),
                    _ => branch.with_displacement(over as i32),
                };
            }
            Item::Loop {
                counter,
                end,
                count,
                body: repeated,
            } => {
                let down = *end == LoopEnd::Count(Opcode::Fordn);
                code.push(load(*counter, if down { i32::from(*count) } else { 0 }));
                let start = code.len();
                body(repeated, program, entries, address, code);
                close(*counter, *end, i16::from(*count), start, code);
            }
            Item::Call(call) => self::call(call, entries, code),
            Item::Recursion { window, depth } => {
                let entry = entries[program.functions.len()];
                code.push(copy(fixed(statics::STOP), fixed(statics::FALSE)));
                code.push(load(window + 1, i32::from(*depth)));
                code.push(
                    Insn::new(Opcode::Calld)
                        .with_a(frame(*window))
                        .with_entry(entry, 1),
                );
            }
        }
    }
}

/// The end of a loop whose body begins at index `start`.
fn close(counter: u8, end: LoopEnd, count: i16, start: usize, code: &mut Vec<Insn>) {
    let branch = match end {
        LoopEnd::Count(op) => {
            let bound = if op == Opcode::Fordn { 0 } else { count };
            Insn::new(op).with_a(frame(counter)).with_b(literal(bound))
        }
        LoopEnd::Compare(op, tag) => {
            let slot = frame(counter);
            code.push(insn(Opcode::Iadd, slot, slot, literal(1)));
            let tag = literal(tag.tag as i16);
            code.push(insn(Opcode::Retag, frame(LOOP_COPY), slot, tag));
            let inclusive = matches!(op, Opcode::Jle | Opcode::Fjgt);
            let bound = if inclusive { count - 1 } else { count };
            Insn::new(op)
                .with_a(frame(LOOP_COPY))
                .with_b(literal(bound))
        }
    };
    let back = code.len() - start;
    // An empty body still needs an instruction to go back to.
    if back == 0 {
        code.push(Insn::new(Opcode::Nop));
    }
    code.push(branch.with_displacement(-(back.max(1) as i32)));
}

fn call(call: &Call, entries: &[u16], code: &mut Vec<Insn>) {
    let window = call.window;
    if call.op != Opcode::Calld {
        code.push(copy(frame(window), fixed(call.callee)));
    }
    for i in 1..=call.args {
        code.push(copy(frame(window + i), frame(2 * i)));
    }
    let insn = Insn::new(call.op).with_a(frame(window));
    if call.op != Opcode::Call {
        code.push(insn.with_entry(entries[call.predicted], call.args));
    } else if let Some(count) = call.count {
        code.extend([load(1, count), insn.with_b(Operand::Slot(frame(1)))]);
    } else {
        code.push(insn.with_b(literal(i16::from(call.args))));
    }
}

/// The tags that a loop's counter may be given.
pub const LOOP_TAGS: [Tag; 8] = [
    Tag::Int,
    Tag::Int,
    Tag::Int,
    Tag::Bool,
    Tag::Raw,
    Tag::Unbound,
    Tag::Str,
    Tag::Object,
];
