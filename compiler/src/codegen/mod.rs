//! IR to instructions: which static slot and which slot of its frame a value gets, and the
//! instructions with symbolic targets.

pub mod emit;
pub mod interference;
pub mod slots;
pub mod statics;

use crate::error::Refusal;
use crate::front::program::{Program, ScopeNode};
use crate::ir::{FuncId, Function, Global, Inlined};
use emit::{emit, Code, Handled};
use ruff_text_size::{Ranged, TextRange};
use slots::Slots;
use statics::Statics;

/// How much more a use in the program counts than one in the runtime, where the nearest
/// static slots are distributed.
const OWN_WEIGHT: usize = 8;

/// A function's code, which has no address yet.
pub struct Generated {
    /// The function.
    pub id: FuncId,
    /// The slots of its frame.
    pub slots: Slots,
    /// Its instructions.
    pub code: Code,
    /// Which of them have a handler of exceptions.
    pub handled: Vec<Handled>,
    /// The comprehensions in it.
    pub inlined: Vec<Inlined>,
}

/// Gives static slots to what a program's functions need them for, and to the globals of modules
/// that have an object.
///
/// # Errors
/// If there are too many.
pub fn number_statics(
    program: &Program,
    globals: impl Iterator<Item = Global>,
    bodies: &[(FuncId, Function)],
) -> Result<Statics, Refusal> {
    let functions = bodies.iter().map(|(id, body)| {
        let runtime = program.function(*id).runtime;
        (body, if runtime { 1 } else { OWN_WEIGHT })
    });
    Statics::of(functions, globals).ok_or_else(|| {
        let message = "the program has more than 65535 globals and constants";
        Refusal::limit(message, TextRange::default())
    })
}

/// Allocates a function's slots and emits its code.
///
/// # Errors
/// If it needs too large a frame.
pub fn generate(
    program: &Program,
    id: FuncId,
    body: &Function,
    statics: &Statics,
) -> Result<Generated, Refusal> {
    let slots = Slots::allocate(body).ok_or_else(|| {
        let message = "this function needs a frame of more than 256 words";
        Refusal::limit(message, place(program, id)).in_file(program.function(id).file)
    })?;
    let code = emit(body, &slots, statics);
    Ok(Generated {
        id,
        handled: code.handled(body),
        slots,
        code,
        inlined: body.inlined.clone(),
    })
}

/// Where a function stands in the program's source, for a diagnostic.
fn place(program: &Program, id: FuncId) -> TextRange {
    match program.function(id).source {
        ScopeNode::Def(def) => def.name.range(),
        ScopeNode::Class(def) => def.name.range(),
        ScopeNode::Lambda(lambda) => lambda.range,
        ScopeNode::Generator(generator) => generator.range,
        ScopeNode::Module(_) | ScopeNode::Comprehension => TextRange::default(),
    }
}
