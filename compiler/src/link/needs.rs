//! What a program needs: functions that can be reached, and handlers for the traps
//! that its own instructions can take.

use crate::codegen::emit::if_false;
use crate::front::lower::{lower, Bound};
use crate::front::program::Program;
use crate::ir::*;
use crate::opt::graph;
use pyxl_isa::{Opcode, Unit};
use std::collections::{BTreeMap, HashSet};

/// The functions of an image.
pub struct Needed {
    /// Functions with their final bodies; the module's is the first.
    pub bodies: Vec<(FuncId, Function)>,
    /// Handlers by the opcode whose trap they handle.
    pub handlers: BTreeMap<Opcode, FuncId>,
    /// Globals that are loaded where they may be unbound.
    pub unsure: HashSet<Global>,
}

/// Collects what can be reached from the module's body. Runtime functions are lowered here.
pub fn collect(program: &Program, bodies: Vec<Function>) -> Needed {
    let mut own: Vec<Option<Function>> = bodies.into_iter().map(Some).collect();
    let mut needed = Needed {
        bodies: vec![],
        handlers: BTreeMap::new(),
        unsure: HashSet::new(),
    };
    let mut work = vec![FuncId(0)];
    let mut seen = HashSet::from([FuncId(0)]);
    while let Some(id) = work.pop() {
        let runtime = program.function(id).runtime;
        let mut body = match own.get_mut(id.0 as usize).and_then(Option::take) {
            Some(body) => body,
            None => {
                let lowered = lower(program, id, Bound::new());
                lowered.expect("the runtime's files are correct").body
            }
        };
        graph::simplify(&mut body);
        let mut next = callees(&body);
        if !runtime {
            needed.note_unsure(&body);
            for opcode in traps(&body) {
                if let Some(handler) = program.runtime.handlers.get(&opcode) {
                    needed.handlers.insert(opcode, *handler);
                    next.push(*handler);
                }
            }
        }
        next.retain(|id| seen.insert(*id));
        next.reverse();
        work.extend(next);
        needed.bodies.push((id, body));
    }
    // The program's functions first, in the order of its source.
    needed.bodies.sort_by_key(|(id, _)| *id);
    needed
}

impl Needed {
    fn note_unsure(&mut self, body: &Function) {
        for inst in body.blocks.iter().flat_map(|block| &block.insts) {
            if let Op::Move {
                src: Value::Global(global),
                checked: true,
                ..
            } = inst.op
            {
                self.unsure.insert(global);
            }
        }
    }
}

/// The functions that a body calls or has as values.
fn callees(body: &Function) -> Vec<FuncId> {
    let mut callees = vec![];
    let mut value = |value: &Value| {
        if let Value::Const(Const::Func(id)) = value {
            callees.push(*id);
        }
    };
    for block in &body.blocks {
        for inst in &block.insts {
            inst.op.reads().for_each(|(_, read)| value(read));
        }
        block.exit.reads().for_each(|(_, read)| value(read));
    }
    for inst in body.blocks.iter().flat_map(|block| &block.insts) {
        if let Op::Call {
            callee: Callee::Known(id) | Callee::Likely(id),
            ..
        } = inst.op
        {
            callees.push(id);
        }
    }
    callees
}

/// The opcodes of a body that may trap, and the events of its calls.
fn traps(body: &Function) -> HashSet<Opcode> {
    let mut traps = HashSet::from([Opcode::Bstack]);
    for block in &body.blocks {
        for inst in &block.insts {
            match &inst.op {
                Op::Move { checked: true, .. } => {
                    traps.extend([Opcode::Mov, Opcode::Lds]);
                }
                Op::Move { .. } | Op::Put { .. } | Op::FrameTop { .. } => {}
                Op::Compute { op, .. } | Op::Effect { op, .. } | Op::Store { op, .. } => {
                    traps.insert(*op);
                }
                Op::Method { .. } => {
                    traps.insert(Opcode::Ldm);
                }
                Op::CallTop { .. } => {
                    traps.extend([Opcode::Call, Opcode::Bargs]);
                }
                Op::Call {
                    callee: Callee::Known(_),
                    ..
                } => {}
                Op::Call {
                    callee: Callee::Likely(_),
                    ..
                } => {
                    traps.extend([Opcode::Callp, Opcode::Bargs]);
                }
                Op::Call {
                    callee: Callee::Any,
                    ..
                } => {
                    traps.extend([Opcode::Call, Opcode::Bargs]);
                }
            }
        }
        match &block.exit {
            // Which of the two the code generator takes depends on the order of blocks.
            Exit::Branch {
                test: Test::Compare(op, ..),
                ..
            } => {
                traps.extend([*op, if_false(*op)]);
            }
            Exit::Branch {
                test: Test::Truth(_),
                ..
            } => traps.extend([Opcode::Jt, Opcode::Jf]),
            _ => {}
        }
    }
    traps.retain(|op| !op.row().traps.is_empty() || op.row().unit == Unit::Software);
    traps
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::front::parse::parse;
    use crate::front::runtime::SOURCES;

    /// A handler that applies its own instruction to its own operands would be entered
    /// again and again.
    #[test]
    fn no_handler_repeats_what_has_trapped() {
        let module = parse("").expect("an empty program");
        let library: Vec<_> = (SOURCES.iter())
            .map(|(_, text)| parse(text).expect("a file of the runtime"))
            .collect();
        let program = Program::new(&module, &library).expect("an empty program");
        for (opcode, handler) in &program.runtime.handlers {
            let lowered = lower(&program, *handler, Bound::new());
            let body = lowered.expect("a function of the runtime").body;
            let is_operand = |value: &Value| matches!(value, Value::Var(Var(0 | 1)));
            for block in &body.blocks {
                for inst in &block.insts {
                    let repeats = matches!(inst.op, Op::Compute { op, .. } if op == *opcode)
                        && inst.op.reads().all(|(_, value)| is_operand(value));
                    assert!(!repeats, "{opcode:?}");
                }
                let branches = match &block.exit {
                    Exit::Branch {
                        test: Test::Compare(op, ..),
                        ..
                    } => vec![*op, if_false(*op)],
                    Exit::Branch { .. } => vec![Opcode::Jt, Opcode::Jf],
                    _ => vec![],
                };
                let repeats = branches.contains(opcode)
                    && block.exit.reads().all(|(_, value)| is_operand(value));
                assert!(!repeats, "{opcode:?}");
            }
        }
    }

    #[test]
    fn only_what_can_trap_has_a_handler() {
        let vectors = |text: &str| {
            let image = crate::compile_source("p.py", text).expect("it compiles");
            let unset = pyxl_isa::asm::unset_vector();
            let codes = (0..=255u8).filter(|code| image.code[usize::from(*code)] != unset);
            codes.filter_map(Opcode::from_code).collect::<HashSet<_>>()
        };
        use Opcode::*;
        assert_eq!(vectors("x = 1\n"), [Bstack].into());
        assert_eq!(vectors("x = 1\nx = x + x\n"), [Add, Bstack].into());
        assert_eq!(
            vectors("if x:\n    x = 2\n"),
            [Mov, Lds, Jt, Jf, Bstack].into()
        );
    }
}
