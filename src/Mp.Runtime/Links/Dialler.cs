using Mp.Telemetry;
using Mp.Transports;

namespace Mp.Links;

/// <summary>
/// Connects to nodes: tries their end points in turn, again and again with growing pauses, up to a deadline.
/// </summary>
internal sealed class Dialler(
    ITransport transport,
    ConnectionOptions options,
    ILinkEvents events,
    CancellationToken nodeEnds)
{
    private const string TimedOut = "connect timeout";

    /// <summary>Connects a link that wants it, and runs the connection to its end.</summary>
    public async Task RunAsync(Link link)
    {
        int attempt = link.Attempt;
        try
        {
            await RunAsync(link, attempt).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // A bug, here or in a transport. What waits for the connection must not wait for ever.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            NodeLog.PumpFailed(options.Log, exception);
            events.GiveUp(link, attempt, "an error of this program; see its log");
        }
    }

    private async Task RunAsync(Link link, int attempt)
    {
        IReadOnlyList<TransportEndPoint> endPoints = EndPointsOf(link.PeerId);
        if (endPoints.Count == 0)
        {
            events.GiveUp(link, attempt, "no known address");
            return;
        }

        using var deadline = new CancellationTokenSource(options.ConnectTimeout, options.TimeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(nodeEnds, deadline.Token);

        // An end point that swallows what is sent to it must leave time for the others.
        TimeSpan share = options.ConnectTimeout / endPoints.Count;
        var backoff = new Backoff(options.ReconnectDelay, options.MaxReconnectDelay, options.RandomBytes);
        string failure = TimedOut;
        while (link.IsConnecting(attempt) && !either.IsCancellationRequested)
        {
            foreach (TransportEndPoint endPoint in endPoints)
            {
                if (await TryAsync(link, endPoint, share, either.Token).ConfigureAwait(false) is not { } problem)
                {
                    return;
                }

                // An attempt that the deadline cut short says less than the one before it.
                if (failure is TimedOut || !either.IsCancellationRequested)
                {
                    failure = problem;
                }
            }

            await Pause.ForAsync(backoff.Next(), options, either.Token).ConfigureAwait(false);
        }

        // Nothing happens here if the peer has connected in the meantime.
        events.GiveUp(link, attempt, nodeEnds.IsCancellationRequested ? "the node has ended" : failure);
    }

    private static IReadOnlyList<TransportEndPoint> EndPointsOf(string nodeId) =>
    [
        .. NodeRef.Parse(nodeId).EndPoints.Select(static text =>
        {
            _ = NodeRef.TrySplitEndPoint(text, out string host, out int port);
            return new TransportEndPoint(host, port);
        }),
    ];

    // Returns what went wrong, or nothing once the connection was there; it has ended again by then.
    private async Task<string?> TryAsync(
        Link link,
        TransportEndPoint endPoint,
        TimeSpan share,
        CancellationToken cancellationToken)
    {
        LinkConnection connection;
        try
        {
            connection = new LinkConnection(
                await ConnectAsync(endPoint, share, cancellationToken).ConfigureAwait(false),
                options,
                events,
                link);
        }
        catch (IOException exception)
        {
            return exception.Message;
        }
        catch (OperationCanceledException)
        {
            return TimedOut;
        }

        if (await connection.OpenAsync(cancellationToken).ConfigureAwait(false) is null)
        {
            if (options.MayLogOf(link.PeerId))
            {
                string remote = Printable.Of(connection.RemoteEndPoint.ToString());
                NodeLog.HandshakeFailed(options.Log, remote, connection.FailureReason);
            }

            return connection.FailureReason;
        }

        await connection.RunAsync(nodeEnds).ConfigureAwait(false);
        return null;
    }

    private async ValueTask<ITransportConnection> ConnectAsync(
        TransportEndPoint endPoint,
        TimeSpan share,
        CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(share, options.TimeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        return await transport.ConnectAsync(endPoint, either.Token).ConfigureAwait(false);
    }
}
