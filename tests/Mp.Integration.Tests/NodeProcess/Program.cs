namespace Mp.Integration.Tests.NodeProcess;

/// <summary>A node in a process of its own, for tests that kill it. Run with the end point to listen on.</summary>
internal static class Program
{
    /// <summary>The name that its port is registered under.</summary>
    public const string PortName = "service";

    public static async Task<int> Main(string[] args)
    {
        await using Node node = await Node.StartAsync();
        await node.BecomePublicAsync(args);
        PortId port = node.CreatePort(new Support.EchoPort());
        node.Register(PortName, port);
        Console.WriteLine(port);

        // Until whoever started this process closes its input, or is gone.
        await Console.In.ReadToEndAsync();
        return 0;
    }
}
