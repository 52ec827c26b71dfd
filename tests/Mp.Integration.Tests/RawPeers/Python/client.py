"""A node in the smallest sense: three lines of text, then JSON. Standard library only.

Usage: client.py HOST PORT; the secret is in MP_SECRET. Says on standard output what it sees, a line each.
"""

import hashlib
import hmac
import json
import os
import socket
import sys

NODE_ID = "python-1"


class Connection:
    def __init__(self, host, port):
        self.socket = socket.create_connection((host, int(port)), timeout=30)
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.received = b""
        self.decoder = json.JSONDecoder()

    def read_line(self):
        while b"\n" not in self.received:
            self.fill()
        line, self.received = self.received.split(b"\n", 1)
        return line

    def read_message(self):
        while True:
            try:
                message, end = self.decoder.raw_decode(self.received.decode())
                self.received = self.received.decode()[end:].encode()
                return message
            except ValueError:
                self.fill()

    def fill(self):
        data = self.socket.recv(4096)
        if not data:
            raise EOFError("the node closed the connection")
        self.received += data

    def send(self, message):
        self.socket.sendall(json.dumps(message, ensure_ascii=False).encode())


def prove(secret, own, remote):
    return hmac.new(secret, own + remote, hashlib.sha3_512).hexdigest().encode()


def authenticate(connection, secret):
    remote = connection.read_line() + b"\n" + connection.read_line() + b"\n"
    greeting = f"aemp;1;{NODE_ID};hmac_sha3_512;json;provider=python".encode()
    own = greeting + b"\n" + os.urandom(33).hex().encode() + b"\n"
    connection.socket.sendall(own)
    connection.socket.sendall(b"hmac_sha3_512;" + prove(secret, own, remote) + b";json\n")
    method, proof, framing = connection.read_line().split(b";")[:3]
    print("authenticated", method == b"hmac_sha3_512", proof == prove(secret, remote, own), framing.decode())


def say(connection):
    print(json.dumps(connection.read_message(), ensure_ascii=False))


def converse(connection):
    me = NODE_ID + "#me"
    connection.send([])
    connection.send([""])
    connection.send(["service", "ping", me, 41, "grüße \U0001f600"])
    say(connection)

    # Two messages, white space around them, cut where it hurts: in a character, an escape, a number, between two.
    text = ' [ "service" ,"ping","%s", 12,"\\u00fc-ü"]\n\t[][""]["service","ping","%s",-8,"two"] ' % (me, me)
    for byte in text.encode():
        connection.socket.sendall(bytes([byte]))
    say(connection)
    say(connection)

    connection.send(["", "wkp", "service", me, "found"])
    found = connection.read_message()
    print("found", found[:2], "#" in found[2])

    connection.send(["", "mon1", "nobody"])
    print(json.dumps(connection.read_message()[:4]))
    connection.send(["", "mon1", "victim"])
    connection.send(["", "kil1", "victim", "bored", 42])
    say(connection)
    connection.send(["", "mon1", "service"])
    connection.send(["service", "throw", "an accident"])
    say(connection)
    connection.send(["service", "ping", me, 1, "to the dead"])
    connection.send(["", "time", me, "still there"])
    print(connection.read_message()[:2])


def main():
    sys.stdout.reconfigure(encoding="utf-8", newline="\n")
    connection = Connection(sys.argv[1], sys.argv[2])
    try:
        authenticate(connection, os.environ["MP_SECRET"].encode())
        converse(connection)
    except EOFError:
        print("closed, after", len(connection.received), "bytes more")


main()
