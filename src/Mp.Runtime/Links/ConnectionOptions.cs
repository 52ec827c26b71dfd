using Microsoft.Extensions.Logging;
using Mp.Telemetry;
using Mp.Wire;

namespace Mp.Links;

/// <summary>What every connection of a node needs to know.</summary>
internal sealed record ConnectionOptions
{
    /// <summary>How this node introduces itself.</summary>
    public required HandshakeSettings Handshake { get; init; }

    /// <summary>What other connections of the node have sent as a challenge.</summary>
    public required OutstandingNonces Nonces { get; init; }

    /// <summary>How much a peer may ask for.</summary>
    public required WireLimits Limits { get; init; }

    /// <summary>How long a connection may take to be authenticated, however busy the peer is.</summary>
    public required TimeSpan HandshakeTimeout { get; init; }

    /// <summary>How long to try to connect before what waits is given up.</summary>
    public required TimeSpan ConnectTimeout { get; init; }

    /// <summary>The clock.</summary>
    public required TimeProvider TimeProvider { get; init; }

    /// <summary>Where flushes run.</summary>
    public required PortScheduler Scheduler { get; init; }

    /// <summary>Makes random bytes: for nonces.</summary>
    public required Func<int, byte[]> RandomBytes { get; init; }

    /// <summary>Where the node writes what a person should know.</summary>
    public required ILogger Log { get; init; }

    /// <summary>Lets a pump run by itself.</summary>
    /// <remarks>
    /// Pumps handle what can go wrong on a network. Anything else is a bug, and must not pass unseen.
    /// </remarks>
    public void Watch(Task pump) => _ = pump.ContinueWith(
        static (failed, log) => LinkLog.PumpFailed((ILogger)log!, failed.Exception!.GetBaseException()),
        Log,
        CancellationToken.None,
        TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously,
        TaskScheduler.Default);
}
