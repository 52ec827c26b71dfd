using System.Text;
using Mp.TestKit;
using Mp.Transports;

namespace Mp.Runtime.Tests.Transports;

/// <summary>What every transport keeps; the classes below it say which one.</summary>
public abstract class TransportTests
{
    private protected abstract ITransport Transport { get; }

    private protected abstract TransportEndPoint AnyPort { get; }

    [Fact]
    public async Task Bytes_WrittenAtEitherEnd_ArriveAtTheOther()
    {
        await using ITransportListener listener = await ListenAsync();
        await using ITransportConnection near = await ConnectAsync(listener.EndPoint);
        await using ITransportConnection far = await listener.AcceptAsync(default).Bounded();

        await near.Stream.WriteAsync("there"u8.ToArray()).Bounded();
        await far.Stream.WriteAsync("back"u8.ToArray()).Bounded();

        Assert.Equal("there", await ReadAsync(far, 5));
        Assert.Equal("back", await ReadAsync(near, 4));
    }

    [Fact]
    public async Task ManyBytes_BeyondEveryBuffer_ArriveInOrder()
    {
        byte[] sent = new byte[3_000_000];
        new Random(1).NextBytes(sent);
        await using ITransportListener listener = await ListenAsync();
        await using ITransportConnection near = await ConnectAsync(listener.EndPoint);
        await using ITransportConnection far = await listener.AcceptAsync(default).Bounded();

        byte[] received = new byte[sent.Length];
        Task writing = near.Stream.WriteAsync(sent).AsTask();
        await far.Stream.ReadExactlyAsync(received).Bounded();
        await writing.Bounded();

        Assert.Equal(sent, received);
    }

    [Fact]
    public async Task Listen_OnPortZero_ReportsTheRealOne()
    {
        await using ITransportListener one = await ListenAsync();
        await using ITransportListener other = await ListenAsync();

        Assert.InRange(one.EndPoint.Port, 1, 65535);
        Assert.NotEqual(one.EndPoint.Port, other.EndPoint.Port);
        Assert.Equal(AnyPort.Host, one.EndPoint.Host);
    }

    [Fact]
    public async Task Listen_WhereSomebodyListens_IsAnIOException()
    {
        await using ITransportListener listener = await ListenAsync();

        IOException failure = await Assert.ThrowsAsync<IOException>(
            () => Transport.ListenAsync(listener.EndPoint, default).Bounded());

        Assert.Contains(listener.EndPoint.ToString(), failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Connect_WhereNobodyListens_IsAnIOExceptionThatNamesTheEndPoint()
    {
        TransportEndPoint endPoint = await FormerEndPointAsync();

        IOException failure = await Assert.ThrowsAsync<IOException>(() => ConnectAsync(endPoint));

        Assert.Contains(endPoint.ToString(), failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Connect_Cancelled_IsAnOperationCanceledException()
    {
        await using ITransportListener listener = await ListenAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => Transport.ConnectAsync(listener.EndPoint, new CancellationToken(canceled: true)).Bounded());
    }

    [Fact]
    public async Task Accept_Cancelled_LeavesTheListenerListening()
    {
        await using ITransportListener listener = await ListenAsync();
        using var cancellation = new CancellationTokenSource();
        Task<ITransportConnection> accepting = listener.AcceptAsync(cancellation.Token).AsTask();

        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => accepting.Bounded());
        await using ITransportConnection near = await ConnectAsync(listener.EndPoint);
        await using ITransportConnection far = await listener.AcceptAsync(default).Bounded();
    }

    [Fact]
    public async Task Dispose_OfAListener_EndsAPendingAccept()
    {
        ITransportListener listener = await ListenAsync();
        Task<ITransportConnection> accepting = listener.AcceptAsync(default).AsTask();

        await listener.DisposeAsync();
        await listener.DisposeAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => accepting.Bounded());
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => listener.AcceptAsync(default).Bounded());
    }

    [Fact]
    public async Task Dispose_OfOneEnd_IsTheEndOfTheStreamAtTheOther()
    {
        await using ITransportListener listener = await ListenAsync();
        ITransportConnection near = await ConnectAsync(listener.EndPoint);
        await using ITransportConnection far = await listener.AcceptAsync(default).Bounded();
        await near.Stream.WriteAsync("last"u8.ToArray()).Bounded();

        await near.DisposeAsync();
        await near.DisposeAsync();

        Assert.Equal("last", await ReadAsync(far, 4));
        Assert.Equal(0, await far.Stream.ReadAsync(new byte[1]).Bounded());
    }

    [Fact]
    public async Task Write_ToAnEndThatWasDisposed_SoonIsAnIOException()
    {
        await using ITransportListener listener = await ListenAsync();
        ITransportConnection near = await ConnectAsync(listener.EndPoint);
        await using ITransportConnection far = await listener.AcceptAsync(default).Bounded();
        await near.DisposeAsync();

        async Task WriteOnAsync()
        {
            // The first writes may still go into a buffer of the system.
            byte[] bytes = new byte[100_000];
            while (true)
            {
                await far.Stream.WriteAsync(bytes);
            }
        }

        await Assert.ThrowsAsync<IOException>(() => WriteOnAsync().Bounded());
    }

    [Fact]
    public async Task Dispose_WhileAReadWaits_EndsTheRead()
    {
        await using ITransportListener listener = await ListenAsync();
        ITransportConnection near = await ConnectAsync(listener.EndPoint);
        await using ITransportConnection far = await listener.AcceptAsync(default).Bounded();
        Task<int> reading = near.Stream.ReadAsync(new byte[1]).AsTask();

        await near.DisposeAsync();

        // As the end of the stream or by an exception: what a socket does first when it closes is not for us to say.
        Exception? exception = await Record.ExceptionAsync(() => reading.Bounded());
        Assert.IsNotType<TimeoutException>(exception);
        Assert.True(exception is not null || await reading == 0);
    }

    [Fact]
    public async Task Read_Cancelled_LeavesTheConnectionUsable()
    {
        await using ITransportListener listener = await ListenAsync();
        await using ITransportConnection near = await ConnectAsync(listener.EndPoint);
        await using ITransportConnection far = await listener.AcceptAsync(default).Bounded();
        using var cancellation = new CancellationTokenSource();
        Task<int> reading = far.Stream.ReadAsync(new byte[1], cancellation.Token).AsTask();

        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading.Bounded());
        await near.Stream.WriteAsync("x"u8.ToArray()).Bounded();
        Assert.Equal("x", await ReadAsync(far, 1));
    }

    [Fact]
    public async Task RemoteEndPoint_OfTheOneWhoDials_IsWhatItDialled()
    {
        await using ITransportListener listener = await ListenAsync();

        await using ITransportConnection near = await ConnectAsync(listener.EndPoint);
        await using ITransportConnection far = await listener.AcceptAsync(default).Bounded();

        Assert.Equal(listener.EndPoint, near.RemoteEndPoint);
        Assert.InRange(far.RemoteEndPoint.Port, 1, 65535);
    }

    private protected Task<ITransportListener> ListenAsync() => Transport.ListenAsync(AnyPort, default).Bounded();

    private protected Task<ITransportConnection> ConnectAsync(TransportEndPoint endPoint) =>
        Transport.ConnectAsync(endPoint, default).Bounded();

    private protected static async Task<string> ReadAsync(ITransportConnection connection, int count)
    {
        byte[] bytes = new byte[count];
        await connection.Stream.ReadExactlyAsync(bytes).Bounded();
        return Encoding.UTF8.GetString(bytes);
    }

    private async Task<TransportEndPoint> FormerEndPointAsync()
    {
        await using ITransportListener listener = await ListenAsync();
        return listener.EndPoint;
    }
}
