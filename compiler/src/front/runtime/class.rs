//! Classes of runtime files. The linker makes their objects.

use super::decorator::{Accessor, Decorators};
use super::slots::class_of_method;
use super::{Loader, Runtime};
use crate::error::Refusal;
use crate::front::declaration::Declaration;
use crate::ir::{ClassNo, Const, FuncId};
use pyxl_isa::layout::{instance, ClassId, BUILTIN_CLASSES};
use pyxl_isa::Tag;
use ruff_python_ast::{Expr, Stmt, StmtClassDef, StmtFunctionDef};
use ruff_text_size::Ranged;
use std::collections::HashMap;
use std::rc::Rc;

/// A class of the runtime.
#[derive(Debug)]
pub struct Class<'a> {
    /// Name that programs see.
    pub name: Rc<str>,
    /// Module that programs see.
    pub module: Rc<str>,
    /// Id in the headers of its instances.
    pub id: ClassId,
    /// Bases; only `object` has none.
    pub bases: Vec<ClassNo>,
    /// Tag of references to its instances.
    pub tag: Tag,
    /// Its instances have no references.
    pub leaf: bool,
    /// Offset of attribute slot 0 in its instances; 0 if they are no `OBJECT`s.
    pub base: usize,
    /// What is defined in it, in order.
    pub members: Vec<(&'a str, Member)>,
    /// Number of its source file.
    pub file: u16,
    /// Names and values of the members that are constants.
    constants: Vec<(&'a str, &'a Expr)>,
    definition: &'a StmtClassDef,
    decorators: Decorators,
}

/// What a class defines under a name.
#[derive(Clone, Debug)]
pub enum Member {
    /// A method.
    Function(FuncId),
    /// A static method.
    Static(FuncId),
    /// A class method.
    Class(FuncId),
    /// A property.
    Property {
        /// Getter.
        get: Option<FuncId>,
        /// Setter.
        set: Option<FuncId>,
        /// Deleter.
        delete: Option<FuncId>,
    },
    /// A constant.
    Value(Const),
}

impl<'a> Loader<'a, '_> {
    /// A `class` statement.
    pub(super) fn class(&mut self, definition: &'a StmtClassDef) -> Result<(), Refusal> {
        let name = definition.name.as_str();
        self.once(name, definition.name.range)?;
        let class = ClassNo(self.runtime.classes.len() as u32);
        let decorators = Decorators::of(&definition.decorator_list)?;
        if decorators.mixin {
            return Ok(());
        }
        self.show(&decorators, name, Const::Class(class));
        let visible = decorators.name_or(name);
        let fixed = BUILTIN_CLASSES.iter().find(|class| *class.name == *visible);
        let id = fixed.map_or_else(|| self.next_id(), |class| class.id);
        let mut members = Members::default();
        let outer = self.file;
        for (file, stmt) in self.statements(&definition.body)? {
            self.file = file;
            let member = self.member(class, stmt, &visible, &mut members);
            member.map_err(|refusal| refusal.in_file(file))?;
        }
        self.file = outer;
        self.runtime.class_names.insert(name, class);
        self.runtime.classes.push(Class {
            name: visible,
            module: decorators.module(),
            id,
            bases: vec![],
            tag: Tag::Box,
            leaf: decorators.leaf,
            base: 0,
            members: members.list,
            constants: members.constants,
            file: self.file,
            definition,
            decorators,
        });
        Ok(())
    }

    /// The statements of a class's body with those that it includes, and their files.
    fn statements(&self, body: &'a [Stmt]) -> Result<Vec<(u16, &'a Stmt)>, Refusal> {
        let mut statements = vec![];
        for stmt in body {
            match stmt {
                Stmt::Expr(expr) if expr.value.is_call_expr() => {
                    let mixin = included(&expr.value).and_then(|name| self.mixins.get(name));
                    let none = || Refusal::wrong("not `include` of a mixin", stmt.range());
                    let (file, mixin) = mixin.ok_or_else(none)?;
                    statements.extend(mixin.body.iter().map(|stmt| (*file, stmt)));
                }
                _ => statements.push((self.file, stmt)),
            }
        }
        Ok(statements)
    }

    /// What one of them defines.
    fn member(
        &mut self,
        class: ClassNo,
        stmt: &'a Stmt,
        owner: &str,
        members: &mut Members<'a>,
    ) -> Result<(), Refusal> {
        match stmt {
            Stmt::FunctionDef(def) => self.method(class, def, owner, members),
            Stmt::Assign(assign) => members.assign(assign.targets.as_slice(), &assign.value),
            Stmt::Expr(expr) if !expr.value.is_call_expr() => Ok(()),
            Stmt::Pass(_) => Ok(()),
            _ => {
                let message = "a runtime class has methods, aliases and constants only";
                Err(Refusal::wrong(message, stmt.range()))
            }
        }
    }

    fn next_id(&self) -> ClassId {
        let ids = self.runtime.classes.iter().map(|class| class.id.0 + 1);
        ClassId(ids.max().unwrap_or(0).max(ClassId::FIRST_FREE.0))
    }

    fn method(
        &mut self,
        class: ClassNo,
        def: &'a StmtFunctionDef,
        owner: &str,
        members: &mut Members<'a>,
    ) -> Result<(), Refusal> {
        let decorators = Decorators::of(&def.decorator_list)?;
        let id = self.declare(def, &decorators)?;
        let name = def.name.as_str();
        let takes_self = !decorators.is_static && !decorators.is_class;
        let function = &mut self.functions[id.0 as usize];
        function.qualname = format!("{owner}.{name}").into();
        let takes_self = takes_self && name != "__new__";
        function.unwraps = (takes_self && !decorators.raw).then_some(class);
        if takes_self {
            function.value_class = class_of_method(owner, name);
        }
        let member = if let Some(accessor) = decorators.accessor {
            return members.accessor(name, accessor, id, def);
        } else if decorators.is_static || name == "__new__" {
            Member::Static(id)
        } else if decorators.is_class {
            Member::Class(id)
        } else if decorators.is_getter {
            Member::Property {
                get: Some(id),
                set: None,
                delete: None,
            }
        } else {
            Member::Function(id)
        };
        members.set(name, member);
        Ok(())
    }
}

/// The members of a class that is being read.
#[derive(Default)]
struct Members<'a> {
    list: Vec<(&'a str, Member)>,
    constants: Vec<(&'a str, &'a Expr)>,
}

impl<'a> Members<'a> {
    fn set(&mut self, name: &'a str, member: Member) {
        match self.list.iter_mut().find(|(other, _)| *other == name) {
            Some((_, old)) => *old = member,
            None => self.list.push((name, member)),
        }
    }

    fn accessor(
        &mut self,
        name: &str,
        accessor: Accessor,
        id: FuncId,
        def: &StmtFunctionDef,
    ) -> Result<(), Refusal> {
        let property = self.list.iter_mut().find(|(other, _)| *other == name);
        match property {
            Some((_, Member::Property { set, delete, .. })) => {
                match accessor {
                    Accessor::Set => *set = Some(id),
                    Accessor::Delete => *delete = Some(id),
                }
                Ok(())
            }
            _ => Err(Refusal::wrong("no property of this name", def.name.range)),
        }
    }

    /// `name = value`. What the value is can be decided only when all names are known.
    fn assign(&mut self, targets: &'a [Expr], value: &'a Expr) -> Result<(), Refusal> {
        let [Expr::Name(target)] = targets else {
            return Err(Refusal::wrong("not a member of a class", value.range()));
        };
        let earlier = match value {
            Expr::Name(name) => self.list.iter().find(|(other, _)| *other == name.id),
            _ => None,
        };
        match earlier {
            Some((_, member)) => {
                let member = member.clone();
                self.set(&target.id, member);
            }
            // Marks the place, which `resolve` fills.
            None => {
                self.constants.push((&target.id, value));
                self.set(&target.id, Member::Value(Const::End));
            }
        }
        Ok(())
    }
}

/// Fills in what needs the names of all files: bases, tags, constants.
pub(super) fn resolve(runtime: &mut Runtime, functions: &mut [Declaration]) -> Result<(), Refusal> {
    for index in 0..runtime.classes.len() {
        let class = &runtime.classes[index];
        let file = class.file;
        let bases = bases(runtime, class).map_err(|refusal| refusal.in_file(file))?;
        let constants = constants(runtime, class).map_err(|refusal| refusal.in_file(file))?;
        let class = &mut runtime.classes[index];
        class.bases = bases;
        for (name, value) in constants {
            if let Some((_, member)) = class.members.iter_mut().find(|(n, _)| **n == *name) {
                *member = value;
            }
        }
    }
    let mut shapes = HashMap::new();
    for index in 0..runtime.classes.len() {
        let class = ClassNo(index as u32);
        let (tag, base) = shape(runtime, class, &mut shapes);
        let class = &mut runtime.classes[index];
        (class.tag, class.base) = (tag, base);
    }
    for function in functions {
        // Everything is an instance of object.
        let checked = |class: &ClassNo| runtime.class(*class).id != ClassId::OBJECT;
        function.unwraps = function.unwraps.filter(checked);
    }
    Ok(())
}

fn bases(runtime: &Runtime, class: &Class) -> Result<Vec<ClassNo>, Refusal> {
    let arguments = class.definition.arguments.as_ref();
    let mut bases = vec![];
    for base in arguments.iter().flat_map(|arguments| &arguments.args) {
        let named = match base {
            Expr::Name(name) => runtime.class_names.get(name.id.as_str()),
            _ => None,
        };
        bases.push(*named.ok_or_else(|| Refusal::wrong("no class of the runtime", base.range()))?);
    }
    if bases.is_empty() && class.id != ClassId::OBJECT {
        bases.extend(runtime.class_names.get("object"));
    }
    Ok(bases)
}

/// The members that are constants, or those of other classes.
fn constants(runtime: &Runtime, class: &Class) -> Result<Vec<(Rc<str>, Member)>, Refusal> {
    let unresolved = |name: &str| {
        let mut members = class.members.iter();
        members.any(|(n, member)| *n == name && matches!(member, Member::Value(Const::End)))
    };
    let constants = class.constants.iter().filter(|(name, _)| unresolved(name));
    constants
        .map(|(name, value)| {
            let member = match member_of_other(runtime, value) {
                Some(member) => member,
                None => match runtime.constant(value)? {
                    Const::Func(id) => Member::Function(id),
                    value => Member::Value(value),
                },
            };
            Ok(((*name).into(), member))
        })
        .collect()
}

/// The member that `class.name` means.
fn member_of_other(runtime: &Runtime, value: &Expr) -> Option<Member> {
    let attribute = value.as_attribute_expr()?;
    let class = &attribute.value.as_name_expr()?.id;
    let class = runtime.class(*runtime.class_names.get(class.as_str())?);
    let mut members = class.members.iter();
    let (_, member) = members.find(|(name, _)| *name == attribute.attr.as_str())?;
    Some(member.clone())
}

/// The name in `include(name)`.
fn included(expr: &Expr) -> Option<&str> {
    let call = expr.as_call_expr()?;
    let include = call.func.as_name_expr()?;
    match &call.arguments.args[..] {
        [Expr::Name(name)] if include.id == "include" => Some(name.id.as_str()),
        _ => None,
    }
}

/// Tag and attribute offset of a class's instances: its own, or its base's.
fn shape(
    runtime: &Runtime,
    class: ClassNo,
    shapes: &mut HashMap<ClassNo, (Tag, usize)>,
) -> (Tag, usize) {
    if let Some(shape) = shapes.get(&class) {
        return *shape;
    }
    let this = runtime.class(class);
    let object = (Tag::Object, instance::DICT + 1);
    let inherited = match this.bases.first() {
        Some(base) if runtime.class(*base).id != ClassId::OBJECT => shape(runtime, *base, shapes),
        _ if this.id == ClassId::OBJECT => object,
        _ => (Tag::Box, 0),
    };
    let tag = this.decorators.tag.unwrap_or(inherited.0);
    let base = match (tag, this.decorators.base) {
        (Tag::Object, Some(base)) => base as usize,
        (Tag::Object, None) => inherited.1.max(object.1),
        _ => 0,
    };
    shapes.insert(class, (tag, base));
    (tag, base)
}

/// The docstring of a body.
pub fn docstring(body: &[Stmt]) -> Option<Rc<str>> {
    match body.first() {
        Some(Stmt::Expr(first)) => match &*first.value {
            Expr::StringLiteral(text) => Some(text.value.to_str().into()),
            _ => None,
        },
        _ => None,
    }
}
