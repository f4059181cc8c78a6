//! The text form of functions: what `pyxl build --emit ir` prints, and what the filetests in
//! `compiler/filetests` are written in. [`parse`](super::parse) reads it. Sources of operations
//! are not part of it.

use super::*;

/// Names that the program has for what the IR has numbers for. They follow the numbers in the
/// text, `g3:count`, and mean nothing there.
pub trait Names {
    /// The name of a global.
    fn global(&self, global: Global) -> String;
    /// The name of a function.
    fn function(&self, id: FuncId) -> String;
    /// The name of a class of the runtime.
    fn class(&self, class: ClassNo) -> String;
}

/// No names: numbers only.
pub struct Nameless;

impl Names for Nameless {
    fn global(&self, _: Global) -> String {
        String::new()
    }

    fn function(&self, _: FuncId) -> String {
        String::new()
    }

    fn class(&self, _: ClassNo) -> String {
        String::new()
    }
}

/// A function called `title` as a text.
pub fn print(title: &str, function: &Function, names: &dyn Names) -> String {
    let text = Text { function, names };
    let params = (0..function.params as u32).map(|n| text.var(Var(n)));
    let mut lines = format!("func {title}({}):\n", join(params));
    for (number, block) in function.blocks.iter().enumerate() {
        lines += &format!("b{number}");
        if block.cold {
            lines += " cold";
        }
        if let Some(handler) = block.handler {
            lines += &format!(" handler b{}", handler.0);
        }
        lines += ":\n";
        for inst in &block.insts {
            lines += &format!("    {}\n", text.op(&inst.op));
        }
        lines += &format!("    {}\n", text.exit(&block.exit));
    }
    lines
}

struct Text<'a> {
    function: &'a Function,
    names: &'a dyn Names,
}

impl Text<'_> {
    fn op(&self, op: &Op) -> String {
        let value = |value: &Value| self.value(value);
        let some = |value: &Option<Value>| value.as_ref().map(|value| self.value(value));
        match op {
            Op::Move { dst, src, checked } => {
                let check = if *checked { "check " } else { "" };
                format!("{} = {check}{}", self.place(*dst), value(src))
            }
            Op::Compute { op, dst, a, b } => {
                let operands = join(some(a).into_iter().chain(some(b)));
                let text = format!("{} = {} {operands}", self.place(*dst), mnemonic(*op));
                text.trim_end().into()
            }
            Op::Load {
                op,
                dst,
                base,
                offset,
                field,
            } => {
                let dst = self.place(*dst);
                let (base, offset) = (value(base), value(offset));
                format!("{dst} = {} [{base}, {offset}]{}", mnemonic(*op), at(field))
            }
            Op::Effect { op, a, b } => {
                let operands = join(some(a).into_iter().chain([value(b)]));
                format!("{} {operands}", mnemonic(*op))
            }
            Op::Assign {
                op,
                value: stored,
                a,
                b,
            } => format!(
                "{} {}",
                mnemonic(*op),
                join([value(stored), value(a), value(b)])
            ),
            Op::Store {
                op,
                value: stored,
                base,
                offset,
                field,
            } => {
                let (stored, base) = (value(stored), value(base));
                format!(
                    "{} {stored}, [{base}, {offset}]{}",
                    mnemonic(*op),
                    at(field)
                )
            }
            Op::Method {
                callee,
                receiver,
                object,
                name,
            } => {
                let (callee, receiver) = (self.var(*callee), self.var(*receiver));
                format!(
                    "{callee}, {receiver} = ldm {}, {}",
                    value(object),
                    value(name)
                )
            }
            Op::Note(note) => self.note(note),
            Op::FrameTop { dst } => format!("{} = frame_top", self.place(*dst)),
            Op::CallTop { callee, count } => {
                format!("{} = call_top {}", self.var(*callee), value(count))
            }
            Op::Call { callee, window } => {
                let arguments = join(window[1..].iter().map(|var| self.var(*var)));
                let callee = match callee {
                    Callee::Known(id) => format!("calld {}", self.func(*id)),
                    Callee::Likely(id) => format!("callp {}", self.func(*id)),
                    Callee::Any => "call".into(),
                };
                format!("{} = {callee} ({arguments})", self.var(window[0]))
            }
        }
    }

    fn note(&self, note: &Note) -> String {
        match note {
            Note::MayExist(kind) => format!("may_exist {}", self.kind(kind)),
            Note::Instance { object, class } => {
                format!("instance {} of {}", self.var(*object), self.class(*class))
            }
            Note::Cell { cell, content } => {
                let content = match content {
                    CellContent::Unbound => "unbound".into(),
                    CellContent::Bound => "bound".into(),
                    CellContent::Closure(index) => format!("closure {index}"),
                    CellContent::Deletable => "deletable".into(),
                };
                format!("cell {}, {content}", self.var(*cell))
            }
            Note::Made { function, cells } => {
                let cells = join(cells.iter().map(|cell| self.var(*cell)));
                format!("made {} ({cells})", self.func(*function))
            }
            Note::Ran(module) => format!("ran {module:?}"),
        }
    }

    fn exit(&self, exit: &Exit) -> String {
        let value = |value: &Value| self.value(value);
        match exit {
            Exit::Jump(next) => format!("jump b{}", next.0),
            Exit::Branch { test, yes, no } => {
                let test = match test {
                    Test::Compare(op, a, b) => {
                        format!("{} {}, {}", mnemonic(*op), value(a), value(b))
                    }
                    Test::Truth(a) => format!("jt {}", value(a)),
                    Test::Unbound(a) => format!("unbound {}", value(a)),
                };
                format!("{test} ? b{} : b{}", yes.0, no.0)
            }
            Exit::Count {
                op,
                counter,
                limit,
                body,
                done,
            } => {
                let (counter, limit) = (self.place(*counter), value(limit));
                let (op, body, done) = (mnemonic(*op), body.0, done.0);
                format!("{op} {counter}, {limit} ? b{body} : b{done}")
            }
            Exit::Return(result) => format!("ret {}", value(result)),
            Exit::Halt(code) => format!("halt {code}"),
            Exit::Unreachable => "unreachable".into(),
        }
    }

    fn value(&self, value: &Value) -> String {
        match value {
            Value::Var(var) => self.var(*var),
            Value::Global(global) => self.global(*global),
            Value::Const(constant) => self.constant(constant),
            Value::Callee => "callee".into(),
        }
    }

    fn place(&self, place: Place) -> String {
        self.value(&place.into())
    }

    fn var(&self, var: Var) -> String {
        named('v', var.0, &self.function.vars[var.0 as usize])
    }

    fn global(&self, global: Global) -> String {
        named('g', global.0, &self.names.global(global))
    }

    fn func(&self, id: FuncId) -> String {
        named('f', id.0, &self.names.function(id))
    }

    fn class(&self, class: ClassNo) -> String {
        named('c', class.0, &self.names.class(class))
    }

    fn constant(&self, constant: &Const) -> String {
        match constant {
            Const::None => "None".into(),
            Const::Ellipsis => "Ellipsis".into(),
            Const::NotImplemented => "NotImplemented".into(),
            Const::Bool(true) => "True".into(),
            Const::Bool(false) => "False".into(),
            Const::Int(n) => n.to_string(),
            Const::BigInt(digits) => digits.to_string(),
            Const::Float(bits) => float(*bits),
            Const::Complex(real, imaginary) => {
                format!("complex ({}, {})", float(*real), float(*imaginary))
            }
            Const::Str(text) => format!("{text:?}"),
            Const::Bytes(bytes) => format!("b\"{}\"", bytes.escape_ascii()),
            Const::Tuple(items) => {
                let items = items.iter().map(|item| self.constant(item));
                format!("({})", join(items))
            }
            Const::Func(id) => self.func(*id),
            Const::Class(class) => self.class(*class),
            Const::HiddenClass(class) => format!("hidden {}", self.class(*class)),
            Const::Module(name) => format!("module {name:?}"),
            Const::Unbound(kind, name) => {
                let kind = format!("{kind:?}").to_lowercase();
                format!("unbound {kind} {name:?}")
            }
            Const::End => "END".into(),
            Const::LinkerSymbol(link, more) => match more {
                0 => format!("link {}", link.name()),
                _ => format!("link {} {more}", link.name()),
            },
            Const::Exists(kind) => format!("exists {}", self.kind(kind)),
            Const::Functions => "functions".into(),
        }
    }

    fn kind(&self, kind: &ValueKind) -> String {
        match kind {
            ValueKind::Always => "always".into(),
            ValueKind::BigInt => "bigint".into(),
            ValueKind::Class(class) => self.class(*class),
            ValueKind::Attribute(name) => format!("attribute {name:?}"),
            ValueKind::Lookup(name) => format!("lookup {name:?}"),
            ValueKind::Prefix(text) => format!("prefix {text:?}"),
        }
    }
}

fn mnemonic(op: pyxl_isa::Opcode) -> &'static str {
    op.row().mnemonic
}

fn at(field: &Option<WordName>) -> String {
    let field = field.as_ref();
    field.map_or(String::new(), |field| format!(" @{field}"))
}

/// A double so that it can be told from an integer, and exactly.
fn float(bits: u64) -> String {
    let value = f64::from_bits(bits);
    match value.is_finite() {
        true => format!("{value:?}"),
        false => format!("float {bits:016x}"),
    }
}

fn named(kind: char, number: u32, name: &str) -> String {
    match name {
        "" => format!("{kind}{number}"),
        name => format!("{kind}{number}:{name}"),
    }
}

fn join(texts: impl IntoIterator<Item = String>) -> String {
    texts.into_iter().collect::<Vec<_>>().join(", ")
}
