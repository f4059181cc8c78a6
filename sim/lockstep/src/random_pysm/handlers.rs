//! Trap handlers of random programs: `f(a, b)` in PySM, each of which ends.
//!
//! A handler may trap itself, but only to the simple ones, which never do.

use super::code::{copy, fixed, frame, insn, literal, load, ret, Block};
use super::program::{statics, OUTPUTS, WIRED};
use pyxl_isa::{Descriptor, Insn, LinkField, LinkKind, Opcode, Operand, Tag};
use Opcode::*;

/// Number of handlers that never trap.
const SIMPLE: usize = 7;
/// Number of handlers for values: the simple ones, and those that may trap.
const VALUES: usize = SIMPLE + 3;
const RETURN: usize = VALUES;
const WAIT: usize = VALUES + 1;
const STACK: usize = VALUES + 2;
const FIRST_BRANCH: usize = VALUES + 3;

/// What the handlers of branches compute.
const COMPARISONS: [Opcode; 7] = [Eq, Ne, Lt, Le, Gt, Ge, Is];

/// All handlers, in the order of [`choose`]'s numbers.
pub fn all() -> Vec<Block> {
    let (a, b) = (Operand::Slot(frame(1)), Operand::Slot(frame(2)));
    let slot = Operand::Slot;
    let op = |op, dst, x, y| insn(op, frame(dst), frame(x), y);
    let store = Insn::new(St)
        .with_a(frame(1))
        .with_b(b)
        .with_displacement(7);
    let mut code = vec![
        vec![op(Opcode::Tag, 3, 1, b), ret(slot(frame(3)))],
        vec![
            op(Retag, 3, 1, literal(Tag::Int as i16)),
            ret(slot(frame(3))),
        ],
        vec![ret(literal(-7))],
        vec![
            store,
            op(Ld, 3, 2, literal(7)),
            op(Opcode::Tag, 3, 3, b),
            ret(slot(frame(3))),
        ],
        vec![Insn::new(Cyc).to(frame(3)), ret(slot(frame(3)))],
        // The word at the link's destination, and one put there.
        [
            destination(),
            vec![
                op(Ldf, 4, 3, literal(0)),
                op(Opcode::Tag, 3, 4, b),
                ret(slot(frame(3))),
            ],
        ]
        .concat(),
        [
            destination(),
            vec![
                Insn::new(Stf).with_a(frame(2)).with_b(slot(frame(3))),
                op(Rltu, 3, 1, b),
                ret(slot(frame(3))),
            ],
        ]
        .concat(),
        vec![
            copy(frame(3), frame(2)),
            ret(slot(frame(3))),
            ret(literal(1)),
        ],
        vec![op(Add, 3, 1, b), ret(slot(frame(3))), ret(literal(2))],
        vec![
            op(Mul, 3, 1, b),
            op(Shl, 4, 3, a),
            Insn::new(Fjlt)
                .with_a(frame(3))
                .with_b(b)
                .with_displacement(2),
            op(Mod, 4, 4, b),
            ret(slot(frame(4))),
            ret(literal(3)),
        ],
        // The return's handler: the value is dropped.
        vec![ret(literal(0))],
        vec![
            load(3, i32::from(OUTPUTS.start + WIRED)),
            copy(fixed(statics::WAIT_PIN), frame(3)),
            ret(literal(0)),
        ],
        vec![
            load(3, 0),
            op(Eq, 3, 3, literal(0)),
            copy(fixed(statics::STOP), frame(3)),
            ret(literal(0)),
        ],
    ];
    for comparison in COMPARISONS {
        code.push(vec![
            op(Retag, 3, 1, literal(Tag::Int as i16)),
            op(Retag, 4, 2, literal(Tag::Int as i16)),
            op(comparison, 3, 3, slot(frame(4))),
            ret(slot(frame(3))),
        ]);
    }
    code.into_iter()
        .map(|code| Block::new(8, 2, Descriptor::RUNTIME, code))
        .collect()
}

/// The address of the link's destination to slot 3.
fn destination() -> Vec<Insn> {
    let dst = literal(LinkField::Dst as i16);
    vec![
        Insn::new(Depth).to(frame(3)),
        insn(Ldl, frame(3), frame(3), dst),
    ]
}

/// The number of the handler that the vector of opcode number `vector` enters, by a
/// random `choice`.
pub fn choose(vector: u8, choice: u8) -> usize {
    let choice = usize::from(choice);
    let Some(op) = Opcode::from_code(vector) else {
        return choice % SIMPLE;
    };
    match op {
        Ret => RETURN,
        Wait0 | Wait1 => WAIT,
        Bstack => STACK,
        _ if op.row().link == LinkKind::Branch => {
            let comparison = match op.row().base {
                In => Lt,
                Truth => Ne,
                base => base,
            };
            let found = COMPARISONS.iter().position(|known| *known == comparison);
            FIRST_BRANCH + found.unwrap_or(0)
        }
        // What the handlers themselves use.
        Add | Mul | Shl | Mod => choice % SIMPLE,
        _ => choice % VALUES,
    }
}
