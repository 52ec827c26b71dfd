"""MessagePack by python3-msgpack, JSON by Python's own: see README.md."""
import json
import struct
import sys


class Impossible(Exception):
    """The format, or its implementation, can't express a value."""


class Moment:
    def __init__(self, seconds, nanoseconds):
        self.seconds, self.nanoseconds = seconds, nanoseconds


END = object()


def parse(tokens):
    token = next(tokens)
    kind, rest = token[0], token[1:]
    if kind in "]}":
        return END
    if kind in "NTF":
        return {"N": None, "T": True, "F": False}[kind]
    if kind == "i":
        return int(rest)
    if kind == "f":
        return struct.unpack(">d", bytes.fromhex(rest))[0]
    if kind == "s":
        return bytes.fromhex(rest).decode("utf-8")
    if kind == "b":
        return bytes.fromhex(rest)
    if kind == "t":
        seconds, nanoseconds = rest.split(".")
        return Moment(int(seconds), int(nanoseconds))
    items = []
    while True:
        item = parse(tokens)
        if item is END:
            break
        items.append(item)
    return items if kind == "[" else dict(zip(items[::2], items[1::2]))


def write(value):
    if value is None:
        return "N"
    if value is True or value is False:
        return "T" if value else "F"
    if isinstance(value, int):
        return f"i{value}"
    if isinstance(value, float):
        return "f7ff8000000000000" if value != value else "f" + struct.pack(">d", value).hex()
    if isinstance(value, str):
        return "s" + value.encode("utf-8").hex()
    if isinstance(value, (bytes, bytearray)):
        return "b" + bytes(value).hex()
    if isinstance(value, list):
        return " ".join(["[", *map(write, value), "]"])
    if isinstance(value, dict):
        entries = sorted(value.items(), key=lambda entry: entry[0].encode("utf-8"))
        return " ".join(["{", *(part for key, item in entries for part in (write(key), write(item))), "}"])
    return f"t{value.seconds}.{value.nanoseconds:09}"


def message_pack():
    import msgpack

    def default(value):
        return msgpack.Timestamp(value.seconds, value.nanoseconds)

    return (
        lambda value: msgpack.packb(value, default=default),
        lambda data: msgpack.unpackb(data, strict_map_key=True))


def javascript_object_notation():
    def refuse(_):
        raise Impossible

    def encode(value):
        try:
            return json.dumps(value, ensure_ascii=False, allow_nan=False, default=refuse).encode("utf-8")
        except ValueError as error:
            raise Impossible from error

    return encode, lambda data: json.loads(data.decode("utf-8"))


def main(name, direction):
    encode, decode = message_pack() if name == "msgpack" else javascript_object_notation()
    for line in sys.stdin:
        line = line.strip()
        try:
            print(encode(parse(iter(line.split()))).hex() if direction == "encode" else write(decode(bytes.fromhex(line))))
        except Impossible:
            print("-")


main(*sys.argv[1:])
