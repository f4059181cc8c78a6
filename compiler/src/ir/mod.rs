//! The intermediate representation: per function a graph of basic blocks of
//! three-address operations over virtual slots.
//!
//! Operations are PySM's own opcodes with [`Value`]s for operands, so that what
//! the front end writes is what the machine does. What is left to decide is which
//! frame slot a [`Var`] gets, which static slot a global or a constant gets, and
//! where the blocks go.

use pyxl_isa::{Opcode, Unbound};
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

/// A class of the runtime.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ClassNo(pub u32);

/// A constant. Constants are pooled by type and value: `1` is not `True`, and a float
/// is its bits.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Const {
    /// `None`.
    None,
    /// `Ellipsis`.
    Ellipsis,
    /// `NotImplemented`.
    NotImplemented,
    /// `True` or `False`.
    Bool(bool),
    /// An integer that fits into a word.
    Int(i32),
    /// An integer beyond that, in decimal.
    BigInt(Rc<str>),
    /// The bits of a double.
    Float(u64),
    /// The bits of real and imaginary part.
    Complex(u64, u64),
    /// A string.
    Str(Rc<str>),
    /// A `bytes` object.
    Bytes(Rc<[u8]>),
    /// A tuple of constants.
    Tuple(Rc<[Const]>),
    /// A function, of the program or of the runtime.
    Func(FuncId),
    /// A class of the runtime.
    Class(ClassNo),
    /// The same, where the program cannot get hold of it as a value.
    HiddenClass(ClassNo),
    /// The object of an importable module.
    Module(Rc<str>),
    /// The unassigned state of the variable with this name. Only an unchecked move
    /// reads it.
    Unbound(Unbound, Rc<str>),
    /// What `iternext` returns when there is no next item: never a Python value.
    End,
    /// An integer that only the linker knows, and what is added to it.
    Link(Link, i32),
    /// True if values of this kind can exist. Only tests of `is_a` read it; the linker
    /// decides them.
    Exists(Existing),
    /// The reference to the runtime's table of functions (see `link::table`).
    Functions,
}

/// A kind of values that an image may do without.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Existing {
    /// Never missing.
    Always,
    /// Integers beyond 32 bits.
    BigInt,
    /// Instances of a class.
    Class(ClassNo),
    /// Attributes of this name that the program defines.
    Name(Rc<str>),
    /// Members of this name that anything looks up.
    Member(Rc<str>),
    /// Attributes that the call before asks for by a computed name, which begins so.
    Beginning(Rc<str>),
}

macro_rules! links {
    ($($(#[$about:meta])* $link:ident = $name:literal;)*) => {
        /// An integer that only the linker knows.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Link { $($(#[$about])* $link,)* }

        impl Link {
            /// The one that runtime files know by this name.
            pub fn named(name: &str) -> Option<Link> {
                match name {
                    $($name => Some(Link::$link),)*
                    _ => None,
                }
            }
        }
    };
}

links! {
    /// Heap address of the first object of the image that may change.
    HeapMutable = "HEAP_MUTABLE";
    /// First heap address after the image.
    HeapFree = "HEAP_FREE";
    /// Words of heap of the machine.
    HeapEnd = "HEAP_END";
    /// Frame-store address after the statics.
    StaticsEnd = "STATICS_END";
    /// Words of frame store of the machine.
    FrameEnd = "FRAME_END";
    /// Return links of the machine.
    ControlEnd = "CONTROL_END";
    /// Code address of the first function of the runtime.
    RuntimeCode = "RUNTIME_CODE";
    /// Storage of the image's classes by id.
    ClassTable = "CLASS_TABLE";
    /// First class id that no class of the image has.
    ClassCount = "CLASS_COUNT";
    /// Heap address of the table of exception handlers.
    ExceptionTable = "EXCEPTION_TABLE";
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
    /// What CPython marks within it.
    pub anchor: Option<Anchor>,
    /// The comprehension that it is in.
    pub inlined: Option<InlineId>,
}

/// A comprehension that is part of a function, but has a traceback entry of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InlineId(pub u16);

/// Where a comprehension stands.
#[derive(Clone, Debug)]
pub struct Inlined {
    /// Its name in tracebacks.
    pub name: &'static str,
    /// The whole expression.
    pub range: TextRange,
    /// The comprehension around it.
    pub parent: Option<InlineId>,
}

/// A part of an operation's source that tracebacks point at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// Of a binary operation: the operator is in this gap between the operands.
    Operator(TextRange),
    /// Of a subscript: the brackets are behind the end of the object, where this begins.
    Brackets(TextRange),
    /// Of an attribute: its name. If it stands on a later line, that line is shown.
    Member(TextRange),
}

impl From<TextRange> for Span {
    fn from(range: TextRange) -> Span {
        Span {
            range,
            anchor: None,
            inlined: None,
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
    Store {
        /// `Sta` or `Stx`.
        op: Opcode,
        /// What is stored.
        value: Value,
        /// The object.
        a: Value,
        /// The attribute's name, or the index.
        b: Value,
    },
    /// Stores a word at an address, which never traps.
    Put {
        /// `St` or `Stf`.
        op: Opcode,
        /// The word; may be unbound.
        value: Value,
        /// Object or address.
        base: Value,
        /// Words after it, 0 … 511.
        offset: u16,
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
    /// No instruction: values of this kind may exist after it.
    Mention(Existing),
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
    /// A comparison: one of the opcodes `Jeq` … `Jin`.
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
    /// Where an exception that an operation or the exit of this block raises goes on. No
    /// operation has written its result then. The block begins with a call of the runtime's
    /// `caught`.
    pub handler: Option<BlockId>,
}

impl Block {
    /// An empty block without an exit.
    pub fn new() -> Block {
        Block {
            insts: vec![],
            exit: Exit::Unreachable,
            span: Span::default(),
            cold: false,
            handler: None,
        }
    }

    /// The blocks that may come next, with the handler.
    pub fn successors(&self) -> impl Iterator<Item = BlockId> {
        self.exit.successors().chain(self.handler)
    }

    /// The same, to be changed.
    pub fn successors_mut(&mut self) -> impl Iterator<Item = &mut BlockId> {
        self.exit.successors_mut().chain(&mut self.handler)
    }

    /// True if nothing in the block can raise an exception.
    pub fn is_silent(&self) -> bool {
        let silent = |inst: &Inst| match &inst.op {
            Op::Move { checked, .. } => !checked,
            Op::Put { .. } | Op::FrameTop { .. } | Op::Mention(_) => true,
            _ => false,
        };
        let exit = !matches!(self.exit, Exit::Branch { .. } | Exit::Unreachable);
        exit && self.insts.iter().all(silent)
    }
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
    /// The comprehensions in it.
    pub inlined: Vec<Inlined>,
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
        let (value, a, b) = match self {
            Op::Move { src, .. } => (None, None, Some((Field::Move, src))),
            Op::Compute { a, b, .. } => (None, a.as_ref(), b.as_ref().map(|b| (Field::B, b))),
            Op::Effect { a, b, .. } => (None, a.as_ref(), Some((Field::B, b))),
            Op::Store { value, a, b, .. } => (Some(value), Some(a), Some((Field::B, b))),
            Op::Put { value, base, .. } => (Some(value), None, Some((Field::B, base))),
            Op::Method { object, name, .. } => (None, Some(object), Some((Field::B, name))),
            Op::CallTop { count, .. } => (None, None, Some((Field::B, count))),
            Op::Call { .. } | Op::FrameTop { .. } | Op::Mention(_) => (None, None, None),
        };
        let slots = value.into_iter().chain(a).map(|slot| (Field::A, slot));
        slots.chain(b)
    }

    /// The same, to be changed.
    pub fn reads_mut(&mut self) -> impl Iterator<Item = (Field, &mut Value)> {
        let (value, a, b) = match self {
            Op::Move { src, .. } => (None, None, Some((Field::Move, src))),
            Op::Compute { a, b, .. } => (None, a.as_mut(), b.as_mut().map(|b| (Field::B, b))),
            Op::Effect { a, b, .. } => (None, a.as_mut(), Some((Field::B, b))),
            Op::Store { value, a, b, .. } => (Some(value), Some(a), Some((Field::B, b))),
            Op::Put { value, base, .. } => (Some(value), None, Some((Field::B, base))),
            Op::Method { object, name, .. } => (None, Some(object), Some((Field::B, name))),
            Op::CallTop { count, .. } => (None, None, Some((Field::B, count))),
            Op::Call { .. } | Op::FrameTop { .. } | Op::Mention(_) => (None, None, None),
        };
        let slots = value.into_iter().chain(a).map(|slot| (Field::A, slot));
        slots.chain(b)
    }

    /// The place that it writes. For a call that is its window's first slot; the
    /// receiver of a method is another one.
    pub fn writes(&self) -> Option<Place> {
        match self {
            Op::Move { dst, .. } | Op::Compute { dst, .. } | Op::FrameTop { dst } => Some(*dst),
            Op::Effect { .. } | Op::Store { .. } | Op::Put { .. } | Op::Mention(_) => None,
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
}

impl Function {
    /// Notes a comprehension.
    pub fn inline(
        &mut self,
        name: &'static str,
        range: TextRange,
        parent: Option<InlineId>,
    ) -> InlineId {
        self.inlined.push(Inlined {
            name,
            range,
            parent,
        });
        InlineId(self.inlined.len() as u16 - 1)
    }

    /// A block.
    pub fn block(&self, id: BlockId) -> &Block {
        &self.blocks[id.0 as usize]
    }

    /// A block, to be changed.
    pub fn block_mut(&mut self, id: BlockId) -> &mut Block {
        &mut self.blocks[id.0 as usize]
    }
}
