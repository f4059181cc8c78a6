#!/bin/sh
# Runs a table of steps and ends with a table of their results.
#
# usage: tools/test.sh <table> [step ...]      (no step: all of them)
#
# A line of the table is a name and a command; `#` begins a comment line. A command's exit
# status 77 means that something optional is missing on this machine: the step counts as
# skipped, or, in continuous integration (CI=true), as failed. Steps after a failed one still
# run. The exit status is 0 if nothing failed.
set -u

work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
# A signal ends the run; without this the interrupted step would only count as failed.
trap 'exit 130' INT TERM

grep -v -e '^#' -e '^$' "$1" >"$work/steps" || exit 2
shift
for wanted in "$@"; do
    if ! grep -q "^$wanted " "$work/steps"; then
        echo "no step \`$wanted\`; there are:" $(cut -d' ' -f1 "$work/steps") >&2
        exit 2
    fi
done
cd "$(dirname "$0")/.." || exit 1

# The steps come from a descriptor of their own: a command that reads its standard input
# would otherwise swallow the rest of the list.
passed=0 failed=0 skipped=0
while read -r name command <&3; do
    case " ${*:-$name} " in
        *" $name "*) ;;
        *) continue ;;
    esac
    printf '\n==> %s: %s\n' "$name" "$command"
    start=$(date +%s)
    sh -c "$command" </dev/null 3<&-
    status=$?
    seconds=$(($(date +%s) - start))
    if [ $status = 0 ]; then
        result=passed passed=$((passed + 1))
    elif [ $status = 77 ] && [ "${CI:-}" != true ]; then
        result=SKIPPED skipped=$((skipped + 1))
    else
        result=FAILED failed=$((failed + 1))
    fi
    printf '%-12s %-8s %5d s\n' "$name" "$result" "$seconds" >>"$work/results"
done 3<"$work/steps"

printf '\n%-12s %-8s %7s\n' step result time
cat "$work/results"
printf '\n%d passed, %d failed' "$passed" "$failed"
[ "$skipped" = 0 ] || printf ', %d skipped' "$skipped"
echo
[ "$failed" = 0 ]
