using Mp.Telemetry;
using Mp.Transports;
using Mp.Wire;

namespace Mp.Links;

/// <summary>
/// Connects to nodes: tries their end points in turn, again and again with growing pauses, up to a deadline.
/// </summary>
internal sealed class Dialler(
    ITransport transport,
    ConnectionOptions options,
    ILinkEvents events,
    IAddressBook addressBook,
    CancellationToken nodeEnds)
{
    private const string TimedOut = "connect timeout";

    /// <summary>Connects a link as long as it wants to be, and runs the connection to its end.</summary>
    public async Task RunAsync(Link link)
    {
        int dialledFor = link.BeginDialling();
        while (!link.TryEndDialling(dialledFor))
        {
            try
            {
                await RunAsync(link, dialledFor).ConfigureAwait(false);
            }
#pragma warning disable CA1031 // A bug, here or in a transport. What waits for the connection must not wait for ever.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                Fail(link, dialledFor, exception);
            }
        }
    }

    private void Fail(Link link, int dialledFor, Exception exception)
    {
        try
        {
            events.GiveUp(link, link.AttemptOf(dialledFor), "an error of this program; see its log");
            NodeLog.PumpFailed(options.Log, exception);
        }
#pragma warning disable CA1031 // Loggers may throw. Somebody has to dial for what is sent next all the same.
        catch (Exception lost)
#pragma warning restore CA1031
        {
            System.Diagnostics.Debug.WriteLine(lost);
        }
    }

    /// <summary>Dials an address, whoever is there, and runs the connection to its end.</summary>
    /// <param name="endPoint">The address.</param>
    /// <param name="opened">Called with the node's ID once it has proved to be genuine.</param>
    public async Task<SeedVisit> VisitAsync(TransportEndPoint endPoint, Action<string> opened)
    {
        try
        {
            LinkConnection connection = CreateConnection(
                await ConnectAsync(endPoint, options.ConnectTimeout, nodeEnds).ConfigureAwait(false),
                null);
            Link? link = await connection.OpenAsync(nodeEnds).ConfigureAwait(false);
            if (link is null)
            {
                LogRefused(endPoint.ToString(), connection);
                return new SeedVisit { NodeId = connection.PeerId, IsItself = connection.IsToItself };
            }

            // What goes wrong with a link that is up is no failure to reach the seed, but a bug.
            Task running = connection.RunAsync(nodeEnds, opened);
            options.Watch(running);
            await running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return new SeedVisit { NodeId = link.PeerId, WasUp = true };
        }
#pragma warning disable CA1031 // A transport of somebody else's may throw anything, and the seed is tried again.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            if (!nodeEnds.IsCancellationRequested && options.MayLogOf(endPoint.ToString()))
            {
                string reason = exception is OperationCanceledException ? TimedOut : exception.Message;
                NodeLog.SeedNotReached(options.Log, Printable.Of(endPoint.ToString()), reason);
            }

            return default;
        }
    }

    /// <summary>All addresses that a name leads to; none if it can't be looked up.</summary>
    public async Task<IReadOnlyList<TransportEndPoint>> ResolveAsync(
        TransportEndPoint named,
        CancellationToken cancellationToken)
    {
        try
        {
            return await transport.ResolveAsync(named, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            return [];
        }
#pragma warning disable CA1031 // A transport of somebody else's may throw anything, and the seed is asked again.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            if (options.MayLogOf(named.ToString()))
            {
                NodeLog.SeedNotReached(options.Log, Printable.Of(named.ToString()), exception.Message);
            }

            return [];
        }
    }

    private async Task RunAsync(Link link, int dialledFor)
    {
        using var deadline = new CancellationTokenSource(options.ConnectTimeout, options.TimeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(nodeEnds, deadline.Token);
        Backoff backoff = options.CreateBackoff();
        string failure = TimedOut;
        int attempt = 0;
        while (link.AttemptOf(dialledFor) is int current and not 0 && !either.IsCancellationRequested)
        {
            // Each attempt has its time, though somebody dialled for the one before it already.
            if (current != attempt)
            {
                deadline.CancelAfter(options.ConnectTimeout);
                if (deadline.IsCancellationRequested)
                {
                    // Too late for that: it begins anew, as the link wants it still.
                    break;
                }

                attempt = current;
            }

            // Each time anew: the node may have moved.
            IReadOnlyList<TransportEndPoint> endPoints = await FindAsync(link.PeerId, either.Token)
                .ConfigureAwait(false);
            if (endPoints.Count == 0)
            {
                failure = either.IsCancellationRequested ? failure : "no known address";
                break;
            }

            string? problem = await TryAllAsync(link, dialledFor, endPoints, failure, either.Token)
                .ConfigureAwait(false);
            if (problem is null)
            {
                return;
            }

            failure = problem;
            await Pause.ForAsync(backoff.Next(), options, either.Token).ConfigureAwait(false);
        }

        // Nothing happens here if the peer has connected in the meantime, or if there is another attempt by now.
        int present = link.AttemptOf(dialledFor);
        if (nodeEnds.IsCancellationRequested)
        {
            events.GiveUp(link, present, "the node has ended");
        }
        else if (present == attempt)
        {
            GiveUp(link, attempt, failure, deadline.IsCancellationRequested);
        }
    }

    // Returns what went wrong, with what did before; nothing if the link does not want it any more, or was connected.
    private async Task<string?> TryAllAsync(
        Link link,
        int dialledFor,
        IReadOnlyList<TransportEndPoint> endPoints,
        string failure,
        CancellationToken cancellationToken)
    {
        // An end point that swallows what is sent to it must leave time for the others.
        TimeSpan share = options.ConnectTimeout / endPoints.Count;
        foreach (TransportEndPoint endPoint in endPoints)
        {
            if (link.AttemptOf(dialledFor) == 0
                || await TryAsync(link, endPoint, share, cancellationToken).ConfigureAwait(false) is not { } problem)
            {
                return null;
            }

            // An attempt that the deadline cut short says less than the one before it.
            if (failure is TimedOut || !cancellationToken.IsCancellationRequested)
            {
                failure = problem;
            }
        }

        return failure;
    }

    private void GiveUp(Link link, int attempt, string failure, bool isTooLate)
    {
        if (isTooLate)
        {
            MpMeter.CountLimit(Limit.ConnectTimeout);
        }

        events.GiveUp(link, attempt, failure);
    }

    private async Task<IReadOnlyList<TransportEndPoint>> FindAsync(string nodeId, CancellationToken cancellationToken)
    {
        IReadOnlyList<string> texts = NodeRef.Parse(nodeId).EndPoints;
        try
        {
            texts = texts.Count > 0
                ? texts
                : await addressBook.FindAsync(nodeId, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // Nobody has answered in time.
        }

        return
        [
            .. texts.Select(static text => NodeRef.TrySplitEndPoint(text, out string host, out int port) && port > 0
                    ? new TransportEndPoint(host, port)
                    : default)
                .Where(static endPoint => endPoint.Port > 0),
        ];
    }

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
            connection = CreateConnection(
                await ConnectAsync(endPoint, share, cancellationToken).ConfigureAwait(false),
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
            LogRefused(link.PeerId, connection);
            return connection.FailureReason;
        }

        await connection.RunAsync(nodeEnds).ConfigureAwait(false);
        return null;
    }

    private LinkConnection CreateConnection(ITransportConnection connected, Link? link) =>
        new(connected, options, events, HandshakeRole.Connector, link);

    private void LogRefused(string peer, LinkConnection connection)
    {
        if (options.MayLogOf(peer))
        {
            string remote = Printable.Of(connection.RemoteEndPoint.ToString());
            NodeLog.HandshakeFailed(options.Log, remote, connection.FailureReason);
        }
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
