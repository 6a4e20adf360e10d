#!/usr/bin/env bash
# judges.sh [--unsigned|--kept] DIR: asks every judge about every PDF in DIR: veraPDF (PDF/A-3a and PDF/UA-1), qpdf, and for
# signed forms pyHanko and poppler's pdfsig (valid, and the last signature covers the whole document; with --kept all
# but the validation data after it, which pyHanko uses and pdfsig passes over).
# Prints what was found wrong, one line each (file, judge, verdict, why), then one line per judge: judge, passed, files.
# Ends 0 only when there was at least one file and every judge passed every file.
set -uo pipefail
here=$(cd "$(dirname "$0")" && pwd)
home=${WEEGSCHAAL_JUDGES:-$here/../../build/judges}
signed=yes kept=
[ "${1:-}" = --unsigned ] && signed=no && shift
[ "${1:-}" = --kept ] && kept=--kept && shift
export kept
dir=${1:?usage: judges.sh [--unsigned|--kept] DIR}
mapfile -d '' files < <(find "$dir" -maxdepth 1 -name '*.pdf' -print0 | sort -z)
[ ${#files[@]} -gt 0 ] || { echo "no PDF in $dir" >&2; exit 1; }
[ -e "$home/installed" ] || { echo "the judges are not set up: run tests/judges/setup.sh" >&2; exit 1; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

vera() {
  local path=$home/verapdf.jar:$home part
  for part in jaxb-runtime jaxb-impl jaxb-core istack-commons-runtime; do path+=:/usr/share/java/$part.jar; done
  java -Xss8m -XX:+UseParallelGC -cp "$path" Vera 3a,ua1 "${files[@]}"
}
hanko() {
  "$home/venv/bin/python" "$here/signatures.py" $kept "${files[@]}"
}
one_qpdf() {
  local said
  if said=$(qpdf --check "$1" 2>&1); then verdict=pass said=; else verdict=fail; fi
  printf '%s\tqpdf\t%s\t%s\n' "${1##*/}" "$verdict" "$(tail -n1 <<<"$said")"
}
one_pdfsig() {
  local said signatures valid verdict=fail
  said=$(pdfsig -nocert "$1" 2>&1)
  signatures=$(grep -c 'Signature Validation:' <<<"$said")
  valid=$(grep -c 'Signature Validation: Signature is Valid\.' <<<"$said")
  if [ "$signatures" -gt 0 ] && [ "$signatures" -eq "$valid" ] &&
    { [ -n "$kept" ] || grep 'otal document signed' <<<"$said" | tail -n1 | grep -q '  - Total document signed'; }; then verdict=pass said=; fi
  printf '%s\tpdfsig\t%s\t%s\n' "${1##*/}" "$verdict" "$(grep -E 'Validation:|otal document|not|Error' <<<"$said" | tr -s '\n\t ' ' ')"
}
export -f one_qpdf one_pdfsig
each() { printf '%s\0' "${files[@]}" | xargs -0 -P 2 -I {} bash -c "$1 \"\$1\"" _ {}; }

judges=(3a ua1 qpdf)
vera >"$work/vera" 2>"$work/vera.err" &
each one_qpdf >"$work/qpdf" 2>"$work/qpdf.err" &
if [ $signed = yes ]; then
  judges+=(pyhanko pdfsig)
  hanko >"$work/hanko" 2>"$work/hanko.err" &
  each one_pdfsig >"$work/pdfsig" 2>"$work/pdfsig.err" &
fi
wait

cat "$work"/{vera,qpdf,hanko,pdfsig} 2>/dev/null | awk -F'\t' '$3 != "pass"' | cut -c1-300
wrong=0
for judge in "${judges[@]}"; do
  passed=$(cat "$work"/{vera,qpdf,hanko,pdfsig} 2>/dev/null | awk -F'\t' -v judge="$judge" '$2 == judge && $3 == "pass"' | wc -l)
  printf '%s\t%s\t%s\n' "$judge" "$passed" ${#files[@]}
  [ "$passed" -eq ${#files[@]} ] || wrong=1
done
[ $wrong -eq 0 ] || tail -qn1 "$work"/*.err >&2
exit $wrong
