//! From a row of the instruction table to a control word.

use pyxl_isa as isa;
use pyxl_isa::{Checks, Format, Opcode, Unit};

use super::{Bitwise, Condition, Control, Effect, Flow, LongUnit, Misc, Output, Wait};

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
            isa::ControlFlow::Next => Flow::Next,
            isa::ControlFlow::Branch | isa::ControlFlow::Count => Flow::Branch,
            isa::ControlFlow::Jump => Flow::Jump,
            isa::ControlFlow::Enter => Flow::Enter,
            isa::ControlFlow::Call => Flow::Call,
            isa::ControlFlow::CallValue => Flow::CallValue,
            isa::ControlFlow::Return => Flow::Return,
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
    if row.unit != Unit::Software && !execution(row.base, &mut c) {
        c.always = true;
    }
    c
}

/// Fills in which part of the execute stage computes, and what else happens; false if there is
/// no hardware for it. Variants of a row do the same as their base.
fn execution(base: Opcode, c: &mut Control) -> bool {
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
        _ => return false,
    }
    true
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

#[cfg(test)]
mod tests {
    use super::*;
    use isa::ROWS;

    #[test]
    fn each_row_with_a_unit_is_executed() {
        let meaning = |row: &&isa::Row| !execution(row.base, &mut Control::default());
        let rows = ROWS.iter().filter(|row| row.unit != Unit::Software);
        let missing: Vec<_> = rows.filter(meaning).map(|row| row.mnemonic).collect();
        assert!(
            missing.is_empty(),
            "a unit in the table, but no arm in `execution`: {missing:?}"
        );
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
            assert_eq!(counts, row.flow == isa::ControlFlow::Count, "{:?}", row.op);
            assert!(
                flow.is_some() || matches!(expected, Flow::Next | Flow::SetFp),
                "{:?}",
                row.op
            );
        }
    }
}
