using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Mp.Benchmarks;

/// <summary>The client process of the remote workloads.</summary>
internal static class RemoteClient
{
    private const int Batch = 3_000_000;

    /// <summary>Runs a workload against a server process that is started for it.</summary>
    public static async Task RunWithServerAsync(string workload, Arguments arguments)
    {
        string port = FreePort().ToString(CultureInfo.InvariantCulture);
        Environment.SetEnvironmentVariable(NodeOptions.SecretVariable, Secret.Generate().Reveal());
        var start = new ProcessStartInfo(Environment.ProcessPath!, ["remote-server", port])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        using Process server = Process.Start(start)!;
        if (await server.StandardOutput.ReadLineAsync() != "READY")
        {
            throw new InvalidOperationException("The server process has not started.");
        }

        await RunAsync(port, arguments with { Workloads = [workload] });
        server.StandardInput.Close();
        await server.WaitForExitAsync();
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
        PortId server = PortId.Parse($"127.0.0.1:{port}#{RemoteServer.PortName}");
        var caller = new RemoteCaller(server);
        node.CreatePort(caller);
        _ = await caller.TotalAsync();
        foreach (string workload in arguments.Workloads.DefaultIfEmpty("F1"))
        {
            await (workload switch
            {
                "F1" or "Fjson" or "Fcbor" =>
                    OneWayAsync(workload, caller, arguments, () => node.Snd(server, "inc", 1)),
                "F200" => OneWayAsync("F200", caller, arguments, Sender(node, server, new byte[200])),
                "Frtt" => RoundTripTimes.MeasureAsync("Frtt", arguments, () => RoundTripsAsync(caller)),
                "F100" => ManyRoundTripsAsync(caller, arguments),
                _ => throw new ArgumentException($"There is no remote workload '{workload}' here yet."),
            });
        }
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    private static Action Sender(Node node, PortId server, byte[] data) => () => node.Snd(server, "data", data);

    private static Task OneWayAsync(string workload, RemoteCaller caller, Arguments arguments, Action send) =>
        Measurement.RateAsync(workload, "msg/s", Batch, arguments, async () =>
        {
            // The server's answer to the part before is awaited, so that no queue overflows.
            const int Part = 20_000;
            long counted = 0;
            Task<long> before = Task.FromResult(0L);
            for (int sent = 0; sent < Batch; sent += Part)
            {
                for (int index = 0; index < Part; index++)
                {
                    send();
                }

                Task<long> total = caller.TotalAsync();
                counted += await before;
                before = total;
            }

            counted += await before;

            if (counted != Batch)
            {
                throw new InvalidOperationException($"{counted} of {Batch} messages arrived.");
            }
        });

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
