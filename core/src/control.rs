//! Decoding: the control word of each opcode, derived from the instruction table.
//!
//! What a row of the table says is taken from it; `execution` adds what only hardware
//! knows. The ROM block's Verilog is generated from both.

use pyxl_hdl_macros::Block;
use pyxl_isa as isa;
use pyxl_isa::{Checks, Format, Opcode, Unit, ROWS};
use rust_hdl::prelude::*;

/// How an instruction changes the program flow in decode.
#[derive(Clone, Copy, Debug, PartialEq, Eq, LogicState)]
pub enum Flow {
    Next,
    Branch,
    Jump,
    /// Jump that enters a function in the present frame.
    Enter,
    /// Call whose target is in the instruction.
    Call,
    /// Call whose target is known in execute.
    CallValue,
    Return,
    /// Boot: the frame pointer is set.
    SetFp,
}

/// Bitwise operation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, LogicState)]
pub enum Bitwise {
    And,
    Or,
    Xor,
    Spare,
}

/// Comparison; `!=`, `>`, `>=` are these inverted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, LogicState)]
pub enum Condition {
    Equal,
    Less,
    LessEqual,
    Same,
    Truth,
    /// `a + 1 < b`
    Up,
    /// `a - 1 > b`
    Down,
    /// Carry of the unsigned sum, borrow of the unsigned difference.
    Carry,
}

/// Source of the result in execute.
#[derive(Clone, Copy, Debug, PartialEq, Eq, LogicState)]
pub enum Output {
    Sum,
    Bitwise,
    Shift,
    Condition,
    A,
    B,
    /// Registered result of a multi-cycle unit.
    Unit,
    Misc,
}

/// Source of [`Output::Misc`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, LogicState)]
pub enum Misc {
    Pc,
    Cycle,
    Pin,
    Tag,
    Retag,
    /// a ± 1
    Step,
    FramePointer,
    Depth,
    LeadingZeros,
    Input,
    Spare10,
    Spare11,
    Spare12,
    Spare13,
    Spare14,
    Spare15,
}

/// Multi-cycle units.
#[derive(Clone, Copy, Debug, PartialEq, Eq, LogicState)]
pub enum LongUnit {
    None,
    Multiply,
    Divide,
    /// Heap word.
    Load,
    /// Word of the frame store, by address.
    LoadFrame,
    /// Field of a return link.
    LoadLink,
    Spare6,
    Spare7,
}

/// What an instruction waits for in execute.
#[derive(Clone, Copy, Debug, PartialEq, Eq, LogicState)]
pub enum Wait {
    Nothing,
    PinHigh,
    PinLow,
    Console,
    Input,
    Spare5,
    Spare6,
    Spare7,
}

/// Side effects, all in the memory stage.
#[derive(Clone, Copy, Debug, PartialEq, Eq, LogicState)]
pub enum Effect {
    None,
    PinValue,
    PinDirection,
    Stdout,
    Stderr,
    Store,
    Halt,
    /// A field of the pending link.
    Pending,
    /// The pending link goes onto the control stack.
    Unwind,
    /// The byte of input is taken.
    Input,
    Spare10,
    Spare11,
    Spare12,
    Spare13,
    Spare14,
    Spare15,
}

/// What the decoder knows of an opcode.
#[derive(Clone, Copy, Debug, PartialEq, Default, LogicStruct)]
pub struct Control {
    pub flow: Flow,
    /// Field `b` may name a slot.
    pub b_slot: Bit,
    /// Operand b is the static of the long field `a:b`.
    pub b_static: Bit,
    /// Operand b is the 18-bit immediate of `a:b`.
    pub b_immediate: Bit,
    /// The address is operand b plus the field `dst` (stores).
    pub offset: Bit,
    /// The destination is a's slot (windows, loop counters).
    pub dst_is_a: Bit,
    /// The destination is the sum of operand b and `dst`, known in execute.
    pub frame_store: Bit,
    /// The destination is the static of the long field `dst:b`.
    pub dst_is_static: Bit,
    /// The result goes to the destination.
    pub writes: Bit,
    /// Kind of the trap's return link.
    pub link: Bits<2>,
    /// Trap unless a is a number.
    pub a_number: Bit,
    /// Trap unless b is a number.
    pub b_number: Bit,
    /// Trap if a is unbound.
    pub a_bound: Bit,
    /// Trap if b is unbound.
    pub b_bound: Bit,
    /// Trap unless a is a number or a singleton.
    pub a_truth: Bit,
    /// Trap unless a is a function.
    pub a_function: Bit,
    /// Trap always: no hardware.
    pub always: Bit,
    /// Trap if the adder overflows.
    pub overflow: Bit,
    /// The adder subtracts.
    pub subtract: Bit,
    pub bitwise: Bitwise,
    /// Trap on a shift count outside of 0 … 31.
    pub shift: Bit,
    /// The shifter shifts left (and may overflow).
    pub left: Bit,
    /// Multiplier and shifter work on payloads, whatever the tags, modulo 2^32.
    pub raw: Bit,
    pub condition: Condition,
    /// The comparison is the condition's opposite.
    pub invert: Bit,
    /// The comparison's result is an INT.
    pub int_result: Bit,
    /// The branch is taken if the comparison is false.
    pub on_false: Bit,
    pub output: Output,
    pub misc: Misc,
    pub unit: LongUnit,
    /// The unit's second result: the remainder, the upper half of the unsigned product.
    pub second: Bit,
    /// The callee was predicted: redirect only if it is another.
    pub predicted: Bit,
    pub wait: Wait,
    pub effect: Effect,
}

/// The control word of `op`; `None` is an opcode that is not in the table.
pub fn control(op: Option<Opcode>) -> Control {
    let Some(op) = op else {
        return Control {
            always: true,
            ..Default::default()
        };
    };
    let row = op.row();
    let (format, checks) = (row.format, row.checks);
    let mut c = Control {
        flow: match row.flow {
            isa::Flow::Next => Flow::Next,
            isa::Flow::Branch | isa::Flow::Count => Flow::Branch,
            isa::Flow::Jump => Flow::Jump,
            isa::Flow::Enter => Flow::Enter,
            isa::Flow::Call => Flow::Call,
            isa::Flow::CallValue => Flow::CallValue,
            isa::Flow::Return => Flow::Return,
        },
        b_slot: format.reads_b(),
        b_static: format == Format::LoadStatic,
        b_immediate: format == Format::Immediate,
        offset: matches!(format, Format::Store | Format::StoreFrame),
        dst_is_a: format.destination() == isa::Destination::A,
        dst_is_static: format.destination() == isa::Destination::Static,
        frame_store: format.destination() == isa::Destination::Address,
        writes: format.writes(),
        link: (row.link as u64).into(),
        a_number: checks.has(Checks::A_NUMBER),
        b_number: checks.has(Checks::B_NUMBER),
        a_bound: checks.has(Checks::A_BOUND),
        b_bound: checks.has(Checks::B_BOUND),
        a_truth: checks.has(Checks::A_TRUTH),
        a_function: checks.has(Checks::A_FUNCTION),
        always: checks.has(Checks::ALWAYS),
        // The other units find their overflow themselves.
        overflow: checks.has(Checks::OVERFLOW) && row.unit == Unit::Adder,
        shift: checks.has(Checks::SHIFT_COUNT),
        raw: row.is_raw() && matches!(row.unit, Unit::Multiplier | Unit::Shifter),
        // Also of a branch without hardware: it is executed again with its handler's truth value.
        on_false: !row.sense,
        ..Default::default()
    };
    if row.unit != Unit::Software {
        execution(row.base, &mut c);
    }
    c
}

/// Fills in which part of the execute stage computes, and what else happens. Variants of a row
/// do the same as their base.
fn execution(base: Opcode, c: &mut Control) {
    use Opcode::*;
    match base {
        Nop | Jmp | Tjmp | Call => {}
        Setfp => c.flow = Flow::SetFp,
        Callp => c.predicted = true,
        Calld => c.misc(Misc::Pc),
        Ret | Mov | Movr | Lds | Ldi => c.output = Output::B,
        Sts | Stf => c.output = Output::A,
        Halt => c.effect(Effect::Halt, Output::B),
        St => c.effect(Effect::Store, Output::A),
        Stl => c.effect(Effect::Pending, Output::A),
        Out => c.effect(Effect::PinValue, Output::A),
        Dir => c.effect(Effect::PinDirection, Output::A),
        Unwind => c.effect = Effect::Unwind,

        Add | Radd => c.output = Output::Sum,
        Sub | Rsub => {
            c.output = Output::Sum;
            c.subtract = true;
        }
        And => c.bitwise(Bitwise::And),
        Or => c.bitwise(Bitwise::Or),
        Xor => c.bitwise(Bitwise::Xor),
        Shl | Rshl | Shr | Rshr => {
            c.output = Output::Shift;
            c.left = matches!(base, Shl | Rshl);
        }
        Eq => c.compare(Condition::Equal, false),
        Ne => c.compare(Condition::Equal, true),
        Lt => c.compare(Condition::Less, false),
        Ge => c.compare(Condition::Less, true),
        Le => c.compare(Condition::LessEqual, false),
        Gt => c.compare(Condition::LessEqual, true),
        Is => c.compare(Condition::Same, false),
        Isnt => c.compare(Condition::Same, true),
        Truth => c.compare(Condition::Truth, false),
        Not => c.compare(Condition::Truth, true),
        Rltu => c.compare(Condition::Carry, false),
        Radc => {
            c.compare(Condition::Carry, false);
            c.subtract = false;
            c.int_result = true;
        }
        Forup | Fordn => {
            c.condition = if base == Forup {
                Condition::Up
            } else {
                Condition::Down
            };
            c.subtract = base == Fordn;
            c.misc(Misc::Step);
        }

        Mul | Rmul => c.unit(LongUnit::Multiply, false),
        Rmulh => c.unit(LongUnit::Multiply, true),
        Div => c.unit(LongUnit::Divide, false),
        Mod => c.unit(LongUnit::Divide, true),
        Ld => c.unit(LongUnit::Load, false),
        Ldf => c.unit(LongUnit::LoadFrame, false),
        Ldl => c.unit(LongUnit::LoadLink, false),

        Inp => c.misc(Misc::Pin),
        Cyc => c.misc(Misc::Cycle),
        Tag => c.misc(Misc::Tag),
        Retag => c.misc(Misc::Retag),
        Rclz => c.misc(Misc::LeadingZeros),
        Fp => c.misc(Misc::FramePointer),
        Depth => c.misc(Misc::Depth),
        Wait0 => c.wait = Wait::PinHigh,
        Wait1 => c.wait = Wait::PinLow,
        Putc | Pute => {
            c.wait = Wait::Console;
            let stdout = base == Putc;
            let effect = if stdout {
                Effect::Stdout
            } else {
                Effect::Stderr
            };
            c.effect(effect, Output::B);
        }
        Getc => {
            c.wait = Wait::Input;
            c.effect = Effect::Input;
            c.misc(Misc::Input);
        }
        _ => unreachable!("{base:?} has a hardware unit in the table, but no semantics here"),
    }
}

impl Control {
    fn misc(&mut self, misc: Misc) {
        self.output = Output::Misc;
        self.misc = misc;
    }

    fn bitwise(&mut self, bitwise: Bitwise) {
        self.output = Output::Bitwise;
        self.bitwise = bitwise;
    }

    /// A comparison: the condition, or its opposite.
    fn compare(&mut self, condition: Condition, invert: bool) {
        self.output = Output::Condition;
        self.condition = condition;
        self.invert = invert;
        self.subtract = true;
    }

    /// A result of a multi-cycle unit: its first, or its second.
    fn unit(&mut self, unit: LongUnit, second: bool) {
        self.output = Output::Unit;
        self.unit = unit;
        self.second = second;
    }

    /// A side effect of the value `output`.
    fn effect(&mut self, effect: Effect, output: Output) {
        self.effect = effect;
        self.output = output;
    }
}

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

    /// Decode takes the program flow from bits of the opcode (see `prediction.rs`).
    #[test]
    fn opcode_bits_tell_the_flow() {
        for row in ROWS {
            let code = row.op as u8;
            let flow = match (code >> 6, code & 7) {
                (0 | 1, _) => None,
                (2, 0) => Some(Flow::Jump),
                (2, 1) => Some(Flow::Enter),
                (2, 2 | 3) => Some(Flow::Call),
                (2, 4) => Some(Flow::Return),
                (2, 6) => Some(Flow::CallValue),
                (3, _) => Some(Flow::Branch),
                _ => panic!("{:?} has an opcode that decode cannot classify", row.op),
            };
            let expected = control(Some(row.op)).flow;
            assert_eq!(flow.unwrap_or(expected), expected, "{:?}", row.op);
            let counts = flow == Some(Flow::Branch) && code & 12 == 12;
            assert_eq!(counts, row.flow == isa::Flow::Count, "{:?}", row.op);
            assert!(
                flow.is_some() || matches!(expected, Flow::Next | Flow::SetFp),
                "{:?}",
                row.op
            );
        }
    }
}
