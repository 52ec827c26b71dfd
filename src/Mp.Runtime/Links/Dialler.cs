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
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

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
            LinkLog.PumpFailed(options.Log, exception);
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
        TimeSpan pause = FirstPause;
        string failure = "connect timeout";
        while (link.IsConnecting(attempt) && !either.IsCancellationRequested)
        {
            foreach (TransportEndPoint endPoint in endPoints)
            {
                if (await TryAsync(link, endPoint, either.Token).ConfigureAwait(false) is not { } problem)
                {
                    return;
                }

                failure = problem;
            }

            await Pause.ForAsync(pause, options, either.Token).ConfigureAwait(false);
            pause = pause < LongestPause / 2 ? pause * 2 : LongestPause;
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
    private async Task<string?> TryAsync(Link link, TransportEndPoint endPoint, CancellationToken cancellationToken)
    {
        LinkConnection connection;
        try
        {
            connection = new LinkConnection(
                await transport.ConnectAsync(endPoint, cancellationToken).ConfigureAwait(false),
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
            return "connect timeout";
        }

        if (await connection.OpenAsync(cancellationToken).ConfigureAwait(false) is null)
        {
            LinkLog.HandshakeFailed(options.Log, Printable.Of(connection.RemoteEndPoint), connection.FailureReason);
            return connection.FailureReason;
        }

        LinkLog.LinkUp(options.Log, link.PeerId, connection.RemoteEndPoint);
        events.End(link, connection, await connection.ReceiveAsync(nodeEnds).ConfigureAwait(false));
        return null;
    }
}
