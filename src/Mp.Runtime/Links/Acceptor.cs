using Mp.Telemetry;
using Mp.Transports;

namespace Mp.Links;

/// <summary>Takes the connections that other nodes open, on one listener.</summary>
internal sealed class Acceptor(
    ITransportListener listener,
    ConnectionOptions options,
    ILinkEvents events,
    int maxUnauthenticated,
    CancellationToken nodeEnds)
{
    private static readonly TimeSpan AfterFailure = TimeSpan.FromMilliseconds(100);

    private int _unauthenticated;

    /// <summary>Accepts until the node ends.</summary>
    public async Task RunAsync()
    {
        while (!nodeEnds.IsCancellationRequested)
        {
            try
            {
                ITransportConnection accepted = await listener.AcceptAsync(nodeEnds).ConfigureAwait(false);
                options.Watch(ServeAsync(new LinkConnection(accepted, options, events, null)));
            }
            catch (IOException exception)
            {
                // Too many open files, say: that takes a moment, and must not become a busy loop.
                LinkLog.AcceptFailed(options.Log, listener.EndPoint.ToString(), exception.Message);
                await Pause.ForAsync(AfterFailure, options, nodeEnds).ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    private async Task ServeAsync(LinkConnection connection)
    {
        Link? link = await OpenAsync(connection).ConfigureAwait(false);
        if (link is not null)
        {
            LinkLog.LinkUp(options.Log, link.PeerId, connection.RemoteEndPoint);
            events.End(link, connection, await connection.ReceiveAsync(nodeEnds).ConfigureAwait(false));
        }
    }

    private async Task<Link?> OpenAsync(LinkConnection connection)
    {
        Link? link = null;
        string refusal = $"{maxUnauthenticated} connections that are not authenticated yet are open already";
        if (Interlocked.Increment(ref _unauthenticated) <= maxUnauthenticated)
        {
            link = await connection.OpenAsync(nodeEnds).ConfigureAwait(false);
            refusal = connection.FailureReason;
        }
        else
        {
            connection.Abort();
        }

        Interlocked.Decrement(ref _unauthenticated);
        if (link is null)
        {
            LinkLog.HandshakeFailed(options.Log, Printable.Of(connection.RemoteEndPoint), refusal);
        }

        return link;
    }
}
