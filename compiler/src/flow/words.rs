//! What words of the image and of objects can be before anything runs.

use super::types::{Atom, Kinds, Types};
use crate::front::program::Program;
use crate::ir::*;
use pyxl_isa::layout::{ClassId, Contents, LAYOUTS};
use pyxl_isa::Tag;

/// What a constant is.
pub fn of_constant(program: &Program, constant: &Const) -> Types {
    let boxed = |id| match program.runtime.class_with_id(id) {
        Some(class) => Types::atom(Atom::Class(class)),
        None => Types::tag(Tag::Box),
    };
    match constant {
        Const::None => Types::tag(Tag::None),
        Const::Ellipsis => Types::of(Kinds::ELLIPSIS),
        Const::NotImplemented => Types::of(Kinds::NOT_IMPLEMENTED),
        Const::Bool(_) | Const::Exists(_) => Types::tag(Tag::Bool),
        Const::Int(_) => Types::tag(Tag::Int),
        Const::BigInt(_) => Types::tag(Tag::BigInt),
        Const::Float(_) => Types::tag(Tag::Float),
        Const::Complex(..) => boxed(ClassId::COMPLEX),
        Const::Str(_) => Types::tag(Tag::Str),
        Const::Bytes(_) => boxed(ClassId::BYTES),
        Const::Tuple(_) => Types::tag(Tag::Tuple),
        Const::Func(id) => Types::atom(Atom::Func(*id)),
        Const::Class(_) | Const::HiddenClass(_) => Types::tag(Tag::Class),
        Const::Module(_) => boxed(ClassId::MODULE),
        Const::Unbound(..) => Types::tag(Tag::Unbound),
        Const::End => Types::of(Kinds::END),
        Const::LinkerSymbol(..) | Const::Functions => Types::any(),
    }
}

/// What the linker writes into a word of objects.
pub fn of_image(field: ObjectField) -> Types {
    let (func, class, str) = (
        Kinds::tag(Tag::Func),
        Kinds::tag(Tag::Class),
        Kinds::tag(Tag::Str),
    );
    let (none, tuple, int) = (
        Kinds::tag(Tag::None),
        Kinds::tag(Tag::Tuple),
        Kinds::tag(Tag::Int),
    );
    Types::of(match (field.object, field.word) {
        ("TUPLE", "ITEMS") => class.or(str).or(tuple),
        // The members of classes, the variables of modules.
        ("STORAGE", "ITEMS") | ("DICT_ENTRY", "KEY" | "VALUE") => func
            .or(class)
            .or(str)
            .or(none)
            .or(tuple)
            .or(int)
            .or(Kinds::tag(Tag::Box)),
        ("PROPERTY", "GET" | "SET" | "DELETE") => func.or(none),
        ("PROPERTY", _) => str.or(none),
        ("STATICMETHOD" | "CLASSMETHOD", _) => func,
        _ => Kinds::NOTHING,
    })
}

/// What a word of an object may be.
pub fn of_field(program: &Program, field: ObjectField) -> Types {
    if field == ObjectField::HEADER {
        return Types::of(Kinds::tag(Tag::Raw).or(Kinds::END).or(Kinds::tag(Tag::Int)));
    }
    let contents: Option<Contents> = LAYOUTS
        .iter()
        .find(|layout| layout.name == field.object)
        .and_then(|layout| layout.words.iter().find(|word| word.name == field.word))
        .map(|word| word.contents);
    match contents {
        Some(contents) => {
            let boxed = contents
                .class
                .and_then(|id| program.runtime.class_with_id(id));
            Types::contents(contents, boxed)
        }
        None => Types::any(),
    }
}
