//! The compiler: Python source to a linked image for the machine.
//!
//! ```text
//! text ─parse─▶ syntax tree ─lower─▶ IR ─reach─▶ IR ─passes─▶ IR ─codegen─▶ PySM ─link─▶ image
//! ```
//!
//! The program is compiled as a whole, together with the functions of the runtime
//! (`runtime/`) that it needs.
#![warn(missing_docs)]

mod codegen;
mod error;
#[cfg(test)]
mod filetests;
mod flow;
mod front;
mod ir;
mod link;
mod listing;
mod passes;
mod reach;
mod runtime_folder;
mod source;
mod work;
mod worklist;

pub use error::{CompileError, Diagnostic, Fault, Refusal};
pub use front::refuse::Feature;
pub use link::Sizes;
pub use listing::Emit;
pub use reach::Why;

use codegen::statics::Statics;
use front::encoding;
use front::modules::{self, ModuleFile};
use front::parse::{normalise, parse};
use front::program::Program;
use front::runtime::File;
use ir::Function;
use listing::Listing;
use passes::bound::Entry;
use passes::{Context, Pass, Stage};
use pyxl_isa::Image;
use runtime_folder::RuntimeFolder;
use source::SourceFile;
use std::panic::resume_unwind;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::{fs, thread};

/// Stack of the compiler's thread: the parser is recursive, and what is nested too
/// deeply is refused only after it.
const STACK_BYTES: usize = 256 << 20;

/// The halt code of an image that does what the compiler has ruled out; [`Options::check_flow`]
/// has it look everywhere.
pub const NO_WAY: u8 = 77;

/// What may be different from one compilation to the next.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// A folder with the runtime and the library, instead of those that are part of the compiler.
    pub runtime: Option<PathBuf>,
    /// If it is not 0, the collector runs at every allocation of this number, to find what
    /// it forgets.
    pub gc_stress: u16,
    /// If it is not 0, the allocation of this number, counted from the start, raises
    /// MemoryError.
    pub fail_allocation: u16,
    /// Where no control should come, the image stops the machine with [`NO_WAY`].
    pub check_flow: bool,
    /// A function, class or attribute: why is it part of the image?
    pub why: Option<String>,
    /// What to print on the way.
    pub emit: Option<Emit>,
}

/// Compiles a file.
///
/// # Errors
/// If it cannot be read, or if the program is wrong, not supported or too large.
pub fn compile_file(path: &Path) -> Result<Image, CompileError> {
    Ok(compile_program(path, &Options::default())?.image)
}

/// An image, and what is to be said of it.
#[derive(Debug)]
pub struct Compiled {
    /// The image.
    pub image: Image,
    /// What is probably wrong in the program.
    pub warnings: Vec<Diagnostic>,
    /// What takes how much of the image.
    pub sizes: Sizes,
    /// The answer to [`Options::why`].
    pub why: Option<Why>,
    /// What the options ask to print on the way.
    pub emitted: String,
    /// Steps of the work that the compilation was, on any machine.
    pub work: u64,
}

/// Compiles a file with the modules beside it that it imports.
///
/// # Errors
/// If it cannot be read, or if the program is wrong, not supported or too large.
pub fn compile_program(path: &Path, options: &Options) -> Result<Compiled, CompileError> {
    let text = read(path)?;
    let root = path
        .parent()
        .map(|parent| match parent.as_os_str().is_empty() {
            true => Path::new("."),
            false => parent,
        });
    let name = path.display().to_string();
    compile_in(&name, &text, root, options)
}

/// Compiles a program; `name` is the file name that tracebacks and diagnostics show.
///
/// # Errors
/// If the program is wrong, not supported or too large.
pub fn compile_source(name: &str, text: &str) -> Result<Image, CompileError> {
    compile_with(name, text, &Options::default())
}

/// Compiles a program, with options.
///
/// # Errors
/// If the program is wrong, not supported or too large.
pub fn compile_with(name: &str, text: &str, options: &Options) -> Result<Image, CompileError> {
    Ok(compile_in(name, text, None, options)?.image)
}

/// Compiles a program and tells what the compilation was.
///
/// # Errors
/// If the program is wrong, not supported or too large.
pub fn compile_counted(name: &str, text: &str) -> Result<Compiled, CompileError> {
    compile_in(name, text, None, &Options::default())
}

/// Compiles a program that may import modules in the folder `root`.
fn compile_in(
    name: &str,
    text: &str,
    root: Option<&Path>,
    options: &Options,
) -> Result<Compiled, CompileError> {
    let main = SourceFile {
        name: name.into(),
        text: normalise(text),
    };
    let runtime = RuntimeFolder::read(options.runtime.as_deref())?;
    let mut files = vec![];
    let result = on_large_stack(|| compile(main, root, runtime, options, &mut files));
    match result {
        Ok(linked) => {
            let warnings = linked.warnings.into_iter();
            let warnings = warnings.map(|warning| diagnostic(&files, warning));
            Ok(Compiled {
                image: linked.image,
                warnings: warnings.collect(),
                sizes: linked.sizes,
                why: linked.why,
                emitted: linked.emitted,
                work: linked.work,
            })
        }
        Err(refusal) => {
            let diagnostic = diagnostic(&files, refusal);
            Err(CompileError::Source(Box::new(diagnostic)))
        }
    }
}

/// Compiles all functions of the runtime, whether a program needs them or not, and parses the
/// modules of the library, which are compiled with the programs that import them.
///
/// # Errors
/// If the files cannot be read, or everything that is wrong in them.
pub fn check_runtime(options: &Options) -> Result<(), Vec<CompileError>> {
    let runtime = RuntimeFolder::read(options.runtime.as_deref()).map_err(|error| vec![error])?;
    check_files(runtime, options)
}

fn check_files(runtime: RuntimeFolder, options: &Options) -> Result<(), Vec<CompileError>> {
    let mut files = vec![];
    let faults = on_large_stack(|| {
        let modules = runtime.library.clone();
        let sources = match Sources::parse(SourceFile::default(), None, runtime, &mut files) {
            Ok(sources) => sources,
            Err(refusal) => return vec![refusal],
        };
        let mut faults = faults_of_library(modules, &mut files);
        match Program::new(&sources.own, &sources.library, &constants(options)) {
            Ok(program) => {
                faults.extend(front::runtime::bare_numbers::faults(&sources.library));
                faults.extend(front::runtime::special_results::faults(&sources.library));
                faults.extend(reach::faults_of_runtime(&program));
            }
            Err(refusals) => faults.extend(refusals),
        }
        faults
    });
    let errors: Vec<CompileError> = faults
        .into_iter()
        .map(|refusal| CompileError::Source(Box::new(diagnostic(&files, refusal))))
        .collect();
    match errors.is_empty() {
        true => Ok(()),
        false => Err(errors),
    }
}

/// The syntax errors in modules of the library. `files` gets those that have one.
fn faults_of_library(modules: Vec<SourceFile>, files: &mut Vec<SourceFile>) -> Vec<Refusal> {
    let mut faults = vec![];
    for module in modules {
        if let Err(refusal) = parse(&module.text) {
            faults.push(refusal.in_file(files.len() as u16));
            files.push(module);
        }
    }
    faults
}

fn on_large_stack<T: Send>(work: impl FnOnce() -> T + Send) -> T {
    thread::scope(|scope| {
        let worker = thread::Builder::new().stack_size(STACK_BYTES);
        let worker = worker.spawn_scoped(scope, work);
        let worker = worker.expect("the operating system starts a thread");
        worker.join().unwrap_or_else(|panic| resume_unwind(panic))
    })
}

fn diagnostic(files: &[SourceFile], refusal: Refusal) -> Diagnostic {
    let file = &files[usize::from(refusal.file)];
    Diagnostic {
        file: file.name.clone(),
        text: Arc::from(&*file.text),
        refusal,
    }
}

/// The text of a file of the program.
fn read(path: &Path) -> Result<String, CompileError> {
    let bytes = fs::read(path).map_err(|error| CompileError::Read {
        path: path.into(),
        error,
    })?;
    let file = path.display().to_string();
    encoding::decode(&file, &bytes).map_err(|refusal| {
        CompileError::Source(Box::new(Diagnostic {
            file,
            text: Arc::from(""),
            refusal,
        }))
    })
}

/// The parsed files of a program and of the runtime.
struct Sources {
    own: Vec<ModuleFile>,
    library: Vec<File>,
}

impl Sources {
    /// Parses all files. `files` gets them in the order of their numbers: those of the
    /// program, then those of the runtime.
    fn parse(
        main: SourceFile,
        root: Option<&Path>,
        runtime: RuntimeFolder,
        files: &mut Vec<SourceFile>,
    ) -> Result<Sources, Refusal> {
        let parsed: Vec<_> = runtime.files.iter().map(|file| parse(&file.text)).collect();
        let visible = front::runtime::module_names(parsed.iter().flatten());
        let is_builtin = |name: &str| visible.contains(name);
        let mut own = modules::load(&main.name, &main.text, root, &runtime.library, is_builtin)
            .map_err(|wrong| {
                files.push(SourceFile {
                    name: wrong.path,
                    text: wrong.text,
                });
                wrong.refusal
            })?;
        reach::trim(&mut own);
        files.extend(own.iter().map(|file| SourceFile {
            name: file.path.clone(),
            text: file.text.clone(),
        }));
        let first = files.len() as u16;
        files.extend(runtime.files);
        let library = (first..).zip(parsed).map(|(number, module)| {
            let module = module.map_err(|refusal| refusal.in_file(number))?;
            Ok(File { number, module })
        });
        let library = library.collect::<Result<_, Refusal>>()?;
        Ok(Sources { own, library })
    }
}

/// A program that compiled.
struct Linked {
    image: Image,
    sizes: Sizes,
    warnings: Vec<Refusal>,
    why: Option<Why>,
    emitted: String,
    work: u64,
}

/// Compiles a program.
fn compile(
    main: SourceFile,
    root: Option<&Path>,
    runtime: RuntimeFolder,
    options: &Options,
    files: &mut Vec<SourceFile>,
) -> Result<Linked, Refusal> {
    let sources = Sources::parse(main, root, runtime, files)?;
    let program = Program::new(&sources.own, &sources.library, &constants(options));
    let program = program.map_err(|mut refusals| refusals.swap_remove(0))?;
    let mut listing = Listing::new(&program, options.emit);
    let mut watch = |pass: &Pass, id, function: &Function| listing.see(pass, id, function);
    let mut bodies = front::lower::lower_program(&program)?;
    let entries = passes::bound::entries(&program, &bodies);
    for ((id, body), entry) in program.own().zip(&mut bodies).zip(&entries) {
        let context = Context {
            entry,
            exists: &|_| false,
            statics: &Statics::default(),
        };
        passes::run(Stage::Lowered, (id, body), &context, &mut watch);
    }
    let mut needed = reach::collect(&program, bodies, options.check_flow)?;
    let mut bodies = std::mem::take(&mut needed.bodies);
    let mut context = Context {
        entry: &Entry::default(),
        exists: &|kind| needed.exists(kind),
        statics: &Statics::default(),
    };
    for (id, body) in &mut bodies {
        passes::run(Stage::Reached, (*id, body), &context, &mut watch);
    }
    let globals = needed
        .modules()
        .flat_map(|module| needed.module_globals(&program, module).0);
    let globals = globals.map(|(_, global)| global);
    let statics = codegen::number_statics(&program, globals, &bodies)?;
    context.statics = &statics;
    let mut functions = vec![];
    for (id, mut body) in bodies {
        passes::run(Stage::Numbered, (id, &mut body), &context, &mut watch);
        functions.push(codegen::generate(&program, id, &body, &statics)?);
    }
    let (image, sizes) = link::link(&program, &needed, &statics, functions, files)?;
    let why = options.why.as_ref();
    Ok(Linked {
        image,
        sizes,
        warnings: program.warnings(),
        why: why.map(|name| needed.reasons.explain(name, &program)),
        emitted: listing.text(&needed),
        work: work::total(),
    })
}

/// The constants that runtime files have from outside.
fn constants(options: &Options) -> [(&'static str, i32); 2] {
    [
        ("GC_STRESS", options.gc_stress.into()),
        ("FAIL_ALLOCATION", options.fail_allocation.into()),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is wrong with the runtime after a change of its text.
    fn faults(from: &str, to: &str) -> String {
        let mut runtime = RuntimeFolder::read(None).expect("it is part of the compiler");
        for file in runtime.files.iter_mut().chain(&mut runtime.library) {
            file.text = file.text.replace(from, to);
        }
        let errors = check_files(runtime, &Options::default()).err();
        let errors = errors.iter().flatten().map(ToString::to_string);
        errors.collect::<Vec<_>>().join("\n\n")
    }

    #[test]
    fn all_of_the_runtime_compiles() {
        assert_eq!(faults("", ""), "");
    }

    #[test]
    fn loads_and_stores_of_the_runtime_name_what_they_touch() {
        let runtime = RuntimeFolder::read(None).expect("it is part of the compiler");
        let sources = Sources::parse(SourceFile::default(), None, runtime, &mut vec![]);
        let sources = sources.expect("it is right");
        let program = Program::new(
            &sources.own,
            &sources.library,
            &constants(&Options::default()),
        );
        let program = program.expect("it is right");
        for (function, name) in [
            ("close_frame", "@GENERATOR_STATE"),
            ("set_add_hashed", "@SET_ENTRY_HASH_LOW"),
            ("new_slice", "@SLICE_START"),
            ("list_append", "@LIST_LENGTH"),
        ] {
            let id = program.runtime.functions[function];
            let body = front::lower::lower_function(&program, id).expect("it is right");
            let text = ir::text::print(function, &body, &program);
            assert!(text.contains(name), "{name}: {text}");
        }
    }

    #[test]
    fn what_the_runtime_lacks_is_named() {
        for (from, to, fault) in [
            (
                "def ns_del(namespace, name):",
                "def ns_del(namespace):",
                "no function `ns_del` of 2 parameters, which the compiler needs (the body of a class",
            ),
            ("def ns_", "def my_ns_", "no function `ns_get` of 2 parameters"),
            ("def ns_", "def my_ns_", "no function `ns_del` of 2 parameters"),
            ("def caught():", "def caught_one():", "no function `caught` of 0 parameters"),
            ("GENERATOR_WORDS = 13\n", "GENERATOR_SIZE = 13\n", "the offset names no word of an object"),
            ("ld(address, WORD)", "ld(address, 2 - 2)", "the offset names no word of an object"),
            ("class class_value:", "class any_value:", "no class `class_value`"),
            (
                "@trap(\"not\")\n",
                "@trap(\"not\")\n@trap(\"truth\")\n",
                "a second handler for `truth`",
            ),
            (
                "if handles(\"isub\"):",
                "if handles(\"iadd\"):",
                "this function does not handle that trap",
            ),
            ("def heappush(heap, item, /):", "def heappush(heap, item, /:", "heapq.py"),
            (
                "include(resumable)",
                "include(generator)",
                "not `include` of a mixin",
            ),
        ] {
            let faults = faults(from, to);
            assert!(faults.contains(fault), "{fault}: {faults}");
        }
    }
}
