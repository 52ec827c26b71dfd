namespace Mp.Benchmarks;

/// <summary>The server process of the remote workloads.</summary>
internal static class RemoteServer
{
    /// <summary>The name that its port is registered under.</summary>
    public const string PortName = "counter";

    public static async Task RunAsync(string port)
    {
        await using Node node = await Node.StartAsync();
        await node.BecomePublicAsync($"127.0.0.1:{port}");
        node.Register(PortName, node.CreatePort(new RemoteCounter()));
        Console.WriteLine("READY");

        // Until whoever started this process closes its input.
        await Console.In.ReadToEndAsync();
    }
}
