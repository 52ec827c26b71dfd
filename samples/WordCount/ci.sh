#!/usr/bin/env bash
# Counts this repository's own documents, with and without killing a worker; the total must be that of wc -w.
set -euo pipefail
export LC_ALL=C.UTF-8   # what is a word depends on it, for wc and for us

# File by file: a last word without an end of line is not part of the next file's first one.
expected=$(find README.md docs -type f -exec wc -w {} \; | awk '{ total += $1 } END { print total }')

count() {
  local output total
  output=$(timeout 180 dotnet run --project samples/WordCount -- "$@" README.md docs)
  echo "$output"
  total=$(sed -n 's/^total words: \([0-9]*\)$/\1/p' <<<"$output")
  if [[ $total != "$expected" ]]; then
    echo "total words: '$total' instead of $expected (arguments: $*)" >&2
    exit 1
  fi
}

count
count --kill-one
count --workers 1
if dotnet run --no-build --project samples/WordCount -- no-such-file; then
  echo "a path that does not exist must be an error" >&2
  exit 1
elif [[ $? -ne 2 ]]; then
  echo "a path that does not exist must end with exit code 2" >&2
  exit 1
fi
