//! Leaves out annotations that nothing reads, with the imports that only they need: most
//! annotated programs can do without the module `typing`.

use super::library::bound_names;
use crate::front::builtins::builtin_names;
use crate::front::modules::{words_of, ModuleFile};
use ruff_python_ast::visitor::transformer::{walk_stmt, Transformer};
use ruff_python_ast::{
    AtomicNodeIndex, Expr, ExprNoneLiteral, ModModule, Operator, Stmt, StmtPass,
};
use ruff_text_size::{Ranged, TextRange, TextSize};
use std::cell::RefCell;
use std::collections::{HashMap, HashSet};

/// Words of programs that read annotations.
const READERS: &[&str] = &["__annotations__", "get_type_hints", "singledispatch"];

/// Words of programs that read the annotations of classes and modules only.
const FIELD_READERS: &[&str] = &["dataclass", "make_dataclass", "NamedTuple", "TypedDict"];

/// Modules whose names do nothing but stand in annotations, or may be left out.
const MODULES: &[&str] = &["typing", "collections.abc"];

/// Builtin classes that take arguments in brackets.
const GENERIC: &[&str] = &["list", "dict", "tuple", "set", "frozenset", "type"];

/// Removes annotations and imports from the program's own files. Returns the files' texts
/// without what is removed.
pub fn strip(files: &mut [ModuleFile]) -> Vec<String> {
    let mut texts: Vec<String> = files.iter().map(|file| file.text.clone()).collect();
    let reads = |words: &[&str]| {
        let own = files.iter().filter(|file| !file.library);
        let mut used = own.flat_map(|file| words_of(&file.text));
        used.any(|word| words.contains(&word))
    };
    if reads(READERS) {
        return texts;
    }
    let keep_fields = reads(FIELD_READERS);
    for (file, text) in files.iter_mut().zip(&mut texts).filter(|(f, _)| !f.library) {
        let stripper = Stripper {
            known: known_names(&file.module),
            typing: typing_names(&file.module),
            keep_fields,
            removed: RefCell::default(),
        };
        stripper.visit_body(&mut file.module.body);
        for range in stripper.removed.into_inner() {
            blank(text, range);
        }
    }
    remove_imports(files, &mut texts);
    texts
}

/// The names that statements of the module's body bind, and where the first has done so.
fn known_names(module: &ModModule) -> HashMap<String, TextSize> {
    let mut known = HashMap::new();
    for stmt in &module.body {
        for name in bound_names(stmt).unwrap_or_default() {
            known.entry(name.to_string()).or_insert(stmt.end());
        }
    }
    known
}

/// The names that are imported from [`MODULES`], and `typing` itself.
fn typing_names(module: &ModModule) -> HashSet<String> {
    let mut names = HashSet::new();
    for stmt in &module.body {
        let imported = match stmt {
            Stmt::ImportFrom(import) if is_typing(stmt) => &import.names,
            Stmt::Import(import) if import.names.iter().all(|name| &*name.name == "typing") => {
                &import.names
            }
            _ => continue,
        };
        names.extend(imported.iter().map(|alias| {
            let name = alias.asname.as_ref().unwrap_or(&alias.name);
            name.to_string()
        }));
    }
    names
}

fn is_typing(stmt: &Stmt) -> bool {
    let Stmt::ImportFrom(import) = stmt else {
        return false;
    };
    let module = import.module.as_deref().unwrap_or_default();
    import.level == 0 && MODULES.contains(&module)
}

/// Removes the imports from [`MODULES`] of names that occur nowhere else.
fn remove_imports(files: &mut [ModuleFile], texts: &mut [String]) {
    // File and number of the statement.
    let mut imports: Vec<(usize, usize)> = vec![];
    let mut used: HashSet<String> = HashSet::new();
    for (file, module) in files.iter().enumerate().filter(|(_, m)| !m.library) {
        for (number, stmt) in module.module.body.iter().enumerate() {
            if is_typing(stmt) {
                blank(&mut texts[file], stmt.range());
                imports.push((file, number));
            }
        }
        used.extend(words_of(&texts[file]).map(String::from));
    }
    for (file, number) in imports {
        let stmt = &mut files[file].module.body[number];
        let Stmt::ImportFrom(import) = stmt else {
            continue;
        };
        import.names.retain(|alias| {
            let name = alias.asname.as_ref().unwrap_or(&alias.name);
            &*alias.name == "*" || used.contains(name.as_str())
        });
        for alias in &import.names {
            texts[file].push(' ');
            texts[file].push_str(&alias.name);
        }
        if import.names.is_empty() {
            let (node_index, range) = (AtomicNodeIndex::NONE, import.range);
            *stmt = Stmt::Pass(StmtPass { node_index, range });
        }
    }
}

fn blank(text: &mut String, range: TextRange) {
    let spaces = " ".repeat(range.len().into());
    text.replace_range(std::ops::Range::<usize>::from(range), &spaces);
}

struct Stripper {
    known: HashMap<String, TextSize>,
    typing: HashSet<String>,
    keep_fields: bool,
    removed: RefCell<Vec<TextRange>>,
}

impl Stripper {
    /// True if evaluating an annotation has no effect.
    fn is_inert(&self, expr: &Expr) -> bool {
        match expr {
            Expr::NoneLiteral(_)
            | Expr::StringLiteral(_)
            | Expr::EllipsisLiteral(_)
            | Expr::BooleanLiteral(_)
            | Expr::NumberLiteral(_) => true,
            Expr::Name(name) => match self.known.get(name.id.as_str()) {
                Some(bound) => *bound <= name.range.start(),
                None => builtin_names().any(|builtin| builtin == name.id.as_str()),
            },
            Expr::Attribute(attribute) => match &*attribute.value {
                Expr::Name(name) => self.typing.contains(name.id.as_str()),
                _ => false,
            },
            Expr::Subscript(subscript) => {
                let takes = match &*subscript.value {
                    Expr::Name(name) => {
                        let id = name.id.as_str();
                        let hidden = self.known.contains_key(id);
                        self.typing.contains(id) || GENERIC.contains(&id) && !hidden
                    }
                    Expr::Attribute(_) => true,
                    _ => false,
                };
                takes && self.is_inert(&subscript.value) && self.is_inert(&subscript.slice)
            }
            Expr::BinOp(operation) => {
                let sides = [&*operation.left, &*operation.right];
                let is_inert = |side: &&Expr| !side.is_string_literal_expr() && self.is_inert(side);
                operation.op == Operator::BitOr && sides.iter().all(is_inert)
            }
            Expr::List(list) => list.elts.iter().all(|element| self.is_inert(element)),
            Expr::Tuple(tuple) => tuple.elts.iter().all(|element| self.is_inert(element)),
            _ => false,
        }
    }
}

impl Transformer for Stripper {
    fn visit_stmt(&self, stmt: &mut Stmt) {
        if !(self.keep_fields && stmt.is_ann_assign_stmt()) {
            walk_stmt(self, stmt);
        }
    }

    fn visit_annotation(&self, annotation: &mut Expr) {
        if self.is_inert(annotation) {
            let (node_index, range) = (AtomicNodeIndex::NONE, annotation.range());
            self.removed.borrow_mut().push(range);
            *annotation = Expr::NoneLiteral(ExprNoneLiteral { node_index, range });
        }
    }

    // No annotation is in an expression.
    fn visit_expr(&self, _: &mut Expr) {}
}

#[cfg(test)]
mod tests {
    use crate::compile_source;

    fn words(text: &str) -> usize {
        let image = compile_source("p.py", text).expect("it compiles");
        image.code.len() + image.heap.len()
    }

    #[test]
    fn annotations_that_nothing_reads_cost_nothing() {
        let body = "def f(x):\n    return x\nf(1)\n";
        let annotated = "from typing import Optional, List\n\
            def f(x: Optional[List[int]]) -> 'str | None':\n    return x\nf(1)\n";
        // Functions may begin at other even addresses.
        assert!(words(annotated) < words(body) + 16);
    }
}
