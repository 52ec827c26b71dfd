using Microsoft.Extensions.Logging;
using Mp.Telemetry;
using Mp.Transports.Tls;
using Mp.Wire;

namespace Mp.Links;

/// <summary>What every connection of a node needs to know.</summary>
internal sealed record ConnectionOptions
{
    /// <summary>How this node introduces itself.</summary>
    public required HandshakeSettings Handshake { get; init; }

    /// <summary>What other connections of the node have sent as a challenge.</summary>
    public required OutstandingNonces Nonces { get; init; }

    /// <summary>What the node shows within TLS, and whom it trusts; nothing if it has no certificate.</summary>
    public required TlsCredentials? Tls { get; init; }

    /// <summary>Whether a peer's certificate must be for its node's ID.</summary>
    public required bool ChecksCertificateNames { get; init; }

    /// <summary>How much a peer may ask for.</summary>
    public required WireLimits Limits { get; init; }

    /// <summary>How long a peer may be silent or slow.</summary>
    public required LinkWatchLimits WatchLimits { get; init; }

    /// <summary>How many messages of one connection may wait in ports.</summary>
    public required int MaxUndeliveredMessages { get; init; }

    /// <summary>
    /// How long a connection is not read from because what came over it goes on to a node that is not connected yet.
    /// </summary>
    public TimeSpan MaxWaitForConnection => WatchLimits.WriteTimeout / 2;

    /// <summary>How long a connection may take to be authenticated, however busy the peer is.</summary>
    public required TimeSpan HandshakeTimeout { get; init; }

    /// <summary>How long the connection that there is has to show that it lives when another one comes.</summary>
    public required TimeSpan TakeoverProbeTimeout { get; init; }

    /// <summary>How long to try to connect before what waits is given up.</summary>
    public required TimeSpan ConnectTimeout { get; init; }

    /// <summary>How long to wait after the first attempt to connect.</summary>
    public required TimeSpan ReconnectDelay { get; init; }

    /// <summary>How long to wait at the most between attempts to connect.</summary>
    public required TimeSpan MaxReconnectDelay { get; init; }

    /// <summary>The clock.</summary>
    public required TimeProvider TimeProvider { get; init; }

    /// <summary>Where flushes run.</summary>
    public required PortScheduler Scheduler { get; init; }

    /// <summary>Makes random bytes: for nonces, and for pauses.</summary>
    public required Func<int, byte[]> RandomBytes { get; init; }

    /// <summary>Where the node writes what a person should know.</summary>
    public required ILogger Log { get; init; }

    /// <summary>What keeps a peer from filling the log.</summary>
    public required LogLimiter LogLimiter { get; init; }

    /// <summary>The time since whenever. It never goes back, whatever becomes of the wall clock.</summary>
    public TimeSpan Now => TimeProvider.GetElapsedTime(0);

    /// <summary>How long to wait between attempts to connect.</summary>
    public Backoff CreateBackoff() => new(ReconnectDelay, MaxReconnectDelay, RandomBytes);

    /// <summary>Whether a line may be logged about a peer. Logs how many were not, if some were not.</summary>
    public bool MayLogOf(string peer)
    {
        bool may = LogLimiter.TryTake(peer, Now, out int leftOut);
        if (leftOut > 0)
        {
            NodeLog.LinesLeftOut(Log, leftOut, Printable.Of(peer));
        }

        return may;
    }

    /// <summary>Lets a pump run by itself.</summary>
    /// <remarks>
    /// Pumps handle what can go wrong on a network. Anything else is a bug, and must not pass unseen.
    /// </remarks>
    public void Watch(Task pump) => _ = pump.ContinueWith(
        static (failed, log) => NodeLog.PumpFailed((ILogger)log!, failed.Exception!.GetBaseException()),
        Log,
        CancellationToken.None,
        TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously,
        TaskScheduler.Default);
}
