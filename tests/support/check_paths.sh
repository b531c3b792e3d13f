#!/bin/sh
# check_paths FILE…: every path in backquotes of these pages exists, from the root of the repository or from
# src/.
failed=0
for page in "$@"; do
    for path in $(grep -o '`[A-Za-z0-9_.][A-Za-z0-9_./-]*`' "$page" | tr -d '`' | grep '/' | grep -v NAME | sort -u); do
        [ -e "$path" ] || [ -e "src/$path" ] || { echo "$page names $path, which is not there"; failed=1; }
    done
done
exit $failed
