//! What operations read and write: virtual slots, globals and constants.

pub use pyxl_isa::layout::ObjectField;
use pyxl_isa::Unbound;
use std::fmt;
use std::rc::Rc;

/// What a load or a store touches.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum WordName {
    /// A word of the table of layouts.
    Table(ObjectField),
    /// A word of an object that only the runtime knows.
    Runtime(Rc<RuntimeWord>),
}

/// A word that files of the runtime name themselves: `GENERATOR_STATE`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct RuntimeWord {
    /// The object: `GENERATOR`, as `GENERATOR_WORDS` is its size.
    pub object: Rc<str>,
    /// The word: `STATE`.
    pub word: Rc<str>,
}

impl From<ObjectField> for WordName {
    fn from(field: ObjectField) -> WordName {
        WordName::Table(field)
    }
}

impl fmt::Display for WordName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            WordName::Table(field) => write!(f, "{field}"),
            WordName::Runtime(word) => write!(f, "{}_{}", word.object, word.word),
        }
    }
}

/// A virtual slot: a local variable or a temporary of one function.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Var(pub u32);

/// A global variable of the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Global(pub u32);

/// A function of the program or of the runtime.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FuncId(pub u32);

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
    LinkerSymbol(LinkerSymbol, i32),
    /// True if values of this kind can exist. Only tests of `is_a` read it; the
    /// pass `exists` decides them.
    Exists(ValueKind),
    /// The reference to the runtime's table of functions (see `link::objects`).
    Functions,
}

/// A kind of values that an image may do without.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ValueKind {
    /// Never missing.
    Always,
    /// Integers beyond 32 bits.
    BigInt,
    /// Instances of a class.
    Class(ClassNo),
    /// Attributes of this name that the program defines.
    Attribute(Rc<str>),
    /// Members of this name that anything looks up.
    Lookup(Rc<str>),
    /// Attributes that the call before asks for by a computed name, which begins so.
    Prefix(Rc<str>),
}

macro_rules! linker_symbols {
    ($($(#[$about:meta])* $symbol:ident = $name:literal;)*) => {
        /// An integer that only the linker knows.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum LinkerSymbol { $($(#[$about])* $symbol,)* }

        impl LinkerSymbol {
            /// The one that runtime files know by this name.
            pub fn named(name: &str) -> Option<LinkerSymbol> {
                match name {
                    $($name => Some(LinkerSymbol::$symbol),)*
                    _ => None,
                }
            }

            /// Its name in runtime files.
            pub fn name(self) -> &'static str {
                match self {
                    $(LinkerSymbol::$symbol => $name,)*
                }
            }
        }
    };
}

linker_symbols! {
    /// Heap address of the first object of the image that may change.
    HeapMutable = "HEAP_MUTABLE";
    /// First heap address after the image.
    HeapFree = "HEAP_FREE";
    /// First heap address after the attribute table, which comes after the image.
    TableEnd = "TABLE_END";
    /// The bits of an offset in the attribute table where an entry begins.
    TableMask = "TABLE_MASK";
    /// Words of heap of the machine.
    HeapEnd = "HEAP_END";
    /// Frame-store address after the statics.
    StaticsEnd = "STATICS_END";
    /// Words of frame store of the machine.
    FrameEnd = "FRAME_END";
    /// Return links of the machine.
    ControlEnd = "CONTROL_END";
    /// Frequency of the machine's clock, Hz.
    ClockHz = "CLOCK_HZ";
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
