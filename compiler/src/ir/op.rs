//! Operations: PySM's own opcodes with [`Value`]s for operands, and what takes more than one
//! instruction or none.

use super::{ClassNo, FuncId, Place, Span, Value, ValueKind, Var, WordName};
use pyxl_isa::{Checks, Opcode};
use std::rc::Rc;

/// An operation with its source.
#[derive(Clone, Debug)]
pub struct Inst {
    /// What it does.
    pub op: Op,
    /// Where it comes from.
    pub span: Span,
}

/// An operation.
#[derive(Clone, Debug)]
pub enum Op {
    /// `dst ← src`. `checked`: `src` may be unbound, which raises here.
    Move {
        /// Destination.
        dst: Place,
        /// Source.
        src: Value,
        /// Traps if `src` is unbound.
        checked: bool,
    },
    /// `dst ← op(a, b)`.
    Compute {
        /// An opcode that writes `dst`.
        op: Opcode,
        /// Destination.
        dst: Place,
        /// First operand, if the format has one.
        a: Option<Value>,
        /// Second operand, if the format has one.
        b: Option<Value>,
    },
    /// An opcode without a result: pins, console, `dela`, `delx`.
    Effect {
        /// An opcode of format `AB` or `B`.
        op: Opcode,
        /// First operand, if the format has one.
        a: Option<Value>,
        /// Second operand.
        b: Value,
    },
    /// An opcode that stores a value into an object and may run user code: `a.b ← value`
    /// or `a[b] ← value`.
    Assign {
        /// `Sta` or `Stx`.
        op: Opcode,
        /// What is stored.
        value: Value,
        /// The object.
        a: Value,
        /// The attribute's name, or the index.
        b: Value,
    },
    /// Loads a word from an address, which never traps: `dst ← base[offset]`.
    Load {
        /// `Ld` or `Ldf`.
        op: Opcode,
        /// Destination.
        dst: Place,
        /// Object or address.
        base: Value,
        /// Words after it.
        offset: Value,
        /// The word of an object that it is, unless its place is computed.
        field: Option<WordName>,
    },
    /// Stores a word at an address, which never traps.
    Store {
        /// `St` or `Stf`.
        op: Opcode,
        /// The word; may be unbound.
        value: Value,
        /// Object or address.
        base: Value,
        /// Words after it, 0 … 511.
        offset: u16,
        /// The word of an object that it is, unless its place is computed.
        field: Option<WordName>,
    },
    /// `ldm`: the method `object.name` to the first slot of a window and its self, or None,
    /// to the second.
    Method {
        /// `window[0]` of the call that follows.
        callee: Var,
        /// `window[1]` of the call that follows.
        receiver: Var,
        /// The object.
        object: Value,
        /// The name, a string.
        name: Value,
    },
    /// No instruction: what the analyses cannot see.
    Note(Note),
    /// The address of the first word above this function's frame.
    FrameTop {
        /// Destination.
        dst: Place,
    },
    /// A call of a function in the uppermost slot of the frame with `count` arguments,
    /// which stand above the frame.
    CallTop {
        /// Callee, then the result.
        callee: Var,
        /// Number of arguments, an INT.
        count: Value,
    },
    /// A call: `window[0]` holds the callee and then the result, the others the arguments.
    /// They get consecutive slots above everything that lives across the call.
    Call {
        /// What is known of the callee.
        callee: Callee,
        /// Callee slot and arguments.
        window: Vec<Var>,
    },
}

/// What holds from a point on, or happens there, though no operation shows it.
#[derive(Clone, Debug)]
pub enum Note {
    /// Values of this kind may exist.
    MayExist(ValueKind),
    /// A slot holds an instance of this class of the runtime.
    Instance {
        /// The slot.
        object: Var,
        /// The class.
        class: ClassNo,
    },
    /// A slot holds the cell of a variable.
    Cell {
        /// The slot.
        cell: Var,
        /// What is in the cell.
        content: CellContent,
    },
    /// A function is made. Its free variables are in these cells.
    Made {
        /// The function.
        function: FuncId,
        /// The cells, in the order of its closure.
        cells: Vec<Var>,
    },
    /// The body of the module with this name has run to its end.
    Ran(Rc<str>),
}

/// What is in a cell when its function gets it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CellContent {
    /// A word that is unbound.
    Unbound,
    /// A value.
    Bound,
    /// What is in the cell with this number of the function's closure.
    Closure(u32),
    /// Nobody can tell at any time: some function deletes the variable.
    Deletable,
}

/// What is known of a called function.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Callee {
    /// It is this one, and the argument count is right.
    Known(FuncId),
    /// Probably this one; `window[0]` decides.
    Likely(FuncId),
    /// Whatever is in `window[0]`.
    Any,
}

/// Which operand field of an instruction a value goes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OperandField {
    /// A slot only.
    A,
    /// A slot or a literal of nine bits.
    B,
    /// Source of a move: a slot or an immediate of 18 bits.
    Move,
}

/// [`Op::reads`] and its mutable twin.
macro_rules! op_reads {
    ($(#[$about:meta])* $reads:ident, $as_ref:ident $(, $mut:tt)?) => {
        $(#[$about])*
        pub fn $reads(&$($mut)? self) -> impl Iterator<Item = (OperandField, &$($mut)? Value)> {
            let (value, a, b) = match self {
                Op::Move { src, .. } => (None, None, Some((OperandField::Move, src))),
                Op::Compute { a, b, .. } => {
                    (None, a.$as_ref(), b.$as_ref().map(|b| (OperandField::B, b)))
                }
                Op::Load { base, offset, .. } => (None, Some(base), Some((OperandField::B, offset))),
                Op::Effect { a, b, .. } => (None, a.$as_ref(), Some((OperandField::B, b))),
                Op::Assign { value, a, b, .. } => (Some(value), Some(a), Some((OperandField::B, b))),
                Op::Store { value, base, .. } => (Some(value), None, Some((OperandField::B, base))),
                Op::Method { object, name, .. } => (None, Some(object), Some((OperandField::B, name))),
                Op::CallTop { count, .. } => (None, None, Some((OperandField::B, count))),
                Op::Call { .. } | Op::FrameTop { .. } | Op::Note(_) => (None, None, None),
            };
            let slots = value.into_iter().chain(a).map(|slot| (OperandField::A, slot));
            slots.chain(b)
        }
    };
}

impl Op {
    op_reads! {
        /// The values that it reads. A call reads its window besides.
        reads, as_ref
    }
    op_reads! {
        /// The same, to be changed.
        reads_mut, as_mut, mut
    }

    /// True if it surely raises no exception.
    pub fn is_silent(&self) -> bool {
        match self {
            Op::Move { checked, .. } => !checked,
            Op::Compute { op, .. } | Op::Effect { op, .. } => op.row().checks == Checks::NONE,
            Op::Load { .. } | Op::Store { .. } | Op::FrameTop { .. } | Op::Note(_) => true,
            Op::Assign { .. } | Op::Method { .. } | Op::CallTop { .. } | Op::Call { .. } => false,
        }
    }

    /// The place that it writes. For a call that is its window's first slot; the
    /// receiver of a method is another one.
    pub fn writes(&self) -> Option<Place> {
        match self {
            Op::Move { dst, .. }
            | Op::Compute { dst, .. }
            | Op::Load { dst, .. }
            | Op::FrameTop { dst } => Some(*dst),
            Op::Effect { .. } | Op::Assign { .. } | Op::Store { .. } | Op::Note(_) => None,
            Op::Method { callee, .. } | Op::CallTop { callee, .. } => Some(Place::Var(*callee)),
            Op::Call { window, .. } => Some(Place::Var(window[0])),
        }
    }

    /// The slots that have to be consecutive.
    pub fn window(&self) -> Option<Vec<Var>> {
        match self {
            Op::Call { window, .. } => Some(window.clone()),
            Op::Method {
                callee, receiver, ..
            } => Some(vec![*callee, *receiver]),
            _ => None,
        }
    }

    /// Calls `read` for the virtual slots that it reads.
    pub fn for_each_read(&self, mut read: impl FnMut(Var)) {
        for (_, value) in self.reads() {
            if let Value::Var(var) = value {
                read(*var);
            }
        }
        match self {
            // The call itself loads a callee that is known.
            Op::Call { callee, window } => {
                let loaded = !matches!(callee, Callee::Known(_));
                window[usize::from(!loaded)..]
                    .iter()
                    .copied()
                    .for_each(read);
            }
            Op::CallTop { callee, .. } => read(*callee),
            Op::Note(Note::Cell { cell: slot, .. } | Note::Instance { object: slot, .. }) => {
                read(*slot);
            }
            Op::Note(Note::Made { cells, .. }) => cells.iter().copied().for_each(read),
            _ => {}
        }
    }

    /// Calls `write` for the virtual slots that it writes.
    pub fn for_each_write(&self, mut write: impl FnMut(Var)) {
        if let Some(Place::Var(var)) = self.writes() {
            write(var);
        }
        if let Op::Method { receiver, .. } = self {
            write(*receiver);
        }
    }

    /// Calls `change` for all virtual slots in it.
    pub fn for_each_var_mut(&mut self, mut change: impl FnMut(&mut Var)) {
        for (_, value) in self.reads_mut() {
            if let Value::Var(var) = value {
                change(var);
            }
        }
        match self {
            Op::Move { dst, .. }
            | Op::Compute { dst, .. }
            | Op::Load { dst, .. }
            | Op::FrameTop { dst } => {
                if let Place::Var(var) = dst {
                    change(var);
                }
            }
            Op::Method {
                callee, receiver, ..
            } => {
                change(callee);
                change(receiver);
            }
            Op::CallTop { callee, .. } => change(callee),
            Op::Call { window, .. } => window.iter_mut().for_each(change),
            Op::Note(Note::Cell { cell: slot, .. } | Note::Instance { object: slot, .. }) => {
                change(slot);
            }
            Op::Note(Note::Made { cells, .. }) => cells.iter_mut().for_each(change),
            Op::Effect { .. } | Op::Assign { .. } | Op::Store { .. } | Op::Note(_) => {}
        }
    }
}
