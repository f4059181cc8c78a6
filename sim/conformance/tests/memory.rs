//! `docs/src/memory.md`: its table of how memory is scattered.

mod page;

use pyxl_conformance::corpus::{programs, root};
use pyxl_conformance::oracle::{finish, LIMIT};
use pyxl_isa::layout::free_run;
use pyxl_isa::{Image, MachineConfig};
use pyxl_model::Machine;
use std::fs;
use std::path::Path;

const PAGE: &str = "memory.md";
const BEGIN: &str =
    "<!-- The programs of tests/fragmentation. Rewrite: PYXL_BLESS=1 cargo test -p pyxl-conformance --test memory -->\n\n";
const END: &str = "\n<!-- End of the table -->";

/// The lengths of the runs of free memory after a program's end.
fn runs(image: &Image, machine: &Machine) -> Vec<u32> {
    let value = |wanted: &str| {
        let mut names = image.debug.statics.iter();
        let (at, _) = names.find(|(_, name)| name == wanted).expect("linked");
        machine.frame()[usize::from(*at)].payload
    };
    let heap = machine.heap();
    let mut runs = vec![value("free_end") - value("free_at")];
    let mut at = value("free_list");
    while at != 0 {
        runs.push(heap[at as usize + free_run::LENGTH].payload);
        at = heap[at as usize + free_run::NEXT].payload;
    }
    runs
}

/// The row of a program: what is free, and in what runs.
fn row(file: &Path) -> String {
    let text = fs::read_to_string(file).expect("a readable file");
    let title = text.lines().next().unwrap_or_default().trim_matches('"');
    let image = pyxl_compiler::compile_file(file).unwrap_or_else(|error| panic!("{error}"));
    let mut machine = Machine::new(&image, MachineConfig::SIM).expect("it fits");
    let outcome = finish(&image, &mut machine, &[], LIMIT).expect("it ends");
    assert_eq!(outcome.code, 0, "{}", outcome.err);
    let runs = runs(&image, &machine);
    let free: u32 = runs.iter().sum();
    let room = MachineConfig::SIM.heap_words - image.heap.len() as u32;
    let longest = runs.iter().max().expect("the present one");
    let count = runs.len() - 1;
    format!("| {title} | {room} | {free} | {count} | {longest} |\n")
}

#[test]
fn the_table_is_up_to_date() {
    let mut table = String::from(
        "| what lives | words of heap | free | runs | longest |\n|---|--:|--:|--:|--:|\n",
    );
    for file in programs("tests/fragmentation").expect("a readable folder") {
        table += &row(&root().join(file));
    }
    let page = fs::read_to_string(root().join("docs/src").join(PAGE)).expect("the page");
    let (before, rest) = page.split_once(BEGIN).expect("the table begins");
    let (_, after) = rest.split_once(END).expect("the table ends");
    page::check(
        PAGE,
        "memory",
        &format!("{before}{BEGIN}{table}{END}{after}"),
    );
}
