//! The text of programs.

use super::table::{Base, Consumer, Section};

/// One thing to try.
#[derive(Clone, Copy, Debug)]
pub struct Combination<'t> {
    /// Where the consumer is from.
    pub section: &'t Section,
    /// What the value is.
    pub base: Base,
    /// What is done with it.
    pub consumer: &'t Consumer,
    /// The method that it has.
    pub method: &'static str,
    /// What the method returns.
    pub result: &'static str,
}

/// Names that results use, with their definitions.
const HELPERS: [(&str, &str); 10] = [
    ("Int(", "class Int(int): pass"),
    ("Float(", "class Float(float): pass"),
    ("Str(", "class Str(str): pass"),
    ("Bytes(", "class Bytes(bytes): pass"),
    ("Tuple(", "class Tuple(tuple): pass"),
    ("List(", "class List(list): pass"),
    ("Dict(", "class Dict(dict): pass"),
    ("Plain", "class Plain: pass"),
    ("fail(", "def fail(error): raise error"),
    ("numbers(", "def numbers(): yield 1"),
];

/// The method's answer, but not for ever: what is asked for items would never end.
const GIVE: &str = "\
def give(self):
    global left
    left -= 1
    if left < 0: raise IndexError('enough')
    return result(self)
";

/// Tries a combination and prints its number and what came of it.
const ATTEMPT: &str = "\
def attempt(number, make, consume, answer):
    global result, left
    result = answer
    left = 9
    try:
        y = consume(make())
        print(number, type(y).__name__, repr(y))
    except BaseException as error:
        try: print(number, 'raises', type(error).__name__, error)
        except BaseException as error: print(number, 'raises', type(error).__name__, error)
";

/// A program that tries combinations of the same section and base, one after the other.
pub fn program(combinations: &[Combination]) -> String {
    let mut methods = vec![];
    let mut consumers: Vec<*const Consumer> = vec![];
    let mut makers = String::new();
    let mut attempts = String::new();
    for (number, one) in combinations.iter().enumerate() {
        let make = place(&mut methods, one.method).unwrap_or_else(|new| {
            makers += &format!("def make{new}():\n");
            makers += &indented(&one.making("result(None)", &["return give(self)"]));
            makers += "    return x\n";
            new
        });
        let consume =
            place(&mut consumers, one.consumer as *const Consumer).unwrap_or_else(|new| {
                makers += &one.consumer.function(&format!("consume{new}"));
                new
            });
        let result = one.result;
        attempts +=
            &format!("attempt({number}, make{make}, consume{consume}, lambda self: {result})\n");
    }
    with_helpers(makers + GIVE + ATTEMPT + &attempts)
}

/// The index of what is in a list, or as an error that of what was not and is now.
fn place<T: PartialEq>(list: &mut Vec<T>, item: T) -> Result<usize, usize> {
    match list.iter().position(|other| *other == item) {
        Some(at) => Ok(at),
        None => {
            list.push(item);
            Err(list.len() - 1)
        }
    }
}

impl Combination<'_> {
    /// What it consists of, for people to read: base, method, consumer, result.
    pub fn names(&self) -> [String; 4] {
        let base = match self.base {
            Base::Instance(base) => base.into(),
            Base::Class(base) => format!("class {base}"),
            Base::Type => "type".into(),
            Base::Value => "value".into(),
            Base::Itself => "itself".into(),
        };
        let mut consumer = self.consumer.statements.join("; ");
        if !consumer.is_empty() {
            consumer += "; ";
        }
        consumer += &self.consumer.value;
        [base, self.method.into(), consumer, self.result.into()]
    }

    /// A program that tries this alone, with as little else as can be.
    pub fn alone(&self) -> String {
        let answer = format!("return {}", self.result);
        // What can be asked for items for ever.
        let endless = [
            "__next__",
            "__getitem__",
            "__anext__",
            "__gt__",
            "__bool__",
            "__len__",
        ];
        let (first, body) = match endless.contains(&self.method) {
            true => (
                "left = 9\n",
                vec![
                    "global left",
                    "left -= 1",
                    "if left < 0: raise IndexError('enough')",
                    &answer,
                ],
            ),
            false => ("", vec![&*answer]),
        };
        let mut text = String::from(first);
        text += &self.making(&self.result.replace("self", "None"), &body);
        if self.consumer.statements.is_empty() {
            text += &format!("print(repr({}))\n", self.consumer.value);
        } else {
            text += &self.consumer.function("consume");
            text += "print(repr(consume(x)))\n";
        }
        with_helpers(text)
    }

    /// Statements that make `x`: from an expression for the result, or with a method that
    /// has this body.
    fn making(&self, result: &str, body: &[&str]) -> String {
        if self.base == Base::Itself {
            return format!("x = {result}\n");
        }
        let companions = self.section.companions.iter();
        let companions: String = companions.map(|line| format!("    {line}\n")).collect();
        let mut member = format!("    def {}(self, *args, **kwargs):\n", self.method);
        for line in body {
            member += &format!("        {line}\n");
        }
        let class = |name: &str, base: &str| format!("class {name}({base}):\n{companions}{member}");
        match self.base {
            Base::Instance(base) => {
                format!("{}x = X({})\n", class("X", base), argument(base))
            }
            Base::Class(base) => class("X", base) + "x = X\n",
            Base::Type => class("M", "type") + "class X(metaclass=M): pass\nx = X\n",
            _ => format!(
                "class X:\n{companions}    {} = {result}\nx = X()\n",
                self.method
            ),
        }
    }
}

impl Consumer {
    /// A function that does it.
    fn function(&self, name: &str) -> String {
        let mut text = format!("def {name}(x):\n");
        for line in &self.statements {
            text += &format!("    {line}\n");
        }
        text + &format!("    return {}\n", self.value)
    }
}

/// What an instance of a builtin class is made from.
fn argument(base: &str) -> &'static str {
    match base {
        "int" => "3",
        "float" => "1.5",
        "complex" => "1j",
        "str" => "'ab'",
        "bytes" | "bytearray" => "b'ab'",
        "list" => "[1, 2]",
        "tuple" => "(1, 2)",
        "dict" => "{1: 2}",
        "set" | "frozenset" => "{1, 2}",
        "Exception" => "'e'",
        _ => "",
    }
}

fn indented(text: &str) -> String {
    text.lines().map(|line| format!("    {line}\n")).collect()
}

/// A program after the definitions that it needs.
fn with_helpers(text: String) -> String {
    let needed = HELPERS.iter().filter(|(use_, _)| text.contains(use_));
    let helpers: String = needed.map(|(_, line)| format!("{line}\n")).collect();
    helpers + &text
}
