"""Joins a network as a node in the smallest sense: three lines of text, then JSON. Standard library only.

Usage: hello.py HOST:PORT; the secret is in MP_SECRET. Asks a member of the group "greeters", and prints the answer.
"""
import hashlib
import hmac
import json
import os
import socket
import sys


class Connection:
    """A connection to a node of the network, which knows us as node_id from now on."""

    def __init__(self, address, node_id, secret):
        host, port = address.rsplit(":", 1)
        self.socket = socket.create_connection((host, int(port)), timeout=30)
        self.reader = self.socket.makefile("r", encoding="utf-8", newline="\n")
        own = f"aemp;1;{node_id};hmac_sha3_512;json;provider=python\n{os.urandom(33).hex()}\n"
        self.socket.sendall(own.encode())
        remote = self.reader.readline() + self.reader.readline()

        def prove(first, second):
            return hmac.new(secret.encode(), (first + second).encode(), hashlib.sha3_512).hexdigest()

        self.socket.sendall(f"hmac_sha3_512;{prove(own, remote)};json\n".encode())
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
    node_id = f"python-{os.getpid()}"
    connection = Connection(sys.argv[1], node_id, os.environ["MP_SECRET"])
    greeter = connection.members("greeters")[0]
    connection.send(greeter.split("#", 1)[1], "greet", "Python", node_id + "#me")
    print(connection.receive()[2])
