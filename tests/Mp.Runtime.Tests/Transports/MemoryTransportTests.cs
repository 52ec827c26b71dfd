using Mp.TestKit;
using Mp.Transports;
using Mp.Transports.Memory;

namespace Mp.Runtime.Tests.Transports;

public sealed class MemoryTransportTests : TransportTests
{
    private readonly MemoryNetwork _network = new();

    public MemoryTransportTests() => Transport = _network.CreateTransport();

    private protected override ITransport Transport { get; }

    private protected override TransportEndPoint AnyPort => new("node-a", 0);

    [Fact]
    public async Task Connect_FromAnotherTransportOfTheNetwork_Works()
    {
        await using ITransportListener listener = await ListenAsync();

        await using ITransportConnection near = await _network.CreateTransport()
            .ConnectAsync(listener.EndPoint, default).Bounded();

        await using ITransportConnection far = await listener.AcceptAsync(default).Bounded();
    }

    [Fact]
    public async Task Connect_FromAnotherNetwork_IsRefused()
    {
        await using ITransportListener listener = await ListenAsync();

        await Assert.ThrowsAsync<IOException>(
            () => new MemoryNetwork().CreateTransport().ConnectAsync(listener.EndPoint, default).Bounded());
    }

    [Fact]
    public async Task Cut_OfOneConnection_FailsBothEndsAndNoOther()
    {
        await using ITransportListener listener = await ListenAsync();
        await using ITransportConnection near = await ConnectAsync(listener.EndPoint);
        await using ITransportConnection far = await listener.AcceptAsync(default).Bounded();
        await using ITransportConnection other = await ConnectAsync(listener.EndPoint);
        Task<int> reading = far.Stream.ReadAsync(new byte[1]).AsTask();

        _network.Cut(near);

        await Assert.ThrowsAsync<IOException>(() => reading.Bounded());
        await Assert.ThrowsAsync<IOException>(() => near.Stream.WriteAsync(new byte[1]).Bounded());
        await other.Stream.WriteAsync(new byte[1]).Bounded();
    }

    [Fact]
    public async Task Cut_WhileAWriteWaitsForTheReader_FailsTheWrite()
    {
        await using ITransportListener listener = await ListenAsync();
        await using ITransportConnection near = await ConnectAsync(listener.EndPoint);
        await using ITransportConnection far = await listener.AcceptAsync(default).Bounded();
        Task writing = near.Stream.WriteAsync(new byte[1_000_000]).AsTask();

        _network.CutAll();

        await Assert.ThrowsAsync<IOException>(() => writing.Bounded());
    }

    [Fact]
    public async Task Dispose_OfTheReaderWhileAWriteWaits_FailsTheWrite()
    {
        await using ITransportListener listener = await ListenAsync();
        await using ITransportConnection near = await ConnectAsync(listener.EndPoint);
        ITransportConnection far = await listener.AcceptAsync(default).Bounded();
        Task writing = near.Stream.WriteAsync(new byte[1_000_000]).AsTask();

        await far.DisposeAsync();

        await Assert.ThrowsAsync<IOException>(() => writing.Bounded());
    }

    [Fact]
    public async Task Refuse_UntilAdmit_RefusesNewConnectionsOnly()
    {
        await using ITransportListener listener = await ListenAsync();
        await using ITransportConnection old = await ConnectAsync(listener.EndPoint);

        _network.Refuse(listener.EndPoint);

        await Assert.ThrowsAsync<IOException>(() => ConnectAsync(listener.EndPoint));
        await old.Stream.WriteAsync(new byte[1]).Bounded();
        _network.Admit(listener.EndPoint);
        await using ITransportConnection young = await ConnectAsync(listener.EndPoint);
    }

    [Fact]
    public async Task Dispose_OfAListener_ClosesWhatItHadNotAccepted()
    {
        ITransportListener listener = await ListenAsync();
        await using ITransportConnection near = await ConnectAsync(listener.EndPoint);

        await listener.DisposeAsync();

        Assert.Equal(0, await near.Stream.ReadAsync(new byte[1]).Bounded());
    }

    [Fact]
    public async Task Connect_BeyondTheBacklog_IsRefused()
    {
        await using ITransportListener listener = await ListenAsync();
        for (int count = 0; count < 128; count++)
        {
            await ConnectAsync(listener.EndPoint);
        }

        await Assert.ThrowsAsync<IOException>(() => ConnectAsync(listener.EndPoint));
    }
}
