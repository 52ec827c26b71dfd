#!/usr/bin/env bash
# Simulates twenty banks; links must have been lost in some, and no money in any.
set -euo pipefail

output=$(timeout 300 dotnet run --project samples/Bank -- 20)
echo "$output"
grep -q '^all money is there$' <<<"$output"
grep -qE 'links were lost [1-9][0-9]* times$' <<<"$output"
