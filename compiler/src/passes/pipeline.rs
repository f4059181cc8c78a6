//! The list of passes, and how it runs.

use super::{bound, coalesce, exists, far, graph};
use crate::codegen::statics::Statics;
use crate::ir::text::{self, Nameless};
use crate::ir::verify::verify;
use crate::ir::{FuncId, Function, ValueKind};
use crate::work;

/// A pass.
pub struct Pass {
    /// Its name, as `--emit ir=` and the filetests know it.
    pub name: &'static str,
    /// What it does, for people.
    pub about: &'static str,
    /// When it runs.
    pub stage: Stage,
    /// Does it to a function.
    pub run: fn(&mut Function, &Context),
}

/// When a pass runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// The functions of the program are there.
    Lowered,
    /// It is known which functions and which kinds of values an image has.
    Reached,
    /// It is known besides which static slot a value has.
    Numbered,
}

/// All passes, in the order in which they run.
pub const PASSES: [Pass; 6] = [
    Pass {
        name: "lower",
        about: "changes nothing: the IR as the front end makes it",
        stage: Stage::Lowered,
        run: |_, _| (),
    },
    Pass {
        name: "bound",
        about: "removes the checks of variables that surely are bound",
        stage: Stage::Lowered,
        run: |function, context| bound::decide(function, context.entry),
    },
    Pass {
        name: "exists",
        about: "decides the tests for kinds of values that the image may do without",
        stage: Stage::Reached,
        run: |function, context| exists::decide(function, context.exists),
    },
    Pass {
        name: "graph",
        about: "threads jumps, joins blocks, drops unreachable ones, puts rare ones last",
        stage: Stage::Reached,
        run: |function, _| graph::simplify(function),
    },
    Pass {
        name: "far",
        about: "loads and stores static slots that operands cannot name",
        stage: Stage::Numbered,
        run: |function, context| far::legalise(function, context.statics),
    },
    Pass {
        name: "coalesce",
        about: "makes one virtual slot of two that are copied",
        stage: Stage::Numbered,
        run: |function, _| coalesce::coalesce(function),
    },
];

/// What the passes have to know of the program.
pub struct Context<'a> {
    /// What is bound when the function begins.
    pub entry: &'a bound::Entry,
    /// True if values of a kind can exist; none before [`Stage::Reached`].
    pub exists: &'a dyn Fn(&ValueKind) -> bool,
    /// The static slots; none before [`Stage::Numbered`].
    pub statics: &'a Statics,
}

/// Runs the passes of a stage on a function. `watch` sees it after each of them.
///
/// # Panics
/// In debug builds, if a pass leaves what [`verify`] refuses.
pub fn run(
    stage: Stage,
    (id, function): (FuncId, &mut Function),
    context: &Context,
    watch: &mut dyn FnMut(&Pass, FuncId, &Function),
) {
    for pass in PASSES.iter().filter(|pass| pass.stage == stage) {
        (pass.run)(function, context);
        if cfg!(debug_assertions) {
            let faults = work::aside(|| verify(function)).join("\n");
            let text = || text::print(&format!("f{}", id.0), function, &Nameless);
            assert!(
                faults.is_empty(),
                "after `{}`:\n{faults}\n{}",
                pass.name,
                text()
            );
        }
        watch(pass, id, function);
    }
}

/// Runs the passes of [`Stage::Lowered`] on a function of which nothing is known that the rest of
/// the program decides.
pub fn run_alone(function: (FuncId, &mut Function)) {
    let context = Context {
        entry: &bound::Entry::default(),
        exists: &|_| false,
        statics: &Statics::default(),
    };
    run(Stage::Lowered, function, &context, &mut |_, _, _| ());
}
