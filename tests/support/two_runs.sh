# two_runs.sh DATA: two runs of analyze, on one thread and on two, write the same bytes into every file but
# manifest.json.
set -eu
for threads in 1 2; do entente analyze "$1" --threads $threads -o "$SCRATCH/$threads" >"$SCRATCH/said.$threads"; done
for file in "$SCRATCH"/1/*; do
    [ "${file##*/}" = manifest.json ] || cmp "$file" "$SCRATCH/2/${file##*/}"
done
sed "/Written to/d" "$SCRATCH/said.1" >"$SCRATCH/a"
sed "/Written to/d" "$SCRATCH/said.2" | cmp - "$SCRATCH/a"
grep -l "$SCRATCH" "$SCRATCH"/1/* | sed 's|.*/||'
