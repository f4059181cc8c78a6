//! What the printer refuses, and how it says so.

use thiserror::Error;

/// A design that cannot be printed faithfully. `block` is the instance path of the block.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("block `{block}`: {problem}")]
pub struct EmitError {
    /// Instance path of the block, for example `soc.core.alu`.
    pub block: String,
    /// What was refused.
    pub problem: Problem,
}

/// The construct that was refused, with the name it was found under.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Problem {
    /// A name that is no signal, constant, loop index or enum variant.
    #[error("`{0}` is neither a signal of this block nor a constant (constants need `#[hdl]` of `pyxl-hdl-macros`, and their names are in capitals)")]
    UnknownName(String),
    /// A variant whose type is known under two different encodings.
    #[error("`{0}` means two different values here: two enums have the same name")]
    AmbiguousVariant(String),
    /// A `Constant<_>` field.
    #[error("`{0}` is a `Constant`: name a `const`, or make it a plain field `_{0}`")]
    ConstantField(String),
    /// Two constants, or a constant and a signal, whose names differ only in `::`, `.` and `_`.
    #[error("`{0}` has two meanings: rename the constant")]
    AmbiguousConstant(String),
    /// Two fields whose Verilog names are equal.
    #[error("`{0}` and `{1}` get the same Verilog name `{2}`: rename one field")]
    NameCollision(String, String, String),
    /// A field, instance or module that Verilog or SystemVerilog reserves.
    #[error("`{0}` is a Verilog or SystemVerilog keyword: rename the field")]
    Keyword(String),
    /// A name that is no plain identifier.
    #[error("`{0}` is not a plain Verilog identifier")]
    BadIdentifier(String),
    /// A signal of no bits, such as an enum with one variant.
    #[error("{0} has no bits: an enum needs at least two variants")]
    ZeroWidth(String),
    /// Operands or sides of an assignment differ in width.
    #[error("{context}: {left} bits against {right} bits (`signed_bit_cast` and `to_bits` do not keep their width: use `bit_cast`)")]
    Width {
        /// Where the two meet.
        context: String,
        /// Width of the left side in bits.
        left: usize,
        /// Width of the right side in bits.
        right: usize,
    },
    /// A literal that its context cannot hold.
    #[error("{context}: {value} does not fit into {width} bits")]
    LiteralRange {
        /// Where the literal stands.
        context: String,
        /// Its value.
        value: i128,
        /// Width of the context in bits.
        width: usize,
    },
    /// An expression of literals alone where a width is needed.
    #[error("{0}: the width of a bare literal is unknown, use `bits::<N>(..)`")]
    BareLiteral(String),
    /// A constant bit index outside the value.
    #[error("bit {index} of a value of {width} bits")]
    BitIndex {
        /// First bit that was asked for.
        index: i128,
        /// Width of the value.
        width: usize,
    },
    /// A match arm that is neither a variant, an integer, a bool nor `_`.
    #[error("match arm `{0}`: use an enum variant (`Type::Variant`), an integer, a bool or `_`")]
    Pattern(String),
    /// The same match arm twice: the trace that a guard leaves.
    #[error(
        "match arm `{0}` occurs twice (guards are lost by `hdl_gen`: use `if` inside the arm)"
    )]
    RepeatedArm(String),
    /// A signal that keeps its old value on some path.
    #[error(
        "`{0}` is not assigned on every path, which would be a latch: give it a default first"
    )]
    Latch(String),
    /// A signal that is read but never assigned, an output or a child's input without a driver.
    #[error("`{0}` is never assigned")]
    Undriven(String),
    /// A read that sees the new value on one path and the settled one on another.
    #[error("`{0}` is read where it is assigned on some paths only: assign its default before")]
    PartialRead(String),
    /// Signals that depend on themselves within one clock cycle.
    #[error("combinational loop through {0}")]
    Loop(String),
    /// An assignment to something that this block does not drive.
    #[error("`{0}` cannot be assigned here")]
    NotAssignable(String),
    /// A flip-flop or other clock input that is not simply connected.
    #[error("`{0}` needs a clock: connect it with `dff_setup!` or `clock!`")]
    Clock(String),
    /// Custom Verilog that does not agree with the block's ports.
    #[error("custom Verilog: {0}")]
    Custom(String),
    /// Anything else that has no faithful Verilog.
    #[error("{0} is not supported")]
    Unsupported(String),
}

/// Shorthand used inside the crate: a problem gets its block when it leaves it.
pub(crate) type Checked<T> = Result<T, Problem>;
