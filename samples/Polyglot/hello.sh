#!/usr/bin/env bash
# Joins a network as a node in the smallest sense: three lines of text, then JSON. No other program is needed.
# Usage: hello.sh HOST:PORT; the secret is in MP_SECRET. Asks the port "greeter", and prints the answer.
# The secret itself is sent: for loopback, and nodes with AcceptClearText only.
set -euo pipefail
LC_ALL=C

id=bash-$$
hex=
for ((i = 0; i < ${#MP_SECRET}; i++)); do
  printf -v digits %02x "'${MP_SECRET:i:1}"
  hex+=$digits
done

exec 3<>"/dev/tcp/${1%:*}/${1##*:}"
printf '%s\n' "aemp;1;$id;hmac_sha3_512;json;provider=bash" "nonce-of-$id" "cleartext;$hex;json" >&3
printf '%s' "[\"greeter\",\"greet\",\"bash\",\"$id#me\"]" >&3

# The node's greeting, its nonce, and its proof, which we can't check.
for line in greeting nonce proof; do
  IFS= read -r -t 30 "$line" <&3 || { echo "not let in" >&2; exit 1; }
done

# ["me","hello","TEXT"]
IFS= read -r -t 30 -d ']' answer <&3
answer=${answer#*'"hello","'}
printf '%s\n' "${answer%'"'}"
