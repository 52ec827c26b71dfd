using System.Diagnostics;
using Mp.Integration.Tests.Support;
using Mp.TestKit;

namespace Mp.Integration.Tests.NodeProcess;

/// <summary>A node in a process of its own, which ends with this object, or is killed.</summary>
internal sealed class NodeInAProcess : IDisposable
{
    private readonly Process _process;

    private NodeInAProcess(Process process, PortId port)
    {
        _process = process;
        Port = port;
    }

    /// <summary>The ID of its port: an <see cref="EchoPort"/>.</summary>
    public PortId Port { get; }

    /// <summary>The same port, by the name under which it is registered.</summary>
    public PortId Service => PortId.Parse($"{Port.NodeId}#{Program.PortName}");

    /// <summary>Starts one, and waits until it listens.</summary>
    public static async Task<NodeInAProcess> StartAsync(string bind)
    {
        Process process = Process.Start(ProgramRun.StartOf(
            "dotnet",
            [typeof(NodeInAProcess).Assembly.Location, bind],
            (NodeOptions.SecretVariable, PublicNode.SecretText)))!;
        string? line = await process.StandardOutput.ReadLineAsync().Bounded();
        return line is not null
            ? new NodeInAProcess(process, PortId.Parse(line))
            : throw new InvalidOperationException(await process.StandardError.ReadToEndAsync().Bounded());
    }

    /// <summary>Kills it, as an accident would: it gets no chance to say anything.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync().Bounded();
    }

    /// <summary>Makes it stand still: its connections stay, and it does nothing.</summary>
    public Task StopAsync() => SignalAsync("STOP");

    /// <summary>Lets it go on where it stood still.</summary>
    public Task ContinueAsync() => SignalAsync("CONT");

    public void Dispose()
    {
        _process.Kill();
        _process.Dispose();
    }

    private async Task SignalAsync(string signal)
    {
        using Process kill = Process.Start("kill", [$"-{signal}", $"{_process.Id}"]);
        await kill.WaitForExitAsync().Bounded();
        Assert.Equal(0, kill.ExitCode);
    }
}
