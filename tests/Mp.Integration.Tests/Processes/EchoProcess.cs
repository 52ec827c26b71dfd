using System.Diagnostics;
using System.Net;
using Mp.Integration.Tests.Support;
using Mp.TestKit;

namespace Mp.Integration.Tests.Processes;

/// <summary>The sample Echo, as a process that runs until the test ends it.</summary>
internal sealed class EchoProcess : IDisposable
{
    private readonly Process _process;
    private readonly List<string> _passedOver = [];

    private EchoProcess(Process process, PortId port)
    {
        _process = process;
        Port = port;
    }

    /// <summary>The port that it says it is ready with.</summary>
    public PortId Port { get; }

    /// <summary>Where it listens, if its ID says so.</summary>
    public IPEndPoint EndPoint => IPEndPoint.Parse(Port.NodeId);

    /// <summary>Starts it, and waits until it is ready.</summary>
    public static async Task<EchoProcess> StartAsync(params string[] arguments)
    {
        var process = Process.Start(ProgramRun.StartOf(
            "dotnet",
            [SampleProgram.PathOf("Echo"), "--bind", PublicNode.AnyPort, "--secret", PublicNode.SecretText, .. arguments]))!;
        try
        {
            string? ready = await process.StandardOutput.ReadLineAsync().Bounded();
            Assert.StartsWith("READY ", ready, StringComparison.Ordinal);
            return new EchoProcess(process, PortId.Parse(ready!["READY ".Length..]));
        }
        catch
        {
            process.Kill();
            throw;
        }
    }

    /// <summary>
    /// Waits for a line that begins so. Of those before it each may be asked for as well: events of several kinds come in no
    /// order.
    /// </summary>
    /// <returns>What follows on it.</returns>
    public async Task<string> ReadAsync(string beginning)
    {
        if (_passedOver.Find(line => line.StartsWith(beginning, StringComparison.Ordinal)) is { } passed)
        {
            _passedOver.Remove(passed);
            return passed[beginning.Length..];
        }

        while (await _process.StandardOutput.ReadLineAsync().Bounded() is { } line)
        {
            if (line.StartsWith(beginning, StringComparison.Ordinal))
            {
                return line[beginning.Length..];
            }

            _passedOver.Add(line);
        }

        throw new EndOfStreamException($"Echo has ended, and no line begins with '{beginning}'.");
    }

    public void Dispose()
    {
        _process.Kill();
        _process.Dispose();
    }
}
