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
    public void Socket_IsAskedForTheDefaults_WhereNothingElseIsSaid()
    {
        Assert.Equal(new TcpOptions(), new TcpTransport().Options);
        AssertAsked(new TcpOptions(), time: 5, interval: 2, retries: 3, userTimeout: 10_000);
    }

    [Fact]
    public void Socket_IsAskedForWhatTheOptionsSay() => AssertAsked(
        new TcpOptions
        {
            UserTimeout = TimeSpan.FromSeconds(3),
            KeepAliveTime = TimeSpan.FromSeconds(7),
            KeepAliveInterval = TimeSpan.FromSeconds(1),
            KeepAliveRetries = 9,
        },
        time: 7,
        interval: 1,
        retries: 9,
        userTimeout: 3_000);

    [Fact]
    public async Task OptionsBeyondTheirRange_AreNamedAllTogether_WhenANodeStartsWithThem()
    {
        var transport = new TcpTransport(new TcpOptions
        {
            UserTimeout = TimeSpan.FromHours(2),
            KeepAliveTime = TimeSpan.Zero,
            KeepAliveInterval = TimeSpan.FromMinutes(11),
            KeepAliveRetries = 101,
        });

        var exception = await Assert.ThrowsAsync<NodeConfigurationException>(async () =>
            await Node.StartAsync(new NodeOptions { Transport = transport, MaxFrameBytes = 1 }));

        Assert.Equal(5, exception.Problems.Count);
        foreach (TcpOptions end in new[]
        {
            new TcpOptions
            {
                UserTimeout = TimeSpan.Zero,
                KeepAliveTime = TimeSpan.FromSeconds(1),
                KeepAliveInterval = TimeSpan.FromSeconds(1),
                KeepAliveRetries = 1,
            },
            new TcpOptions
            {
                UserTimeout = TimeSpan.FromHours(1),
                KeepAliveTime = TimeSpan.FromHours(2),
                KeepAliveInterval = TimeSpan.FromMinutes(10),
                KeepAliveRetries = 100,
            },
        })
        {
            await using Node node = await Node.StartAsync(new NodeOptions { Transport = new TcpTransport(end) });
        }
    }

    private static void AssertAsked(TcpOptions options, int time, int interval, int retries, int userTimeout)
    {
        using var probe = new Socket(SocketType.Stream, ProtocolType.Tcp);
        TcpSocketOptions.Apply(probe, options);

        Assert.True(probe.NoDelay);
        Assert.Equal(time, probe.GetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveTime));
        Assert.Equal(interval, probe.GetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveInterval));
        Assert.Equal(retries, probe.GetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveRetryCount));
        if (OperatingSystem.IsLinux())
        {
            byte[] timeout = new byte[4];
            _ = probe.GetRawSocketOption(6, 18, timeout);
            Assert.Equal(userTimeout, BitConverter.ToInt32(timeout));
        }
    }
}
