"""Says something in the chat, from outside of it: through any global node of the network, as a seed is one.

Usage: say.py HOST:PORT NICK TEXT; the secret is in MP_SECRET.
"""
import os
import pathlib
import sys

sys.dont_write_bytecode = True
sys.path.append(str(pathlib.Path(__file__).resolve().parent.parent / "Polyglot"))
from hello import Connection  # noqa: E402

address, nick, text = sys.argv[1:]
connection = Connection(address, "say", os.environ["MP_SECRET"])
for room in connection.members("chat"):
    print("saying it in", room)
    connection.send(room, "say", nick, text)

connection.send("", "time", connection.id + "#me")  # it is answered when all of this was passed on
connection.receive()
