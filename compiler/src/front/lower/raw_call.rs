//! Calls that only runtime files have: intrinsics, calls that are bound early, names of the
//! runtime, and the self of methods.

use super::call::window_slot;
use super::Lowerer;
use crate::error::Refusal;
use crate::front::runtime::intrinsic::Intrinsic;
use crate::front::runtime::mnemonic;
use crate::ir::*;
use pyxl_isa::insn::OFFSET;
use pyxl_isa::{Opcode, Tag};
use ruff_python_ast::{Expr, ExprCall, Operator};
use ruff_text_size::{Ranged, TextRange};

impl<'a> Lowerer<'_, 'a> {
    /// A call in a runtime file, if it is an intrinsic or a function of the runtime.
    pub fn runtime_call(
        &mut self,
        call: &'a ExprCall,
        dst: Option<Place>,
    ) -> Result<Option<Value>, Refusal> {
        let Expr::Name(name) = &*call.func else {
            return Ok(None);
        };
        if self.variable(&name.id).is_some() {
            return Ok(None);
        }
        if let Some(intrinsic) = Intrinsic::named(&name.id) {
            return self.intrinsic_of_runtime(call, intrinsic, dst).map(Some);
        }
        let Some(id) = self.program.runtime.functions.get(name.id.as_str()) else {
            return Ok(None);
        };
        let id = *id;
        let arguments = self.static_arguments(id, call).ok_or_else(|| {
            let message = format!("wrong arguments for the runtime's `{}`", name.id);
            Refusal::wrong(message, call.range())
        })?;
        if self.program.function(id).names {
            for name in call
                .arguments
                .args
                .iter()
                .filter_map(Expr::as_string_literal_expr)
            {
                let name = ValueKind::Lookup(name.value.to_str().into());
                self.emit(Op::Note(Note::MayExist(name)), call.range());
            }
        }
        let result = window_slot(dst, self);
        let (given, span) = (Self::given(call), call.range());
        let value = self.bound_call(id, &given, &arguments, result, span, |lowerer, param| {
            Value::Const(lowerer.program.runtime_default(id, param))
        })?;
        Ok(Some(value))
    }

    /// A name of a runtime file that is no variable.
    pub fn runtime_name(&mut self, name: &str, span: TextRange) -> Result<Value, Refusal> {
        let value = self.program.runtime.value(name);
        value
            .map(Value::Const)
            .ok_or_else(|| Refusal::wrong(format!("the runtime has no `{name}`"), span))
    }

    fn intrinsic_of_runtime(
        &mut self,
        call: &'a ExprCall,
        intrinsic: Intrinsic,
        dst: Option<Place>,
    ) -> Result<Value, Refusal> {
        let span = call.range();
        let args: Vec<&Expr> = call.arguments.args.iter().collect();
        if args.len() != intrinsic.params() || !call.arguments.keywords.is_empty() {
            let message = format!("this intrinsic takes {} arguments", intrinsic.params());
            return Err(Refusal::wrong(message, span));
        }
        match intrinsic {
            Intrinsic::Compute(op, _) => {
                let mut values = self.operands(&args)?.into_iter();
                let dst = self.or_temp(dst);
                let (a, b) = (values.next(), values.next());
                self.compute(op, dst, a, b, span);
                Ok(dst.into())
            }
            Intrinsic::Effect(op, _) => {
                let mut values = self.operands(&args)?;
                let last = values.pop().expect("one operand or two");
                let (a, b) = match (op, values.pop()) {
                    // `set_link(field, v)` is `stl v, field`.
                    (Opcode::Stl, Some(field)) => (Some(last), field),
                    (_, first) => (first, last),
                };
                self.effect(op, a, b, span);
                Ok(Value::NONE)
            }
            Intrinsic::Load(op) => {
                let mut values = self.operands(&args)?.into_iter();
                let mut next = || values.next().expect("two operands");
                let (dst, base, offset) = (self.or_temp(dst), next(), next());
                let field = self.word_name(op, args[1], &offset)?;
                let load = Op::Load {
                    op,
                    dst,
                    base,
                    offset,
                    field,
                };
                self.emit(load, span);
                Ok(dst.into())
            }
            Intrinsic::Put(op) => self.put_at(op, &args, span),
            Intrinsic::Halt => {
                let Value::Const(Const::Int(code)) = self.expr(args[0])? else {
                    return Err(Refusal::wrong("the code must be a constant", span));
                };
                self.exit(Exit::Halt(code as u8), span);
                Ok(Value::NONE)
            }
            Intrinsic::Leave => {
                let value = self.expr(args[0])?;
                self.exit(Exit::Return(value), span);
                Ok(Value::NONE)
            }
            Intrinsic::TrapPc => {
                let dst = self.or_temp(dst);
                let tag = Some(Value::int(Tag::Int as i32));
                self.compute(Opcode::Retag, dst, Some(Value::Callee), tag, span);
                Ok(dst.into())
            }
            Intrinsic::Callee => Ok(Value::Callee),
            Intrinsic::FrameTop => {
                let dst = self.or_temp(dst);
                self.emit(Op::FrameTop { dst }, span);
                Ok(dst.into())
            }
            Intrinsic::CallTop => {
                let callee = self.temp();
                let mut values = self.operands(&args)?.into_iter();
                let (function, count) = (values.next(), values.next());
                let function = function.expect("two operands");
                self.copy(Place::Var(callee), function, span);
                let count = count.expect("two operands");
                self.emit(Op::CallTop { callee, count }, span);
                Ok(Value::Var(callee))
            }
            Intrinsic::Alloc => self.alloc(&args, dst, span),
            Intrinsic::IsA => {
                let (yes, no, done) = (self.block(), self.block(), self.block());
                self.is_a(&args, yes, no, span)?;
                let result = Place::Var(self.temp());
                for (block, truth) in [(yes, true), (no, false)] {
                    self.place(block);
                    self.copy(result, Value::Const(Const::Bool(truth)), span);
                    self.jump(done, span);
                }
                self.place(done);
                Ok(result.into())
            }
            Intrinsic::Exists => {
                let kind = self.tag_or_class(args[0])?;
                Ok(Value::Const(match kind.exists {
                    ValueKind::Always => Const::Bool(true),
                    exists => Const::Exists(exists),
                }))
            }
            Intrinsic::Handles => {
                let opcode = mnemonic(args[0])?;
                let handler = self.program.runtime.handlers.get(&opcode);
                let scope = |id: &FuncId| self.program.function(*id).scope;
                let same_text = handler.filter(|id| scope(id) == scope(&self.id));
                let handler = same_text.ok_or_else(|| {
                    Refusal::wrong("this function does not handle that trap", span)
                })?;
                Ok(Value::Const(Const::Bool(*handler == self.id)))
            }
            Intrinsic::Defined | Intrinsic::Named => {
                let Value::Const(Const::Str(name)) = self.expr(args[0])? else {
                    return Err(Refusal::wrong("the name must be a constant", span));
                };
                Ok(Value::Const(Const::Exists(match intrinsic {
                    Intrinsic::Defined => ValueKind::Attribute(name),
                    _ => ValueKind::Lookup(name),
                })))
            }
            Intrinsic::ClassIdOf => {
                let object = self.expr(args[0])?;
                Ok(Value::Var(self.header_class(object, span)))
            }
            Intrinsic::ClassId => {
                let kind = self.tag_or_class(args[0])?;
                Ok(Value::int(i32::from(kind.class.0)))
            }
            Intrinsic::Functions => Ok(Value::Const(Const::Functions)),
            Intrinsic::Modules => {
                let modules = self.program.module_names().into_iter().map(Const::Module);
                Ok(Value::Const(Const::Tuple(modules.collect())))
            }
            Intrinsic::Script => {
                let path = self.program.modules[0].path.clone();
                Ok(Value::Const(Const::Str(path)))
            }
        }
    }

    /// `is_a(…)` as a condition; false if the call is another one.
    pub fn runtime_condition(
        &mut self,
        call: &'a ExprCall,
        yes: BlockId,
        no: BlockId,
    ) -> Result<bool, Refusal> {
        let is_a = match &*call.func {
            Expr::Name(name) => {
                self.in_runtime()
                    && self.variable(&name.id).is_none()
                    && Intrinsic::named(&name.id) == Some(Intrinsic::IsA)
            }
            _ => false,
        };
        if !is_a || call.arguments.args.len() != 2 {
            return Ok(false);
        }
        let args: Vec<&Expr> = call.arguments.args.iter().collect();
        self.is_a(&args, yes, no, call.range())?;
        Ok(true)
    }

    /// `st(x, i, v)`: what is beyond the instruction's offset is added before.
    fn put_at(&mut self, op: Opcode, args: &[&'a Expr], span: TextRange) -> Result<Value, Refusal> {
        let mut values = self.operands(args)?.into_iter();
        let mut next = || values.next().expect("three operands");
        let (mut base, index, value) = (next(), next(), next());
        let field = self.word_name(op, args[1], &index)?;
        let offset = match index {
            Value::Const(Const::Int(offset)) if OFFSET.contains(&offset) => offset as u16,
            index => {
                let sum = Place::Var(self.temp());
                self.compute(Opcode::Radd, sum, Some(base), Some(index), span);
                base = sum.into();
                0
            }
        };
        let put = Op::Store {
            op,
            value,
            base,
            offset,
            field,
        };
        self.emit(put, span);
        Ok(Value::NONE)
    }

    /// What a load or store touches. Only what is computed has no name, and a word of memory that
    /// is no object's.
    ///
    /// # Errors
    /// If a constant offset names no word.
    fn word_name(
        &self,
        op: Opcode,
        expr: &Expr,
        offset: &Value,
    ) -> Result<Option<WordName>, Refusal> {
        let name = self.named_in(expr);
        let is_constant = matches!(offset, Value::Const(Const::Int(_)));
        let is_word = matches!(expr, Expr::Name(name) if name.id == "WORD");
        let of_object = matches!(op, Opcode::Ld | Opcode::St);
        if name.is_none() && is_constant && of_object && !is_word {
            let message =
                "the offset names no word of an object: a constant `X_NAME` does, if `X_WORDS` \
                           is the object's size";
            return Err(Refusal::wrong(message, expr.range()));
        }
        Ok(name)
    }

    /// The word that an offset names: `LIST_LENGTH`, or `TUPLE_ITEMS + i`.
    fn named_in(&self, offset: &Expr) -> Option<WordName> {
        match offset {
            Expr::Name(name) if self.variable(&name.id).is_none() => {
                self.program.runtime.word_named(&name.id)
            }
            Expr::BinOp(sum) if matches!(sum.op, Operator::Add | Operator::Sub) => {
                let left = self.named_in(&sum.left);
                left.or_else(|| self.named_in(&sum.right))
            }
            _ => None,
        }
    }
}
