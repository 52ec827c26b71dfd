namespace WordCount;

/// <summary>The main program of a worker process: a node with one port, until the coordinator is gone.</summary>
internal static class WorkerProcess
{
    public static async Task<int> RunAsync(PortId coordinator)
    {
        await using Node node = await Node.StartAsync();
        await node.BecomePublicAsync("127.0.0.1:0");
        var finished = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using IDisposable monitor = node.Mon(coordinator, _ => finished.TrySetResult());
        PortId<Worker> worker = node.CreatePort(new Worker());
        node.Snd(coordinator, new Hello(worker, Environment.ProcessId));
        await finished.Task;
        return 0;
    }
}
