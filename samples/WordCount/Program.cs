using WordCount;

// Counts words with several processes: one coordinator, and workers that it starts itself.
// Usage: [--workers N] [--kill-one] PATH...
if (args is ["--worker", string coordinatorId])
{
    return await WorkerProcess.RunAsync(PortId.Parse(coordinatorId));
}

if (!Options.TryParse(args, out Options options, out string problem)
    || !InputFiles.TryFind(options.Paths, out IReadOnlyList<string> files, out problem))
{
    await Console.Error.WriteLineAsync($"wordcount: {problem}");
    await Console.Error.WriteLineAsync("usage: WordCount [--workers N] [--kill-one] PATH...");
    return 2;
}

// The secret lives as long as this run. Workers get it in their environment, where other users can't read it.
var secret = Secret.Generate();
using var processes = new WorkerProcesses(secret);
await using Node node = await Node.StartAsync(new NodeOptions { Secret = secret });
await node.BecomePublicAsync("127.0.0.1:0");
var coordinator = new Coordinator(files, options, processes);
PortId<Coordinator> id = node.CreatePort(coordinator);
using IDisposable monitor = node.Mon(id, coordinator.Fail);
node.Snd(id, "start");
try
{
    Report.Print(await coordinator.Finished);
    return 0;
}
catch (IOException exception)
{
    await Console.Error.WriteLineAsync($"wordcount: {exception.Message}");
    return 2;
}
