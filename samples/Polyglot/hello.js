// Joins a network as a node in the smallest sense: three lines of text, then JSON. Standard library only.
// Usage: hello.js HOST:PORT; the secret is in MP_SECRET. Asks the port "greeter", and prints the answer.
const crypto = require("node:crypto");
const net = require("node:net");

const address = process.argv[2];
const colon = address.lastIndexOf(":");
const nodeId = `node-${process.pid}`;
const own = `aemp;1;${nodeId};hmac_sha3_512;json;provider=node\n${crypto.randomBytes(33).toString("hex")}\n`;
const prove = (first, second) =>
  crypto.createHmac("sha3-512", process.env.MP_SECRET).update(first + second).digest("hex");

let received = "";
let remote = "";
let step = greeting;

const socket = net.connect(Number(address.slice(colon + 1)), address.slice(0, colon), () => socket.write(own));
socket.setEncoding("utf8");
socket.on("data", (text) => {
  received += text;
  while (step()) {}
});
socket.on("end", () => {
  console.error("the node has closed the connection");
  process.exit(1);
});

function takeLines(count) {
  const lines = received.split("\n", count + 1);
  if (lines.length <= count) return null;
  const taken = lines.slice(0, count).map((line) => line + "\n").join("");
  received = received.slice(taken.length);
  return taken;
}

function greeting() {
  remote = takeLines(2);
  if (!remote) return false;
  socket.write(`hmac_sha3_512;${prove(own, remote)};json\n`);
  step = authentication;
  return true;
}

function authentication() {
  const line = takeLines(1);
  if (!line) return false;
  if (line.split(";")[1] !== prove(remote, own)) throw new Error("the other side does not know the secret");
  socket.write(JSON.stringify(["greeter", "greet", "Node.js", `${nodeId}#me`]));
  step = answer;
  return true;
}

function answer() {
  if (!received.endsWith("]")) return false; // one answer is all that ever comes
  console.log(JSON.parse(received)[2]);
  process.exit(0);
}
