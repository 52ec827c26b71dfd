using Microsoft.Extensions.Logging;
using Mp.Runtime.Tests.Links;
using Mp.TestKit;
using Mp.Transports.Memory;

namespace Mp.Runtime.Tests.Nodes;

/// <summary>A logger that throws costs a line, and nothing else.</summary>
public sealed class FailingLoggerTests
{
    [Fact]
    public async Task EndOfALink_FiresItsMonitors_AndThePeerIsLetInAgain()
    {
        using var log = new FailingLoggerFactory();
        var network = new MemoryNetwork();
        var options = new NodeOptions { Secret = Secret.FromText("a secret for these tests"), LoggerFactory = log };
        await using Node node = await TwoNodes.StartAsync(options, network, "node:0");
        StagedPeer peer = (await StagedPeer.ConnectAsync(node, network, LinkFixture.Peer))!;
        var fired = new TaskCompletionSource<Reason>();
        node.Mon(PortId.Parse($"{StagedPeer.Id}#port"), fired.SetResult);

        peer.Close();

        Assert.Equal("transport_error", (await fired.Task.Bounded()).Word);
        Assert.True(log.HasFailed);
        Assert.NotNull(await StagedPeer.ConnectAsync(node, network, LinkFixture.Peer));
    }

    // Fails once: at the line that says that a link is down.
    private sealed class FailingLoggerFactory : ILoggerFactory, ILogger
    {
        private const int LinkDown = 201;

        private int _failures;

        public bool HasFailed => Volatile.Read(ref _failures) > 0;

        public ILogger CreateLogger(string categoryName) => this;

        public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException();

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter)
        {
            if (eventId.Id == LinkDown && Interlocked.Increment(ref _failures) == 1)
            {
                throw new IOException("the disk is full");
            }
        }

        public void Dispose()
        {
        }
    }
}
