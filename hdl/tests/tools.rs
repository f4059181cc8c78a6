//! Icarus Verilog and Yosys accept the Verilog, and Yosys finds neither latches nor loops.

use pyxl_hdl::emit;
use pyxl_tools::{run, Toolbox};
use rust_hdl::prelude::*;

#[derive(Copy, Clone, Debug, PartialEq, LogicState)]
enum Step {
    Wait,
    Run,
    Done,
}

#[derive(Copy, Clone, Debug, Default, PartialEq, LogicStruct)]
struct Word {
    payload: Bits<32>,
    tag: Bits<4>,
}

/// A bit of everything that is printed in its own way.
#[derive(LogicBlock, Default)]
struct Everything {
    pub clock: Signal<In, Clock>,
    pub word: Signal<In, Word>,
    pub at: Signal<In, Bits<5>>,
    pub outcome: Signal<Out, Word>,
    pub step_out: Signal<Out, Step>,
    pub flags: Signal<Out, Bits<3>>,
    pub signed_less: Signal<Out, Bit>,
    step: DFF<Step>,
    held: [DFF<Word>; 2],
    sum: Signal<Local, Bits<32>>,
}

impl Logic for Everything {
    #[hdl_gen]
    fn update(&mut self) {
        dff_setup!(self, clock, step);
        self.held[0].clock.next = self.clock.val();
        self.held[1].clock.next = self.clock.val();
        self.held[0].d.next = self.word.val();
        self.held[1].d.next = self.held[0].q.val();
        match self.step.q.val() {
            Step::Wait => self.step.d.next = Step::Run,
            Step::Run => {
                if (self.sum.val() + 3).get_bit(17) {
                    self.step.d.next = Step::Done;
                }
            }
            Step::Done => self.step.d.next = Step::Wait,
        }
        self.sum.next = self.held[0].q.val().payload + self.held[1].q.val().payload;
        self.outcome.next.tag = self.held[1].q.val().tag;
        self.outcome.next.payload = self.sum.val();
        for i in 0..4 {
            if self.word.val().tag.get_bit(i) {
                self.outcome.next.payload = self.outcome.val().payload.replace_bit(3 * i, true);
                self.sum.next = (self.sum.val() << 1) ^ 5;
            }
        }
        self.flags.next = 0.into();
        self.flags.next = self
            .flags
            .val()
            .replace_bit(0, self.sum.val().get_bit(self.at.val().index()));
        self.flags.next = self.flags.val().replace_bit(1, self.sum.val().all());
        self.flags.next = self
            .flags
            .val()
            .replace_bit(2, (self.sum.val() - 1).get_bits::<7>(3).xor());
        self.signed_less.next = signed_cast(self.sum.val()) < signed_cast(self.word.val().payload);
        self.step_out.next = self.step.q.val();
    }
}

#[test]
fn icarus_and_yosys_accept_the_verilog() {
    let files =
        emit(&Everything::default(), "everything").unwrap_or_else(|error| panic!("{error}"));
    let dir = tempfile::tempdir().unwrap();
    for file in &files {
        std::fs::write(dir.path().join(&file.name), &file.text).unwrap();
    }
    let toolbox = Toolbox::locate().unwrap();
    if let Some(mut icarus) = toolbox.iverilog().unwrap() {
        icarus
            .current_dir(dir.path())
            .args(["-g2005", "-Wall", "-o", "out", "everything.v"]);
        let log = run(
            &mut icarus,
            "Compiling with Icarus",
            &dir.path().join("icarus.log"),
        );
        assert_eq!(log.unwrap_or_else(|error| panic!("{error}")), "");
    }
    let mut yosys = toolbox.yosys(dir.path()).unwrap();
    yosys.args(["-q", "-p"]).arg(
        "read_verilog everything.v; hierarchy -check -top everything; proc; flatten; \
         select -assert-none t:$dlatch t:$_DLATCH*; check -assert; \
         select -assert-count 3 t:$dff; select -assert-count 3 w:* a:init %i",
    );
    run(
        &mut yosys,
        "Reading with Yosys",
        &dir.path().join("yosys.log"),
    )
    .unwrap_or_else(|error| panic!("{error}"));
}
