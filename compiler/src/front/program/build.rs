//! The program from its files: modules, functions, the runtime.

use super::class_use::takes_classes;
use super::imports::check_intrinsics;
use super::patches::patched;
use super::stars::bind_stars;
use super::{Declaration, FunctionKind, Imports, Module, Program, ScopeNode};
use crate::error::Refusal;
use crate::front::checks;
use crate::front::modules::{words_of, ModuleFile};
use crate::front::runtime::{check_scope, docstring, File, Runtime};
use crate::front::scope::{Resolution, ScopeId, ScopeKind, Scopes};
use crate::front::signature::Signature;
use crate::ir::FuncId;
use pyxl_isa::layout::ClassId;
use std::collections::{BTreeMap, HashMap};
use std::rc::Rc;

/// Words of programs that list the names of modules.
const LISTING: [&str; 3] = ["vars", "dir", "__dict__"];

impl<'a> Program<'a> {
    /// Collects names and functions of the program and of the runtime, whose files see
    /// `constants`.
    ///
    /// # Errors
    /// The first thing that is refused, or all that the runtime lacks.
    pub fn new(
        files: &'a [ModuleFile],
        library: &'a [File],
        constants: &[(&'static str, i32)],
    ) -> Result<Program<'a>, Vec<Refusal>> {
        let mut program = Program {
            functions: vec![],
            globals: vec![],
            modules: vec![],
            scopes: Scopes::default(),
            by_scope: HashMap::new(),
            patched: BTreeMap::new(),
            runtime: Runtime::default(),
            has_classes: false,
            takes_classes: false,
            lists_modules: false,
            main: None,
        };
        for (number, file) in (0..).zip(files) {
            let added = program.add_module(number, file);
            added.map_err(|refusal| refusal.in_file(number))?;
        }
        let patched = patched(&program.scopes);
        program.load_runtime(library, constants)?;
        patched.iter().for_each(|name| program.patch(name));
        for (number, file) in (0..).zip(files) {
            let imports = Imports::of(file, &program);
            let imports = imports.map_err(|refusal| refusal.in_file(number))?;
            program.modules[usize::from(number)].imports = imports;
        }
        bind_stars(&mut program);
        program.find_globals();
        program.find_constants();
        for number in 0..program.modules.len() {
            let checked = check_intrinsics(&program, number);
            checked.map_err(|refusal| refusal.in_file(number as u16))?;
        }
        program.main = program.find_main();
        Ok(program)
    }

    /// The scopes and functions of a module.
    fn add_module(&mut self, number: u16, file: &'a ModuleFile) -> Result<(), Refusal> {
        let scope = self.scopes.add_module(&file.module)?;
        let warnings = checks::check(&file.module)?;
        self.takes_classes |= takes_classes(&file.module);
        let lists = || words_of(&file.text).any(|word| LISTING.contains(&word));
        self.lists_modules |= !file.library && lists();
        let body = FuncId(self.functions.len() as u32);
        let frames: Vec<ScopeId> = (self.scopes.from(scope))
            .filter(|(id, scope)| scope.frame == *id)
            .map(|(id, _)| id)
            .collect();
        for id in frames {
            let declaration = self.declaration(id, file, number);
            self.has_classes |= matches!(declaration.source, ScopeNode::Class(_));
            self.by_scope
                .insert(id, FuncId(self.functions.len() as u32));
            self.functions.push(declaration);
        }
        self.modules.push(Module {
            name: file.name.clone(),
            package: file.package().into(),
            path: file.path.as_str().into(),
            names: BTreeMap::new(),
            body,
            scope,
            warnings,
            imports: Imports::default(),
        });
        Ok(())
    }

    fn declaration(&self, id: ScopeId, file: &ModuleFile, number: u16) -> Declaration<'a> {
        let scope = self.scopes.get(id);
        let source = self.scopes.source(id);
        let signature = |parameters| Signature::of(parameters, scope.class.as_deref());
        let (name, signature): (&str, _) = match source {
            ScopeNode::Module(_) => ("<module>", Signature::default()),
            ScopeNode::Def(def) => (&def.name, signature(&def.parameters)),
            ScopeNode::Lambda(lambda) => {
                let parameters = lambda.parameters.as_deref();
                ("<lambda>", parameters.map(signature).unwrap_or_default())
            }
            ScopeNode::Class(class) => (&class.name, Signature::positional("ns")),
            ScopeNode::Generator(_) => ("<genexpr>", Signature::positional(".0")),
            ScopeNode::Comprehension => unreachable!("a comprehension is no function"),
        };
        let body = match source {
            ScopeNode::Module(module) => Some(&module.body[..]),
            ScopeNode::Def(def) => Some(&def.body[..]),
            ScopeNode::Class(class) => Some(&class.body[..]),
            _ => None,
        };
        Declaration {
            name: name.into(),
            qualname: self.qualname(id, name),
            module: file.name.clone(),
            params: signature.names.clone(),
            signature,
            file: number,
            runtime: false,
            source,
            scope: id,
            kind: match (scope.yields, scope.is_async) {
                (false, false) => FunctionKind::Plain,
                (true, false) => FunctionKind::Generator,
                (false, true) => FunctionKind::Coroutine,
                (true, true) => FunctionKind::AsyncGenerator,
            },
            // Those of builtins and of the library are not CPython's: there are none.
            doc: body.filter(|_| !file.library).and_then(docstring),
            generic: false,
            names: false,
            strict: false,
            unwraps: None,
            value_class: ClassId::FUNCTION,
        }
    }

    fn qualname(&self, id: ScopeId, name: &str) -> Rc<str> {
        let scope = self.scopes.get(id);
        let Some(mut parent) = scope.parent else {
            return name.into();
        };
        // A name that is declared global belongs to no other scope.
        let symbol = self.scopes.get(parent).symbol(name);
        if symbol.is_some_and(|s| s.declared.is_some() && s.resolution == Resolution::Global) {
            return name.into();
        }
        // What stands in a comprehension has the comprehension in its name.
        let mut inner = String::new();
        while self.scopes.get(parent).kind == ScopeKind::Comprehension {
            let what = match self.scopes.get(parent).comprehension {
                Some("list comprehension") => "listcomp",
                Some("set comprehension") => "setcomp",
                _ => "dictcomp",
            };
            inner = format!("<{what}>.<locals>.{inner}");
            parent = self
                .scopes
                .get(parent)
                .parent
                .expect("a comprehension is in a scope");
        }
        let prefix = match self.scopes.get(parent).kind {
            ScopeKind::Module => String::new(),
            ScopeKind::Class => format!("{}.", self.functions[self.index(parent)].qualname),
            _ => format!("{}.<locals>.", self.functions[self.index(parent)].qualname),
        };
        format!("{prefix}{inner}{name}").into()
    }

    fn index(&self, scope: ScopeId) -> usize {
        self.by_scope[&scope].0 as usize
    }

    fn load_runtime(
        &mut self,
        library: &'a [File],
        constants: &[(&'static str, i32)],
    ) -> Result<(), Vec<Refusal>> {
        for file in library {
            let added = self.scopes.add_module(&file.module);
            let checked = added.and_then(|_| checks::check(&file.module));
            checked.map_err(|refusal| refusal.in_file(file.number))?;
        }
        let first = self.functions.len();
        let (functions, globals) = (&mut self.functions, &mut self.globals);
        self.runtime = Runtime::load(library, constants, &self.scopes, functions, globals)?;
        for function in &self.functions[first..] {
            let checked = check_scope(self.scopes.get(function.scope), &self.runtime);
            checked.map_err(|refusal| refusal.in_file(function.file))?;
        }
        Ok(())
    }
}
