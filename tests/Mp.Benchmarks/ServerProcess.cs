using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Mp.Benchmarks;

/// <summary>A server process of the remote workloads, and where it is reached. It ends when this is disposed.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private readonly Process _process;

    private ServerProcess(Process process, string port)
    {
        _process = process;
        Port = port;
    }

    /// <summary>The TCP port that its node listens at.</summary>
    public string Port { get; }

    /// <summary>Starts one, which has the same secret as this process.</summary>
    public static async Task<ServerProcess> StartAsync()
    {
        string port = FreePort().ToString(CultureInfo.InvariantCulture);
        Environment.SetEnvironmentVariable(NodeOptions.SecretVariable, Secret.Generate().Reveal());
        Process process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["remote-server", port])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        return await process.StandardOutput.ReadLineAsync() == "READY"
            ? new ServerProcess(process, port)
            : throw new InvalidOperationException("The server process has not started.");
    }

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
