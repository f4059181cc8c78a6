use super::*;
use crate::{load, names};
use serde_json::json;

const ULX3S: &str = include_str!("../../ulx3s.toml");
const ARTY: &str = include_str!("../../arty-z7.toml");

/// The error of a board file in which `from` is replaced by `to`.
fn broken(text: &str, from: &str, to: &str) -> BoardError {
    assert!(text.contains(from), "{from}");
    parse(&text.replacen(from, to, 1), None).expect_err(to)
}

#[test]
fn every_board_loads_under_its_own_name() {
    for name in names() {
        assert_eq!(load(name, None).unwrap().name, name);
    }
}

#[test]
fn the_simulated_board_is_the_instruction_sets_default_machine() {
    assert_eq!(load("sim", None).unwrap().config, MachineConfig::SIM);
}

#[test]
fn ulx3s_facts() {
    let board = load("ulx3s", None).unwrap();
    // 65 MHz / 115200
    assert_eq!(board.config.clocks_per_bit, 564);
    assert_eq!(board.block_rams.1, 208);
    let clock = json!({ "site": "G2", "standard": "LVCMOS33" });
    assert_eq!(board.chip.flow("top", 65.0).values["clock"], clock);
    assert_eq!(
        (board.pins[8].name.as_str(), board.pins[8].pull),
        ("button0", Pull::Up)
    );
}

#[test]
fn arty_facts() {
    let board = load("arty-z7", None).unwrap();
    assert_eq!(board.block_rams, (72 + 144 + 3 * 9 + 2 * 4, 280));
    let values = board.chip.flow("top", 100.0).values;
    assert_eq!(values["part"], "xc7z020clg400-1");
    assert_eq!(board.core_mhz, 100.0);
}

#[test]
fn another_frequency_moves_pll_and_baud_divider() {
    let board = load("ulx3s", Some(50.0)).unwrap();
    assert_eq!((board.core_mhz, board.config.clocks_per_bit), (50.0, 434));
    assert_eq!(load("ulx3s", Some(77.7)).unwrap_err().code, "bad-frequency");
    assert_eq!(
        load("arty-z7", Some(0.0)).unwrap_err().code,
        "bad-frequency"
    );
    assert_eq!(
        load("sim", Some(f64::NAN)).unwrap_err().code,
        "bad-frequency"
    );
}

#[test]
fn errors_name_the_value_and_the_legal_ones() {
    let error = broken(ULX3S, r#"site = "B2""#, r#"site = "Z9""#);
    assert_eq!(error.code, "unknown-pin");
    assert_eq!(error.message, "unknown pin `Z9` of `led0` for ulx3s");
    assert!(error.help.contains("leds has: B2, C2"), "{}", error.help);

    let error = broken(ARTY, "heap_words = 65536", "heap_words = 65535");
    assert_eq!(
        error.to_string(),
        "memories.heap_words = 65535 [bad-size]\n  help: a power of two from 512 to 65536"
    );

    let error = broken(ARTY, "block_rams = 140", "block_rams = 50");
    assert_eq!(
        error.message,
        "the memories need 251 block RAMs of 18 Kbit, the chip has 100"
    );
    assert_eq!(
        error.help,
        "code 72, heap 144, frame store 27, control stack 8"
    );
}

#[test]
fn rules() {
    let cases = [
        (ULX3S, "speed = ", "sped = ", "bad-file"),
        (ULX3S, "[device]", "[device", "bad-file"),
        (
            ULX3S,
            "control_words = 1024",
            "control_words = -1",
            "bad-file",
        ),
        (ULX3S, "speed = \"6\"\n", "", "missing-field"),
        (ULX3S, "\"ecp5\"", "\"ice40\"", "unknown-family"),
        (ULX3S, "site = \"B2\"", "site = \"C2\"", "pin-used-twice"),
        (ULX3S, "site = \"B2\"", "site = \"G2\"", "pin-used-twice"),
        (
            ULX3S,
            "name = \"led1\"",
            "name = \"led0\"",
            "pin-used-twice",
        ),
        (ULX3S, "pull = \"none\"", "pull = \"sideways\"", "bad-pull"),
        (ULX3S, "baud = 115200", "baud = 0", "bad-baud"),
        (ULX3S, "baud = 115200", "baud = 30000000", "bad-baud"),
        (
            ULX3S,
            "baud = 115200",
            "baud = 9600\nclocks_per_bit = 9",
            "bad-baud",
        ),
        (ULX3S, "fifo = 16", "fifo = 512", "bad-size"),
        (
            ULX3S,
            "code_words = 16384",
            "code_words = 32768",
            "bad-size",
        ),
        (
            ULX3S,
            "frame_words = 2048",
            "frame_words = 32768",
            "bad-size",
        ),
        (
            ULX3S,
            "input_mhz = 25.0",
            "input_mhz = 0.0",
            "bad-frequency",
        ),
        (ARTY, "[host]", "[uart]", "bad-baud"),
        (
            ARTY,
            "[host]\n",
            "[host]\nfifo = 2\n[uart]\nbaud = 9600\n",
            "bad-console",
        ),
        (
            ARTY,
            "core_mhz = 100.0",
            "core_mhz = 101.0",
            "bad-frequency",
        ),
        (
            ARTY,
            "    { name = \"led0\", site = \"R14\", pull = \"none\" },\n",
            "",
            "bad-pins",
        ),
    ];
    for (text, from, to, code) in cases {
        assert_eq!(broken(text, from, to).code, code, "{to}");
    }
}

#[test]
fn an_unknown_board_lists_the_known_ones() {
    let error = load("pynq", None).unwrap_err();
    assert_eq!(error.to_string(), "unknown board `pynq` [unknown-board]\n  help: boards are arty-z7, sim, ulx3s; or give a file that ends in .toml");
    assert_eq!(load("/none/such.toml", None).unwrap_err().code, "no-file");
}
