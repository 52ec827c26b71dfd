#!/usr/bin/env bash
# Starts the node, has each language that this machine has join it, and looks at what they print.
set -euo pipefail
MP_SECRET=$(head -c 32 /dev/urandom | base64)
export MP_SECRET

dotnet build samples/Polyglot -v quiet
coproc NODE { timeout 120 dotnet run --no-build --project samples/Polyglot -- 127.0.0.1:0; }
read -r -t 60 _ port <&"${NODE[0]}"   # READY <port ID>
echo "joining ${port%%#*}"

count=0
greet() {
  local name=$1 output
  if ! command -v "$2" >/dev/null; then
    echo "$name: not on this machine"
    return
  fi
  output=$(timeout 60 "$2" "samples/Polyglot/$3" "${port%%#*}")
  echo "$output"
  count=$((count + 1))
  [[ $output == "Hello, $name! You are number $count." ]]
}

greet Python python3 hello.py
greet Node.js node hello.js
greet Perl perl hello.pl
greet bash bash hello.sh
[[ $count -gt 0 ]]
