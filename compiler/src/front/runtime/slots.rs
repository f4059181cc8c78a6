//! What CPython has in the slots of its types.

use pyxl_isa::layout::ClassId;

/// Special methods that are no slots of CPython's types, but in their tables of methods.
const NO_SLOTS: [&str; 29] = [
    "__aexit__",
    "__bytes__",
    "__ceil__",
    "__class_getitem__",
    "__complex__",
    "__dir__",
    "__enter__",
    "__exit__",
    "__floor__",
    "__format__",
    "__getnewargs__",
    "__getstate__",
    "__init_subclass__",
    "__instancecheck__",
    "__length_hint__",
    "__missing__",
    "__mro_entries__",
    "__prepare__",
    "__reduce__",
    "__reduce_ex__",
    "__reversed__",
    "__round__",
    "__set_name__",
    "__setstate__",
    "__sizeof__",
    "__subclasscheck__",
    "__subclasses__",
    "__subclasshook__",
    "__trunc__",
];

/// The class that a method of a builtin class has as a value. Static and class methods are
/// never seen as those.
pub fn class_of_method(class: &str, name: &str) -> ClassId {
    match is_slot(class, name) {
        true => ClassId::WRAPPER_DESCRIPTOR,
        false => ClassId::METHOD_DESCRIPTOR,
    }
}

/// True for the special methods of builtin classes that CPython shows as slot wrappers.
fn is_slot(class: &str, name: &str) -> bool {
    let special = name.starts_with("__") && name.ends_with("__");
    let method = match class {
        "list" => name == "__getitem__",
        "dict" => matches!(name, "__getitem__" | "__contains__"),
        "set" | "frozenset" => name == "__contains__",
        _ => false,
    };
    special && !method && !NO_SLOTS.contains(&name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn methods_are_no_slots() {
        let class_of = |class, name| class_of_method(class, name);
        assert_eq!(class_of("list", "__len__"), ClassId::WRAPPER_DESCRIPTOR);
        assert_eq!(
            class_of("tuple", "__getitem__"),
            ClassId::WRAPPER_DESCRIPTOR
        );
        for (class, name) in [
            ("list", "append"),
            ("list", "__getitem__"),
            ("list", "__reversed__"),
            ("set", "__contains__"),
        ] {
            assert_eq!(class_of(class, name), ClassId::METHOD_DESCRIPTOR, "{name}");
        }
    }
}
