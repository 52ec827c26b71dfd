"""Joins a network as a node in the smallest sense: three lines of text, then JSON. Standard library only.

Usage: hello.py HOST:PORT; the secret is in MP_SECRET. Asks a member of the group "greeters", wherever it is.
"""
import hashlib
import hmac
import json
import os
import socket
import sys


class Connection:
    """A connection to a node. We are hidden behind it: it passes on what we send to others, and what they send to us."""

    def __init__(self, address, name, secret):
        host, port = address.rsplit(":", 1)
        self.socket = socket.create_connection((host, int(port)), timeout=30)
        self.reader = self.socket.makefile("r", encoding="utf-8", newline="\n")
        remote = self.reader.readline() + self.reader.readline()
        self.id = f"{name}-{os.getpid()}@{remote.split(';')[2]}"
        own = f"aemp;1;{self.id};hmac_sha3_512;json;provider={name}\n{os.urandom(33).hex()}\n"

        def prove(first, second):
            return hmac.new(secret.encode(), (first + second).encode(), hashlib.sha3_512).hexdigest()

        self.socket.sendall(f"{own}hmac_sha3_512;{prove(own, remote)};json\n".encode())
        proof = self.reader.readline().split(";")
        if len(proof) < 3 or not hmac.compare_digest(proof[1], prove(remote, own)):
            sys.exit("not let in, or by somebody who does not know the secret")

    def send(self, port, *message):
        self.socket.sendall(json.dumps([port, *message]).encode())

    def receive(self):
        text = ""
        while character := self.reader.read(1):
            text += character
            if character == "]":
                try:
                    return json.loads(text)
                except ValueError:
                    pass  # the end of something within
        sys.exit("the node has closed the connection")

    def members(self, group):
        self.send("", "g_db_keys", group, "members")
        return self.receive()[3]  # ["", "g_reply", "members", [port ID, ...]]


if __name__ == "__main__":
    connection = Connection(sys.argv[1], "python", os.environ["MP_SECRET"])
    greeter = connection.members("greeters")[0]
    connection.send(greeter, "greet", "Python", connection.id + "#me")
    print(connection.receive()[2])
