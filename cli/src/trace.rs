//! The file of `pyxl run --trace`: one line per executed instruction.

use anyhow::Context;
use pyxl_isa::disasm::{instruction, Names};
use pyxl_isa::Image;
use pyxl_sim::Retire;
use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::Path;

/// A trace being written.
pub struct Trace<'a> {
    image: &'a Image,
    out: BufWriter<File>,
}

impl<'a> Trace<'a> {
    /// Creates the file.
    pub fn create(path: &Path, image: &'a Image) -> anyhow::Result<Trace<'a>> {
        let file =
            File::create(path).with_context(|| format!("cannot write {}", path.display()))?;
        let out = BufWriter::new(file);
        Ok(Trace { image, out })
    }

    /// Adds an instruction.
    pub fn record(&mut self, retire: &Retire) -> anyhow::Result<()> {
        writeln!(self.out, "{}", line(self.image, retire)).context("cannot write the trace")
    }

    /// Writes what is buffered.
    pub fn finish(mut self) -> anyhow::Result<()> {
        self.out.flush().context("cannot write the trace")
    }
}

/// `    1234  0105  add     $3, $1, -7                [40] = INT 5`
fn line(image: &Image, retire: &Retire) -> String {
    let word = image.code.get(usize::from(retire.pc)).copied();
    let text = instruction(word.unwrap_or_default(), retire.pc, &Names::default());
    let result = match retire {
        Retire { trap: true, .. } => "trap".to_string(),
        Retire {
            we: true,
            dst,
            value,
            ..
        } => format!("[{dst}] = {value}"),
        _ => String::new(),
    };
    let line = format!(
        "{:>8}  {:04x}  {text:<32}  {result}",
        retire.cycle, retire.pc
    );
    line.trim_end().to_string()
}
