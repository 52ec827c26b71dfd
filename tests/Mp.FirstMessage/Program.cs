using Mp.FirstMessage;

await using Node node = await Node.StartAsync();
var receiver = new Receiver();
node.Snd(node.CreatePort(receiver), "inc", 1);
await receiver.FirstMessage;
