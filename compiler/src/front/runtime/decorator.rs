//! The decorators of runtime files.

use crate::error::Refusal;
use crate::front::builtins::BUILTINS;
use pyxl_isa::layout::CONSTANTS;
use pyxl_isa::{Opcode, Tag};
use ruff_python_ast::{Decorator, Expr, ExprCall};
use ruff_text_size::Ranged;
use std::rc::Rc;

/// What stands before a function or a class.
#[derive(Debug, Default)]
pub struct Decorators {
    /// `@builtin`: programs see it.
    pub builtin: bool,
    /// The name that they see.
    name: Option<Rc<str>>,
    /// The module in which they see it.
    module: Option<Rc<str>>,
    /// Tag of a class's instances.
    pub tag: Option<Tag>,
    /// A class's instances have no references.
    pub leaf: bool,
    /// Offset of the first attribute in a class's instances.
    pub base: Option<i32>,
    /// `@trap`: opcodes whose traps the function handles; one made of the same text handles
    /// those of each further line.
    pub traps: Vec<Vec<Opcode>>,
    /// `@generic`: the function's operators work on any values.
    pub generic: bool,
    /// `@names`: strings that stand in calls of the function name members of classes.
    pub names: bool,
    /// `@strict`: nothing that the function reaches needs the runtime's traps.
    pub strict: bool,
    /// `@staticmethod`.
    pub is_static: bool,
    /// `@classmethod`.
    pub is_class: bool,
    /// `@property`.
    pub is_getter: bool,
    /// `@name.setter`, `@name.deleter`.
    pub accessor: Option<Accessor>,
    /// `@mixin`: no class, but members that classes include.
    pub mixin: bool,
    /// `@raw`: a method whose self is not unwrapped.
    pub raw: bool,
}

/// An accessor of a property other than its getter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Accessor {
    /// `@name.setter`.
    Set,
    /// `@name.deleter`.
    Delete,
}

impl Decorators {
    /// The decorators of a definition.
    ///
    /// # Errors
    /// What the runtime does not know.
    pub fn of(list: &[Decorator]) -> Result<Decorators, Refusal> {
        let mut all = Decorators::default();
        for decorator in list {
            all.add(&decorator.expression)?;
        }
        Ok(all)
    }

    /// The decorator that is an annotation.
    ///
    /// # Errors
    /// If it is not `builtin`.
    pub fn of_expr(expr: &Expr) -> Result<Decorators, Refusal> {
        let mut all = Decorators::default();
        all.add(expr)?;
        match all.builtin {
            true => Ok(all),
            false => Err(Refusal::wrong("not `builtin`", expr.range())),
        }
    }

    /// The visible name.
    pub fn name_or(&self, name: &str) -> Rc<str> {
        self.name.clone().unwrap_or_else(|| name.into())
    }

    /// The module.
    pub fn module(&self) -> Rc<str> {
        self.module.clone().unwrap_or_else(|| BUILTINS.into())
    }

    fn add(&mut self, expr: &Expr) -> Result<(), Refusal> {
        let unknown = || Refusal::wrong("not a decorator of the runtime", expr.range());
        match expr {
            Expr::Name(name) => match name.id.as_str() {
                "builtin" => self.builtin = true,
                "generic" => self.generic = true,
                "names" => self.names = true,
                "strict" => self.strict = true,
                "staticmethod" => self.is_static = true,
                "classmethod" => self.is_class = true,
                "property" => self.is_getter = true,
                "mixin" => self.mixin = true,
                "raw" => self.raw = true,
                _ => return Err(unknown()),
            },
            Expr::Attribute(attribute) => {
                self.accessor = Some(match attribute.attr.as_str() {
                    "setter" => Accessor::Set,
                    "deleter" => Accessor::Delete,
                    _ => return Err(unknown()),
                });
            }
            Expr::Call(call) => match &*call.func {
                Expr::Name(name) if name.id == "builtin" => self.options(call)?,
                Expr::Name(name) if name.id == "trap" => {
                    let opcodes = call.arguments.args.iter().map(mnemonic);
                    self.traps.push(opcodes.collect::<Result<_, _>>()?);
                }
                _ => return Err(unknown()),
            },
            _ => return Err(unknown()),
        }
        Ok(())
    }

    fn options(&mut self, call: &ExprCall) -> Result<(), Refusal> {
        self.builtin = true;
        for keyword in &call.arguments.keywords {
            let unknown = || Refusal::wrong("not an option of `builtin`", keyword.range);
            let option = keyword.arg.as_ref().ok_or_else(unknown)?;
            match (option.as_str(), &keyword.value) {
                ("name", Expr::StringLiteral(text)) => {
                    self.name = Some(text.value.to_str().into());
                }
                ("module", Expr::StringLiteral(text)) => {
                    self.module = Some(text.value.to_str().into());
                }
                // A class that is nowhere visible, but has its name and its tag.
                ("hidden", Expr::BooleanLiteral(hidden)) => self.builtin = !hidden.value,
                ("leaf", Expr::BooleanLiteral(leaf)) => self.leaf = leaf.value,
                ("tag", Expr::Name(name)) => {
                    let tag = Tag::ALL.into_iter().find(|tag| tag.name() == name.id);
                    self.tag = Some(tag.ok_or_else(unknown)?);
                }
                ("base", Expr::Name(name)) => {
                    let words = CONSTANTS.get(name.id.as_str());
                    self.base = Some(*words.ok_or_else(unknown)?);
                }
                _ => return Err(unknown()),
            }
        }
        Ok(())
    }
}

/// The opcode that a string names.
///
/// # Errors
/// If it is none.
pub fn mnemonic(argument: &Expr) -> Result<Opcode, Refusal> {
    let opcode = match argument {
        Expr::StringLiteral(name) => Opcode::from_mnemonic(name.value.to_str()),
        _ => None,
    };
    opcode.ok_or_else(|| Refusal::wrong("not a mnemonic", argument.range()))
}
