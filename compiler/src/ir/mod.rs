//! The intermediate representation: per function a graph of basic blocks of
//! three-address operations over virtual slots.
//!
//! Operations are PySM's own opcodes with [`Value`]s for operands, so that what
//! the front end writes is what the machine does. What is left to decide is which
//! frame slot a [`Var`] gets, which static slot a global or a constant gets, and
//! where the blocks go.

use pyxl_isa::Opcode;
use ruff_text_size::TextRange;
use std::rc::Rc;

/// A virtual slot: a local variable or a temporary of one function.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Var(pub u32);

/// A global variable of the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Global(pub u32);

/// A function of the program or of the runtime.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FuncId(pub u32);

/// A basic block of one function.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct BlockId(pub u32);

/// A constant. Constants are pooled by type and value: `1` is not `True`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Const {
    /// `None`.
    None,
    /// `True` or `False`.
    Bool(bool),
    /// An integer that fits into a word.
    Int(i32),
    /// A string.
    Str(Rc<str>),
    /// A function of the program.
    Func(FuncId),
    /// The unassigned state of the local variable with this name.
    Unbound(Rc<str>),
    /// The reference to the runtime's table of functions (see `link::table`).
    Functions,
}

/// What an operation reads.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Value {
    /// A virtual slot.
    Var(Var),
    /// A global variable.
    Global(Global),
    /// A constant.
    Const(Const),
    /// The frame's first slot: the callee's word, or a trap's program counter.
    Callee,
}

impl Value {
    /// An integer constant.
    pub fn int(n: i32) -> Value {
        Value::Const(Const::Int(n))
    }

    /// `None`.
    pub const NONE: Value = Value::Const(Const::None);

    /// The variable that it is.
    pub fn place(&self) -> Option<Place> {
        match self {
            Value::Var(var) => Some(Place::Var(*var)),
            Value::Global(global) => Some(Place::Global(*global)),
            Value::Const(_) | Value::Callee => None,
        }
    }
}

/// What an operation writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Place {
    /// A virtual slot.
    Var(Var),
    /// A global variable.
    Global(Global),
}

impl From<Place> for Value {
    fn from(place: Place) -> Value {
        match place {
            Place::Var(v) => Value::Var(v),
            Place::Global(g) => Value::Global(g),
        }
    }
}

/// The source of an operation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Span {
    /// The expression or statement, as CPython's `co_positions`.
    pub range: TextRange,
    /// Of a binary operation, what stands between its operands.
    pub operator: Option<TextRange>,
}

impl From<TextRange> for Span {
    fn from(range: TextRange) -> Span {
        Span {
            range,
            operator: None,
        }
    }
}

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
    /// An opcode without a result: pins and console.
    Effect {
        /// An opcode of format `AB` or `B`.
        op: Opcode,
        /// First operand, if the format has one.
        a: Option<Value>,
        /// Second operand.
        b: Value,
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

/// The condition of a branch.
#[derive(Clone, Debug)]
pub enum Test {
    /// A comparison: one of the opcodes `Jeq` … `Jis`.
    Compare(Opcode, Value, Value),
    /// The truth of a value.
    Truth(Value),
}

/// How a block ends.
#[derive(Clone, Debug)]
pub enum Exit {
    /// Goes on with a block.
    Jump(BlockId),
    /// Goes on with `yes` if the test is true, else with `no`.
    Branch {
        /// The condition.
        test: Test,
        /// Next block if it is true.
        yes: BlockId,
        /// Next block if it is false.
        no: BlockId,
    },
    /// Steps a loop counter: goes on with `body` while it has not reached `limit`.
    Count {
        /// `Forup` or `Fordn`.
        op: Opcode,
        /// The counter, an INT.
        counter: Place,
        /// An INT that the loop does not change.
        limit: Value,
        /// The loop.
        body: BlockId,
        /// What follows it.
        done: BlockId,
    },
    /// Returns a value.
    Return(Value),
    /// Stops the machine.
    Halt(u8),
    /// Control does not come here: the operation before never returns.
    Unreachable,
}

/// A basic block.
#[derive(Clone, Debug)]
pub struct Block {
    /// Operations.
    pub insts: Vec<Inst>,
    /// What comes after them.
    pub exit: Exit,
    /// Source of the exit.
    pub span: Span,
    /// Rarely executed: placed behind the rest of the function.
    pub cold: bool,
}

/// A function's body.
#[derive(Clone, Debug)]
pub struct Function {
    /// Blocks; the first is the entry. The order is the order of the source.
    pub blocks: Vec<Block>,
    /// Names of the virtual slots, empty for temporaries.
    /// The first `params` of them are the parameters.
    pub vars: Vec<Rc<str>>,
    /// Number of parameters.
    pub params: usize,
}

impl Exit {
    /// The blocks that may come next.
    pub fn successors(&self) -> impl Iterator<Item = BlockId> {
        let (first, second) = match *self {
            Exit::Jump(next) => (Some(next), None),
            Exit::Branch { yes, no, .. } => (Some(yes), Some(no)),
            Exit::Count { body, done, .. } => (Some(body), Some(done)),
            Exit::Return(_) | Exit::Halt(_) | Exit::Unreachable => (None, None),
        };
        first.into_iter().chain(second)
    }

    /// The same, to be changed.
    pub fn successors_mut(&mut self) -> impl Iterator<Item = &mut BlockId> {
        let (first, second) = match self {
            Exit::Jump(next) => (Some(next), None),
            Exit::Branch { yes, no, .. } => (Some(yes), Some(no)),
            Exit::Count { body, done, .. } => (Some(body), Some(done)),
            Exit::Return(_) | Exit::Halt(_) | Exit::Unreachable => (None, None),
        };
        first.into_iter().chain(second)
    }

    /// The values that it reads, as operand a or b.
    pub fn reads(&self) -> impl Iterator<Item = (Field, &Value)> {
        let (a, b) = match self {
            Exit::Branch { test, .. } => match test {
                Test::Compare(_, a, b) => (Some(a), Some(b)),
                Test::Truth(a) => (Some(a), None),
            },
            Exit::Count { limit, .. } => (None, Some(limit)),
            Exit::Return(b) => (None, Some(b)),
            Exit::Jump(_) | Exit::Halt(_) | Exit::Unreachable => (None, None),
        };
        let a = a.map(|a| (Field::A, a));
        a.into_iter().chain(b.map(|b| (Field::B, b)))
    }

    /// The same, to be changed.
    pub fn reads_mut(&mut self) -> impl Iterator<Item = (Field, &mut Value)> {
        let (a, b) = match self {
            Exit::Branch { test, .. } => match test {
                Test::Compare(_, a, b) => (Some(a), Some(b)),
                Test::Truth(a) => (Some(a), None),
            },
            Exit::Count { limit, .. } => (None, Some(limit)),
            Exit::Return(b) => (None, Some(b)),
            Exit::Jump(_) | Exit::Halt(_) | Exit::Unreachable => (None, None),
        };
        let a = a.map(|a| (Field::A, a));
        a.into_iter().chain(b.map(|b| (Field::B, b)))
    }
}

/// Which operand field of an instruction a value goes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// A slot only.
    A,
    /// A slot or a literal of nine bits.
    B,
    /// Source of a move: a slot or an immediate of 18 bits.
    Move,
}

impl Op {
    /// The values that it reads. A call reads its window besides.
    pub fn reads(&self) -> impl Iterator<Item = (Field, &Value)> {
        let (field, a, b) = match self {
            Op::Move { src, .. } => (Field::Move, None, Some(src)),
            Op::Compute { a, b, .. } => (Field::B, a.as_ref(), b.as_ref()),
            Op::Effect { a, b, .. } => (Field::B, a.as_ref(), Some(b)),
            Op::Call { .. } => (Field::B, None, None),
        };
        let a = a.map(|a| (Field::A, a));
        a.into_iter().chain(b.map(move |b| (field, b)))
    }

    /// The same, to be changed.
    pub fn reads_mut(&mut self) -> impl Iterator<Item = (Field, &mut Value)> {
        let (field, a, b) = match self {
            Op::Move { src, .. } => (Field::Move, None, Some(src)),
            Op::Compute { a, b, .. } => (Field::B, a.as_mut(), b.as_mut()),
            Op::Effect { a, b, .. } => (Field::B, a.as_mut(), Some(b)),
            Op::Call { .. } => (Field::B, None, None),
        };
        let a = a.map(|a| (Field::A, a));
        a.into_iter().chain(b.map(move |b| (field, b)))
    }

    /// The place that it writes. For a call that is its window's first slot.
    pub fn writes(&self) -> Option<Place> {
        match self {
            Op::Move { dst, .. } | Op::Compute { dst, .. } => Some(*dst),
            Op::Effect { .. } => None,
            Op::Call { window, .. } => Some(Place::Var(window[0])),
        }
    }
}

impl Function {
    /// A block.
    pub fn block(&self, id: BlockId) -> &Block {
        &self.blocks[id.0 as usize]
    }

    /// A block, to be changed.
    pub fn block_mut(&mut self, id: BlockId) -> &mut Block {
        &mut self.blocks[id.0 as usize]
    }
}
