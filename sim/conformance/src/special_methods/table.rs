//! The tables: what programs do with values, and what special methods return.

use std::borrow::Cow;

/// What is done with the value that a combination makes: statements, and an expression whose
/// value is printed. In both the value is `x`.
#[derive(Clone, Debug)]
pub struct Consumer {
    /// Lines of Python.
    pub statements: Vec<&'static str>,
    /// An expression.
    pub value: Cow<'static, str>,
}

/// Consumers that ask values of the same kinds for the same methods.
#[derive(Clone, Debug, Default)]
pub struct Section {
    /// What the values are.
    pub bases: Vec<Base>,
    /// The methods, one of which a value has.
    pub methods: Vec<&'static str>,
    /// Definitions that the value's class has beside the method.
    pub companions: Vec<&'static str>,
    /// Results that are left out.
    without: Vec<&'static str>,
    /// What is done.
    pub consumers: Vec<Consumer>,
}

/// What a consumer gets.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Base {
    /// An instance of a class with the method; the class has this base.
    Instance(&'static str),
    /// The class itself.
    Class(&'static str),
    /// A class whose metaclass has the method.
    Type,
    /// An instance of a class where the name is not that of a method, but of the result.
    Value,
    /// The result itself.
    Itself,
}

impl Base {
    fn parse(name: &'static str) -> Base {
        match name {
            "itself" => Base::Itself,
            "value" => Base::Value,
            "type" => Base::Type,
            "class" => Base::Class("object"),
            _ => match name.strip_prefix("class_") {
                Some(base) => Base::Class(base),
                None => Base::Instance(name),
            },
        }
    }
}

/// Calls of a method of a builtin class: with any self, and of an instance with one argument
/// and with two.
fn calls(class: &str, instance: &str, method: &str) -> [Consumer; 3] {
    let calls = [
        format!("{class}.{method}(x)"),
        format!("{instance}.{method}(x)"),
        format!("{instance}.{method}(x, x)"),
    ];
    calls.map(|call| Consumer {
        statements: vec![],
        value: call.into(),
    })
}

/// The files with consumers.
const FILES: [&str; 8] = [
    include_str!("consumers/containers.txt"),
    include_str!("consumers/control.txt"),
    include_str!("consumers/integers.txt"),
    include_str!("consumers/library.txt"),
    include_str!("consumers/methods.txt"),
    include_str!("consumers/numbers.txt"),
    include_str!("consumers/objects.txt"),
    include_str!("consumers/text.txt"),
];

/// The results, one on a line.
const RESULTS: &str = include_str!("results.txt");

/// Lines that are not empty and no comments.
pub fn lines(file: &'static str) -> impl Iterator<Item = &'static str> {
    let lines = file.lines();
    lines.filter(|line| !line.is_empty() && !line.starts_with("# "))
}

/// All sections.
pub fn sections() -> Vec<Section> {
    FILES.into_iter().flat_map(sections_of).collect()
}

fn sections_of(file: &'static str) -> Vec<Section> {
    let mut sections: Vec<Section> = vec![];
    let mut statements = vec![];
    for line in lines(file) {
        let words = |text: &'static str| text.split_whitespace().collect::<Vec<_>>();
        if let Some(head) = line.strip_prefix("== ") {
            let (bases, methods) = head.split_once(": ").expect("bases: methods");
            sections.push(Section {
                bases: words(bases).into_iter().map(Base::parse).collect(),
                methods: words(methods),
                ..Section::default()
            });
            continue;
        }
        let section = sections.last_mut().expect("a section begins with ==");
        if let Some(definition) = line.strip_prefix("++ ") {
            section.companions.push(definition);
        } else if let Some(results) = line.strip_prefix("-- ") {
            section.without.extend(words(results));
        } else if let Some(statement) = line.strip_prefix("| ") {
            statements.push(statement);
        } else if let Some(methods) = line.strip_prefix(":: ") {
            let (value, methods) = methods.rsplit_once(": ").expect("value: methods");
            let (class, instance) = value.split_once(' ').expect("a class and an instance");
            let methods = methods.split_whitespace();
            section
                .consumers
                .extend(methods.flat_map(|method| calls(class, instance, method)));
        } else {
            let statements = std::mem::take(&mut statements);
            section.consumers.push(Consumer {
                statements,
                value: line.into(),
            });
        }
    }
    sections
}

impl Section {
    /// Pairs of a method and a result; those whose results are alike stand together.
    pub fn answers(&self) -> Vec<(&'static str, &'static str)> {
        let results = lines(RESULTS).filter(|result| !self.without.contains(result));
        results
            .flat_map(|result| self.methods.iter().map(move |method| (*method, result)))
            .collect()
    }
}
