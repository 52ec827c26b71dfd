using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Mp.Transports;
using Mp.Transports.Tcp;
using Mp.Wire;

namespace Mp;

/// <summary>How a node is set up. Checked when the node starts; every mistake is named in one message.</summary>
public sealed record NodeOptions
{
    /// <summary>The environment variable that holds the secret, if the options do not.</summary>
    public const string SecretVariable = "MP_SECRET";

    /// <summary>The environment variable that names the file with the secret, if the options do not.</summary>
    public const string SecretFileVariable = "MP_SECRET_FILE";

    /// <summary>
    /// The secret that every node of the network knows. Default: none; then <see cref="SecretFile"/>, the environment
    /// variable <c>MP_SECRET</c> and the file that <c>MP_SECRET_FILE</c> names are tried, in this order.
    /// </summary>
    /// <remarks>Without a secret a node has no listener and no link: there is no unauthenticated mode.</remarks>
    public Secret? Secret { get; init; }

    /// <summary>A file with the secret, readable for its owner only. Default: none.</summary>
    public string? SecretFile { get; init; }

    /// <summary>Whether the node may listen where other machines reach it. Default: no.</summary>
    /// <remarks>
    /// Peers are always authenticated, but what is sent afterwards is neither encrypted nor protected against change.
    /// </remarks>
    public bool AllowInsecureRemote { get; init; }

    /// <summary>What moves the bytes. Default: TCP.</summary>
    public ITransport Transport { get; init; } = new TcpTransport();

    /// <summary>
    /// Where ports run. Default: the thread pool; <see cref="DedicatedThreads"/> are threads of their own.
    /// </summary>
    public PortScheduler Scheduler { get; init; } = PortScheduler.ThreadPool;

    /// <summary>What time it is, and what timers run by. Default: the system's.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>Where the node writes what a person should know. Default: nowhere.</summary>
    public ILoggerFactory LoggerFactory { get; init; } = NullLoggerFactory.Instance;

    /// <summary>
    /// Whether messages within the process are written and read back as well. Default: no. For tests.
    /// </summary>
    /// <remarks>Proves that nothing relies on sharing an object with the receiver, or on what can't travel.</remarks>
    public bool SerializeLocal { get; init; }

    /// <summary>The longest message sent or accepted, in bytes. Default 16 MiB; 1 KiB to 1 GiB.</summary>
    public int MaxFrameBytes { get; init; } = 16 * 1024 * 1024;

    /// <summary>How deep arrays and maps of a peer's message may be nested. Default 64; 2 to 64.</summary>
    public int MaxMessageDepth { get; init; } = 64;

    /// <summary>
    /// How many values a message may hold, those in arrays and maps included. Default 65,536; 16 to 16 Mi.
    /// </summary>
    public int MaxMessageValues { get; init; } = 65_536;

    /// <summary>How many messages may wait for a connection to one node. Default 4,096; 1 to 1 Mi.</summary>
    /// <remarks>One more gives up the attempt: the monitors of that node's ports fire.</remarks>
    public int MaxConnectingMessages { get; init; } = 4_096;

    /// <summary>How many bytes may wait for a connection to one node. Default 4 MiB; 1 KiB to 1 GiB.</summary>
    /// <remarks>
    /// More gives up the attempt: the monitors of that node's ports fire. So a message longer than this can be sent
    /// only to a node that the link is up with.
    /// </remarks>
    public int MaxConnectingBytes { get; init; } = 4 * 1024 * 1024;

    /// <summary>How many bytes may wait to be written to one node. Default 16 MiB; 1 KiB to 1 GiB.</summary>
    /// <remarks>
    /// More ends the link: its monitors fire. A single message may go, however long <see cref="MaxFrameBytes"/> lets
    /// it be.
    /// </remarks>
    public int MaxQueuedBytes { get; init; } = 16 * 1024 * 1024;

    /// <summary>
    /// How many connections may be open that are not authenticated yet, a listener. Default 128; 1 to 65,536.
    /// </summary>
    public int MaxUnauthenticatedConnections { get; init; } = 128;

    /// <summary>
    /// How long a connection may take to authenticate, however busy it is. Default 10 s; 100 ms to 10 min.
    /// </summary>
    public TimeSpan HandshakeTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// How long to try to connect to a node before what waits for it is given up. Default 30 s; 100 ms to 1 h.
    /// </summary>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// How long ending a node may wait for its last messages to be written. Default 5 s; 0 to 10 min.
    /// </summary>
    /// <remarks>Those that wait for a connection are among them.</remarks>
    public TimeSpan ShutdownTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Makes random bytes: for port names and nonces. A seam for tests.</summary>
    internal Func<int, byte[]> RandomBytes { get; init; } = RandomNumberGenerator.GetBytes;

    internal WireLimits WireLimits => new()
    {
        MaxFrameBytes = MaxFrameBytes,
        MaxDepth = MaxMessageDepth,
        MaxValues = MaxMessageValues,
    };

    /// <exception cref="NodeConfigurationException">An option is out of its range. All such are named.</exception>
    internal void Validate()
    {
        const int KiB = 1024;
        const int GiB = 1024 * 1024 * 1024;
        List<string> problems = [];
        Check(problems, MaxFrameBytes, KiB, GiB);
        Check(problems, MaxMessageDepth, 2, 64);
        Check(problems, MaxMessageValues, 16, 16 * KiB * KiB);
        Check(problems, MaxConnectingMessages, 1, KiB * KiB);
        Check(problems, MaxConnectingBytes, KiB, GiB);
        Check(problems, MaxQueuedBytes, KiB, GiB);
        Check(problems, MaxUnauthenticatedConnections, 1, 65_536);
        Check(problems, HandshakeTimeout, TimeSpan.FromMilliseconds(100), TimeSpan.FromMinutes(10));
        Check(problems, ConnectTimeout, TimeSpan.FromMilliseconds(100), TimeSpan.FromHours(1));
        Check(problems, ShutdownTimeout, TimeSpan.Zero, TimeSpan.FromMinutes(10));
        if (problems.Count > 0)
        {
            throw new NodeConfigurationException(problems);
        }
    }

    private static void Check<T>(
        List<string> problems,
        T value,
        T least,
        T most,
        [CallerArgumentExpression(nameof(value))] string name = "")
        where T : IComparable<T>
    {
        if (value.CompareTo(least) < 0 || value.CompareTo(most) > 0)
        {
            problems.Add($"{name} is {value}; it must be from {least} to {most}.");
        }
    }
}
