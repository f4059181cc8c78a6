//! The decode ROM and its Verilog.

use pyxl_hdl_macros::Block;
use pyxl_isa::{Opcode, ROWS};
use rust_hdl::prelude::*;

use super::{control, Control};

/// The fields of a control word that are not zero, for the reader of the Verilog; those of
/// `None` are what a zero means: `flow=Next`.
fn fields(word: Option<Control>) -> String {
    let digits = word.map_or(String::new(), |word| format!("{:x}", word.verilog()));
    let digits = digits.rsplit('h').next().unwrap_or_default();
    let mut bits = u128::from_str_radix(digits, 16).unwrap_or_default();
    let TypeKind::Composite(fields) = Control::descriptor().kind else {
        return String::new();
    };
    let mut text = String::new();
    for field in fields {
        let (name, variants) = (&field.fieldname, field.kind.kind);
        let width = match &variants {
            TypeKind::Enum(variants) => clog2(variants.len()),
            TypeKind::Bits(width) => *width,
            TypeKind::Signed(_) | TypeKind::Composite(_) => continue,
        };
        let value = bits & ((1 << width) - 1);
        bits >>= width;
        match variants {
            TypeKind::Enum(variants) if (value == 0) == word.is_none() => {
                let variant = variants[value as usize].rsplit("::").next();
                text += &format!(" {name}={}", variant.unwrap_or_default());
            }
            TypeKind::Bits(1) if value == 1 => text += &format!(" {name}"),
            TypeKind::Bits(_) if value > 1 => text += &format!(" {name}={value}"),
            _ => {}
        }
    }
    text
}

/// The decode ROM: opcode in, control word out; combinational.
#[derive(Block, Default)]
pub struct DecodeRom {
    pub opcode: Signal<In, Bits<8>>,
    pub control: Signal<Out, Control>,
    _rom: Rom,
}

/// The control word of each opcode.
struct Rom(Vec<Control>);

impl Default for Rom {
    fn default() -> Self {
        let word = |code| control(Opcode::from_code(code));
        Self((0..=255).map(word).collect())
    }
}

impl Logic for DecodeRom {
    fn update(&mut self) {
        self.control.next = self._rom.0[self.opcode.val().index()];
    }
    fn connect(&mut self) {
        self.control.connect();
    }
    fn hdl(&self) -> Verilog {
        let literal = |c: Control| c.verilog().to_string();
        let rows: String = ROWS
            .iter()
            .map(|r| {
                let word = control(Some(r.op));
                format!(
                    "    8'h{:02x}: control = {}; // {}:{}\n",
                    r.op as u8,
                    literal(word),
                    r.mnemonic,
                    fields(Some(word))
                )
            })
            .collect();
        Verilog::Custom(format!(
            "// Beside a word stand its fields that are not 0; a 0 is:{}.\n\
            always @(*) case (opcode)\n{rows}    default: control = {};\nendcase",
            fields(None),
            literal(control(None))
        ))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_verilog_says_what_a_control_word_sets() {
        let mul = fields(Some(control(Some(Opcode::Mul))));
        let expected = " b_slot writes a_number b_number output=Unit unit=Multiply";
        assert_eq!(mul, expected);
        assert!(fields(None).contains(" output=Sum "), "{}", fields(None));
        let Verilog::Custom(text) = DecodeRom::default().hdl() else {
            panic!("no hand-written Verilog")
        };
        assert!(text.contains(&format!("; // mul:{mul}\n")), "{text}");
    }
}
