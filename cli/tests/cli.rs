//! The built command: its output, its messages and its exit codes.

use std::io::Read;
use std::path::Path;
use std::process::{Command, Output, Stdio};
use tempfile::TempDir;

/// Prints `hi` and toggles pin 1, which is wired to pin 2.
const HELLO: &str = "\
.func boot, 0, 2
    putc 104
    putc 105
    putc 10
    mov $0, 1
    out $0, 1
    wait0 2
    halt 0
";

/// Sees pin 1 on pin 2.
const PINS: &str = "\
.vector add, tjmp handler
.func boot, 0, 2
    mov $0, 1
    out $0, 1
    wait0 2
    add $1, $1, 2
    halt 0
.func handler, 0, 3, runtime
    ret 5
";

/// A directory with files, in which the command runs.
struct Place(TempDir);

impl Place {
    fn new(files: &[(&str, &str)]) -> Place {
        let place = Place(tempfile::tempdir().unwrap());
        for (name, contents) in files {
            std::fs::write(place.path(name), contents).unwrap();
        }
        place
    }

    fn path(&self, name: impl AsRef<Path>) -> std::path::PathBuf {
        self.0.path().join(name)
    }

    fn command(&self, args: &str) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_pyxl"));
        command
            .args(args.split_whitespace())
            .current_dir(self.0.path());
        command
    }

    fn pyxl(&self, args: &str) -> Output {
        self.command(args).output().unwrap()
    }

    /// Exit code and both streams, for snapshots.
    fn transcript(&self, args: &str) -> String {
        let output = self.pyxl(args);
        format!(
            "exit code {}\n--- stdout\n{}--- stderr\n{}",
            output.status.code().unwrap(),
            String::from_utf8_lossy(&output.stdout),
            String::from_utf8_lossy(&output.stderr).replace(
                &format!(
                    "{}/",
                    self.path("").display().to_string().trim_end_matches('/')
                ),
                "[dir]/"
            )
        )
    }
}

fn code(output: &Output) -> i32 {
    output.status.code().unwrap()
}

#[test]
fn output_is_exactly_the_programs() {
    let place = Place::new(&[("hello.pysm", HELLO)]);
    let output = place.pyxl("run hello.pysm");
    assert_eq!(
        (code(&output), &*output.stdout, &*output.stderr),
        (0, &b"hi\n"[..], &b""[..])
    );
}

#[test]
fn an_image_runs_as_its_source() {
    let place = Place::new(&[("hello.pysm", HELLO)]);
    assert_eq!(code(&place.pyxl("asm hello.pysm")), 0);
    assert_eq!(place.pyxl("run hello.pyx").stdout, b"hi\n");
    assert_eq!(code(&place.pyxl("asm hello.pysm -o other.pyx")), 0);
    let image = |name| std::fs::read(place.path(name)).unwrap();
    assert_eq!(image("hello.pyx"), image("other.pyx"));
}

#[test]
fn an_image_has_no_text_of_the_runtime() {
    let place = Place::new(&[
        ("hi.py", "print(\"hi\")\n"),
        (
            "more.py",
            "text = 'hi'\nfor n in range(3):\n    print(f'{text:>{n}}', [n] * n)\n",
        ),
    ]);
    for (program, most) in [("hi", 10_000), ("more", 100_000)] {
        assert_eq!(code(&place.pyxl(&format!("build {program}.py"))), 0);
        let image = std::fs::read(place.path(format!("{program}.pyx"))).unwrap();
        assert!(image.len() < most, "{program}: {} bytes", image.len());
    }
}

#[test]
fn an_image_has_the_tracebacks_of_its_source() {
    let own = "\
import beside
def f(words):
    return [beside.first(word)
            for word in words]
f(['a', ''])
";
    let place = Place::new(&[
        ("own.py", own),
        (
            "beside.py",
            "def first(word):\n    return (word\n            [0])\n",
        ),
        ("loads.py", "import json\n\njson.loads('[1, nul]')\n"),
        (
            "fields.py",
            "from dataclasses import make_dataclass\nmake_dataclass('C', ['1x'])\n",
        ),
        ("kinds.py", "import enum\nenum.Enum('E', 'a b')(7)\n"),
        ("heap.py", "import heapq\nheapq.heappop([])\n"),
        ("main.py", "def f():\n    f()\nf()\n"),
    ]);
    for program in ["own", "loads", "fields", "kinds", "heap", "main"] {
        let built = place.transcript(&format!("build {program}.py"));
        assert!(built.starts_with("exit code 0\n"), "{built}");
        let source = place.transcript(&format!("run {program}.py"));
        let image = place.transcript(&format!("run {program}.pyx"));
        assert!(
            source.contains("Traceback (most recent call last):\n  File "),
            "{source}"
        );
        assert_eq!(image, source);
    }
}

#[test]
fn statistics_are_the_last_line() {
    let place = Place::new(&[("hello.pysm", HELLO)]);
    let output = place.pyxl("run --stats hello.pysm");
    let stderr = String::from_utf8(output.stderr).unwrap();
    let stats: serde_json::Value = serde_json::from_str(stderr.lines().last().unwrap()).unwrap();
    assert_eq!(stats["engine"], "model");
    assert_eq!(stats["instructions"], 7);
    assert!(stats["cycles"].as_u64().unwrap() >= 7);
}

#[test]
fn a_profile_has_the_cycles_of_the_statistics() {
    let place = Place::new(&[("hello.pysm", HELLO)]);
    let output = place.pyxl("run --stats --profile-json profile.json hello.pysm");
    let stats: serde_json::Value = serde_json::from_slice(&output.stderr).unwrap();
    let profile = std::fs::read(place.path("profile.json")).unwrap();
    let profile: serde_json::Value = serde_json::from_slice(&profile).unwrap();
    for what in ["cycles", "instructions"] {
        assert_eq!(stats[what], profile[what], "{what}");
    }
}

#[test]
fn why_knows_all_names() {
    let place = Place::new(&[("hi.py", "def greet():\n    print('hi')\ngreet()\n")]);
    let needed = place.transcript("build --why greet hi.py");
    assert!(needed.contains("function `greet`\n  <- "), "{needed}");
    assert_eq!(
        place.transcript("build --why float_repr hi.py"),
        "exit code 0\n--- stdout\n`float_repr` is not part of the image\n--- stderr\n"
    );
    for (name, message) in [
        (
            "alocate",
            "nothing is called `alocate`; the closest name is `allocate`",
        ),
        ("zzzzzzzz", "nothing is called `zzzzzzzz`"),
    ] {
        assert_eq!(
            place.transcript(&format!("build --why {name} hi.py")),
            format!("exit code 2\n--- stdout\n--- stderr\nerror: {message}\n")
        );
    }
}

#[test]
fn wires_replace_the_default() {
    let place = Place::new(&[("hello.pysm", HELLO)]);
    insta::assert_snapshot!("stuck", place.transcript("run --loopback 1:3 hello.pysm"));
    let both = place.pyxl("run --loopback 1:3 --loopback 3:2 --loopback 1:2 hello.pysm");
    assert_eq!(code(&both), 0);
}

#[test]
fn a_trace_is_a_waveform() {
    let place = Place::new(&[("pins.pysm", PINS)]);
    for engine in ["", "--rtl"] {
        let output = place.pyxl(&format!("run {engine} --trace trace.vcd pins.pysm"));
        assert_eq!(code(&output), 0);
        let trace = std::fs::read_to_string(place.path("trace.vcd")).unwrap();
        assert!(trace.contains("$enddefinitions"), "{engine}");
        assert!(trace.contains("retire"), "{engine}");
        let changes = trace.lines().filter(|line| line.starts_with('#')).count();
        assert!(changes > 10, "{engine}: {changes} points in time");
    }
}

#[test]
fn cycles_are_limited() {
    let endless = ".func boot, 0, 1\nl: jmp l\n";
    let place = Place::new(&[("endless.pysm", endless)]);
    insta::assert_snapshot!(
        "limit",
        place.transcript("run --max-cycles 1000 endless.pysm")
    );
}

#[test]
fn a_fault_of_the_machine_names_the_line() {
    let place = Place::new(&[("fault.pysm", ".func boot, 0, 1\nhalt 7\n")]);
    insta::assert_snapshot!("fault", place.transcript("run fault.pysm"));
}

#[test]
fn a_trap_without_a_handler_names_the_instruction_and_the_line() {
    let text = ".func boot, 0, 2\n    mov $0, 1\n    xor $1, $1, 2\n    halt 0\n";
    let place = Place::new(&[("trap.pysm", text)]);
    insta::assert_snapshot!("trap", place.transcript("run trap.pysm"));
}

#[test]
fn an_exception_prints_the_traceback() {
    let program = "\
.func \"<module>\", 0, 4
    setfp 0
    calld $0, fail
    halt 0
.func fail, 0, 4
    pute 69
    pute 10
    halt 1
";
    let place = Place::new(&[("fail.pysm", program)]);
    insta::assert_snapshot!("traceback", place.transcript("run fail.pysm"));
}

#[test]
fn listings_assemble() {
    let place = Place::new(&[("hello.pysm", HELLO)]);
    let listing = place.pyxl("disasm hello.pysm");
    assert_eq!(code(&listing), 0);
    std::fs::write(place.path("again.pysm"), &listing.stdout).unwrap();
    assert_eq!(place.pyxl("run again.pysm").stdout, b"hi\n");
}

#[test]
fn the_circuit_does_what_the_model_does() {
    let place = Place::new(&[("hello.pysm", HELLO), ("pins.pysm", PINS)]);
    for program in ["hello.pysm", "pins.pysm"] {
        let [model, rtl] = ["", "--rtl"].map(|engine| {
            let output = place.pyxl(&format!("run {engine} --stats {program}"));
            let stderr = String::from_utf8(output.stderr).unwrap();
            (output.status, output.stdout, stderr)
        });
        assert_eq!((model.0, &model.1), (rtl.0, &rtl.1));
        assert!(model.2.contains("model"), "{}", model.2);
        assert_eq!(model.2.replace("model", "rtl"), rtl.2);
    }
}

#[test]
fn a_reader_that_leaves_ends_the_program() {
    let endless = ".func boot, 0, 1\nl: putc 10\njmp l\n";
    let place = Place::new(&[("endless.pysm", endless)]);
    for args in ["run endless.pysm", "run --rtl endless.pysm"] {
        let mut command = place.command(args);
        let mut child = command.stdout(Stdio::piped()).spawn().unwrap();
        let mut byte = [0];
        child.stdout.take().unwrap().read_exact(&mut byte).unwrap();
        assert_eq!(child.wait().unwrap().code(), Some(0), "{args}");
    }
}

#[test]
fn a_missing_compiler_is_named() {
    let place = Place::new(&[("hello.pysm", HELLO)]);
    let output = place
        .command("run --rtl hello.pysm")
        .env("PYXL_SIM_CACHE", place.path("empty"))
        .env("PATH", place.path("empty"))
        .output()
        .unwrap();
    let stderr = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(2), "{stderr}");
    assert!(stderr.contains("is not on PATH"), "{stderr}");
    assert!(stderr.contains("help: install"), "{stderr}");
}

#[test]
fn python_programs_run() {
    let place = Place::new(&[(
        "sum.py",
        "def f(a, b):\n    return a + b\nprint('sum', f(40, 2))\n",
    )]);
    assert_eq!(place.pyxl("run sum.py").stdout, b"sum 42\n");
    assert_eq!(code(&place.pyxl("build sum.py")), 0);
    assert_eq!(place.pyxl("run sum.pyx").stdout, b"sum 42\n");
    let listing = String::from_utf8(place.pyxl("disasm sum.py").stdout).unwrap();
    assert!(
        listing.contains("; sum.py:2:     return a + b\n"),
        "{listing}"
    );
    assert!(listing.contains("$a, $b"), "{listing}");
}

#[test]
fn a_runtime_folder_has_the_library_too() {
    let place = Place::new(&[("imports.py", "import bisect\nprint(bisect.changed)\n")]);
    let runtime = concat!(env!("CARGO_MANIFEST_DIR"), "/../runtime");
    let mut copy = Command::new("cp");
    copy.args(["-r", runtime, "edited"])
        .current_dir(place.path(""));
    assert!(copy.status().unwrap().success());
    std::fs::write(place.path("edited/library/bisect.py"), "changed = 7\n").unwrap();
    let run = place.pyxl("run --runtime edited imports.py");
    assert_eq!(String::from_utf8_lossy(&run.stdout), "7\n");
    std::fs::create_dir(place.path("empty")).unwrap();
    let refused = place.transcript("run --runtime empty imports.py");
    assert!(refused.starts_with("exit code 2\n"), "{refused}");
    assert!(refused.contains("empty: ORDER.txt: "), "{refused}");
}

#[test]
fn the_ir_is_printed_after_a_pass() {
    let text = "def f(x):\n    if x:\n        return 1\n    return 2\nprint(f(3))\n";
    let place = Place::new(&[("f.py", text)]);
    let emitted = |what: &str| {
        let output = place.pyxl(&format!("build --emit {what} f.py"));
        String::from_utf8(output.stdout).unwrap()
    };
    let f = |what| {
        emitted(what)
            .split_once("func f1:f(v0:x):\n")
            .unwrap()
            .1
            .to_string()
    };
    assert_eq!(f("ir"), f("ir=lower"));
    assert!(f("ir").contains("b3:\n"), "{}", f("ir"));
    let graph = "b0:\n    jt v0:x ? b1 : b2\nb1:\n    ret 1\nb2:\n    ret 2\n";
    assert_eq!(f("ir=graph"), graph);
    let wrong = place.transcript("build --emit ir=grap f.py");
    assert!(wrong.starts_with("exit code 2\n"), "{wrong}");
    for legal in [
        "ir=lower: ",
        "ir=exists: ",
        "ir=graph: ",
        "ir=far: ",
        "ir=coalesce: ",
    ] {
        assert!(wrong.contains(legal), "{wrong}");
    }
}

#[test]
fn python_errors_are_reported() {
    let place = Place::new(&[
        (
            "raises.py",
            "def f(x):\n    return x + 'a'\nprint('before')\nf(1)\n",
        ),
        ("syntax.py", "x = 1\nprint(x\n"),
        ("unsupported.py", "exec(\"pass\")\n"),
        ("warned.py", "x = 1\nx is 2\n"),
    ]);
    insta::assert_snapshot!("python_traceback", place.transcript("run raises.py"));
    for (args, code, title, place_shown) in [
        (
            "run syntax.py",
            1,
            "  File \"[dir]/syntax.py\", line 2\n",
            "SyntaxError: ",
        ),
        (
            "run warned.py",
            0,
            "[dir]/warned.py:2: SyntaxWarning: ",
            "Did you mean \"==\"?\n  x is 2\n",
        ),
        (
            "build unsupported.py",
            2,
            "error[unsupported]: ",
            "--> unsupported.py:1:",
        ),
    ] {
        let transcript = place.transcript(args);
        let start = format!("exit code {code}\n--- stdout\n--- stderr\n{title}");
        assert!(transcript.starts_with(&start), "{transcript}");
        assert!(transcript.contains(place_shown), "{transcript}");
    }
}

#[test]
fn bad_input_is_refused_with_a_reason() {
    let place = Place::new(&[
        ("bad.pysm", ".func boot, 0, 1\n    frob 1\n"),
        ("bad.pyx", "no image"),
        ("bad.txt", ""),
        ("latin1.pysm", ""),
        ("hello.pysm", HELLO),
    ]);
    std::fs::write(place.path("latin1.pysm"), b"; caf\xe9\n").unwrap();
    let statics = format!(
        ".func boot, 0, 1\nhalt 0\n{}",
        ".static INT 0\n".repeat(20_000)
    );
    std::fs::write(place.path("big.pysm"), statics).unwrap();
    place.pyxl("asm hello.pysm");
    let mut image = std::fs::read(place.path("hello.pyx")).unwrap();
    image[100] ^= 1;
    std::fs::write(place.path("damaged.pyx"), image).unwrap();

    let transcripts = [
        "run missing.py",
        "run missing.pyx",
        "run bad.pysm",
        "run bad.pyx",
        "run bad.txt",
        "run latin1.pysm",
        "run big.pysm",
        "run --trace no/such/dir hello.pysm",
        "build hello.pysm",
        "asm hello.pysm -o no/such.pyx",
    ]
    .map(|args| format!("$ pyxl {args}\n{}", place.transcript(args)));
    insta::assert_snapshot!("bad_input", transcripts.join("\n"));
    let damaged = place.transcript("run damaged.pyx");
    assert!(damaged.contains("error: damaged.pyx: CRC: "), "{damaged}");
    assert!(damaged.starts_with("exit code 2\n"), "{damaged}");
}

#[test]
fn wrong_arguments_are_refused() {
    let place = Place::new(&[("hello.pysm", HELLO)]);
    for args in [
        "",
        "walk",
        "run",
        "run --loopback 1 hello.pysm",
        "run --max-cycles x hello.pysm",
    ] {
        assert_eq!(code(&place.pyxl(args)), 2, "{args}");
    }
}

#[test]
fn every_command_has_an_example() {
    let place = Place::new(&[]);
    for command in ["run", "build", "disasm", "asm"] {
        let output = place.pyxl(&format!("{command} --help"));
        let help = String::from_utf8(output.stdout).unwrap();
        assert!(
            help.contains(&format!("Example:\n  pyxl {command} ")),
            "{help}"
        );
    }
}

#[test]
fn a_program_is_measured_against_a_board() {
    let big = format!("x = '{}'\nprint(len(x))\n", "a".repeat(160_000));
    let place = Place::new(&[("hi.py", "print('hi')\n"), ("big.py", &big)]);
    let text = place.transcript("build --board ulx3s hi.py");
    assert!(text.contains("on ulx3s:\n"), "{text}");
    assert!(text.contains("code of 16384 ("), "{text}");
    let text = place.transcript("build --board ulx3s big.py");
    let refusal = "error: ulx3s: the program does not fit: 4";
    assert!(
        text.starts_with("exit code 2\n--- stdout\n--- stderr\n"),
        "{text}"
    );
    assert!(text.contains(refusal), "{text}");
    assert!(text.contains("\n  largest in heap: "), "{text}");
    assert!(!place.path("big.pyx").exists());
    let text = place.transcript("run --board ulx3s big.py");
    assert!(text.contains(refusal), "{text}");
    let text = place.transcript("run --board nosuch hi.py");
    assert!(text.contains("unknown board `nosuch`"), "{text}");
}

#[test]
fn time_goes_by_the_clock_of_the_board() {
    let source = "from time import *\nstart = ticks_cpu()\nSLEEP\nprint(ticks_cpu() - start)\n";
    let cycles = |board: &str, sleep: &str| {
        let place = Place::new(&[("sleep.py", &source.replace("SLEEP", sleep))]);
        let output = place.pyxl(&format!("run --board {board} sleep.py"));
        String::from_utf8_lossy(&output.stdout)
            .trim()
            .parse::<u32>()
            .unwrap()
    };
    for sleep in ["sleep(0.01)", "sleep_ms(10)", "sleep_us(10000)"] {
        for (board, expected) in [("ulx3s", 650_000), ("sim", 1_000_000)] {
            let cycles = cycles(board, sleep);
            assert!(
                (expected..expected + 300).contains(&cycles),
                "{sleep}: {cycles} on {board}"
            );
        }
    }
}
