using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Mp.Torture.Processes;

namespace Mp.Torture.Flood;

/// <summary>
/// Connects to a node as often as it allows: with connections that never say a word, beside which a genuine peer must get
/// through; and with authenticated ones that do nothing, each of which costs memory.
/// </summary>
internal static class FloodRun
{
    private const long DefaultHalfOpen = 2_000;
    private const long DefaultIdle = 1_000;
    private const long MaxGrowthBytes = 16L * 1024 * 1024;
    private const long MaxBytesPerIdle = 20 * 1024;
    private const int Dialers = 8;
    private const long WarmUp = 200;

    private static readonly TimeSpan MaxWait = TimeSpan.FromSeconds(1);

    // Silent ones come from another address than genuine ones: from one address, a node takes but a few that are not
    // authenticated yet.
    private static readonly IPEndPoint OtherAddress = new(IPAddress.Parse("127.0.0.2"), 0);

    /// <summary>Runs, and writes what was found, and at last a line that sums it up.</summary>
    /// <returns>0, or 1 if something was found.</returns>
    /// <exception cref="UsageException">The arguments were not understood.</exception>
    public static async Task<int> RunAsync(string[] texts, TextWriter output)
    {
        var arguments = new Arguments(texts, "--half-open", "--idle");
        long halfOpen = arguments.Number("--half-open", DefaultHalfOpen);
        long idle = arguments.Number("--idle", DefaultIdle);
        string secret = NodeProcess.NewSecret();
        using NodeProcess server = await NodeProcess.StartAsync(SinkPort.Verb, secret);
        await using Node node = await Node.StartAsync(new NodeOptions { Secret = Secret.FromText(secret) });
        await node.BecomePublicAsync("127.0.0.1:0");

        long memory = ResidentMemory.Of(server.Process);
        List<Socket> silent = await ConnectSilentlyAsync(server.EndPoint, halfOpen);
        long start = Stopwatch.GetTimestamp();
        await Echo.AskAsync(node, server.PortNamed(SinkPort.PortName));
        TimeSpan wait = Stopwatch.GetElapsedTime(start);
        long growth = ResidentMemory.Of(server.Process) - memory;
        silent.ForEach(static socket => socket.Dispose());

        // The first ones pay for what there is once: compiled code, and the heap's first pieces.
        List<IdlePeer> first = await AuthenticateAsync(server, secret, WarmUp);
        memory = ResidentMemory.Of(server.Process);
        start = Stopwatch.GetTimestamp();
        List<IdlePeer> peers = await AuthenticateAsync(server, secret, idle, WarmUp);
        double rate = peers.Count / Stopwatch.GetElapsedTime(start).TotalSeconds;
        long each = (ResidentMemory.Of(server.Process) - memory) / Math.Max(peers.Count, 1);
        await Echo.AskAsync(node, server.PortNamed(SinkPort.PortName));
        first.Concat(peers).ToList().ForEach(static peer => peer.Dispose());

        List<string> findings = [];
        AddIf(growth > MaxGrowthBytes, $"silent connections cost {ResidentMemory.Text(growth)}");
        AddIf(wait > MaxWait, $"beside silent connections a genuine peer took {wait.TotalSeconds:0.0} s");
        AddIf(peers.Count < idle, $"of {idle} genuine peers {peers.Count} were let in");
        AddIf(each > MaxBytesPerIdle, $"an idle connection costs {each} bytes");
        foreach (string finding in findings)
        {
            await output.WriteLineAsync($"FINDING {finding}");
        }

        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"flood: beside {halfOpen:N0} silent connections, which cost {ResidentMemory.Text(growth)}, a genuine peer was "
            + $"answered after {wait.TotalMilliseconds:0} ms; {peers.Count:N0} idle peers, {rate:N0} handshakes a second, "
            + $"{each:N0} bytes each; {findings.Count} findings"));
        return findings.Count == 0 ? 0 : 1;

        void AddIf(bool isFound, string finding) => findings.AddRange(isFound ? [finding] : []);
    }

    private static async Task<List<Socket>> ConnectSilentlyAsync(IPEndPoint target, long count)
    {
        List<Socket> sockets = [];
        for (; count > 0; count--)
        {
            var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            socket.Bind(OtherAddress);
            await socket.ConnectAsync(target);
            sockets.Add(socket);
        }

        return sockets;
    }

    private static async Task<List<IdlePeer>> AuthenticateAsync(
        NodeProcess server,
        string secret,
        long count,
        long from = 0)
    {
        List<IdlePeer> peers = [];
        long next = 0;
        await Task.WhenAll(Enumerable.Range(0, Dialers).Select(async _ =>
        {
            long number;
            while ((number = Interlocked.Increment(ref next)) <= count)
            {
                if (await IdlePeer.ConnectAsync(server.EndPoint, secret, from + number) is { } peer)
                {
                    lock (peers)
                    {
                        peers.Add(peer);
                    }
                }
            }
        }));
        return peers;
    }
}
