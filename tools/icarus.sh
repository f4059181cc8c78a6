#!/bin/sh
# Looks for Icarus Verilog, of which there is no wheel. Root in continuous integration
# (CI=true) installs Debian's package; anybody else is told how to.
set -u

if command -v iverilog >/dev/null && command -v vvp >/dev/null; then
    iverilog -V 2>/dev/null | head -n 1
    exit 0
fi
if [ "${CI:-}" = true ] && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -qq && apt-get install -y -qq --no-install-recommends iverilog
    exit
fi
echo 'Icarus Verilog is not installed: the emitted Verilog is checked with the other tools only.'
echo 'help: install it (Debian: apt-get install iverilog)'
exit 77
