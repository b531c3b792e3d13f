#!/bin/sh
# check_xml_schemas.sh ENTENTE FOLDER DATA…: what convert writes as GEXF and GraphML, with positions and without,
# is valid by the grammars of schemas/; and these do refuse what the formats do not have.
set -eu
entente=$1 folder=$2
shift 2
schemas="$(dirname "$0")/schemas"
mkdir -p "$folder"
failed=0
check() { # FORMAT GRAMMAR OPTION…
    format=$1 grammar=$schemas/$2
    shift 2
    file=$folder/net.$format
    "$entente" convert "$data" -o "$file" --quiet "$@"
    xmllint --noout --relaxng "$grammar" "$file" 2>"$folder/said" || { failed=1; echo "$data as $format $*"; head -n 5 "$folder/said"; }
    sed 's/<graph /<graph strange="x" /' "$file" >"$folder/strange.$format"
    ! xmllint --noout --relaxng "$grammar" "$folder/strange.$format" 2>/dev/null || { failed=1; echo "$grammar passes anything"; }
}
for data; do
    for options in "" "--layout stress"; do
        # shellcheck disable=SC2086
        check gexf gexf-1.3.rng $options
        # shellcheck disable=SC2086
        check graphml graphml.rng $options
    done
done
exit "$failed"
