//! Names that mean something without being bound: CPython's builtins.

use crate::ir::Const;

/// The module of what is visible without an import.
pub const BUILTINS: &str = "builtins";

/// The names in CPython 3.11's `builtins`, in its order, on which suggestions depend.
const NAMES: &str = "\
    __name__ __doc__ __package__ __loader__ __spec__ __build_class__ __import__ abs all any \
    ascii bin breakpoint callable chr compile delattr dir divmod eval exec format getattr \
    globals hasattr hash hex id input isinstance issubclass iter aiter len locals max min \
    next anext oct ord pow print repr round setattr sorted sum vars None Ellipsis \
    NotImplemented False True bool memoryview bytearray bytes classmethod complex dict \
    enumerate filter float frozenset property int list map object range reversed set slice \
    staticmethod str super tuple type zip __debug__ BaseException BaseExceptionGroup \
    Exception GeneratorExit KeyboardInterrupt SystemExit ArithmeticError AssertionError \
    AttributeError BufferError EOFError ImportError LookupError MemoryError NameError \
    OSError ReferenceError RuntimeError StopAsyncIteration StopIteration SyntaxError \
    SystemError TypeError ValueError Warning FloatingPointError OverflowError \
    ZeroDivisionError BytesWarning DeprecationWarning EncodingWarning FutureWarning \
    ImportWarning PendingDeprecationWarning ResourceWarning RuntimeWarning SyntaxWarning \
    UnicodeWarning UserWarning BlockingIOError ChildProcessError ConnectionError \
    FileExistsError FileNotFoundError InterruptedError IsADirectoryError NotADirectoryError \
    PermissionError ProcessLookupError TimeoutError IndentationError IndexError KeyError \
    ModuleNotFoundError NotImplementedError RecursionError UnboundLocalError UnicodeError \
    BrokenPipeError ConnectionAbortedError ConnectionRefusedError ConnectionResetError \
    TabError UnicodeDecodeError UnicodeEncodeError UnicodeTranslateError ExceptionGroup \
    EnvironmentError IOError open quit exit copyright credits license help \
";

/// Names that every module has, besides those in `builtins`.
const MODULE: &str = "__annotations__ __builtins__ __file__ __cached__";

/// The names in `builtins`.
pub fn builtin_names() -> impl Iterator<Item = &'static str> {
    NAMES.split_whitespace()
}

/// The names that a module has before its first statement.
pub fn module_names() -> impl Iterator<Item = &'static str> {
    let first = builtin_names().take_while(|name| *name != "__build_class__");
    first.chain(MODULE.split_whitespace())
}

/// What a name that the program does not bind means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unassigned {
    /// A builtin.
    Builtin,
    /// Nothing: its use is a `NameError`.
    Nothing,
}

/// What `name` means in CPython where the program does not bind it.
pub fn unassigned(name: &str) -> Unassigned {
    let known = |other| name == other;
    match builtin_names().chain(module_names()).any(known) {
        true => Unassigned::Builtin,
        false => Unassigned::Nothing,
    }
}

/// The first value of a variable that every module has, if it is the same in all of them.
pub fn module_value(name: &str) -> Option<Const> {
    match name {
        // The module's own are filled in by `Program::global`.
        "__name__" | "__doc__" | "__package__" | "__file__" => Some(Const::None),
        "__spec__" | "__loader__" => Some(Const::None),
        "__builtins__" => Some(Const::Module(BUILTINS.into())),
        _ => None,
    }
}
