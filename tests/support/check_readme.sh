# check_readme.sh FILE SCRATCH: runs every command of FILE's ```console blocks, where a line "$ command" is
# followed by what it prints, and compares. They run in a folder of their own that has the project's data,
# with `entente` found on the PATH.
set -eu
file=$1 scratch=$2
rm -rf "$scratch" && mkdir -p "$scratch"
awk -v scratch="$scratch" '
    /^```console$/ { inside = 1; next }
    /^```$/ { inside = 0 }
    inside && /^\$ / { n++; sub(/^\$ /, ""); print > (scratch "/" n ".cmd"); printf "" > (scratch "/" n ".expected"); next }
    inside { print > (scratch "/" n ".expected") }
' "$file"
mkdir "$scratch/run" && ln -s "$PWD/data" "$PWD/docs" "$scratch/run"
count=0 failed=0
for command in "$scratch"/*.cmd; do
    count=$((count + 1))
    name=${command%.cmd}
    (cd "$scratch/run" && sh "$command") >"$name.actual" 2>&1 || true
    diff -u "$name.expected" "$name.actual" || { echo "differs: $(cat "$command")"; failed=1; }
done
echo "$count commands of $file"
[ "$count" -ge 5 ] || { echo "too few examples found"; failed=1; }
exit $failed
