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
        axi.lite.awready.next = !self.address;
        axi.lite.wready.next = !self.data;
        axi.lite.arready.next = self.delay == 0;
        axi.lite.bvalid.next = self.address && self.data;
        axi.lite.rvalid.next = self.delay > 2;
        axi.settle();
    }

    fn tick(&mut self, axi: &mut Axi3) {
        let taken = (
            axi.lite.bvalid.val() && axi.lite.bready.val(),
            axi.lite.rvalid.val() && axi.lite.rready.val(),
        );
        if taken.0 {
            (self.address, self.data) = (false, false);
            self.writes += 1;
        }
        self.address |= axi.lite.awvalid.val() && axi.lite.awready.val();
        self.data |= axi.lite.wvalid.val() && axi.lite.wready.val();
        if taken.1 {
            self.delay = 0;
            self.reads += 1;
        } else if self.delay > 0 || (axi.lite.arvalid.val() && axi.lite.arready.val()) {
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
        axi.axi.awvalid.next = !address;
        axi.axi.awid.next = id.into();
        axi.axi.awlen.next = (beats - 1).into();
        axi.axi.wvalid.next = data < beats && cycle % 2 == 0;
        axi.axi.wlast.next = data == beats - 1;
        axi.axi.bready.next = cycle > 5;
        axi.settle();
        address |= axi.axi.awvalid.val() && axi.axi.awready.val();
        data += u64::from(axi.axi.wvalid.val() && axi.axi.wready.val());
        let response = (axi.axi.bid.val().to_u64(), axi.axi.bresp.val().to_u64());
        let taken = axi.axi.bvalid.val() && axi.axi.bready.val();
        lite.tick(axi);
        if taken {
            assert!(address && data == beats, "answered before the last beat");
            axi.axi.bready.next = false;
            return response;
        }
    }
    panic!("no response");
}

/// A read of `beats`; returns the ID and response of each.
fn read(axi: &mut Axi3, lite: &mut Lite, id: u64, beats: u64) -> Vec<(u64, u64)> {
    let (mut address, mut got) = (false, vec![]);
    for cycle in 0..80 {
        axi.axi.arvalid.next = !address;
        axi.axi.arid.next = id.into();
        axi.axi.arlen.next = (beats - 1).into();
        axi.axi.rready.next = cycle % 3 != 0;
        axi.settle();
        address |= axi.axi.arvalid.val() && axi.axi.arready.val();
        let taken = axi.axi.rvalid.val() && axi.axi.rready.val();
        let last = axi.axi.rlast.val();
        if taken {
            got.push((axi.axi.rid.val().to_u64(), axi.axi.rresp.val().to_u64()));
        }
        lite.tick(axi);
        if taken && last {
            axi.axi.rready.next = false;
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
    axi.lite.bresp.next = 2.into();
    axi.lite.rresp.next = 2.into();
    assert_eq!(write(&mut axi, &mut lite, 5, 1), (5, 2));
    assert_eq!(read(&mut axi, &mut lite, 6, 1), [(6, 2)]);
}

#[test]
fn addresses_and_data_pass() {
    let mut axi = Axi3::default();
    axi.axi.awaddr.next = 0x4000_0104.into();
    axi.axi.wdata.next = 0xdead_beef.into();
    axi.axi.wstrb.next = 0b0110.into();
    axi.axi.araddr.next = 0x4000_0ffc.into();
    axi.lite.rdata.next = 0x1234_5678.into();
    axi.settle();
    assert_eq!(axi.lite.awaddr.val(), 0x104);
    assert_eq!(axi.lite.wdata.val(), 0xdead_beef);
    assert_eq!(axi.lite.wstrb.val(), 0b0110);
    assert_eq!(axi.lite.araddr.val(), 0xffc);
    assert_eq!(axi.axi.rdata.val(), 0x1234_5678);
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
