use super::*;
use crate::bench::Clocked;

/// Registers behind the slave: four words; others are refused. Answers after `delay` cycles.
struct Registers {
    words: [u32; 4],
    delay: u32,
    left: u32,
}

impl Registers {
    fn new(delay: u32) -> Self {
        Self {
            words: [0; 4],
            delay,
            left: delay,
        }
    }

    /// One clock edge of the slave with these registers behind it.
    fn tick(&mut self, axi: &mut AxiLite) {
        axi.settle();
        let now = axi.registers.request.val() && self.left == 0;
        self.left = if axi.registers.request.val() && !now {
            self.left - 1
        } else {
            self.delay
        };
        axi.registers.done.next = now;
        axi.registers.error.next = false;
        if now {
            match self.words.get_mut(axi.registers.number.val().index()) {
                None => axi.registers.error.next = true,
                Some(word) if axi.registers.write.val() => {
                    *word = axi.registers.wdata.val().to_u32()
                }
                Some(word) => axi.registers.rdata.next = u64::from(*word).into(),
            }
        }
        axi.tick();
    }
}

/// A write whose three handshakes begin at the given cycles; returns the response.
fn write(axi: &mut AxiLite, regs: &mut Registers, address: u64, data: u64, at: [u32; 3]) -> u64 {
    let (mut aw, mut w) = (false, false);
    for cycle in 0..60 {
        axi.axi.awvalid.next = cycle >= at[0] && !aw;
        axi.axi.awaddr.next = address.into();
        axi.axi.wvalid.next = cycle >= at[1] && !w;
        axi.axi.wdata.next = data.into();
        axi.axi.bready.next = cycle >= at[2];
        axi.settle();
        aw |= axi.axi.awvalid.val() && axi.axi.awready.val();
        w |= axi.axi.wvalid.val() && axi.axi.wready.val();
        let response =
            (axi.axi.bvalid.val() && axi.axi.bready.val()).then(|| axi.axi.bresp.val().to_u64());
        assert!(
            !axi.axi.bvalid.val() || (aw && w),
            "response before the request"
        );
        regs.tick(axi);
        if let Some(response) = response {
            axi.axi.bready.next = false;
            return response;
        }
    }
    panic!("no response");
}

fn read(axi: &mut AxiLite, regs: &mut Registers, address: u64, at: [u32; 2]) -> (u64, u64) {
    let mut ar = false;
    for cycle in 0..60 {
        axi.axi.arvalid.next = cycle >= at[0] && !ar;
        axi.axi.araddr.next = address.into();
        axi.axi.rready.next = cycle >= at[1];
        axi.settle();
        ar |= axi.axi.arvalid.val() && axi.axi.arready.val();
        let response = (axi.axi.rdata.val().to_u64(), axi.axi.rresp.val().to_u64());
        let taken = axi.axi.rvalid.val() && axi.axi.rready.val();
        regs.tick(axi);
        if taken {
            axi.axi.rready.next = false;
            return response;
        }
    }
    panic!("no response");
}

#[test]
fn handshakes_come_in_any_order() {
    let mut axi = AxiLite::default();
    axi.axi.wstrb.next = 15.into();
    let mut data = 0;
    for delay in [0, 3] {
        let mut regs = Registers::new(delay);
        for at in [[0, 0, 0], [0, 5, 0], [5, 0, 0], [0, 0, 12], [3, 1, 20]] {
            data += 0x0101_0101;
            assert_eq!(write(&mut axi, &mut regs, 8, data, at), 0, "{at:?}");
            assert_eq!(regs.words[2], data as u32);
            assert_eq!(
                read(&mut axi, &mut regs, 8, [at[0], at[2]]),
                (data, 0),
                "{at:?}"
            );
        }
    }
}

#[test]
fn refused_accesses_answer_slverr() {
    let mut axi = AxiLite::default();
    let mut regs = Registers::new(1);
    axi.axi.wstrb.next = 15.into();
    assert_eq!(write(&mut axi, &mut regs, 16, 1, [0; 3]), 2);
    assert_eq!(read(&mut axi, &mut regs, 0xffc, [0; 2]).1, 2);
    axi.axi.wstrb.next = 7.into();
    assert_eq!(write(&mut axi, &mut regs, 0, 1, [0; 3]), 2);
    assert_eq!(regs.words, [0; 4]);
    axi.axi.wstrb.next = 15.into();
    assert_eq!(
        write(&mut axi, &mut regs, 0, 1, [0; 3]),
        0,
        "no error is left behind"
    );
    assert_eq!(read(&mut axi, &mut regs, 0, [0; 2]), (1, 0));
}

#[test]
fn reads_and_writes_under_load_are_both_served() {
    let mut axi = AxiLite::default();
    let mut regs = Registers::new(0);
    axi.axi.wstrb.next = 15.into();
    axi.axi.awvalid.next = true;
    axi.axi.wvalid.next = true;
    axi.axi.arvalid.next = true;
    axi.axi.bready.next = true;
    axi.axi.rready.next = true;
    let (mut writes, mut reads) = (0, 0);
    for _ in 0..200 {
        axi.settle();
        writes += u32::from(axi.axi.bvalid.val());
        reads += u32::from(axi.axi.rvalid.val());
        regs.tick(&mut axi);
    }
    assert!(writes > 40 && reads > 40, "{writes} writes, {reads} reads");
}

#[test]
fn responses_hold_until_taken() {
    let mut axi = AxiLite::default();
    let mut regs = Registers::new(0);
    regs.words[1] = 77;
    axi.axi.arvalid.next = true;
    axi.axi.araddr.next = 4.into();
    (0..10).for_each(|_| regs.tick(&mut axi));
    for _ in 0..10 {
        // A second read waits behind: the first answer must not change.
        axi.axi.araddr.next = 0.into();
        regs.tick(&mut axi);
        assert!(axi.axi.rvalid.val());
        assert_eq!(axi.axi.rdata.val(), 77);
    }
}
