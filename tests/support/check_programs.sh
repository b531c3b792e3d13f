# check_programs.sh FILE SCRATCH: runs the programs that FILE shows in blocks of python, r, make, snakemake,
# sh and bash, each where its tool is there, with `entente` found on the PATH; those without are named.
set -eu
file=$1 scratch=$2
rm -rf "$scratch" && mkdir -p "$scratch/run"
awk -v scratch="$scratch" '
    /^```(python|r|make|snakemake|sh|bash)$/ { kind = substr($0, 4); n++; name = scratch "/" n "." kind; printf "" > name; next }
    /^```/ { kind = "" }
    kind != "" { print > name }
' "$file"
ln -s "$PWD/docs" "$scratch/run/docs"
cd "$scratch/run"
ran=0
for program in "$scratch"/*.*; do
    [ -f "$program" ] || continue
    case $program in
    *.python)
        /usr/bin/python3 -c "import networkx" 2>/dev/null || { echo "left out: python3-networkx is not there"; continue; }
        /usr/bin/python3 "$program" ;;
    *.r) command -v Rscript >/dev/null || { echo "left out: R is not there"; continue; }; Rscript "$program" ;;
    *.make) command -v make >/dev/null || { echo "left out: make is not there"; continue; }; make -s -f "$program" ;;
    *.snakemake)
        command -v snakemake >/dev/null || { echo "left out: snakemake is not there"; continue; }
        snakemake -q -c 1 -s "$program" ;;
    *.sh) sh -eu "$program" ;;
    *.bash) SLURM_ARRAY_TASK_ID=1 bash -eu "$program" ;;
    esac
    ran=$((ran + 1))
done
echo "$ran programs of $file"
[ "$ran" -ge 3 ] || { echo "too few"; exit 1; }
