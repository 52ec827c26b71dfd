namespace Mp.Transports;

/// <summary>
/// A connection between two nodes. Disposing it closes it at once, in both directions, and may be repeated.
/// </summary>
public interface ITransportConnection : IAsyncDisposable
{
    /// <summary>
    /// The bytes, both ways. One reader and one writer may use it at the same time. A connection that is lost makes
    /// reads end or throw <see cref="IOException"/>, and writes throw it.
    /// </summary>
    /// <remarks>
    /// A read of no bytes may come as well, and says nothing of the end: it completes when there is something to read,
    /// or at once.
    /// </remarks>
    Stream Stream { get; }

    /// <summary>The other end, for the greeting and for logs.</summary>
    TransportEndPoint RemoteEndPoint { get; }
}
