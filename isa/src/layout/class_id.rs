//! Class ids: the number of its class in the header of every object.

/// Id of a class, 12 bits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ClassId(pub u16);

/// A class with a fixed id.
#[derive(Clone, Copy, Debug)]
pub struct BuiltinClass {
    /// The id.
    pub id: ClassId,
    /// Beginning of the name of the runtime's constant; `_ID` follows.
    pub constant: &'static str,
    /// Name in Python.
    pub name: &'static str,
}

macro_rules! classes {
    ($($id:ident = $code:literal, $name:literal;)*) => {
        impl ClassId {
            $(#[doc = concat!("`", $name, "`.")] pub const $id: ClassId = ClassId($code);)*
        }

        /// The builtin classes with a fixed id.
        pub const BUILTIN_CLASSES: &[BuiltinClass] = &[$(BuiltinClass {
            id: ClassId::$id,
            constant: stringify!($id),
            name: $name,
        },)*];
    };
}

classes! {
    OBJECT = 1, "object";
    TYPE = 2, "type";
    INT = 3, "int";
    BOOL = 4, "bool";
    NONE = 5, "NoneType";
    FLOAT = 6, "float";
    STR = 7, "str";
    TUPLE = 8, "tuple";
    LIST = 9, "list";
    DICT = 10, "dict";
    FUNCTION = 11, "function";
    COMPLEX = 12, "complex";
    BYTES = 13, "bytes";
    BYTEARRAY = 14, "bytearray";
    STORAGE = 15, "storage";
    CODE = 16, "code";
    CELL = 17, "cell";
    METHOD = 18, "method";
    PROPERTY = 19, "property";
    STATICMETHOD = 20, "staticmethod";
    CLASSMETHOD = 21, "classmethod";
    MODULE = 22, "module";
    ELLIPSIS = 23, "ellipsis";
    NOT_IMPLEMENTED = 24, "NotImplementedType";
    BUILTIN_FUNCTION = 25, "builtin_function_or_method";
    METHOD_DESCRIPTOR = 26, "method_descriptor";
    WRAPPER_DESCRIPTOR = 27, "wrapper_descriptor";
}

impl ClassId {
    /// Its Python name; empty if the id is not fixed.
    pub fn name(self) -> &'static str {
        let class = BUILTIN_CLASSES.iter().find(|class| class.id == self);
        class.map_or("", |class| class.name)
    }

    /// True for the classes of functions: the program's, and those of the runtime.
    pub fn is_function(self) -> bool {
        matches!(
            self,
            ClassId::FUNCTION
                | ClassId::BUILTIN_FUNCTION
                | ClassId::METHOD_DESCRIPTOR
                | ClassId::WRAPPER_DESCRIPTOR
        )
    }

    /// The first id that is not fixed: the linker numbers the other builtin classes of an
    /// image from here on, and those of the program come after them.
    pub const FIRST_FREE: ClassId = ClassId(32);
}
