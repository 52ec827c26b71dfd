using System.Diagnostics;
using Mp.Integration.Tests.Support;
using Mp.TestKit;

namespace Mp.Integration.Tests.Partitions;

/// <summary>A <see cref="ScriptedNode"/> on a host of a network, as the test sees it.</summary>
internal sealed class ScriptedProcess : IDisposable
{
    private readonly Process _process;
    private readonly Lock _gate = new();
    private readonly List<string> _lines = [];
    private readonly List<(string Line, int Count, TaskCompletionSource Source)> _waiting = [];

    private ScriptedProcess(Process process, PortId port)
    {
        _process = process;
        Port = port;
        _ = ReadAsync();
    }

    /// <summary>Its port, by the ID that it has in this life.</summary>
    public PortId Port { get; }

    /// <summary>Its port, by the name that it has in each.</summary>
    public PortId Service => PortId.Parse($"{Port.NodeId}#{ScriptedNode.PortName}");

    /// <summary>What it wrote so far.</summary>
    public IReadOnlyList<string> Lines
    {
        get
        {
            lock (_gate)
            {
                return [.. _lines];
            }
        }
    }

    /// <summary>Starts one on a host, and waits until it listens.</summary>
    public static async Task<ScriptedProcess> StartAsync(NamespacedNetwork network, int host)
    {
        Process process = Process.Start(ProgramRun.StartOf(
            "ip",
            [
                "netns", "exec", network.NameOf(host),
                "dotnet", typeof(ScriptedProcess).Assembly.Location,
                ScriptedNode.Verb, $"{NamespacedNetwork.AddressOf(host)}:4040",
            ],
            (NodeOptions.SecretVariable, PublicNode.SecretText)))!;
        string? line = await process.StandardOutput.ReadLineAsync().Bounded();
        return line is not null
            ? new ScriptedProcess(process, PortId.Parse(line))
            : throw new InvalidOperationException(await process.StandardError.ReadToEndAsync().Bounded());
    }

    /// <summary>Has it watch a port of another one.</summary>
    public void Watch(PortId port) => _process.StandardInput.WriteLine($"mon {port}");

    /// <summary>Has it ask another one, which answers.</summary>
    public Task PingAsync(ScriptedProcess other)
    {
        int answers = CountOf($"pong {other.Port.NodeId}");
        _process.StandardInput.WriteLine($"ping {other.Service}");
        return WaitForAsync($"pong {other.Port.NodeId}", answers + 1);
    }

    /// <summary>Waits until it has lost another one.</summary>
    public Task WhenLost(ScriptedProcess other) => WaitForAsync(LossOf(other), 1);

    /// <summary>How often it has lost another one.</summary>
    public int LossesOf(ScriptedProcess other) => CountOf(LossOf(other));

    /// <summary>What it writes when it has.</summary>
    public static string LossOf(ScriptedProcess other) => $"fired {other.Port.NodeId} transport_error";

    /// <summary>Kills it: it gets no chance to say anything.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync().Bounded();
    }

    public void Dispose()
    {
        _process.Kill();
        _process.Dispose();
    }

    private int CountOf(string line) => Lines.Count(one => one == line);

    private async Task WaitForAsync(string line, int count)
    {
        var source = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
        {
            _waiting.Add((line, count, source));
            TellWhoWaits();
        }

        await source.Task.Bounded();
    }

    private async Task ReadAsync()
    {
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            lock (_gate)
            {
                _lines.Add(line);
                TellWhoWaits();
            }
        }
    }

    private void TellWhoWaits() => _waiting.RemoveAll(waiting =>
    {
        bool isThere = _lines.Count(line => line == waiting.Line) >= waiting.Count;
        if (isThere)
        {
            waiting.Source.SetResult();
        }

        return isThere;
    });
}
