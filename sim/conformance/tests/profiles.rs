//! `docs/src/profile.md`: where the cycles of the large programs go. The table decides what
//! comes into hardware next.

mod page;

use pyxl_conformance::corpus::{programs, root};
use pyxl_conformance::oracle::LIMIT;
use pyxl_conformance::parallel;
use pyxl_isa::{MachineConfig, Opcode};
use pyxl_model::profile::{Profile, Recorder};
use pyxl_model::{Machine, Stop, World};
use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::Path;
use std::sync::Mutex;

const HEAD: &str = "\
<!-- Generated from tests/programs/large. Rewrite: PYXL_BLESS=1 cargo test -p pyxl-conformance --test profiles -->

# Where the cycles go

The programs of `tests/programs/large` on the simulated board. The program's own instructions are
hardware's work; everything else is the runtime's, by its folders (`runtime/README.md`): `traps` finds
out what to do for the values of an operation, the others do it. `pyxl run --profile` shows the same for
any program, by function and by source line.

";

/// The runtime's folders by topic; what is in none of them is the last one's.
const TOPICS: [(&str, &[&str]); 9] = [
    ("traps", &["traps/"]),
    (
        "floats",
        &["numbers/float/", "numbers/math/", "numbers/complex/"],
    ),
    ("integers", &["numbers/"]),
    ("attributes", &["objects/"]),
    ("calls", &["calls/", "generators/"]),
    ("containers", &["containers/", "bytes/"]),
    ("text", &["text/"]),
    ("memory", &["memory/"]),
    ("others", &[""]),
];

/// Rows of the table of traps.
const MOST_TRAPS: usize = 25;

/// The traps of an operation.
#[derive(Default)]
struct Trapped<'n> {
    count: u64,
    /// How many the program with the most of them has, and its name.
    most: (u64, &'n str),
}

fn profile(path: &Path) -> Profile {
    let image = pyxl_compiler::compile_file(path).unwrap_or_else(|error| panic!("{error}"));
    let config = MachineConfig::SIM;
    let mut machine = Machine::new(&image, config).expect("the program fits");
    let mut world = World::new(&config);
    let mut recorder = Recorder::new(&image);
    let stop = recorder.run(&mut machine, &mut world, LIMIT);
    assert!(
        matches!(stop, Stop::Halt(_)),
        "{}: {stop:?}",
        path.display()
    );
    recorder.profile()
}

/// The profiles of all large programs by name.
fn profiles() -> BTreeMap<String, Profile> {
    let files = programs("tests/programs/large").expect("a readable folder");
    let profiles = Mutex::new(BTreeMap::new());
    parallel::each(files.len() as u64, |i| {
        let file = &files[i as usize];
        let name = file.file_stem().expect("a file").to_string_lossy();
        let profile = profile(&root().join(file));
        let mut profiles = profiles.lock().expect("no panic");
        profiles.insert(name.into_owned(), profile);
        true
    });
    profiles.into_inner().expect("no panic")
}

/// Cycles of the runtime by topic.
fn topics(profile: &Profile) -> [u64; TOPICS.len()] {
    let mut cycles = [0; TOPICS.len()];
    for (name, share) in &profile.runtime {
        let fits = |(_, starts): &(&str, &[&str])| starts.iter().any(|s| name.starts_with(s));
        let topic = TOPICS.iter().position(fits).expect("the last one fits all");
        cycles[topic] += share.own;
    }
    cycles
}

fn page(profiles: &BTreeMap<String, Profile>) -> String {
    let mut page = String::from(HEAD);
    let names: Vec<&str> = TOPICS.iter().map(|(name, _)| *name).collect();
    page += &format!(
        "| program | cycles | per instruction | own | {} |\n",
        names.join(" | ")
    );
    page += &format!("|---|--:|--:|--:|{}\n", "--:|".repeat(TOPICS.len()));
    let mut traps: BTreeMap<&str, Trapped> = BTreeMap::new();
    for (name, profile) in profiles {
        let topics = topics(profile);
        let own = profile.cycles - topics.iter().sum::<u64>();
        let shares = [own].into_iter().chain(topics);
        let shares: Vec<String> = shares
            .map(|cycles| format!("{:.0} %", profile.percent(cycles)))
            .collect();
        let each = profile.cycles as f64 / profile.instructions as f64;
        let cycles = profile.cycles;
        page += &format!(
            "| {name} | {cycles} | {each:.2} | {} |\n",
            shares.join(" | ")
        );
        for (operation, kind) in profile.traps() {
            let trapped = traps.entry(operation).or_default();
            trapped.count += kind.traps;
            trapped.most = trapped.most.max((kind.traps, name));
        }
    }
    page += "\n## Traps\n\nAll programs together: how often the hardware asked the runtime.\n\n";
    page += "| instruction | operation | traps | most in |\n|---|---|--:|---|\n";
    let mut traps: Vec<_> = traps.into_iter().collect();
    traps.sort_by_key(|(_, trapped)| std::cmp::Reverse(trapped.count));
    for (name, Trapped { count, most }) in traps.into_iter().take(MOST_TRAPS) {
        let operation =
            Opcode::from_mnemonic(name).map_or_else(String::new, |op| op.row().operation());
        let (_, most) = most;
        let operation = operation.replace('|', "\\|");
        writeln!(page, "| `{name}` | {operation} | {count} | {most} |").expect("text");
    }
    page
}

#[test]
fn the_page_is_up_to_date() {
    page::check("profile.md", "profiles", &page(&profiles()));
}
