//! Tags and classes that runtime files name: tests for them, and new objects of them.

use super::Lowerer;
use crate::error::Refusal;
use crate::front::runtime::{KnownClass, Routine};
use crate::ir::*;
use pyxl_isa::layout::header::{CLASS, LEAF};
use pyxl_isa::layout::{ClassId, LAYOUTS};
use pyxl_isa::{Opcode, Tag};
use ruff_python_ast::Expr;
use ruff_text_size::{Ranged, TextRange};

/// What `is_a` and `alloc` name.
pub struct TagOrClass {
    /// The kind of values that its instances are.
    pub exists: ValueKind,
    /// The tag of references to its instances.
    pub tag: Tag,
    /// The class in the header, if the tag does not say it.
    pub header: Option<ClassId>,
    /// The class, for the header of a new object.
    pub class: ClassId,
    /// Its instances have no references.
    pub leaf: bool,
}

impl<'a> Lowerer<'_, 'a> {
    /// A tag or a class that `is_a`, `alloc` or `cid_of` names.
    ///
    /// # Errors
    /// If the expression names neither.
    pub fn tag_or_class(&self, expr: &Expr) -> Result<TagOrClass, Refusal> {
        let wrong = || Refusal::wrong("neither a tag nor a class of the runtime", expr.range());
        let runtime = &self.program.runtime;
        match (runtime.constant(expr)?, expr) {
            (Const::Class(class), _) => {
                let no = class;
                let class = runtime.class(class);
                let by_header = matches!(class.tag, Tag::Box | Tag::Object);
                Ok(TagOrClass {
                    exists: ValueKind::Class(no),
                    tag: class.tag,
                    header: by_header.then_some(class.id),
                    class: class.id,
                    leaf: class.leaf
                        || LAYOUTS
                            .iter()
                            .any(|l| l.class == Some(class.id) && l.is_leaf()),
                })
            }
            (Const::Int(_), Expr::Name(name)) => {
                let tag = Tag::ALL.into_iter().find(|tag| tag.name() == name.id);
                let tag = tag.ok_or_else(wrong)?;
                let layout = LAYOUTS.iter().find(|layout| layout.name == tag.name());
                let class = match tag {
                    Tag::Int => Some(ClassId::INT),
                    Tag::Bool => Some(ClassId::BOOL),
                    Tag::None => Some(ClassId::NONE),
                    _ => layout.and_then(|layout| layout.class),
                };
                let named = class.and_then(|id| runtime.classes.iter().position(|c| c.id == id));
                Ok(TagOrClass {
                    exists: match (tag, named) {
                        (Tag::BigInt, _) => ValueKind::BigInt,
                        (Tag::Float | Tag::Tuple | Tag::List | Tag::Dict, Some(class)) => {
                            ValueKind::Class(ClassNo(class as u32))
                        }
                        _ => ValueKind::Always,
                    },
                    tag,
                    header: None,
                    class: class.unwrap_or(ClassId(0)),
                    leaf: layout.is_some_and(|layout| layout.is_leaf()),
                })
            }
            _ => Err(wrong()),
        }
    }

    /// `is_a(x, cls)`: goes to `yes` if `x` is an instance, else to `no`.
    ///
    /// # Errors
    /// If the second argument names no tag and no class.
    pub fn is_a(
        &mut self,
        args: &[&'a Expr],
        yes: BlockId,
        no: BlockId,
        span: TextRange,
    ) -> Result<(), Refusal> {
        let kind = self.tag_or_class(args[1])?;
        let value = self.expr(args[0])?;
        if kind.exists != ValueKind::Always {
            let next = self.block();
            let exists = Test::Truth(Value::Const(Const::Exists(kind.exists.clone())));
            self.branch(exists, next, no, span);
            self.place(next);
        }
        self.test_kind(&kind, value, yes, no, span);
        Ok(())
    }

    fn test_kind(
        &mut self,
        kind: &TagOrClass,
        value: Value,
        yes: BlockId,
        no: BlockId,
        span: TextRange,
    ) {
        let tag = Place::Var(self.temp());
        self.compute(Opcode::Tag, tag, Some(value.clone()), None, span);
        let same = Test::Compare(Opcode::Jeq, tag.into(), Value::int(kind.tag as i32));
        let Some(header) = kind.header else {
            return self.branch(same, yes, no, span);
        };
        let next = self.block();
        self.branch(same, next, no, span);
        self.place(next);
        let class = self.header_class(value, span);
        let id = Value::int(i32::from(header.0));
        let same = Test::Compare(Opcode::Jeq, Value::Var(class), id);
        self.branch(same, yes, no, span);
    }

    /// The class id in an object's header.
    pub fn header_class(&mut self, object: Value, span: TextRange) -> Var {
        let class = self.temp();
        let place = Place::Var(class);
        let (low, width) = (CLASS.low as i32, CLASS.width as i32);
        let header = ObjectField::HEADER;
        let offset = Value::int(header.offset as i32);
        self.load_word(place, (object, offset), header, span);
        for (op, by) in [(Opcode::Rshl, 32 - low - width), (Opcode::Rshr, 32 - width)] {
            self.compute(op, place, Some(place.into()), Some(Value::int(by)), span);
        }
        class
    }

    /// `alloc(cls, words)`.
    ///
    /// # Errors
    /// If the first argument names no tag and no class.
    pub fn alloc(
        &mut self,
        args: &[&'a Expr],
        dst: Option<Place>,
        span: TextRange,
    ) -> Result<Value, Refusal> {
        let kind = self.tag_or_class(args[0])?;
        let words = self.expr(args[1])?;
        let header = CLASS.put(u32::from(kind.class.0)) | LEAF.put(u32::from(kind.leaf));
        self.emit(Op::Note(Note::MayExist(kind.exists.clone())), span);
        let args = [Value::int(header as i32), words];
        let address = self.call_runtime(Routine::Allocate, &args, span);
        let dst = self.or_temp(dst);
        let tag = Some(Value::int(kind.tag as i32));
        self.compute(Opcode::Retag, dst, Some(Value::Var(address)), tag, span);
        if let (ValueKind::Class(class), Place::Var(object)) = (kind.exists, dst) {
            self.emit(Op::Note(Note::Instance { object, class }), span);
        }
        Ok(dst.into())
    }

    /// At the entry of a method of a class of the runtime: raises if self is no instance, and
    /// lets it be the payload of an instance of a subclass.
    pub fn unwrap_self(&mut self, class: ClassNo, span: TextRange) {
        let runtime = &self.program.runtime;
        let this = runtime.class(class);
        let name = self.program.function(self.id).name.clone();
        let value = Value::Var(Var(0));
        let (done, other) = (self.block(), self.rare_block());
        let kind = |tag, header| TagOrClass {
            exists: ValueKind::Always,
            tag,
            header,
            class: this.id,
            leaf: false,
        };
        let kinds = match this.id {
            ClassId::INT => vec![
                kind(Tag::Int, None),
                kind(Tag::Bool, None),
                kind(Tag::BigInt, None),
            ],
            _ if this.tag == Tag::Object => {
                // Only by its class can such a method be called with something else.
                let marker = runtime.interface.class(KnownClass::ClassValue);
                let exists = Const::Exists(ValueKind::Class(marker));
                let next = self.block();
                self.branch(Test::Truth(Value::Const(exists)), next, done, span);
                self.place(next);
                vec![]
            }
            id => vec![kind(this.tag, (this.tag == Tag::Box).then_some(id))],
        };
        for kind in kinds {
            let next = self.block();
            self.test_kind(&kind, value.clone(), done, next, span);
            self.place(next);
        }
        self.jump(other, span);
        self.place(other);
        let name = Value::Const(Const::Str(name));
        let class = Value::Const(Const::Class(class));
        let payload = self.call_runtime(Routine::UnwrapSelf, &[value, class, name], span);
        self.copy(Place::Var(Var(0)), Value::Var(payload), span);
        self.jump(done, span);
        self.place(done);
    }
}
