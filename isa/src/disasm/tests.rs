use super::*;
use crate::asm::assemble;
use crate::config::{BOOT_ENTRY, VECTORS};
use crate::image::{Debug, Function, Image, MachineSize, Position, SourceFile};
use crate::insn::Descriptor;
use crate::layout::descriptor::IRREGULAR;
use crate::layout::string_object;
use crate::table::ROWS;
use crate::word::{Tag, Word};
use proptest::prelude::*;

const WORD: u64 = 0xf_ffff_ffff;

fn operand() -> impl Strategy<Value = Operand> {
    prop_oneof![
        (0u16..512).prop_map(|field| Operand::Slot(Slot::from_field(field))),
        (-256i16..=255).prop_map(Operand::Literal),
    ]
}

/// Any row with any fields, used or not.
fn insn() -> impl Strategy<Value = Insn> {
    (
        0..ROWS.len(),
        any::<bool>(),
        0u16..512,
        0u16..512,
        0u16..512,
    )
        .prop_map(|(row, literal, dst, a, b)| Insn {
            op: ROWS[row].op,
            literal,
            dst,
            a,
            b,
        })
}

fn reassembled(text: &str) -> Image {
    assemble("t.pysm", text).unwrap_or_else(|e| panic!("{e}\n{text}"))
}

#[test]
fn every_format() {
    let text = |word: u64| instruction(word, 0x200, &Names::default());
    let f = Slot::Frame;
    let new = |mnemonic| Insn::new(crate::Opcode::from_mnemonic(mnemonic).unwrap());
    let literal = Operand::Literal(-7);
    for (insn, expected) in [
        (new("nop"), "nop"),
        (
            new("add").to(f(3)).with_a(Slot::Static(1)).with_b(literal),
            "add     $3, @1, -7",
        ),
        (
            new("mov").to(f(3)).with_b(Operand::Slot(f(2))),
            "mov     $3, $2",
        ),
        (new("tag").to(f(3)).with_a(f(2)), "tag     $3, $2"),
        (new("cyc").to(f(3)), "cyc     $3"),
        (new("out").with_a(f(3)).with_b(literal), "out     $3, -7"),
        (new("ret").with_b(Operand::Slot(f(1))), "ret     $1"),
        (
            new("ldi").to(f(3)).with_immediate(-131072),
            "ldi     $3, -131072",
        ),
        (new("lds").to(f(3)).with_immediate(300), "lds     $3, @300"),
        (
            new("sts").with_a(f(3)).with_address(300),
            "sts     $3, @300",
        ),
        (
            new("jlt")
                .with_a(f(3))
                .with_b(literal)
                .with_displacement(-256),
            "jlt     $3, -7, 0x0100",
        ),
        (
            new("jt").with_a(f(3)).with_displacement(255),
            "jt      $3, 0x02ff",
        ),
        (new("jmp").with_address(0xffff), "jmp     0xffff"),
        (
            new("callp").with_a(f(3)).with_entry(0x1002, 7),
            "callp   $3, 0x1002, 7",
        ),
        (
            new("call").with_a(f(3)).with_b(Operand::Literal(2)),
            "call    $3, 2",
        ),
        (
            Insn {
                dst: 511,
                ..new("st").with_a(f(3)).with_b(Operand::Slot(f(4)))
            },
            "st      $3, [$4, 511]",
        ),
        (new("setfp").with_address(16), "setfp   0x0010"),
        (
            Insn {
                dst: 1,
                ..new("nop")
            },
            ".word 0x000040000",
        ),
    ] {
        assert_eq!(text(insn.encode()), expected);
    }
    assert_eq!(text(0xff << 27), ".word 0x7f8000000");
}

#[test]
fn names_are_shown() {
    let names = Names {
        slots: HashMap::from([(1, "n"), (2, ".0")]),
        statics: HashMap::from([(0, "limit")]),
        targets: HashMap::from([(0x210, "<lambda>".into())]),
    };
    let text = |insn: Insn| instruction(insn.encode(), 0x200, &names);
    let jlt = Insn::new(crate::Opcode::Jlt);
    assert_eq!(
        text(
            jlt.with_a(Slot::Frame(1))
                .with_b(Operand::Slot(Slot::Static(0)))
                .with_displacement(16)
        ),
        "jlt     $n, @limit, \"<lambda>\""
    );
    assert_eq!(
        text(Insn::new(crate::Opcode::Cyc).to(Slot::Frame(2))),
        "cyc     $\".0\""
    );
}

#[test]
fn a_listing_shows_the_source() {
    let mut image = reassembled(
        ".static limit = INT 3\n.static s = STR \"hé\"\n.vector add, tjmp boot\n\
         .func boot, 0, 4\nsetfp .statics\nloop: jlt $0, @limit, loop\nhalt 0\n",
    );
    image.debug.files[0].name = "count.py".into();
    assert_eq!(
        listing(&image),
        "\
.static limit = INT 3                           ; @0
.static s = STR 0x1                             ; @1 hé
.heap 0x0000 = RAW 0x0
.heap 0x0001 = \"hé\"
.vector add, tjmp    boot

.func boot, 0, 4                                ; 0100
; count.py:5: setfp .statics
    setfp   0x0002                              ; 0101
; count.py:6: loop: jlt $0, @limit, loop
L0102:
    jlt     $0, @limit, L0102                   ; 0102
; count.py:7: halt 0
    halt    0                                   ; 0103
"
    );
}

/// An image with debug information that need not fit its code.
fn image() -> impl Strategy<Value = Image> {
    let name = prop_oneof![
        Just("f".to_string()),
        Just("L0101".to_string()),
        any::<String>()
    ];
    let code_word = prop_oneof![
        insn().prop_map(Insn::encode),
        any::<u64>().prop_map(|w| w & WORD)
    ];
    let word = (any::<u8>(), any::<u32>()).prop_map(|(t, p)| Word::new(Tag::from_bits(t), p));
    (
        prop::collection::vec(code_word, 257..320),
        prop::collection::vec(word.clone(), 0..4),
        prop::collection::vec(word, 0..4),
        any::<String>(),
        prop::collection::vec((name.clone(), 250u16..320, 0u8..3, name.clone()), 0..6),
        prop::collection::vec((0u16..4, name), 0..4),
    )
        .prop_map(
            |(mut code, mut statics, mut heap, text, functions, names)| {
                let mut sizes = vec![];
                for (slot, word) in statics.iter_mut().enumerate().skip(1) {
                    let more = word.payload as i32;
                    *word = Word::int(more);
                    sizes.push((slot as u16, MachineSize::ALL[slot - 1], more));
                }
                heap.extend(string_object(&text));
                let mut debug = Debug {
                    files: vec![SourceFile::new(&text, &text)],
                    statics: names,
                    ..Debug::default()
                };
                for (name, entry, flags, slot) in functions {
                    if let Some(word) = code
                        .get_mut(usize::from(entry))
                        .filter(|_| entry >= VECTORS)
                    {
                        let frame_words = entry;
                        *word = Descriptor {
                            frame_words,
                            params: 2,
                            flags: u32::from(flags) << IRREGULAR.low,
                        }
                        .encode();
                    }
                    debug.positions.push(Position {
                        pc: entry,
                        file: u16::from(flags),
                        line: 1,
                        end_line: 1,
                        column: 0,
                        end_column: 0,
                        anchor: None,
                        inlined: None,
                    });
                    debug.functions.push(Function {
                        name,
                        entry,
                        end: entry + 9,
                        hidden: false,
                        file: 0,
                        slots: vec![(flags, slot)],
                    });
                }
                debug.positions.sort_by_key(|p| p.pc);
                Image {
                    entry: BOOT_ENTRY,
                    code,
                    statics,
                    sizes,
                    heap,
                    debug,
                }
            },
        )
}

proptest! {
    #[test]
    fn decoding_inverts_encoding(insn in insn()) {
        prop_assert_eq!(Insn::decode(insn.encode()), Ok(insn));
    }

    #[test]
    fn fields_hold_what_was_put_in(
        operand in operand(),
        displacement in -256i32..=255,
        immediate in -131072i32..131072,
        address: u16,
        args in 0u8..=7,
    ) {
        let nop = Insn::new(crate::Opcode::Nop);
        prop_assert_eq!(nop.with_b(operand).b_operand(), operand);
        prop_assert_eq!(nop.with_displacement(displacement).displacement(), displacement);
        prop_assert_eq!(nop.with_immediate(immediate).immediate(), immediate);
        prop_assert_eq!(nop.with_address(address).address(), address);
        let call = nop.with_entry(address & !1, args);
        prop_assert_eq!((call.entry(), call.entry_args()), (address & !1, args));
    }

    #[test]
    fn any_word_assembles_to_itself(insn in insn(), pc in (VECTORS + 1)..600, word in 0..=WORD) {
        let gap = ".word 0\n".repeat(usize::from(pc - VECTORS));
        for word in [insn.encode(), canonical(insn).encode(), word] {
            let text = instruction(word, pc, &Names::default());
            let image = reassembled(&format!("{gap}{text}\n"));
            prop_assert_eq!(image.code[usize::from(pc)], word, "{}", text);
        }
    }

    #[test]
    fn canonical_instructions_have_a_mnemonic(insn in insn()) {
        let insn = canonical(insn);
        let text = instruction(insn.encode(), 0x8000, &Names::default());
        let far = insn.format() == Format::LoadStatic && !(0..=0xffff).contains(&insn.immediate());
        prop_assert_eq!(text.starts_with(".word"), far, "{}", text);
    }

    #[test]
    fn a_listing_assembles_to_its_image(image in image()) {
        let text = listing(&image);
        let again = reassembled(&text);
        prop_assert_eq!(again.code, image.code, "{}", text);
        prop_assert_eq!(again.statics, image.statics);
        prop_assert_eq!(again.sizes, image.sizes);
        prop_assert_eq!(again.heap, image.heap);
    }
}
