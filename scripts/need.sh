# shellcheck shell=bash
# Sourced by the other scripts as `. scripts/need.sh run|test`: makes sure everything is there that building (run) or
# also testing (test) needs, and goes to the root of the project.
# Promises: takes a fraction of a second when nothing is missing; changes nothing outside the project except system
# packages, and those only as root. Does not install Rust or Node: it says the one line that does.
# Scripts that source this end at the first command that fails, so what is asked about what may be missing says `|| true`.
cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit 1

for_building="build-essential pkg-config perl curl ca-certificates libwebkit2gtk-4.1-dev"
for_testing="xvfb xauth dbus dbus-x11 webkit2gtk-driver fonts-dejavu-core
  poppler-utils qpdf softhsm2 default-jdk-headless libjaxb-java python3-venv"

# Prints what to do and stops.
stop() {
  printf '%s\n' "$@" >&2
  exit 1
}

# at_least WANTED HAVE: compares major.minor.
at_least() {
  [ "$(printf '%s\n%s\n' "$1" "$2" | sort -V | head -n1)" = "$1" ]
}

need_packages() {
  local wanted=$for_building missing=()
  [ "$1" = test ] && wanted="$for_building $for_testing"
  if ! command -v dpkg-query >/dev/null; then
    pkg-config --exists webkit2gtk-4.1 2>/dev/null ||
      stop "This is not Debian or Ubuntu: install the development files of WebKitGTK 4.1, a C compiler, pkg-config and perl."
    return 0
  fi
  local installed name
  # shellcheck disable=SC2086 # the list is meant to fall apart into words
  installed=$(dpkg-query -W -f='${db:Status-Abbrev}${Package}\n' $wanted 2>/dev/null) || true
  for name in $wanted; do
    [[ $'\n'"$installed"$'\n' == *$'\n'"ii $name"$'\n'* ]] || missing+=("$name")
  done
  [ ${#missing[@]} -eq 0 ] && return 0
  if [ "$(id -u)" -ne 0 ]; then
    stop "System packages are missing. Run this once, or pass it on to whoever may:" \
      "  sudo apt-get update && sudo apt-get install -y ${missing[*]}"
  fi
  echo "Installing system packages: ${missing[*]}" >&2
  export DEBIAN_FRONTEND=noninteractive
  apt-get update -qq && apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null ||
    stop "apt-get could not install: ${missing[*]}"
}

need_rust() {
  command -v cargo >/dev/null || PATH="$HOME/.cargo/bin:$PATH"
  local have
  have=$(rustc --version 2>/dev/null | cut -d' ' -f2) || true
  at_least 1.90 "${have:-0}" ||
    stop "Rust 1.90 or newer is needed (found: ${have:-none}). This installs it:" \
      "  curl --proto '=https' --tlsv1.2 -sSf https://sh.rustup.rs | sh -s -- -y && . \"\$HOME/.cargo/env\""
}

need_node() {
  local have
  have=$(node --version 2>/dev/null) || true
  at_least 20 "${have#v}" ||
    stop "Node 20 or newer is needed (found: ${have:-none}). This installs it:" \
      "  curl -fsSL https://deb.nodesource.com/setup_22.x | sudo -E bash - && sudo apt-get install -y nodejs"
}

need_npm_packages() {
  cmp -s ui/package-lock.json ui/node_modules/.installed-lock && return 0
  echo "Installing the packages of the window (npm ci)" >&2
  (cd ui && npm ci --no-audit --no-fund --loglevel=error) || stop "npm ci failed"
  cp ui/package-lock.json ui/node_modules/.installed-lock
}

need_packages "${1:-run}"
need_rust
need_node
need_npm_packages
export PATH
