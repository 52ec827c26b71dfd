namespace Mp.Benchmarks;

/// <summary>The server process of the remote workloads.</summary>
internal static class RemoteServer
{
    private const string CounterName = "counter";
    private const string KeeperName = "keeper";

    /// <summary>Its port that counts.</summary>
    public static PortId CounterAt(string port) => PortId.Parse($"127.0.0.1:{port}#{CounterName}");

    /// <summary>Its port that makes others.</summary>
    public static PortId KeeperAt(string port) => PortId.Parse($"127.0.0.1:{port}#{KeeperName}");

    public static async Task RunAsync(string port)
    {
        await using Node node = await Node.StartAsync();
        await node.BecomePublicAsync($"127.0.0.1:{port}");
        node.Register(CounterName, node.CreatePort(new RemoteCounter()));
        node.Register(KeeperName, node.CreatePort(new RemoteKeeper()));
        Console.WriteLine("READY");

        // Until whoever started this process closes its input.
        await Console.In.ReadToEndAsync();
    }
}
