#!/usr/bin/env bash
# Runs the sample; it must end by itself, with exit code 0, and say something.
set -euo pipefail

output=$(timeout 120 dotnet run --project samples/PingPong)
echo "$output"
[[ -n $output ]]
