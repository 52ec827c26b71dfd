"""Makes the cases that implementations are compared on: one a line, in the notation of README.md."""
import random
import struct

random.seed(20260101)

INTEGERS = sorted({
    sign * (1 << bits) + more
    for bits in (0, 4, 5, 7, 8, 15, 16, 31, 32, 53, 62, 63, 64) for more in (-1, 0, 1) for sign in (1, -1)
    if -(1 << 63) <= sign * (1 << bits) + more < (1 << 64)
} | {0, 23, 24, 25, -24, -25, 100, 1000, 1000000})

FLOATS = [
    0.0, -0.0, 1.0, -1.0, 1.5, 0.1, 0.30000000000000004, 1e16, 1e17, 1e21, 1e-7, 1e-5, 65504.0, 5e-324,
    2.2250738585072014e-308, 1.7976931348623157e308, -4.1, 3.4028234663852886e38, 16777217.0, 9007199254740993.0,
    123456789.125,
]

TEXTS = [
    "", "a", "hello", "x" * 23, "x" * 24, "x" * 31, "x" * 32, "x" * 255, "x" * 256, "\u00e9", "gr\u00fc\u00dfe",
    "\u20ac", "\U0001f30d", "\"\\/\b\f\n\r\t", "\0\x1f\x7f", "\u2028\u2029", "\ufeff", "\uffff", "\U0010ffff",
    "42", "-1", "1.5", "null", "node#port", "\u0451\u0436 \u65e5\u672c\u8a9e",
]

BYTES = [b"", b"\0", b"abc", b"\xff\xfe", bytes(range(23)), bytes(range(24)), bytes(range(256)), b"\x80" * 300]

MOMENTS = [
    (0, 0), (1, 0), (-1, 0), (1767225600, 0), (4294967295, 0), (4294967296, 0), (1767225600, 500000000),
    (17179869183, 999999999), (17179869184, 1), (-62135596800, 0), (253402300799, 999999999), (-1, 1),
]


def text(value):
    return "s" + value.encode("utf-8").hex()


def floating(value):
    return "f" + struct.pack(">d", value).hex()


def array(items):
    return " ".join(["[", *items, "]"])


def mapping(entries):
    ordered = sorted(entries.items(), key=lambda entry: entry[0].encode("utf-8"))
    return " ".join(["{", *(part for key, value in ordered for part in (text(key), value)), "}"])


def scalar():
    return random.choice([
        lambda: random.choice("NTF"),
        lambda: f"i{random.choice(INTEGERS)}",
        lambda: f"i{random.randint(-200, 200)}",
        lambda: floating(random.choice(FLOATS)),
        lambda: floating(random.uniform(-1e6, 1e6)),
        lambda: text(random.choice(TEXTS[:8] + TEXTS[9:])),
    ])()


def tree(depth):
    if depth == 0 or random.random() < 0.4:
        return scalar()
    count = random.choice([0, 1, 2, 3, 17 if depth == 1 else 4])
    if random.random() < 0.5:
        return array(tree(depth - 1) for _ in range(count))
    return mapping({random.choice(TEXTS[1:8]) + str(index): tree(depth - 1) for index in range(count)})


cases = ["N", "T", "F"]
cases += [f"i{value}" for value in INTEGERS]
cases += [floating(value) for value in FLOATS]
cases += [floating(value) for value in (float("inf"), float("-inf"))] + ["f7ff8000000000000"]
cases += [text(value) for value in TEXTS]
cases += ["b" + value.hex() for value in BYTES]
cases += [f"t{seconds}.{nanoseconds:09}" for seconds, nanoseconds in MOMENTS]
cases += [array(["i1"] * count) for count in (0, 1, 15, 16, 23, 24, 255, 256)]
cases += [mapping({f"key {index}": f"i{index}" for index in range(count)}) for count in (0, 1, 15, 16, 17, 24, 300)]
cases += [" ".join(["["] * 30 + ["]"] * 30), array([mapping({"": array(["b00", "t0.000000000"])}), "N"])]
cases += [tree(3) for _ in range(60)]
print("\n".join(cases))
