//! Functions as graphs of basic blocks.

use super::{InlineId, Inlined, Inst, OperandField, Place, Span, Value, Var};
use pyxl_isa::{ControlFlow, Opcode, Row, ROWS};
use ruff_text_size::TextRange;
use std::rc::Rc;

/// A basic block of one function.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct BlockId(pub u32);

/// The condition of a branch.
#[derive(Clone, Debug)]
pub enum Test {
    /// A comparison: one of the opcodes `Jeq` … `Jin`.
    Compare(Opcode, Value, Value),
    /// The truth of a value.
    Truth(Value),
    /// A word is unbound. No instruction tests that: the pass `bound` decides it, or writes
    /// two that do.
    Unbound(Value),
}

/// The branch that is taken if the comparison is false; `None` if it is no branch that is
/// taken if a comparison is true.
pub fn if_false(op: Opcode) -> Option<Opcode> {
    let row = op.row();
    let is_test = row.flow == ControlFlow::Branch && row.sense;
    let opposite =
        |other: &&Row| other.flow == ControlFlow::Branch && other.base == row.base && !other.sense;
    Some(ROWS.iter().find(opposite).filter(|_| is_test)?.op)
}

impl Test {
    /// The branch that is taken if the test's outcome is `truth`.
    pub fn branch(&self, truth: bool) -> Opcode {
        let op = match self {
            Test::Compare(op, ..) => *op,
            Test::Truth(_) => Opcode::Jt,
            Test::Unbound(_) => unreachable!("the pass `bound` has replaced it"),
        };
        match truth {
            true => op,
            false => if_false(op).expect("the verifier has looked for it"),
        }
    }
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
    pub fn successors(&self) -> impl Iterator<Item = BlockId> + '_ {
        self.exit.successors().copied().chain(self.handler)
    }

    /// The same, to be changed.
    pub fn successors_mut(&mut self) -> impl Iterator<Item = &mut BlockId> {
        self.exit.successors_mut().chain(&mut self.handler)
    }

    /// True if nothing in the block can raise an exception.
    pub fn is_silent(&self) -> bool {
        self.exit.is_silent() && self.insts.iter().all(|inst| inst.op.is_silent())
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

/// Methods of [`Exit`] and their mutable twins.
macro_rules! exit_twins {
    ($(#[$next_about:meta])* $successors:ident,
     $(#[$reads_about:meta])* $reads:ident $(, $mut:tt)?) => {
        $(#[$next_about])*
        pub fn $successors(&$($mut)? self) -> impl Iterator<Item = &$($mut)? BlockId> {
            let (first, second) = match self {
                Exit::Jump(next) => (Some(next), None),
                Exit::Branch { yes, no, .. } => (Some(yes), Some(no)),
                Exit::Count { body, done, .. } => (Some(body), Some(done)),
                Exit::Return(_) | Exit::Halt(_) | Exit::Unreachable => (None, None),
            };
            first.into_iter().chain(second)
        }

        $(#[$reads_about])*
        pub fn $reads(&$($mut)? self) -> impl Iterator<Item = (OperandField, &$($mut)? Value)> {
            let (a, b) = match self {
                Exit::Branch { test, .. } => match test {
                    Test::Compare(_, a, b) => (Some(a), Some(b)),
                    Test::Truth(a) | Test::Unbound(a) => (Some(a), None),
                },
                Exit::Count { limit, .. } => (None, Some(limit)),
                Exit::Return(b) => (None, Some(b)),
                Exit::Jump(_) | Exit::Halt(_) | Exit::Unreachable => (None, None),
            };
            let a = a.map(|a| (OperandField::A, a));
            a.into_iter().chain(b.map(|b| (OperandField::B, b)))
        }
    };
}

impl Exit {
    exit_twins! {
        /// The blocks that may come next.
        successors,
        /// The values that it reads, as operand a or b. A loop reads its counter besides.
        reads
    }
    exit_twins! {
        /// The same, to be changed.
        successors_mut,
        /// The same, to be changed.
        reads_mut, mut
    }

    /// True if it surely raises no exception.
    pub fn is_silent(&self) -> bool {
        !matches!(self, Exit::Branch { .. } | Exit::Unreachable)
    }

    /// The place that it reads and writes.
    pub fn counter(&self) -> Option<Place> {
        match self {
            Exit::Count { counter, .. } => Some(*counter),
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
        if let Some(Place::Var(var)) = self.counter() {
            read(var);
        }
    }

    /// Calls `change` for all virtual slots in it.
    pub fn for_each_var_mut(&mut self, mut change: impl FnMut(&mut Var)) {
        for (_, value) in self.reads_mut() {
            if let Value::Var(var) = value {
                change(var);
            }
        }
        if let Exit::Count {
            counter: Place::Var(var),
            ..
        } = self
        {
            change(var);
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
