#!/usr/bin/env bash
# Fetches the source distribution of llama-cpp-python once and keeps it, with the chat templates and the tokenizers of
# llama.cpp unpacked beside it: the tests of the model families read them. Prints where the distribution lies.
# Usage: llama-source.sh VENV_BIN SOURCES VERSION
set -euo pipefail
bin=$1 sources=$2 version=$3
archive="$sources/llama_cpp_python-$version.tar.gz"
models="$sources/models-$version"

if [ ! -f "$archive" ]; then
  mkdir -p "$sources"
  part=$(mktemp -d "$sources/part.XXXXXX")
  trap 'rm -rf "$part"' EXIT
  echo "Fetching the source of llama-cpp-python $version (75 MB, once)" >&2
  "$bin/pip" download --quiet --no-deps --no-binary llama-cpp-python --dest "$part" "llama-cpp-python==$version" >&2
  mv "$part"/llama_cpp_python-"$version".tar.gz "$archive"
fi
if [ ! -d "$models" ]; then
  unpacked=$(mktemp -d "$sources/models.XXXXXX")
  "$bin/python" - "$archive" "$unpacked" <<'PYTHON'
import pathlib, sys, tarfile

inside = "/vendor/llama.cpp/models/"
with tarfile.open(sys.argv[1]) as archive:
    for member in archive:
        _, found, name = member.name.partition(inside)
        if found and member.isfile() and name.endswith((".gguf", ".jinja")):
            path = pathlib.Path(sys.argv[2], name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(archive.extractfile(member).read())
PYTHON
  chmod 755 "$unpacked"
  mv "$unpacked" "$models" 2>/dev/null || rm -rf "$unpacked"  # another process was faster
fi
echo "$archive"
