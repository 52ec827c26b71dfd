using System.Security.Cryptography;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Mp.Transports;
using Mp.Transports.Tcp;

namespace Mp;

/// <summary>How a node is set up. Checked when the node starts; every mistake is named in one message.</summary>
public sealed partial record NodeOptions
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

    /// <summary>Makes random bytes: for port names, nonces and pauses. A seam for tests.</summary>
    internal Func<int, byte[]> RandomBytes { get; init; } = RandomNumberGenerator.GetBytes;
}
