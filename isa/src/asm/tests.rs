use super::*;

fn error(text: &str) -> String {
    assemble("t.pysm", text).unwrap_err().to_string()
}

/// The error of one operand line in a function.
fn operand_error(line: &str) -> String {
    let text = format!(".static s = INT 1\n.func f, 0, 2\nl: {line}\n");
    error(&text)
}

#[test]
fn a_program() {
    let image = assemble(
        "count.pysm",
        "\
; counts to three
.static limit = INT 3
.static text = STR \"three\"
.static again = STR \"three\"
.static main = FUNC main
.vector 0x10, tjmp f

.func boot, 0, 2
    setfp .statics
    calld $0, main      ; 0102
    halt 0
.func main, 0, 3, runtime, irregular
.slot i = 1
    mov $i, 0
loop:
    add $i, $i, 1
    jlt $i, @limit, loop
    ret @text
.func f, 2, 9
    jmp 0x0100
",
    )
    .unwrap();
    let words = image.statics;
    assert_eq!(words[0], Word::int(3));
    assert_eq!(
        (words[1], words[2]),
        (Word::str(1), Word::str(1)),
        "equal strings are shared"
    );
    assert_eq!(words[3], Word::func(0x104, 0));
    assert_eq!(
        layout::read_string(&image.heap, 1).as_deref(),
        Some("three")
    );

    let insn = |pc: usize| Insn::decode(image.code[pc]).unwrap();
    assert_eq!(image.code[0x11], unset_vector());
    assert_eq!(insn(0x10).address(), 0x10a);
    assert_eq!(insn(0x101).address(), 4, "setfp .statics");
    assert_eq!(insn(0x102).entry(), 0x104);
    let descriptor = Descriptor::decode(image.code[0x104]);
    assert_eq!(
        (descriptor.params, descriptor.frame_words, descriptor.flags),
        (0, 3, Descriptor::IRREGULAR | Descriptor::RUNTIME)
    );
    assert_eq!(insn(0x107).displacement(), -1);
    assert_eq!(
        insn(0x109).op,
        Opcode::Nop,
        "functions begin at even addresses"
    );

    let main = image.debug.function_at(0x106).unwrap();
    assert_eq!((main.entry, main.end, main.hidden), (0x104, 0x109, true));
    assert_eq!(main.slots, [(1, "i".to_string())]);
    let position = image.debug.position_at(0x106).unwrap();
    let line = image.debug.source_line(0, position.line).unwrap();
    let columns = position.column as usize..position.end_column as usize;
    assert_eq!(&line[columns], "add $i, $i, 1");
}

#[test]
fn labels_are_local_to_a_function() {
    let text = ".func f, 0, 1\nl: jmp l\n.func g, 0, 1\nnop\nl: jmp l\n";
    let image = assemble("t.pysm", text).unwrap();
    let target = |pc: usize| Insn::decode(image.code[pc]).unwrap().address();
    assert_eq!((target(0x101), target(0x104)), (0x101, 0x104));
}

#[test]
fn operand_errors() {
    for (line, expected) in [
        ("frob 1", "unknown instruction `frob`"),
        ("add $1, $2", "expected `,`, found the end of the line"),
        ("add $1, 2, 3", "expected a slot, `$…` or `@…`, found `2`"),
        ("add $1, $2, 256", "256 is no literal: -256 … 255"),
        ("add $256, $2, 1", "256 is no frame slot: 0 … 255"),
        ("add $x, $2, 1", "no `.slot x` in this function"),
        (
            "mov $1, @300",
            "only static slots 0 … 255 can be operands; use `lds`",
        ),
        ("mov $1, @t", "no `.static t`"),
        ("mov $1, @s 5", "expected the end of the line, found `5`"),
        ("jmp nowhere", "no label or function `nowhere`"),
        (
            "jt $1, 0x300",
            "511 words away; a branch reaches -256 … 255",
        ),
        ("calld $1, l", "a function begins at an even address"),
        ("callp $1, f, 8", "8 is no argument count: 0 … 7"),
        (
            "ldi $1, 131072",
            "131072 is no 18-bit immediate: -131072 … 131071",
        ),
        ("st $1, $2, 3", "expected `[`, found `$`"),
        ("st $1, [$2, 512]", "512 is no word offset: 0 … 511"),
        (
            "setfp f",
            "expected a frame-store address or `.statics`, found `f`",
        ),
        (
            ".word 0x1000000000",
            "68719476736 is no 36-bit word: 0 … 68719476735",
        ),
        (".frob", "unknown directive `.frob`"),
    ] {
        let message = operand_error(line);
        assert!(
            message.starts_with("3:") && message.ends_with(expected),
            "{line}: {message}"
        );
    }
}

#[test]
fn statement_errors() {
    for (text, expected) in [
        ("", "1:1: no code"),
        (".static x = FOO 1", "1:13: unknown tag `FOO`"),
        (
            ".static x = INT",
            "1:16: expected a payload, found the end of the line",
        ),
        (
            ".static x = STR 4294967296",
            "1:17: 4294967296 is no payload: -2147483648 … 4294967295",
        ),
        (
            ".static x = INT 1\n.static x = INT 2",
            "2:13: `x` is already defined",
        ),
        (
            ".func f, 0, 1\n.func f, 0, 1",
            "2:8: `f` is already defined",
        ),
        (".func f, 0, 1\nl:\nl:", "3:3: `l` is already defined"),
        (".func f, 0, 512", "1:13: 512 is no frame size: 0 … 511"),
        (
            ".func f, 0, 5, fast",
            "1:16: expected `runtime` or `irregular`, found `fast`",
        ),
        (".heap 65535 = \"a\"", "1:18: the heap is full"),
        (".vector frob, nop", "1:9: unknown instruction `frob`"),
        (".vector add, .static", "1:21: `.static` is no instruction"),
    ] {
        assert_eq!(error(text), expected, "{text}");
    }
}

#[test]
fn memories_have_an_end() {
    assert!(error(&".word 0\n".repeat(0x10000)).ends_with("code beyond address 0xfffd"));
    assert!(error(&".static INT 0\n".repeat(0x10000)).ends_with("too many static slots"));
    let strings: String = (0..20_000)
        .map(|i| format!(".static STR \"{i}\"\n"))
        .collect();
    assert!(error(&strings).ends_with("the heap is full"));
}
