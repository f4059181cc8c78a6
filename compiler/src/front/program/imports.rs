//! What the `import` statements of a module mean.

use super::{Alias, Imports, ModuleRef, Program};
use crate::error::Refusal;
use crate::front::machine_function::{MachineFunction, INTRINSICS_MODULE};
use crate::front::modules::{absolute, ModuleFile, FUTURE};
use crate::front::refuse;
use crate::front::scope::{mangle, ScopeId};
use ruff_python_ast::visitor::{walk_stmt, Visitor};
use ruff_python_ast::{Alias as Name, Expr, Stmt, StmtImport, StmtImportFrom};
use ruff_text_size::{Ranged, TextRange};
use std::rc::Rc;

impl Imports {
    /// The `import` statements of a file.
    ///
    /// # Errors
    /// If one cannot be right.
    pub fn of(file: &ModuleFile, program: &Program) -> Result<Imports, Refusal> {
        let mut reader = ImportReader {
            program,
            package: file.package().into(),
            scope: program.scopes.of(&file.module),
            features: features(&file.module.body),
            imports: Imports::default(),
            error: None,
        };
        reader.visit_body(&file.module.body);
        let ImportReader {
            mut imports, error, ..
        } = reader;
        if let Some(error) = error {
            return Err(error);
        }
        let counts = std::mem::take(&mut imports.counts);
        imports.aliases.retain(|(scope, name), alias| {
            let bindings = program.scopes.get(*scope).symbol(name).map(|s| s.bindings);
            alias.is_some() && bindings == counts.get(&(*scope, name.clone())).copied()
        });
        let prefix = format!("{}.", file.name);
        let modules = program.modules.iter();
        let children = modules.filter_map(|module| module.name.strip_prefix(&prefix));
        imports.children = children
            .filter(|child| !child.contains('.'))
            .map(Rc::from)
            .collect();
        Ok(imports)
    }
}

struct ImportReader<'p, 'a> {
    program: &'p Program<'a>,
    package: Rc<str>,
    scope: ScopeId,
    /// The imports of features at the beginning.
    features: Vec<TextRange>,
    imports: Imports,
    error: Option<Refusal>,
}

impl ImportReader<'_, '_> {
    fn bind(&mut self, name: &str, alias: Option<Alias>) {
        let class = self.program.scopes.get(self.scope).class.as_deref();
        let key = (self.scope, mangle(class, name));
        *self.imports.counts.entry(key.clone()).or_default() += 1;
        let known = self
            .imports
            .aliases
            .entry(key)
            .or_insert_with(|| alias.clone());
        if *known != alias {
            *known = None;
        }
    }

    /// The module with a name; notes that it may be imported, with its packages.
    fn module(&mut self, name: &str, range: TextRange) -> Option<ModuleRef> {
        let ends = name.match_indices('.').map(|(at, _)| at);
        for end in ends.chain([name.len()]) {
            match self.program.find_module(&name[..end]) {
                Some(ModuleRef::File(number)) => self.imports.files.push(number),
                Some(ModuleRef::Builtin(name)) => self.imports.builtins.push(name),
                None => {
                    if let Some(feature) = refuse::module(name) {
                        self.error.get_or_insert(feature.at(range));
                    }
                    let missing =
                        Refusal::warning(format!("there is no module `{}`", &name[..end]), range);
                    self.imports.missing.push(missing);
                    return None;
                }
            }
        }
        self.program.find_module(name)
    }

    fn import(&mut self, import: &StmtImport) {
        for alias in &import.names {
            let module = self.module(&alias.name, alias.range);
            let (name, module) = match &alias.asname {
                Some(name) => (name.as_str(), module),
                None => {
                    let first = alias.name.split('.').next().unwrap_or_default();
                    (first, module.and_then(|_| self.program.find_module(first)))
                }
            };
            self.bind(name, module.map(Alias::Module));
        }
    }

    fn import_from(&mut self, import: &StmtImportFrom) {
        if import.level == 0 && import.module.as_deref() == Some(INTRINSICS_MODULE) {
            self.intrinsics(import);
            return;
        }
        if import.level == 0 && import.module.as_deref() == Some(FUTURE) {
            self.check_future(import);
            import
                .names
                .iter()
                .for_each(|alias| self.future(alias, import.range));
            if let Some(ModuleRef::File(number)) = self.program.find_module(FUTURE) {
                self.imports.files.push(number);
            }
            return;
        }
        let base = absolute(import, &self.package);
        let module = base.and_then(|base| self.module(&base, import.range));
        for alias in &import.names {
            if &*alias.name == "*" {
                self.imports.stars.extend(module.clone());
                continue;
            }
            let name = alias.asname.as_ref().unwrap_or(&alias.name);
            let member = module
                .as_ref()
                .and_then(|m| self.program.member(m, &alias.name));
            let child = module.as_ref();
            let child = child.and_then(|module| self.program.child(module, &alias.name));
            self.imports.files.extend(child);
            self.bind(name, member);
        }
    }

    /// Only other imports of features and a docstring come before.
    fn check_future(&mut self, import: &StmtImportFrom) {
        if !self.features.contains(&import.range) {
            let message = "from __future__ imports must occur at the beginning of the file";
            self.error
                .get_or_insert(Refusal::syntax(message, import.range));
        }
    }

    fn future(&mut self, alias: &Name, import: TextRange) {
        const FEATURES: &[&str] = &[
            "nested_scopes",
            "generators",
            "division",
            "absolute_import",
            "with_statement",
            "print_function",
            "unicode_literals",
            "barry_as_FLUFL",
            "generator_stop",
            "annotations",
        ];
        let name = alias.name.as_str();
        if !FEATURES.contains(&name) {
            let message = match name {
                "braces" => "not a chance".into(),
                name => format!("future feature {name} is not defined"),
            };
            let start = TextRange::at(import.start(), 1.into());
            self.error.get_or_insert(Refusal::syntax(message, start));
        }
        self.bind(alias.asname.as_ref().unwrap_or(&alias.name), None);
    }

    fn intrinsics(&mut self, import: &StmtImportFrom) {
        let imported = self.imports.intrinsics.get_or_insert_default();
        for alias in &import.names {
            let name = alias.name.as_str();
            let error = if let Some(asname) = &alias.asname {
                Refusal::unsupported("renamed intrinsics", asname.range())
            } else if name != "*" && MachineFunction::named(name).is_none() {
                let message = format!("`{INTRINSICS_MODULE}` has no `{name}`");
                Refusal::wrong(message, alias.range).help(
                    "it has pyxl_write_gpio_pinN(level) and pyxl_read_gpio_pinN(), with N \
                     from 0 to 31, and pyxl_get_cycle_counter()",
                )
            } else {
                imported.push(name.into());
                continue;
            };
            self.error.get_or_insert(error);
        }
    }
}

impl<'a> Visitor<'a> for ImportReader<'_, '_> {
    fn visit_stmt(&mut self, stmt: &'a Stmt) {
        let scope = match stmt {
            Stmt::Import(import) => return self.import(import),
            Stmt::ImportFrom(import) => return self.import_from(import),
            Stmt::If(branch) if is_type_checking(&branch.test) => {
                let known = self.imports.missing.len();
                self.visit_body(&branch.body);
                // This is for other tools, which may know these modules.
                self.imports.missing.truncate(known);
                let clauses = branch.elif_else_clauses.iter();
                return clauses.for_each(|clause| self.visit_body(&clause.body));
            }
            Stmt::FunctionDef(def) => self.program.scopes.of(def),
            Stmt::ClassDef(def) => self.program.scopes.of(def),
            _ => self.scope,
        };
        let outer = std::mem::replace(&mut self.scope, scope);
        walk_stmt(self, stmt);
        self.scope = outer;
    }

    // No statement is in an expression.
    fn visit_expr(&mut self, _: &'a Expr) {}
}

/// The imports of features with which a module begins.
fn features(body: &[Stmt]) -> Vec<TextRange> {
    let is_docstring =
        |stmt: &Stmt| matches!(stmt, Stmt::Expr(expr) if expr.value.is_string_literal_expr());
    let docstring = body.first().is_some_and(is_docstring);
    let imports = body.iter().skip(usize::from(docstring));
    let of_future = |stmt: &Stmt| match stmt {
        Stmt::ImportFrom(import) if import.module.as_deref() == Some(FUTURE) => Some(import.range),
        _ => None,
    };
    imports.map_while(of_future).collect()
}

/// True for the condition `TYPE_CHECKING`, of the module `typing`.
fn is_type_checking(test: &Expr) -> bool {
    match test {
        Expr::Name(name) => name.id == "TYPE_CHECKING",
        Expr::Attribute(attribute) => &*attribute.attr == "TYPE_CHECKING",
        _ => false,
    }
}

/// Checks that no name of a module is an intrinsic that it imports.
///
/// # Errors
/// If one is.
pub fn check_intrinsics(program: &Program, module: usize) -> Result<(), Refusal> {
    let names = program.modules[module].names.keys();
    match names
        .into_iter()
        .find(|name| program.intrinsic(module, name).is_some())
    {
        Some(name) => {
            let feature = format!("programs that also bind the intrinsic `{name}`");
            let range = program
                .scopes
                .get(program.modules[module].scope)
                .symbol(name);
            let range = range.map_or(TextRange::default(), |symbol| symbol.first_use);
            Err(Refusal::unsupported(feature, range))
        }
        None => Ok(()),
    }
}
