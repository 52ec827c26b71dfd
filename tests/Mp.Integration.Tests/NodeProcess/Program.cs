namespace Mp.Integration.Tests.NodeProcess;

/// <summary>A node in a process of its own, for tests that kill it. Run with the end point to listen on.</summary>
internal static class Program
{
    /// <summary>The name that its port is registered under.</summary>
    public const string PortName = "service";

    public static async Task<int> Main(string[] args)
    {
        if (args is [Partitions.ScriptedNode.Verb, { } bind])
        {
            return await Partitions.ScriptedNode.RunAsync(bind);
        }

        await using Node node = await Node.StartAsync();
        var port = new Support.EchoPort();

        // Before anybody can reach the node: what others wait to send comes as soon as it listens.
        node.Register(PortName, node.CreatePort(port));
        await node.BecomePublicAsync(args);
        Console.WriteLine(port.Self);

        // Until whoever started this process closes its input, or is gone.
        await Console.In.ReadToEndAsync();
        return 0;
    }
}
