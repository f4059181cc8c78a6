//! Numbers by themselves on which the runtime, the compiler and the hardware agree.

/// A number with a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Number {
    /// Name.
    pub name: &'static str,
    /// Value.
    pub value: i32,
    /// Meaning.
    pub meaning: &'static str,
}

macro_rules! numbers {
    ($($name:ident: $type:ty = $value:expr, $meaning:literal;)*) => {
        $(#[doc = $meaning] pub const $name: $type = $value;)*

        /// All of these numbers.
        pub const NUMBERS: &[Number] = &[$(Number {
            name: stringify!($name),
            value: $name as i32,
            meaning: $meaning,
        },)*];
    };
}

numbers! {
    HEADER: usize = 0, "offset of an object's header";
    WORD: usize = 0, "offset of the word at an address itself";
    FIRST_OBJECT: u16 = 1, "address of the first object of a heap; address 0 means \"no object\"";
    FRAME_RESERVE: u32 = 512, "frame-store words that only runtime code may use, so that the handler of a full stack still runs";
    CONTROL_RESERVE: u32 = 64, "return links that only runtime code may use";
    RECURSION_LIMIT: u32 = 1000, "Python's recursion limit. The runtime raises the limit of return links by those that are not calls of Python functions";
    STUB_WORDS: usize = 2, "code words before the body of a function whose arguments have to be bound";
    GIVEN_WORDS: u16 = 56, "frame words of a function that binds its arguments: room for those that a call gives";
    MANY_ARGUMENTS: usize = 48, "most arguments that stand in a window; more are passed as a tuple";
}
