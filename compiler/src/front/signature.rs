//! A function's parameters, and which argument of a call each of them gets.

use super::scope::mangle;
use ruff_python_ast::{Expr, Parameters};
use std::ops::Range;
use std::rc::Rc;

/// The parameters of a function.
#[derive(Clone, Debug, Default)]
pub struct Signature<'a> {
    /// Names in the order of their slots: positional, keyword-only, `*args`, `**kwargs`.
    pub names: Vec<Rc<str>>,
    /// How many are positional-only.
    pub positional_only: usize,
    /// How many are positional, the positional-only ones included.
    pub positional: usize,
    /// How many are keyword-only.
    pub keyword_only: usize,
    /// It has `*args`.
    pub varargs: bool,
    /// It has `**kwargs`.
    pub kwargs: bool,
    /// Default values of the positional and the keyword-only parameters.
    pub defaults: Vec<Option<&'a Expr>>,
}

/// Where a parameter's value comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Argument {
    /// The positional argument with this number.
    Positional(usize),
    /// The keyword argument with this number.
    Keyword(usize),
    /// The default value.
    Default,
    /// A tuple of these positional arguments.
    Rest(Range<usize>),
    /// A dictionary of these keyword arguments.
    Extra(Vec<usize>),
}

impl<'a> Signature<'a> {
    /// The signature in a `def` statement or a lambda expression; `class` is the one whose
    /// private names are mangled.
    pub fn of(parameters: &'a Parameters, class: Option<&str>) -> Signature<'a> {
        let plain = || parameters.iter_non_variadic_params();
        let variadic = parameters.vararg.iter().chain(&parameters.kwarg);
        let names = plain().map(|param| param.name().as_str());
        let names = names.chain(variadic.map(|param| param.name().as_str()));
        Signature {
            names: names.map(|name| mangle(class, name)).collect(),
            positional_only: parameters.posonlyargs.len(),
            positional: parameters.posonlyargs.len() + parameters.args.len(),
            keyword_only: parameters.kwonlyargs.len(),
            varargs: parameters.vararg.is_some(),
            kwargs: parameters.kwarg.is_some(),
            defaults: plain().map(|param| param.default()).collect(),
        }
    }

    /// One positional parameter.
    pub fn positional(name: &str) -> Signature<'a> {
        Signature {
            names: vec![name.into()],
            positional_only: 1,
            positional: 1,
            defaults: vec![None],
            ..Signature::default()
        }
    }

    /// True if the machine cannot bind the arguments of all correct calls: the function has
    /// an entry of its own for calls that it has to bind.
    pub fn is_irregular(&self) -> bool {
        let defaults = self.defaults.iter().any(Option::is_some);
        defaults || self.keyword_only > 0 || self.varargs || self.kwargs
    }

    /// What each parameter gets in a call with so many positional arguments and these
    /// keywords; `None` if the call is wrong.
    pub fn bind(&self, positional: usize, keywords: &[&str]) -> Option<Vec<Argument>> {
        let plain = self.positional + self.keyword_only;
        if positional > self.positional && !self.varargs {
            return None;
        }
        let mut sources: Vec<Option<Argument>> = vec![None; plain];
        for (number, source) in sources.iter_mut().enumerate().take(self.positional) {
            *source = (number < positional).then_some(Argument::Positional(number));
        }
        let mut extra = vec![];
        for (number, keyword) in keywords.iter().enumerate() {
            let by_keyword = self.positional_only..plain;
            match by_keyword
                .into_iter()
                .find(|at| *self.names[*at] == **keyword)
            {
                Some(at) if sources[at].is_none() => sources[at] = Some(Argument::Keyword(number)),
                None if self.kwargs && !keywords[..number].contains(keyword) => extra.push(number),
                _ => return None,
            }
        }
        let defaults = sources.into_iter().zip(&self.defaults);
        let mut bound: Vec<Argument> = defaults
            .map(|(source, default)| source.or(default.map(|_| Argument::Default)))
            .collect::<Option<_>>()?;
        if self.varargs {
            bound.push(Argument::Rest(self.positional.min(positional)..positional));
        }
        if self.kwargs {
            bound.push(Argument::Extra(extra));
        }
        Some(bound)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ruff_python_ast::Stmt;
    use Argument::*;

    fn bind(parameters: &str, positional: usize, keywords: &[&str]) -> Option<Vec<Argument>> {
        let module = crate::front::parse::parse(&format!("def f({parameters}): pass\n"));
        let module = module.expect("a function");
        let Stmt::FunctionDef(def) = &module.body[0] else {
            panic!("no function");
        };
        Signature::of(&def.parameters, None).bind(positional, keywords)
    }

    #[test]
    fn arguments_go_to_their_parameters() {
        assert_eq!(
            bind("a, b", 2, &[]),
            Some(vec![Positional(0), Positional(1)])
        );
        assert_eq!(
            bind("a, b", 1, &["b"]),
            Some(vec![Positional(0), Keyword(0)])
        );
        assert_eq!(bind("a, b=1", 1, &[]), Some(vec![Positional(0), Default]));
        assert_eq!(
            bind("a, *args, b, **kw", 3, &["c", "b"]),
            Some(vec![Positional(0), Keyword(1), Rest(1..3), Extra(vec![0])])
        );
        assert_eq!(bind("a=1, *args", 0, &[]), Some(vec![Default, Rest(0..0)]));
    }

    #[test]
    fn wrong_calls_are_not_bound() {
        for (parameters, positional, keywords) in [
            ("a", 2, &[][..]),
            ("a", 0, &[]),
            ("a", 1, &["a"]),
            ("a, /", 0, &["a"]),
            ("a", 1, &["b"]),
            ("*, a", 1, &[]),
            ("**kw", 0, &["x", "x"]),
        ] {
            assert_eq!(bind(parameters, positional, keywords), None, "{parameters}");
        }
    }
}
