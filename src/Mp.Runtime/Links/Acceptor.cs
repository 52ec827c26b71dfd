using Mp.Telemetry;
using Mp.Transports;
using Mp.Wire;

namespace Mp.Links;

/// <summary>Takes the connections that other nodes open, on one listener.</summary>
internal sealed class Acceptor(
    ITransportListener listener,
    ConnectionOptions options,
    ILinkEvents events,
    InboundGate gate,
    CancellationToken nodeEnds)
{
    private static readonly TimeSpan AfterFailure = TimeSpan.FromMilliseconds(100);

    /// <summary>Accepts until the node ends.</summary>
    public async Task RunAsync()
    {
        while (!nodeEnds.IsCancellationRequested)
        {
            try
            {
                ITransportConnection accepted = await listener.AcceptAsync(nodeEnds).ConfigureAwait(false);
                options.Watch(ServeAsync(accepted));
            }
            catch (IOException exception)
            {
                // Too many open files, say: that takes a moment, and must not become a busy loop.
                NodeLog.AcceptFailed(options.Log, listener.EndPoint.ToString(), exception.Message);
                await Pause.ForAsync(AfterFailure, options, nodeEnds).ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    private async Task ServeAsync(ITransportConnection accepted)
    {
        string address = InboundGate.AddressOf(accepted.RemoteEndPoint.Host);
        if (gate.Enter(address, options.Now) is { } limit)
        {
            MpMeter.CountLimit(limit);
            Refuse(address, accepted.RemoteEndPoint, $"the limit NodeOptions.{limit} is reached");
            await accepted.DisposeAsync().ConfigureAwait(false);
            return;
        }

        try
        {
            var connection = new LinkConnection(accepted, options, events, HandshakeRole.Acceptor);
            await ServeAsync(connection, address).ConfigureAwait(false);
        }
        finally
        {
            gate.Leave();
        }
    }

    private async Task ServeAsync(LinkConnection connection, string address)
    {
        Link? link = await connection.OpenAsync(nodeEnds).ConfigureAwait(false);
        if (link is null)
        {
            gate.Fail(address, options.Now, connection.IsForged);
            Refuse(address, connection.RemoteEndPoint, connection.FailureReason);
            return;
        }

        gate.Authenticated(address, options.Now);
        await connection.RunAsync(nodeEnds).ConfigureAwait(false);
    }

    private void Refuse(string address, TransportEndPoint remote, string reason)
    {
        if (options.MayLogOf(address))
        {
            NodeLog.HandshakeFailed(options.Log, Printable.Of(remote.ToString()), reason);
        }
    }
}
