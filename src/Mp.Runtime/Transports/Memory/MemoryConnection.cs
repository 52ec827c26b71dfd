using System.IO.Pipelines;

namespace Mp.Transports.Memory;

/// <summary>One end of a connection of a <see cref="MemoryNetwork"/>.</summary>
internal sealed class MemoryConnection(
    MemoryNetwork network,
    TransportEndPoint remoteEndPoint,
    PipeReader input,
    PipeWriter output) : ITransportConnection
{
    private readonly DuplexPipeStream _stream = new(input, output);

    public Stream Stream => _stream;

    public TransportEndPoint RemoteEndPoint => remoteEndPoint;

    /// <summary>The other end. Set once, before anyone sees this one.</summary>
    public MemoryConnection Peer { get => field!; set; }

    /// <summary>Makes whatever this end does from now on, or is doing, fail.</summary>
    public void Fail() => _stream.Fail();

    public async ValueTask DisposeAsync()
    {
        network.Forget(this);
        await _stream.DisposeAsync().ConfigureAwait(false);
        Peer._stream.EndWriting();
    }
}
