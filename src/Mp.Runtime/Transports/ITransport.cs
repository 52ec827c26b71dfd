namespace Mp.Transports;

/// <summary>Moves bytes between two nodes. Knows nothing of frames, messages or ports.</summary>
/// <remarks>
/// Implementations are safe for concurrent calls. A connection that fails surfaces the failure on its stream; only
/// <see cref="ConnectAsync"/>, <see cref="ListenAsync"/> and <see cref="ITransportListener.AcceptAsync"/> throw.
/// </remarks>
public interface ITransport
{
    /// <summary>Opens a connection to <paramref name="endPoint"/>.</summary>
    /// <exception cref="IOException">The peer refused, or could not be found or reached.</exception>
    /// <exception cref="OperationCanceledException">
    /// <paramref name="cancellationToken"/> fired first. Nothing is left open then.
    /// </exception>
    ValueTask<ITransportConnection> ConnectAsync(TransportEndPoint endPoint, CancellationToken cancellationToken);

    /// <summary>The end points of all addresses that the host of <paramref name="endPoint"/> has.</summary>
    /// <remarks>By default only the one given: for transports whose hosts have one address each.</remarks>
    /// <exception cref="IOException">The host can't be found.</exception>
    ValueTask<IReadOnlyList<TransportEndPoint>> ResolveAsync(
        TransportEndPoint endPoint,
        CancellationToken cancellationToken) => new([endPoint]);

    /// <summary>Starts to accept connections on <paramref name="endPoint"/>; port 0 means any free one.</summary>
    /// <exception cref="IOException">The address is in use, or not ours.</exception>
    ValueTask<ITransportListener> ListenAsync(TransportEndPoint endPoint, CancellationToken cancellationToken);

    /// <summary>Whether only this machine can reach what listens on <paramref name="endPoint"/>.</summary>
    /// <exception cref="IOException">The host can't be found.</exception>
    ValueTask<bool> IsLoopbackAsync(TransportEndPoint endPoint, CancellationToken cancellationToken);

    /// <summary>The end points to listen on where none is given: everything that the host name resolves to.</summary>
    /// <param name="port">The port.</param>
    /// <param name="cancellationToken">Ends the look-up.</param>
    /// <exception cref="IOException">The host name can't be resolved.</exception>
    ValueTask<IReadOnlyList<TransportEndPoint>> GetDefaultEndPointsAsync(int port, CancellationToken cancellationToken);
}
