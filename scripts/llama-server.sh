#!/usr/bin/env bash
# Builds llama.cpp's own server from the source distribution of llama-cpp-python, once, and keeps it: `make bench-llm`
# measures the engine against it. Without curl, TLS and the web page; for this machine's processor, as the wheel is.
# Usage: llama-server.sh VENV_BIN SOURCES VERSION SERVER
set -euo pipefail
bin=$1 sources=$2 version=$3 server=$4

if [ -x "$server" ]; then
  exit 0
fi
for tool in cmake c++; do
  if ! command -v "$tool" >/dev/null; then
    echo "Building llama-server needs $tool: install it (Debian, Ubuntu: apt-get install build-essential cmake)." >&2
    exit 1
  fi
done
archive=$(bash "$(dirname "$0")/llama-source.sh" "$bin" "$sources" "$version")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
tar xzf "$archive" -C "$work"
mkdir -p "$(dirname "$server")"
log="$server.log"
echo "Building llama-server $version: some 10 minutes on two cores, once. The log is $log."
{
  cmake -S "$work/llama_cpp_python-$version/vendor/llama.cpp" -B "$work/build" -DCMAKE_BUILD_TYPE=Release \
    -DBUILD_SHARED_LIBS=OFF -DGGML_NATIVE=ON -DLLAMA_CURL=OFF -DLLAMA_OPENSSL=OFF -DLLAMA_BUILD_UI=OFF \
    -DLLAMA_USE_PREBUILT_UI=OFF -DLLAMA_BUILD_TESTS=OFF -DLLAMA_BUILD_EXAMPLES=OFF -DLLAMA_BUILD_APP=OFF &&
    cmake --build "$work/build" --target llama-server --parallel "$(nproc)"
} >"$log" 2>&1 || { tail -n 30 "$log" >&2; echo "llama-server could not be built; the whole log is $log." >&2; exit 1; }
cp "$work/build/bin/llama-server" "$server.part"
mv "$server.part" "$server"
echo "llama-server is $server."
