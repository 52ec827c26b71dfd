#!/usr/bin/env bash
# Starts the node for a few seconds; it must say that it is ready, end by itself, and refuse what it does not understand.
set -euo pipefail
export MP_SECRET='only for this run of the sample'

output=$(timeout 120 dotnet run --project samples/Echo -- --bind 127.0.0.1:0 --time 2)
echo "$output"
grep -qE '^READY 127\.0\.0\.1:[0-9]+#.' <<<"$output"
if dotnet run --no-build --project samples/Echo -- --frobnicate 1; then
  echo "an option that does not exist must be an error" >&2
  exit 1
elif [[ $? -ne 2 ]]; then
  echo "an option that does not exist must end with exit code 2" >&2
  exit 1
fi
