namespace Mp.Transports;

/// <summary>Accepts connections until it is disposed.</summary>
public interface ITransportListener : IAsyncDisposable
{
    /// <summary>Where it listens, with the port that was found if any free one was asked for.</summary>
    TransportEndPoint EndPoint { get; }

    /// <summary>Waits for the next connection.</summary>
    /// <exception cref="OperationCanceledException">
    /// <paramref name="cancellationToken"/> fired, or the listener was disposed.
    /// </exception>
    /// <exception cref="IOException">This one connection failed; the listener goes on.</exception>
    ValueTask<ITransportConnection> AcceptAsync(CancellationToken cancellationToken);
}
