// One process, one node, two ports. Each ball is a message: ["ping", <who asks>, <how often so far>].
await using Node node = await Node.StartAsync();
var rally = new TaskCompletionSource();

PortId<Ponger> ponger = node.CreatePort(new Ponger());
PortId<Pinger> pinger = node.CreatePort(new Pinger(ponger, rally));
node.Snd(pinger, "serve");
await rally.Task;
