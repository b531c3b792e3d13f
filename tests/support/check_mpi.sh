#!/bin/sh
# check_mpi.sh PROGRAM FOLDER: what mpirun's processes give together is what one process gives, byte for byte,
# whatever their number; a fault is said once and ends all.
set -u
program=$1 folder=$2 failed=0
mkdir -p "$folder"
export OMPI_ALLOW_RUN_AS_ROOT=1 OMPI_ALLOW_RUN_AS_ROOT_CONFIRM=1 OMPI_MCA_btl_vader_single_copy_mechanism=none

processes() {  # processes N WORDS…
    count=$1
    shift
    mpirun --oversubscribe -n "$count" "$program" "$@" --threads 1
}
same() {  # same NAME WORDS…
    name=$1
    shift
    "$program" "$@" >"$folder/$name.one" 2>"$folder/$name.err" || { echo "$*: one process fails"; cat "$folder/$name.err"; failed=1; return; }
    for count in 1 2 3; do
        processes "$count" "$@" >"$folder/$name.$count" 2>"$folder/$name.err" || { echo "$*: $count processes fail"; cat "$folder/$name.err"; failed=1; }
        cmp "$folder/$name.one" "$folder/$name.$count" || { echo "$*: $count processes give other bytes"; failed=1; }
    done
}
same robustness robustness data/jerusalem-axis -m betweenness --replicates 40 --format json
same summary summary data/florentine-families --null 30 --format json
same balance balance data/highland-tribes --draws 20 --format json
same centrality centrality data/jerusalem-axis -m betweenness,harmonic,closeness,eccentricity --format csv
awk 'BEGIN { print "source,target"; for (i = 0; i < 1200; ++i) print i "," (i + 1) % 1200 }' >"$folder/ring.csv"
same ring centrality "$folder/ring.csv" -m betweenness,closeness,eccentricity --format csv
same communities communities data/jerusalem-axis --format csv

processes 2 summary data/none >"$folder/none.out" 2>"$folder/none.err"
status=$?
[ "$status" = 3 ] || { echo "a missing file ends two processes with status $status, not 3"; failed=1; }
[ "$(grep -c "data/none" "$folder/none.err")" = 1 ] || { echo "a missing file is not said once:"; cat "$folder/none.err"; failed=1; }
[ ! -s "$folder/none.out" ] || { echo "a failed run wrote something"; failed=1; }
exit "$failed"
