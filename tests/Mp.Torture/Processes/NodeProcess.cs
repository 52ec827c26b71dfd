using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;

namespace Mp.Torture.Processes;

/// <summary>A node in a process of its own: this program, with another verb. It ends with this object.</summary>
internal sealed class NodeProcess : IDisposable
{
    private readonly Process _process;
    private readonly string _nodeId;

    private NodeProcess(Process process, string nodeId)
    {
        _process = process;
        _nodeId = nodeId;
    }

    /// <summary>Where it listens.</summary>
    public IPEndPoint EndPoint => IPEndPoint.Parse(_nodeId);

    /// <summary>The process.</summary>
    public Process Process => _process;

    /// <summary>A secret for the nodes of one run.</summary>
    public static string NewSecret() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

    /// <summary>Starts one, and waits until it listens.</summary>
    /// <param name="verb">What it is to do.</param>
    /// <param name="secret">What its peers must know.</param>
    /// <exception cref="InvalidOperationException">It ended instead; the text is what it wrote.</exception>
    public static Task<NodeProcess> StartAsync(string verb, string secret) => StartAsync([verb], secret);

    /// <inheritdoc cref="StartAsync(string, string)"/>
    /// <param name="arguments">The verb, and what else it is told.</param>
    /// <param name="secret">What its peers must know.</param>
    /// <param name="launcher">The command that starts it elsewhere, if it is not to run here.</param>
    public static async Task<NodeProcess> StartAsync(string[] arguments, string secret, params string[] launcher)
    {
        string[] command = [.. launcher, "dotnet", typeof(NodeProcess).Assembly.Location, .. arguments];
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.Environment[NodeOptions.SecretVariable] = secret;
        var started = new NodeProcess(Process.Start(start)!, "");
        return new NodeProcess(started.Process, await started.ReadLineAsync());
    }

    /// <summary>Tells it a line, and waits for the line that it answers.</summary>
    /// <exception cref="InvalidOperationException">It ended instead; the text is what it wrote.</exception>
    public async Task<string> AskAsync(string line)
    {
        await _process.StandardInput.WriteLineAsync(line);
        return await ReadLineAsync();
    }

    /// <summary>Sends it a signal, as <c>-STOP</c>.</summary>
    public void Signal(string signal)
    {
        using Process kill = Process.Start("kill", [signal, _process.Id.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    /// <summary>What such a process does: has a node listen with a port, until whoever started it closes its input.</summary>
    public static async Task<int> ServeAsync(string portName, Port port)
    {
        await using Node node = await Node.StartAsync();
        await node.BecomePublicAsync("127.0.0.1:0");
        node.Register(portName, node.CreatePort(port));
        Console.WriteLine(node.Id);
        await Console.In.ReadToEndAsync();
        return 0;
    }

    /// <summary>The ID of a port of its node, by the name that it is registered under.</summary>
    public PortId PortNamed(string name) => PortId.Parse($"{_nodeId}#{name}");

    public void Dispose()
    {
        _process.Kill();
        _process.Dispose();
    }

    private async Task<string> ReadLineAsync() => await _process.StandardOutput.ReadLineAsync()
        ?? throw new InvalidOperationException(await _process.StandardError.ReadToEndAsync());
}
