//! What a constant needs.

use super::part::Part;
use crate::front::program::Program;
use crate::front::runtime::KnownClass;
use crate::ir::{ClassNo, Const, FuncId, LinkerSymbol, ValueKind};
use pyxl_isa::layout::ClassId;

/// Classes whose instances exist wherever classes do.
const BASIC: [ClassId; 10] = [
    ClassId::OBJECT,
    ClassId::TYPE,
    ClassId::INT,
    ClassId::BOOL,
    ClassId::NONE,
    ClassId::STR,
    ClassId::TUPLE,
    ClassId::FUNCTION,
    ClassId::ELLIPSIS,
    ClassId::NOT_IMPLEMENTED,
];

/// The parts that a constant needs.
pub fn of_constant(program: &Program, constant: &Const) -> Vec<Part> {
    let class = |id| of_class_with_id(program, id);
    let basic = || BASIC.into_iter().filter_map(class);
    match constant {
        Const::Func(id) => vec![Part::Value(*id)],
        Const::Class(no) | Const::HiddenClass(no) => {
            basic().chain([Part::Kind(ValueKind::Class(*no))]).collect()
        }
        Const::Float(_) => class(ClassId::FLOAT).into_iter().collect(),
        Const::Complex(..) => class(ClassId::COMPLEX).into_iter().collect(),
        Const::Bytes(_) => class(ClassId::BYTES).into_iter().collect(),
        Const::BigInt(_) => vec![Part::Kind(ValueKind::BigInt)],
        Const::Tuple(items) => {
            let items = items.iter().flat_map(|item| of_constant(program, item));
            items.chain(class(ClassId::TUPLE)).collect()
        }
        Const::Module(name) => vec![Part::Module(name.clone())],
        Const::LinkerSymbol(LinkerSymbol::ClassTable, _) => basic().collect(),
        _ => vec![],
    }
}

/// The parts that a constant needs that the program can get hold of: it may call a class.
pub fn of_visible(program: &Program, constant: &Const) -> Vec<Part> {
    let mut parts = of_constant(program, constant);
    if let Const::Func(id) = constant {
        parts.extend(of_class_of_function(program, *id));
    }
    if let Const::Class(no) = constant {
        let class = program.runtime.class(*no);
        let takes_arguments = |(name, _): &(&str, _)| *name == "__class_getitem__";
        let is_generic = class.id == ClassId::TYPE || class.members.iter().any(takes_arguments);
        let generic = is_generic.then_some(KnownClass::GenericClass);
        let markers = [KnownClass::ClassValue, KnownClass::BuiltinClass];
        let markers = markers.into_iter().chain(generic);
        let markers = markers.map(|class| program.runtime.interface.class(class));
        parts.extend(markers.map(ValueKind::Class).map(Part::Kind));
        parts.push(Part::Calls(*no));
    }
    parts
}

/// The class of a function that the program can get hold of.
pub fn of_class_of_function(program: &Program, id: FuncId) -> Option<Part> {
    of_class_with_id(program, program.function(id).value_class)
}

/// The instances of the class with an id.
pub fn of_class_with_id(program: &Program, id: ClassId) -> Option<Part> {
    let class: ClassNo = program.runtime.class_with_id(id)?;
    Some(Part::Kind(ValueKind::Class(class)))
}
