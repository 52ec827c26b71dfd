#!/usr/bin/env bash
# Starts a server; lines that are piped into a client must be heard by it, in both designs.
set -euo pipefail
MP_SECRET=$(head -c 32 /dev/urandom | base64)
export MP_SECRET

dotnet build samples/Chat -v quiet
chat() { timeout 120 dotnet run --no-build --project samples/Chat -- "$@"; }

coproc SERVER { chat server --bind 127.0.0.1:0; }
read -r -t 60 _ room <&"${SERVER[0]}"   # READY <port ID>
seed=${room%%#*}

for design in "" --session; do
  output=$(printf 'one\ntwo\n' | chat client anna --seed "$seed" ${design:+"$design"})
  echo "$output"
  [[ $output == $'* in the room: anna\n<anna> one\n<anna> two' ]]
done

if chat client anna --frobnicate; then
  echo "an option that does not exist must be an error" >&2
  exit 1
elif [[ $? -ne 2 ]]; then
  echo "an option that does not exist must end with exit code 2" >&2
  exit 1
fi
