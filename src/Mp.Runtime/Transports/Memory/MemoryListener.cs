using System.Threading.Channels;

namespace Mp.Transports.Memory;

/// <summary>An end point of a <see cref="MemoryNetwork"/> that accepts connections.</summary>
internal sealed class MemoryListener(MemoryNetwork network, TransportEndPoint endPoint) : ITransportListener
{
    // Connections that have come in while nobody called AcceptAsync; further ones are refused.
    private const int Backlog = 128;

    private readonly Channel<MemoryConnection> _offered = Channel.CreateBounded<MemoryConnection>(Backlog);

    public TransportEndPoint EndPoint => endPoint;

    /// <summary>Puts a new connection where <see cref="AcceptAsync"/> takes it from.</summary>
    /// <returns><see langword="false"/> if too many wait already, or the listener was disposed.</returns>
    public bool TryOffer(MemoryConnection connection) => _offered.Writer.TryWrite(connection);

    public async ValueTask<ITransportConnection> AcceptAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await _offered.Reader.ReadAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (ChannelClosedException failure)
        {
            throw new OperationCanceledException($"The listener on {EndPoint} was disposed.", failure);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!_offered.Writer.TryComplete())
        {
            return;
        }

        network.Forget(this);
        while (_offered.Reader.TryRead(out MemoryConnection? unwanted))
        {
            await unwanted.DisposeAsync().ConfigureAwait(false);
        }
    }
}
