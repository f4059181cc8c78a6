//! Reads the text form of functions (see [`text`](super::text)).

use super::*;
use pyxl_isa::{Flow, Format, Opcode, Unbound};
use ruff_text_size::TextRange;
use std::rc::Rc;

/// A function and its title.
///
/// # Errors
/// The first line that is wrong, with its number from 1.
pub fn parse(text: &str) -> Result<(String, Function), String> {
    let mut function = Function {
        blocks: vec![],
        vars: vec![],
        params: 0,
        inlined: vec![],
    };
    let mut title = None;
    // A block ends with its exit.
    let mut open = false;
    for (number, line) in (1..).zip(text.lines()) {
        let mut line = Line::of(line, &mut function.vars)
            .map_err(|message| format!("line {number}: {message}"))?;
        if line.tokens.is_empty() {
            continue;
        }
        let block = function.blocks.last_mut();
        let result = match (&title, open, block) {
            (None, ..) => line.header().map(|(name, params)| {
                title = Some(name);
                function.params = params;
            }),
            (_, true, Some(block)) => line.statement().map(|statement| match statement {
                Statement::Op(op) => block.insts.push(Inst {
                    op,
                    span: TextRange::default().into(),
                }),
                Statement::Exit(exit) => {
                    block.exit = exit;
                    open = false;
                }
            }),
            _ => line.label(function.blocks.len()).map(|block| {
                function.blocks.push(block);
                open = true;
            }),
        };
        result
            .and_then(|()| line.end())
            .map_err(|message| format!("line {number}: {message}"))?;
    }
    match title {
        Some(_) if open => Err("the last block has no exit".into()),
        Some(title) => Ok((title, function)),
        None => Err("there is no function; it begins with `func name(v0, …):`".into()),
    }
}

#[derive(Clone, Debug, PartialEq)]
enum Token {
    /// A number, a name, or a number with a name: `v0:count`.
    Word(String),
    Str(String),
    Bytes(Vec<u8>),
    Punct(char),
}

enum Statement {
    Op(Op),
    Exit(Exit),
}

type Parsed<T> = Result<T, String>;

struct Line<'v> {
    tokens: Vec<Token>,
    at: usize,
    vars: &'v mut Vec<Rc<str>>,
}

impl<'v> Line<'v> {
    fn of(line: &str, vars: &'v mut Vec<Rc<str>>) -> Parsed<Self> {
        Ok(Line {
            tokens: tokens(line)?,
            at: 0,
            vars,
        })
    }

    fn next(&mut self) -> Parsed<Token> {
        self.at += 1;
        let token = self.tokens.get(self.at - 1).cloned();
        token.ok_or_else(|| "it ends too early".into())
    }

    fn word(&mut self) -> Parsed<String> {
        match self.next()? {
            Token::Word(word) => Ok(word),
            other => Err(format!("{other:?} instead of a word")),
        }
    }

    /// True if the next token is this character, which is skipped then.
    fn skips(&mut self, punct: char) -> bool {
        let found = self.tokens.get(self.at) == Some(&Token::Punct(punct));
        self.at += usize::from(found);
        found
    }

    fn expect(&mut self, punct: char) -> Parsed<()> {
        match self.skips(punct) {
            true => Ok(()),
            false => Err(format!(
                "`{punct}` expected before {:?}",
                self.tokens.get(self.at)
            )),
        }
    }

    fn end(&self) -> Parsed<()> {
        match self.tokens.get(self.at) {
            None => Ok(()),
            Some(token) => Err(format!("{token:?} is too much")),
        }
    }

    /// `func name(v0, v1):`
    fn header(&mut self) -> Parsed<(String, usize)> {
        if self.word()? != "func" {
            return Err("a function begins with `func name(v0, …):`".into());
        }
        let title = self.word()?;
        self.expect('(')?;
        let params = self.list(')', Self::var)?;
        self.expect(':')?;
        match params.iter().zip(0..).all(|(var, n)| *var == Var(n)) {
            true => Ok((title, params.len())),
            false => Err("the parameters are v0, v1 and so on".into()),
        }
    }

    /// `b3 cold handler b5:`
    fn label(&mut self, number: usize) -> Parsed<Block> {
        let mut block = Block::new();
        if self.block()? != BlockId(number as u32) {
            return Err(format!("this is block b{number}"));
        }
        while !self.skips(':') {
            match &*self.word()? {
                "cold" => block.cold = true,
                "handler" => block.handler = Some(self.block()?),
                other => return Err(format!("`{other}` instead of `cold` or `handler`")),
            }
        }
        Ok(block)
    }

    fn statement(&mut self) -> Parsed<Statement> {
        let assigned = self.tokens.iter().position(|t| *t == Token::Punct('='));
        if assigned.is_some() {
            return self.assignment().map(Statement::Op);
        }
        let word = self.word()?;
        let exit = match &*word {
            "jump" => Exit::Jump(self.block()?),
            "ret" => Exit::Return(self.value()?),
            "halt" => Exit::Halt(self.number()?),
            "unreachable" => Exit::Unreachable,
            "may_exist" => return Ok(Statement::Op(Op::MayExist(self.kind()?))),
            mnemonic => {
                let op = opcode(mnemonic)?;
                return match op.row().flow {
                    Flow::Branch | Flow::Count => self.branch(op).map(Statement::Exit),
                    _ => self.effect(op).map(Statement::Op),
                };
            }
        };
        Ok(Statement::Exit(exit))
    }

    fn branch(&mut self, op: Opcode) -> Parsed<Exit> {
        let a = self.value()?;
        let b = match self.skips(',') {
            true => Some(self.value()?),
            false => None,
        };
        self.expect('?')?;
        let yes = self.block()?;
        self.expect(':')?;
        let no = self.block()?;
        Ok(match (op, b) {
            (Opcode::Forup | Opcode::Fordn, Some(limit)) => Exit::Count {
                op,
                counter: a.place().ok_or("a counter is a slot or a global")?,
                limit,
                body: yes,
                done: no,
            },
            (op, Some(b)) => {
                let test = Test::Compare(op, a, b);
                Exit::Branch { test, yes, no }
            }
            (Opcode::Jt, None) => {
                let test = Test::Truth(a);
                Exit::Branch { test, yes, no }
            }
            (op, None) => return Err(format!("`{}` takes two values", op.row().mnemonic)),
        })
    }

    /// An operation without a result.
    fn effect(&mut self, op: Opcode) -> Parsed<Op> {
        let first = self.value()?;
        Ok(match op.row().format {
            Format::Store | Format::StoreFrame => {
                self.expect(',')?;
                self.expect('[')?;
                let base = self.value()?;
                self.expect(',')?;
                let offset = self.number()?;
                self.expect(']')?;
                let (value, field) = (first, self.field()?);
                Op::Store {
                    op,
                    value,
                    base,
                    offset,
                    field,
                }
            }
            Format::Assign => {
                self.expect(',')?;
                let a = self.value()?;
                self.expect(',')?;
                let (value, b) = (first, self.value()?);
                Op::Assign { op, value, a, b }
            }
            _ => match self.skips(',') {
                true => Op::Effect {
                    op,
                    a: Some(first),
                    b: self.value()?,
                },
                false => Op::Effect {
                    op,
                    a: None,
                    b: first,
                },
            },
        })
    }

    /// An operation with a result.
    fn assignment(&mut self) -> Parsed<Op> {
        let dst = self.value()?.place();
        let dst = dst.ok_or("only slots and globals can be assigned")?;
        let slot = match dst {
            Place::Var(var) => Ok(var),
            Place::Global(_) => Err("the result of a call is in a slot"),
        };
        if self.skips(',') {
            let (callee, receiver) = (slot?, self.var()?);
            self.expect('=')?;
            let (ldm, object) = (self.word()?, self.value()?);
            self.expect(',')?;
            let name = self.value()?;
            return match &*ldm {
                "ldm" => Ok(Op::Method {
                    callee,
                    receiver,
                    object,
                    name,
                }),
                other => Err(format!("`{other}` has no two results; `ldm` has")),
            };
        }
        self.expect('=')?;
        let start = self.at;
        let word = match self.next()? {
            Token::Word(word) => word,
            _ => String::new(),
        };
        let callee = match &*word {
            "check" => {
                let (src, checked) = (self.value()?, true);
                return Ok(Op::Move { dst, src, checked });
            }
            "frame_top" => return Ok(Op::FrameTop { dst }),
            "call_top" => {
                let (callee, count) = (slot?, self.value()?);
                return Ok(Op::CallTop { callee, count });
            }
            "calld" => Callee::Known(self.func()?),
            "callp" => Callee::Likely(self.func()?),
            "call" => Callee::Any,
            mnemonic => {
                return match Opcode::from_mnemonic(mnemonic) {
                    Some(op) => self.computation(op, dst),
                    None => {
                        self.at = start;
                        let (src, checked) = (self.value()?, false);
                        Ok(Op::Move { dst, src, checked })
                    }
                }
            }
        };
        self.expect('(')?;
        let mut window = vec![slot?];
        window.extend(self.list(')', Self::var)?);
        Ok(Op::Call { callee, window })
    }

    fn computation(&mut self, op: Opcode, dst: Place) -> Parsed<Op> {
        if self.skips('[') {
            let base = self.value()?;
            self.expect(',')?;
            let offset = self.value()?;
            self.expect(']')?;
            let field = self.field()?;
            return Ok(Op::Load {
                op,
                dst,
                base,
                offset,
                field,
            });
        }
        let mut operands = vec![];
        while self.at < self.tokens.len() {
            operands.push(self.value()?);
            if !self.skips(',') {
                break;
            }
        }
        let mut operands = operands.into_iter();
        let a = match op.row().format.reads_a() {
            true => operands.next(),
            false => None,
        };
        let b = operands.next();
        match operands.next() {
            None => Ok(Op::Compute { op, dst, a, b }),
            Some(_) => Err(format!("too many operands of `{}`", op.row().mnemonic)),
        }
    }

    /// What a load or store touches: `@LIST_LENGTH`.
    fn field(&mut self) -> Parsed<Option<ObjectField>> {
        if !self.skips('@') {
            return Ok(None);
        }
        let name = self.word()?;
        match ObjectField::named(&name) {
            Some(field) => Ok(Some(field)),
            None => Err(format!(
                "no object has a word `{name}`; one is `LIST_LENGTH`"
            )),
        }
    }

    fn list<T>(
        &mut self,
        end: char,
        mut item: impl FnMut(&mut Self) -> Parsed<T>,
    ) -> Parsed<Vec<T>> {
        let mut items = vec![];
        while !self.skips(end) {
            items.push(item(self)?);
            if !self.skips(',') {
                self.expect(end)?;
                break;
            }
        }
        Ok(items)
    }

    fn number<T: std::str::FromStr>(&mut self) -> Parsed<T> {
        let word = self.word()?;
        word.parse()
            .map_err(|_| format!("`{word}` is no number that fits here"))
    }

    fn block(&mut self) -> Parsed<BlockId> {
        let word = self.word()?;
        match numbered(&word, 'b') {
            Some((number, _)) => Ok(BlockId(number)),
            None => Err(format!("`{word}` is no block; blocks are b0, b1 and so on")),
        }
    }

    fn var(&mut self) -> Parsed<Var> {
        match self.value()? {
            Value::Var(var) => Ok(var),
            other => Err(format!("{other:?} is no slot; slots are v0, v1 and so on")),
        }
    }

    fn func(&mut self) -> Parsed<FuncId> {
        match self.value()? {
            Value::Const(Const::Func(id)) => Ok(id),
            other => Err(format!(
                "{other:?} is no function; functions are f0, f1 and so on"
            )),
        }
    }

    fn value(&mut self) -> Parsed<Value> {
        if let Some(Token::Word(word)) = self.tokens.get(self.at) {
            if word == "callee" {
                self.at += 1;
                return Ok(Value::Callee);
            }
            if let Some((number, _)) = numbered(word, 'g') {
                self.at += 1;
                return Ok(Value::Global(Global(number)));
            }
            if let Some((number, name)) = numbered(word, 'v') {
                self.at += 1;
                if number >= MAX_VARS {
                    return Err(format!("slot {number}; the largest is v{}", MAX_VARS - 1));
                }
                let index = number as usize;
                if self.vars.len() <= index {
                    self.vars.resize(index + 1, "".into());
                }
                if !name.is_empty() {
                    self.vars[index] = name.into();
                }
                return Ok(Value::Var(Var(number)));
            }
        }
        self.constant().map(Value::Const)
    }

    fn string(&mut self) -> Parsed<Rc<str>> {
        match self.next()? {
            Token::Str(text) => Ok(text.into()),
            other => Err(format!("{other:?} instead of a string")),
        }
    }

    fn constant(&mut self) -> Parsed<Const> {
        let word = match self.next()? {
            Token::Str(text) => return Ok(Const::Str(text.into())),
            Token::Bytes(bytes) => return Ok(Const::Bytes(bytes.into())),
            Token::Punct('(') => return Ok(Const::Tuple(self.list(')', Self::constant)?.into())),
            Token::Punct(other) => return Err(format!("`{other}` instead of a value")),
            Token::Word(word) => word,
        };
        Ok(match &*word {
            "None" => Const::None,
            "Ellipsis" => Const::Ellipsis,
            "NotImplemented" => Const::NotImplemented,
            "True" => Const::Bool(true),
            "False" => Const::Bool(false),
            "END" => Const::End,
            "functions" => Const::Functions,
            "module" => Const::Module(self.string()?),
            "exists" => Const::Exists(self.kind()?),
            "hidden" => match self.constant()? {
                Const::Class(class) => Const::HiddenClass(class),
                other => return Err(format!("{other:?} is no class; classes are c0, c1, …")),
            },
            "unbound" => {
                let kind = match &*self.word()? {
                    "internal" => Unbound::Internal,
                    "global" => Unbound::Global,
                    "local" => Unbound::Local,
                    "free" => Unbound::Free,
                    other => {
                        return Err(format!("unbound `{other}` instead of global, local, free"))
                    }
                };
                Const::Unbound(kind, self.string()?)
            }
            "link" => {
                let name = self.word()?;
                let link = LinkerSymbol::named(&name);
                let link = link.ok_or_else(|| format!("the linker knows no `{name}`"))?;
                match self.tokens.get(self.at) {
                    Some(Token::Word(_)) => Const::LinkerSymbol(link, self.number()?),
                    _ => Const::LinkerSymbol(link, 0),
                }
            }
            "complex" => {
                self.expect('(')?;
                let parts = self.list(')', Self::constant)?;
                match parts[..] {
                    [Const::Float(real), Const::Float(imaginary)] => {
                        Const::Complex(real, imaginary)
                    }
                    _ => return Err("a complex number has two floats".into()),
                }
            }
            "float" => {
                let bits = self.word()?;
                let bits = u64::from_str_radix(&bits, 16);
                Const::Float(bits.map_err(|error| format!("bits of a float: {error}"))?)
            }
            word => plain(word)?,
        })
    }

    fn kind(&mut self) -> Parsed<ValueKind> {
        let word = self.word()?;
        Ok(match &*word {
            "always" => ValueKind::Always,
            "bigint" => ValueKind::BigInt,
            "attribute" => ValueKind::Attribute(self.string()?),
            "lookup" => ValueKind::Lookup(self.string()?),
            "prefix" => ValueKind::Prefix(self.string()?),
            class => match numbered(class, 'c') {
                Some((number, _)) => ValueKind::Class(ClassNo(number)),
                None => {
                    return Err(format!(
                        "`{class}` is no kind of values; one of: always, bigint, c0, \
                         attribute \"x\", lookup \"x\", prefix \"x\""
                    ))
                }
            },
        })
    }
}

/// Most virtual slots that a text may have.
const MAX_VARS: u32 = 1 << 16;

/// A number, a function or a class.
fn plain(word: &str) -> Parsed<Const> {
    if let Some((number, _)) = numbered(word, 'f') {
        return Ok(Const::Func(FuncId(number)));
    }
    if let Some((number, _)) = numbered(word, 'c') {
        return Ok(Const::Class(ClassNo(number)));
    }
    let digits = word.strip_prefix('-').unwrap_or(word);
    if !digits.is_empty() && digits.bytes().all(|digit| digit.is_ascii_digit()) {
        return Ok(match word.parse() {
            Ok(n) => Const::Int(n),
            Err(_) => Const::BigInt(word.into()),
        });
    }
    match word.parse::<f64>() {
        Ok(x) if digits.starts_with(|c: char| c.is_ascii_digit()) => Ok(Const::Float(x.to_bits())),
        _ => Err(format!("`{word}` is neither an operation nor a value")),
    }
}

/// Number and name of `v3:count`, if the kind is `v`.
fn numbered(word: &str, kind: char) -> Option<(u32, &str)> {
    let (number, name) = word.split_once(':').unwrap_or((word, ""));
    Some((number.strip_prefix(kind)?.parse().ok()?, name))
}

fn opcode(mnemonic: &str) -> Parsed<Opcode> {
    let op = Opcode::from_mnemonic(mnemonic);
    op.ok_or_else(|| format!("there is no operation `{mnemonic}`"))
}

/// The tokens of a line; a comment begins with `#`.
fn tokens(line: &str) -> Parsed<Vec<Token>> {
    let mut tokens = vec![];
    let mut rest = line.trim_start();
    while let Some(first) = rest.chars().next() {
        if first == '#' {
            break;
        }
        if first == '"' || rest.starts_with("b\"") {
            let start = if first == '"' { 1 } else { 2 };
            let (text, length) = quoted(&rest[start..])?;
            tokens.push(match first {
                '"' => Token::Str(String::from_utf8_lossy(&text).into_owned()),
                _ => Token::Bytes(text),
            });
            rest = rest[start + length..].trim_start();
            continue;
        }
        let length = match "(),[]=?:@".contains(first) {
            true => 1,
            false => word_length(rest),
        };
        tokens.push(match length {
            1 if "(),[]=?:@".contains(first) => Token::Punct(first),
            _ => Token::Word(rest[..length].into()),
        });
        rest = rest[length..].trim_start();
    }
    Ok(tokens)
}

/// Bytes of the word at the start of a text. A colon is part of it before a name.
fn word_length(text: &str) -> usize {
    let is_end = |c: char| c.is_whitespace() || "(),[]=?@\"".contains(c);
    let length = text.find(is_end).unwrap_or(text.len());
    match text[..length].strip_suffix(':') {
        Some(word) => word.len(),
        None => length,
    }
}

/// The text up to a quotation mark, and the number of bytes with that.
fn quoted(text: &str) -> Parsed<(Vec<u8>, usize)> {
    let mut bytes = vec![];
    let mut chars = text.char_indices();
    let mut utf8 = [0; 4];
    while let Some((at, c)) = chars.next() {
        let c = match c {
            '"' => return Ok((bytes, at + 1)),
            '\\' => match chars.next().map(|(_, c)| c) {
                Some('n') => '\n',
                Some('r') => '\r',
                Some('t') => '\t',
                Some('0') => '\0',
                Some('x') => {
                    let digits = text.get(at + 2..at + 4).unwrap_or("");
                    let byte = u8::from_str_radix(digits, 16);
                    bytes.push(byte.map_err(|_| format!("`\\x{digits}` is no byte"))?);
                    chars.nth(1);
                    continue;
                }
                Some('u') => {
                    let digits = text[at..].split(['{', '}']).nth(1).unwrap_or("");
                    let code = u32::from_str_radix(digits, 16)
                        .ok()
                        .and_then(char::from_u32);
                    chars.nth(digits.len() + 1);
                    code.ok_or_else(|| format!("`\\u{{{digits}}}` is no character"))?
                }
                Some(c) => c,
                None => break,
            },
            c => c,
        };
        bytes.extend(c.encode_utf8(&mut utf8).bytes());
    }
    Err("a string without an end".into())
}
