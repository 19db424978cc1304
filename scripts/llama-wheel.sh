#!/usr/bin/env bash
# Installs llama-cpp-python: from LLAMA_WHEEL when it is given, from the wheels kept before, else compiled once and kept.
# Usage: llama-wheel.sh VENV_BIN WHEELS VERSION [LLAMA_WHEEL]; the source is kept in SOURCES, beside the wheels.
set -euo pipefail
bin=$1 wheels=$2 version=$3 given=${4:-}

if [ -n "$given" ]; then
  echo "Installing llama-cpp-python from $given"
  exec "$bin/pip" install --quiet "$given"
fi
if "$bin/python" -c "import llama_cpp, sys; sys.exit(llama_cpp.__version__ != '$version')" 2>/dev/null; then
  exit 0
fi
# A wheel is compiled for the processor it was made on: the name of the processor is part of the folder.
cpu=$( (grep -m1 'model name' /proc/cpuinfo 2>/dev/null || uname -m) | cksum | cut -d' ' -f1)
python=$("$bin/python" -c 'import sys; print(f"py{sys.version_info[0]}{sys.version_info[1]}")')
kept="$wheels/$python-$cpu"
if ! compgen -G "$kept/llama_cpp_python-$version-*.whl" >/dev/null; then
  if ! command -v c++ >/dev/null; then
    echo "Compiling llama.cpp needs a C++ compiler: install one (Debian, Ubuntu: apt-get install build-essential)." >&2
    exit 1
  fi
  mkdir -p "$kept"
  echo "Compiling llama.cpp for this machine. It takes about 8 minutes on two cores and happens once;"
  echo "the result is kept in $kept. (A prebuilt wheel for your GPU: LLAMA_WHEEL=…, see the README.)"
  source=$(bash "$(dirname "$0")/llama-source.sh" "$bin" "${SOURCES:-$(dirname "$wheels")/sdist}" "$version")
  log="$kept/compile.log"
  CMAKE_BUILD_PARALLEL_LEVEL=$(nproc) "$bin/pip" wheel --verbose --no-deps --wheel-dir "$kept" \
    "$source" >"$log" 2>&1 &
  build=$!
  while kill -0 "$build" 2>/dev/null; do
    sleep 5
    step=$(grep -aoE '^ *\[[0-9]+/[0-9]+\]' "$log" 2>/dev/null | tail -1 || true)
    printf '\r  compiling %s  %4d s ' "${step:-…}" "$SECONDS"
  done
  printf '\n'
  wait "$build" || { tail -n 30 "$log" >&2; echo "llama.cpp could not be compiled; the whole log is $log." >&2; exit 1; }
fi
"$bin/pip" install --quiet "$kept"/llama_cpp_python-"$version"-*.whl
