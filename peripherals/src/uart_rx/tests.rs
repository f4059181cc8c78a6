use super::*;
use crate::bench::Clocked;

/// Holds the line for `cycles`; bytes that complete are collected.
fn hold(rx: &mut UartRx, level: bool, cycles: u32, got: &mut Vec<u8>) {
    rx.rxd.next = level;
    for _ in 0..cycles {
        rx.tick();
        if rx.valid.val() {
            got.push(rx.data.val().to_u8());
        }
    }
}

/// One byte at `n` cycles per bit with the given stop bit.
fn send(rx: &mut UartRx, byte: u8, n: u32, stop: bool, got: &mut Vec<u8>) {
    hold(rx, false, n, got);
    for i in 0..8 {
        hold(rx, byte >> i & 1 == 1, n, got);
    }
    hold(rx, stop, n, got);
}

#[test]
fn bytes_back_to_back() {
    for n in [2, 3, 4, 16] {
        let mut rx = UartRx::new(n);
        let mut got = vec![];
        hold(&mut rx, true, 10, &mut got);
        for byte in [0x00, 0xff, 0xa5, 0x5a, 0x80, 0x01] {
            send(&mut rx, byte, n, true, &mut got);
        }
        hold(&mut rx, true, 10, &mut got);
        assert_eq!(
            got,
            [0x00, 0xff, 0xa5, 0x5a, 0x80, 0x01],
            "{n} cycles per bit"
        );
    }
}

#[test]
fn tolerates_a_sender_three_percent_off() {
    for sender in [97, 103] {
        let mut rx = UartRx::new(100);
        let mut got = vec![];
        for byte in 0..20 {
            send(&mut rx, byte * 13, sender, true, &mut got);
        }
        hold(&mut rx, true, 200, &mut got);
        assert_eq!(got, (0..20).map(|b| b * 13).collect::<Vec<u8>>());
    }
}

#[test]
fn a_byte_without_stop_bit_is_dropped_and_a_break_is_one_error() {
    let mut rx = UartRx::new(8);
    let mut got = vec![];
    send(&mut rx, 0x42, 8, false, &mut got);
    hold(&mut rx, false, 500, &mut got);
    hold(&mut rx, true, 20, &mut got);
    assert_eq!(got, []);
    send(&mut rx, 0x43, 8, true, &mut got);
    hold(&mut rx, true, 20, &mut got);
    assert_eq!(got, [0x43]);
}

#[test]
fn noise_shorter_than_half_a_bit_is_no_start_bit() {
    let mut rx = UartRx::new(16);
    let mut got = vec![];
    hold(&mut rx, true, 10, &mut got);
    hold(&mut rx, false, 5, &mut got);
    hold(&mut rx, true, 20, &mut got);
    send(&mut rx, 0x7e, 16, true, &mut got);
    hold(&mut rx, true, 20, &mut got);
    assert_eq!(got, [0x7e]);
}

#[test]
fn a_line_that_is_low_at_power_on_is_no_byte() {
    let mut rx = UartRx::new(4);
    let mut got = vec![];
    rx.reset.next = true;
    hold(&mut rx, false, 10, &mut got);
    rx.reset.next = false;
    hold(&mut rx, false, 100, &mut got);
    hold(&mut rx, true, 10, &mut got);
    assert_eq!(got, []);
}
