using System.Net.Sockets;
using Mp.TestKit;
using Mp.Transports;
using Mp.Transports.Tcp;

namespace Mp.Runtime.Tests.Transports;

public sealed class TcpTransportTests : TransportTests
{
    private protected override ITransport Transport { get; } = new TcpTransport();

    private protected override TransportEndPoint AnyPort => new("127.0.0.1", 0);

    [Fact]
    public async Task Listen_OnAHostName_ListensOnItsFirstAddress()
    {
        await using ITransportListener listener = await Transport.ListenAsync(new("localhost", 0), default).Bounded();

        await using ITransportConnection near = await ConnectAsync(listener.EndPoint);

        Assert.Equal("localhost", listener.EndPoint.Host);
    }

    [Fact]
    public async Task Listen_OnEveryAddress_IsPossible()
    {
        await using ITransportListener listener = await Transport.ListenAsync(new("0.0.0.0", 0), default).Bounded();

        await using ITransportConnection near = await ConnectAsync(listener.EndPoint with { Host = "127.0.0.1" });
    }

    [Fact]
    public async Task Listen_OnAnAddressOfAnotherMachine_IsAnIOException() =>
        await Assert.ThrowsAsync<IOException>(
            () => Transport.ListenAsync(new("192.0.2.1", 0), default).Bounded());

    [Theory]
    [InlineData("no-such-host.invalid")]
    [InlineData("two words")]
    public async Task Connect_ToAHostThatDoesNotExist_IsAnIOExceptionWithItsCause(string host)
    {
        IOException failure = await Assert.ThrowsAsync<IOException>(() => ConnectAsync(new(host, 1)));

        Assert.Contains(host, failure.Message, StringComparison.Ordinal);
        Assert.NotNull(failure.InnerException);
    }

    [Fact]
    public async Task Connect_ToAHostNameBeyondAllLength_IsAnIOException() =>
        await Assert.ThrowsAsync<IOException>(() => ConnectAsync(new(new string('a', 300), 1)));

    [Fact]
    public async Task Connection_OfEitherEnd_HasItsSocketOptions()
    {
        await using ITransportListener listener = await ListenAsync();
        using var probe = new Socket(SocketType.Stream, ProtocolType.Tcp);

        TcpSocketOptions.Apply(probe);

        Assert.True(probe.NoDelay);
        Assert.Equal(5, probe.GetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveTime));
        Assert.Equal(2, probe.GetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveInterval));
        Assert.Equal(3, probe.GetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveRetryCount));
        if (OperatingSystem.IsLinux())
        {
            byte[] timeout = new byte[4];
            _ = probe.GetRawSocketOption(6, 18, timeout);
            Assert.Equal(10_000, BitConverter.ToInt32(timeout));
        }
    }
}
