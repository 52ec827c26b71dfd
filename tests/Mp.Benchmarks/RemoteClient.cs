namespace Mp.Benchmarks;

/// <summary>The client process of the remote workloads.</summary>
internal static class RemoteClient
{
    private const int Batch = 3_000_000;

    /// <summary>Runs a workload against a server process that is started for it.</summary>
    public static async Task RunWithServerAsync(string workload, Arguments arguments)
    {
        await using ServerProcess server = await ServerProcess.StartAsync();
        await RunAsync(server.Port, arguments with { Workloads = [workload] });
    }

    public static async Task RunAsync(string port, Arguments arguments)
    {
        // A client that knows one framing only makes both sides use it.
        await using Node node = await Node.StartAsync(arguments.Workloads switch
        {
            ["Fjson"] => new NodeOptions { Framings = ["json"] },
            ["Fcbor"] => new NodeOptions { Framings = ["cbor"] },
            _ => null,
        });
        await node.BecomePublicAsync("127.0.0.1:0");
        var caller = new RemoteCaller(RemoteServer.CounterAt(port));
        node.CreatePort(caller);
        _ = await caller.TotalAsync();
        foreach (string workload in arguments.Workloads.DefaultIfEmpty("F1"))
        {
            await (workload switch
            {
                "F1" or "Fjson" or "Fcbor" => OneWayAsync(workload, caller, arguments, Sender(caller)),
                "F200" => OneWayAsync("F200", caller, arguments, Sender(caller, new byte[200])),
                "Frtt" => RoundTripTimes.MeasureAsync("Frtt", arguments, () => RoundTripsAsync(caller)),
                "F100" => ManyRoundTripsAsync(caller, arguments),
                "Fsizes" => SizeWorkload.RunAsync(caller, arguments),
                _ => throw new ArgumentException($"There is no remote workload '{workload}' here yet."),
            });
        }
    }

    /// <summary>Sends <c>["inc", 1]</c>.</summary>
    public static Action Sender(RemoteCaller caller)
    {
        Node node = caller.Node;
        PortId server = caller.Server;
        return () => node.Snd(server, "inc", 1);
    }

    /// <summary>Sends <c>["data", bytes]</c>.</summary>
    public static Action Sender(RemoteCaller caller, byte[] data)
    {
        Node node = caller.Node;
        PortId server = caller.Server;
        return () => node.Snd(server, "data", data);
    }

    private static Task OneWayAsync(string workload, RemoteCaller caller, Arguments arguments, Action send) =>
        Measurement.RateAsync(workload, "msg/s", Batch, arguments, () =>
            RemoteSending.SendAsync(caller, send, part: 20_000, static sent => sent >= Batch));

    private static Task ManyRoundTripsAsync(RemoteCaller caller, Arguments arguments)
    {
        const int Samples = 1_000_000;
        return Measurement.RateAsync(
            "F100", "round trips/s", Samples, arguments, () => caller.PlayAsync(Samples, balls: 100));
    }

    private static async Task<long[]> RoundTripsAsync(RemoteCaller caller)
    {
        const int Samples = 20_000;
        await caller.PlayAsync(Samples);
        return caller.RoundTrips;
    }
}
