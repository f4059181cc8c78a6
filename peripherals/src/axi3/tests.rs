use super::*;
use crate::bench::Clocked;

/// A slave that takes addresses and data at once and answers two cycles later.
#[derive(Default)]
struct Lite {
    address: bool,
    data: bool,
    delay: u32,
    reads: u32,
    writes: u32,
}

impl Lite {
    fn present(&self, axi: &mut Axi3) {
        axi.lite_awready.next = !self.address;
        axi.lite_wready.next = !self.data;
        axi.lite_arready.next = self.delay == 0;
        axi.lite_bvalid.next = self.address && self.data;
        axi.lite_rvalid.next = self.delay > 2;
        axi.settle();
    }

    fn tick(&mut self, axi: &mut Axi3) {
        let taken = (
            axi.lite_bvalid.val() && axi.lite_bready.val(),
            axi.lite_rvalid.val() && axi.lite_rready.val(),
        );
        if taken.0 {
            (self.address, self.data) = (false, false);
            self.writes += 1;
        }
        self.address |= axi.lite_awvalid.val() && axi.lite_awready.val();
        self.data |= axi.lite_wvalid.val() && axi.lite_wready.val();
        if taken.1 {
            self.delay = 0;
            self.reads += 1;
        } else if self.delay > 0 || (axi.lite_arvalid.val() && axi.lite_arready.val()) {
            self.delay += 1;
        }
        axi.tick();
        self.present(axi);
    }
}

/// A write of `beats`; returns ID and response.
fn write(axi: &mut Axi3, lite: &mut Lite, id: u64, beats: u64) -> (u64, u64) {
    let (mut address, mut data) = (false, 0);
    for cycle in 0..80 {
        axi.awvalid.next = !address;
        axi.awid.next = id.into();
        axi.awlen.next = (beats - 1).into();
        axi.wvalid.next = data < beats && cycle % 2 == 0;
        axi.wlast.next = data == beats - 1;
        axi.bready.next = cycle > 5;
        axi.settle();
        address |= axi.awvalid.val() && axi.awready.val();
        data += u64::from(axi.wvalid.val() && axi.wready.val());
        let response = (axi.bid.val().to_u64(), axi.bresp.val().to_u64());
        let taken = axi.bvalid.val() && axi.bready.val();
        lite.tick(axi);
        if taken {
            assert!(address && data == beats, "answered before the last beat");
            axi.bready.next = false;
            return response;
        }
    }
    panic!("no response");
}

/// A read of `beats`; returns the ID and response of each.
fn read(axi: &mut Axi3, lite: &mut Lite, id: u64, beats: u64) -> Vec<(u64, u64)> {
    let (mut address, mut got) = (false, vec![]);
    for cycle in 0..80 {
        axi.arvalid.next = !address;
        axi.arid.next = id.into();
        axi.arlen.next = (beats - 1).into();
        axi.rready.next = cycle % 3 != 0;
        axi.settle();
        address |= axi.arvalid.val() && axi.arready.val();
        let taken = axi.rvalid.val() && axi.rready.val();
        let last = axi.rlast.val();
        if taken {
            got.push((axi.rid.val().to_u64(), axi.rresp.val().to_u64()));
        }
        lite.tick(axi);
        if taken && last {
            axi.rready.next = false;
            return got;
        }
    }
    panic!("no last beat");
}

#[test]
fn single_beats_pass_with_their_id() {
    let (mut axi, mut lite) = (Axi3::default(), Lite::default());
    lite.present(&mut axi);
    for id in [0, 1, 0xabc, 0xfff] {
        assert_eq!(write(&mut axi, &mut lite, id, 1), (id, 0));
        assert_eq!(read(&mut axi, &mut lite, id, 1), [(id, 0)]);
    }
    assert_eq!((lite.reads, lite.writes), (4, 4));
    axi.lite_bresp.next = 2.into();
    axi.lite_rresp.next = 2.into();
    assert_eq!(write(&mut axi, &mut lite, 5, 1), (5, 2));
    assert_eq!(read(&mut axi, &mut lite, 6, 1), [(6, 2)]);
}

#[test]
fn bursts_are_refused_whole_and_never_reach_the_slave() {
    let (mut axi, mut lite) = (Axi3::default(), Lite::default());
    lite.present(&mut axi);
    for beats in [2, 4, 16] {
        assert_eq!(write(&mut axi, &mut lite, 7, beats), (7, 2));
        assert_eq!(
            read(&mut axi, &mut lite, 9, beats),
            vec![(9, 2); beats as usize]
        );
    }
    assert_eq!((lite.reads, lite.writes), (0, 0));
    assert_eq!(
        write(&mut axi, &mut lite, 1, 1),
        (1, 0),
        "works after a refusal"
    );
    assert_eq!(read(&mut axi, &mut lite, 2, 1), [(2, 0)]);
}
