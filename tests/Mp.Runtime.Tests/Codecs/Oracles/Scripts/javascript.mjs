// MessagePack by @msgpack/msgpack, JSON by V8: see README.md.
// A number is a floating-point number here, and an integer a BigInt. What is read as a number and has no fraction may
// have been either, and is written as an integer if it is one that a number holds exactly.
import { createRequire } from "node:module";
import { createInterface } from "node:readline";

class Impossible extends Error {}

class Moment {
  constructor(sec, nsec) {
    this.sec = sec;
    this.nsec = nsec;
  }
}

const End = Symbol("end");

function parse(tokens) {
  const token = tokens.next().value;
  const rest = token.slice(1);
  switch (token[0]) {
    case "N": return null;
    case "T": return true;
    case "F": return false;
    case "i": return BigInt(rest);
    case "f": return Buffer.from(rest, "hex").readDoubleBE();
    case "s": return Buffer.from(rest, "hex").toString("utf8");
    case "b": return new Uint8Array(Buffer.from(rest, "hex"));
    case "t": return new Moment(...rest.split(".").map(Number));
    case "]": case "}": return End;
  }
  const items = [];
  for (let item = parse(tokens); item !== End; item = parse(tokens)) {
    items.push(item);
  }
  return token === "[" ? items : toObject(items);
}

function toObject(items) {
  const object = Object.create(null);
  for (let index = 0; index < items.length; index += 2) {
    object[items[index]] = items[index + 1];
  }
  return object;
}

function bits(number) {
  const bytes = Buffer.alloc(8);
  bytes.writeDoubleBE(number);
  return Number.isNaN(number) ? "7ff8000000000000" : bytes.toString("hex");
}

function write(value) {
  if (value === null) return "N";
  if (value === true || value === false) return value ? "T" : "F";
  if (typeof value === "bigint") return `i${value}`;
  if (typeof value === "number") return Number.isSafeInteger(value) ? `i${BigInt(value)}` : `f${bits(value)}`;
  if (typeof value === "string") return "s" + Buffer.from(value, "utf8").toString("hex");
  if (value instanceof Uint8Array) return "b" + Buffer.from(value).toString("hex");
  if (value instanceof Moment) return `t${value.sec}.${String(value.nsec).padStart(9, "0")}`;
  if (Array.isArray(value)) return ["[", ...value.map(write), "]"].join(" ");
  const entries = Object.entries(value).map(([key, item]) => [write(key), write(item)]);
  entries.sort(([one], [other]) => (one < other ? -1 : 1));
  return ["{", ...entries.flat(), "}"].join(" ");
}

function messagePack() {
  const library = createRequire(`${process.env.MP_ORACLES}/`)("@msgpack/msgpack");
  const extensionCodec = new library.ExtensionCodec();
  extensionCodec.register({
    type: library.EXT_TIMESTAMP,
    encode: (value) => (value instanceof Moment ? library.encodeTimeSpecToTimestamp(value) : null),
    decode: (data) => {
      const { sec, nsec } = library.decodeTimestampToTimeSpec(data);
      return new Moment(sec, nsec);
    },
  });
  const options = { extensionCodec, useBigInt64: true, forceIntegerToFloat: true };
  return [(value) => library.encode(value, options), (data) => library.decode(data, options)];
}

function json() {
  const replace = (_, value) => {
    const isNone = typeof value === "bigint"
      ? !Number.isSafeInteger(Number(value))
      : value instanceof Moment || value instanceof Uint8Array || (typeof value === "number" && !isFinite(value));
    if (isNone) {
      throw new Impossible();
    }
    return typeof value === "bigint" ? Number(value) : value;
  };
  return [(value) => Buffer.from(JSON.stringify(value, replace)), (data) => JSON.parse(Buffer.from(data).toString())];
}

const [, , format, direction] = process.argv;
const [encode, decode] = format === "msgpack" ? messagePack() : json();
for await (const line of createInterface({ input: process.stdin })) {
  try {
    console.log(direction === "encode"
      ? Buffer.from(encode(parse(line.split(" ").values()))).toString("hex")
      : write(decode(Buffer.from(line, "hex"))));
  } catch (error) {
    if (!(error instanceof Impossible)) {
      throw error;
    }
    console.log("-");
  }
}
