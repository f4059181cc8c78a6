//! What `pyxl build --emit` prints: the IR of the program's own functions after a pass.

use crate::front::program::Program;
use crate::ir::text::{print, Names};
use crate::ir::{ClassNo, FuncId, Function, Global};
use crate::passes::{Pass, PASSES};
use crate::reach::Needed;
use std::str::FromStr;

/// What to print: `ir`, or `ir=PASS`.
#[derive(Clone, Copy, Debug)]
pub struct Emit {
    /// The name of the pass after which the IR is printed.
    pass: &'static str,
}

impl Emit {
    /// The legal texts, and what each is.
    pub fn choices() -> impl Iterator<Item = (String, &'static str)> {
        PASSES
            .iter()
            .map(|pass| (format!("ir={}", pass.name), pass.about))
    }
}

impl FromStr for Emit {
    type Err = String;

    fn from_str(text: &str) -> Result<Emit, String> {
        let (what, pass) = text.split_once('=').unwrap_or((text, PASSES[0].name));
        let pass = PASSES.iter().find(|known| known.name == pass);
        match pass.filter(|_| what == "ir") {
            Some(pass) => Ok(Emit { pass: pass.name }),
            None => {
                let choices =
                    Emit::choices().map(|(choice, about)| format!("\n  {choice}: {about}"));
                let choices: String = choices.collect();
                Err(format!(
                    "there is no `{text}`; one of:\n  ir: the same as ir={}{choices}",
                    PASSES[0].name
                ))
            }
        }
    }
}

/// Collects what is printed.
pub struct Listing<'p, 'a> {
    program: &'p Program<'a>,
    emit: Option<Emit>,
    /// The texts of the functions so far.
    texts: Vec<(FuncId, String)>,
}

impl<'p, 'a> Listing<'p, 'a> {
    /// Collects what `emit` asks for.
    pub fn new(program: &'p Program<'a>, emit: Option<Emit>) -> Listing<'p, 'a> {
        Listing {
            program,
            emit,
            texts: vec![],
        }
    }

    /// A pass has run on a function.
    pub fn see(&mut self, pass: &Pass, id: FuncId, function: &Function) {
        let asked = self.emit.is_some_and(|emit| emit.pass == pass.name);
        if asked && !self.program.function(id).runtime {
            let title = format!("f{}:{}", id.0, self.program.function(id).qualname);
            self.texts.push((id, print(&title, function, self.program)));
        }
    }

    /// The functions that are part of the image.
    pub fn text(self, needed: &Needed) -> String {
        let mut texts = self.texts;
        texts.retain(|(id, _)| needed.has_function(*id));
        let texts: Vec<String> = texts.into_iter().map(|(_, text)| text).collect();
        texts.join("\n")
    }
}

impl Names for Program<'_> {
    fn global(&self, global: Global) -> String {
        self.info(global).name.to_string()
    }

    fn function(&self, id: FuncId) -> String {
        Program::function(self, id).qualname.to_string()
    }

    fn class(&self, class: ClassNo) -> String {
        self.runtime.class(class).name.to_string()
    }
}
