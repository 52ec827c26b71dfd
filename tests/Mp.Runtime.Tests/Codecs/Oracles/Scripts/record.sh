#!/usr/bin/env bash
# Records what the oracles say of the cases. PYTHON names a Python that has msgpack, MP_ORACLES the folder of node's.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
golden=../../Golden
python=${PYTHON:-python3}

"$python" cases.py >$golden/cases.txt
"$python" python.py msgpack encode <$golden/cases.txt >$golden/msgpack-python.txt
"$python" python.py json encode <$golden/cases.txt >$golden/json-python.txt
node javascript.mjs msgpack encode <$golden/cases.txt >$golden/msgpack-javascript.txt
node javascript.mjs json encode <$golden/cases.txt >$golden/json-javascript.txt

# So that the order of a hash is the same each time.
export PERL_HASH_SEED=0 PERL_PERTURB_KEYS=0
perl perl.pl cbor encode <$golden/cases.txt >$golden/cbor-perl.txt
perl perl.pl json encode <$golden/cases.txt >$golden/json-perl.txt
