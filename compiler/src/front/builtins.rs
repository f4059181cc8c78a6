//! Names that mean something without being bound: CPython's builtins, and the
//! functions of `compiler.intrinsics`.

use pyxl_isa::{Opcode, Tag};

/// Names of CPython 3.11's builtins that this compiler does not know yet.
const OTHER_BUILTINS: &[&str] = &[
    "ArithmeticError",
    "AssertionError",
    "AttributeError",
    "BaseException",
    "BaseExceptionGroup",
    "BlockingIOError",
    "BrokenPipeError",
    "BufferError",
    "BytesWarning",
    "ChildProcessError",
    "ConnectionAbortedError",
    "ConnectionError",
    "ConnectionRefusedError",
    "ConnectionResetError",
    "DeprecationWarning",
    "EOFError",
    "Ellipsis",
    "EncodingWarning",
    "EnvironmentError",
    "Exception",
    "ExceptionGroup",
    "FileExistsError",
    "FileNotFoundError",
    "FloatingPointError",
    "FutureWarning",
    "GeneratorExit",
    "IOError",
    "ImportError",
    "ImportWarning",
    "IndentationError",
    "IndexError",
    "InterruptedError",
    "IsADirectoryError",
    "KeyError",
    "KeyboardInterrupt",
    "LookupError",
    "MemoryError",
    "ModuleNotFoundError",
    "NameError",
    "NotADirectoryError",
    "NotImplemented",
    "NotImplementedError",
    "OSError",
    "OverflowError",
    "PendingDeprecationWarning",
    "PermissionError",
    "ProcessLookupError",
    "RecursionError",
    "ReferenceError",
    "ResourceWarning",
    "RuntimeError",
    "RuntimeWarning",
    "StopAsyncIteration",
    "StopIteration",
    "SyntaxError",
    "SyntaxWarning",
    "SystemError",
    "SystemExit",
    "TabError",
    "TimeoutError",
    "TypeError",
    "UnboundLocalError",
    "UnicodeDecodeError",
    "UnicodeEncodeError",
    "UnicodeError",
    "UnicodeTranslateError",
    "UnicodeWarning",
    "UserWarning",
    "ValueError",
    "Warning",
    "ZeroDivisionError",
    "__build_class__",
    "__debug__",
    "__doc__",
    "__import__",
    "__loader__",
    "__package__",
    "__spec__",
    "__builtins__",
    "__cached__",
    "__file__",
    "__annotations__",
    "abs",
    "aiter",
    "all",
    "anext",
    "any",
    "ascii",
    "bin",
    "bool",
    "breakpoint",
    "bytearray",
    "bytes",
    "callable",
    "chr",
    "classmethod",
    "compile",
    "complex",
    "copyright",
    "credits",
    "delattr",
    "dict",
    "dir",
    "divmod",
    "enumerate",
    "eval",
    "exec",
    "exit",
    "filter",
    "float",
    "format",
    "frozenset",
    "getattr",
    "globals",
    "hasattr",
    "hash",
    "help",
    "hex",
    "id",
    "input",
    "int",
    "isinstance",
    "issubclass",
    "iter",
    "len",
    "license",
    "list",
    "locals",
    "map",
    "max",
    "memoryview",
    "min",
    "next",
    "object",
    "oct",
    "open",
    "ord",
    "pow",
    "property",
    "quit",
    "repr",
    "reversed",
    "round",
    "set",
    "setattr",
    "slice",
    "sorted",
    "staticmethod",
    "str",
    "sum",
    "super",
    "tuple",
    "type",
    "vars",
    "zip",
];

/// A builtin function that the compiler knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Builtin {
    /// `print`.
    Print,
    /// `range`, in a `for` statement.
    Range,
}

/// What a name that the program does not bind means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unassigned {
    /// A builtin function that the compiler knows.
    Builtin(Builtin),
    /// `__name__`, which is `"__main__"`.
    ModuleName,
    /// One that it does not know.
    OtherBuiltin,
    /// Nothing: its use is a `NameError`.
    Nothing,
}

/// What `name` means where the program does not bind it.
pub fn unassigned(name: &str) -> Unassigned {
    match name {
        "print" => Unassigned::Builtin(Builtin::Print),
        "range" => Unassigned::Builtin(Builtin::Range),
        "__name__" => Unassigned::ModuleName,
        _ if OTHER_BUILTINS.contains(&name) => Unassigned::OtherBuiltin,
        _ => Unassigned::Nothing,
    }
}

/// All names of builtins, for suggestions.
pub fn builtin_names() -> impl Iterator<Item = &'static str> {
    OTHER_BUILTINS.iter().copied().chain(["print", "range"])
}

/// Module with the ancestor's intrinsics.
pub const INTRINSICS_MODULE: &str = "compiler.intrinsics";

/// A function of [`INTRINSICS_MODULE`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Intrinsic {
    /// `pyxl_write_gpio_pinN(level)`.
    WritePin(u8),
    /// `pyxl_read_gpio_pinN()`.
    ReadPin(u8),
    /// `pyxl_get_cycle_counter()`.
    CycleCounter,
}

impl Intrinsic {
    /// The intrinsic with this name.
    pub fn named(name: &str) -> Option<Intrinsic> {
        let pin = |digits: &str| {
            let pin: u8 = digits.parse().ok().filter(|pin| *pin < 32)?;
            (digits == pin.to_string()).then_some(pin)
        };
        if name == "pyxl_get_cycle_counter" {
            Some(Intrinsic::CycleCounter)
        } else if let Some(digits) = name.strip_prefix("pyxl_write_gpio_pin") {
            pin(digits).map(Intrinsic::WritePin)
        } else {
            let digits = name.strip_prefix("pyxl_read_gpio_pin")?;
            pin(digits).map(Intrinsic::ReadPin)
        }
    }

    /// Number of arguments.
    pub fn params(self) -> usize {
        usize::from(matches!(self, Intrinsic::WritePin(_)))
    }
}

/// An intrinsic that only runtime files may use; `runtime/README.md` describes them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RuntimeIntrinsic {
    /// An instruction with these numbers of operands and a result.
    Compute(Opcode, usize),
    /// An instruction with one operand and no result.
    Effect(Opcode),
    /// `halt(code)`.
    Halt,
    /// `trap_pc()`.
    TrapPc,
    /// `functions()`.
    Functions,
}

impl RuntimeIntrinsic {
    /// The intrinsic with this name.
    pub fn named(name: &str) -> Option<RuntimeIntrinsic> {
        use RuntimeIntrinsic::*;
        Some(match name {
            "tag" => Compute(Opcode::Tag, 1),
            "retag" => Compute(Opcode::Retag, 2),
            "ld" => Compute(Opcode::Ld, 2),
            "putc" => Effect(Opcode::Putc),
            "pute" => Effect(Opcode::Pute),
            "halt" => Halt,
            "trap_pc" => TrapPc,
            "functions" => Functions,
            _ => return None,
        })
    }

    /// Number of arguments.
    pub fn params(self) -> usize {
        match self {
            RuntimeIntrinsic::Compute(_, params) => params,
            RuntimeIntrinsic::Effect(_) | RuntimeIntrinsic::Halt => 1,
            RuntimeIntrinsic::TrapPc | RuntimeIntrinsic::Functions => 0,
        }
    }
}

/// A tag's number under its upper-case name, in runtime files.
pub fn tag_constant(name: &str) -> Option<i32> {
    let tag = Tag::ALL.into_iter().find(|tag| tag.name() == name)?;
    Some(tag as i32)
}
