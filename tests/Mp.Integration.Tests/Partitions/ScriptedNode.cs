namespace Mp.Integration.Tests.Partitions;

/// <summary>A node in a process of its own that does what it reads, line by line, and writes what happens to it.</summary>
internal static class ScriptedNode
{
    public const string Verb = "scripted";

    // The name that its port is registered under.
    public const string PortName = "port";

    /// <summary>Serves until its input ends. The first line that it writes is its port's ID.</summary>
    public static async Task<int> RunAsync(string bind)
    {
        await using Node node = await Node.StartAsync(new NodeOptions
        {
            AllowInsecureRemote = true,

            // Sooner than by default, and late enough for a machine that has much to do.
            HeartbeatInterval = TimeSpan.FromSeconds(1),
            HeartbeatTimeout = TimeSpan.FromSeconds(4),
        });
        BarePort port = node.CreatePort();
        port.Rcv("ping", (PortId from) =>
        {
            Console.WriteLine($"pinged {from.NodeId}");
            node.Snd(from, "pong", node.Id);
        });
        port.Rcv("pong", (string from) => Console.WriteLine($"pong {from}"));
        node.Register(PortName, port);
        await node.BecomePublicAsync(bind);
        Console.WriteLine(port);
        while (await Console.In.ReadLineAsync() is { } line)
        {
            Obey(node, port, line.Split(' '));
        }

        return 0;
    }

    private static void Obey(Node node, BarePort port, string[] words)
    {
        PortId other = PortId.Parse(words[1]);
        if (words[0] == "mon")
        {
            node.Mon(other, reason => Console.WriteLine($"fired {other.NodeId} {reason.Word}"));
        }
        else
        {
            node.Snd(other, "ping", port);
        }
    }
}
