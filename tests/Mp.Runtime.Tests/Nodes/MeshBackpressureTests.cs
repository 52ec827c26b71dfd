using Microsoft.Extensions.Logging;
using Mp.Mesh;
using Mp.TestKit;
using Mp.Transports.Memory;

namespace Mp.Runtime.Tests.Nodes;

/// <summary>What becomes of requests of the mesh while it is busy with another peer's.</summary>
public sealed class MeshBackpressureTests
{
    private const int EntriesRefused = 211;
    private const int Requests = 1000;

    [Fact]
    public async Task PeerWhoseRequestsWaitForTheMesh_IsNotReadFrom_AndLosesNothing()
    {
        using var log = new BlockingLoggerFactory(EntriesRefused);
        var network = new MemoryNetwork();
        var options = new NodeOptions { Secret = Secret.FromText("a secret for these tests"), IsGlobal = true };
        await using Node busy = await TwoNodes.StartAsync(
            options with { MaxFamilyEntries = 1, MaxUndeliveredMessages = 16, LoggerFactory = log }, network, "busy:0");
        await using Node other = await TwoNodes.StartAsync(options, network, "other:0");
        await using Node asker = await TwoNodes.StartAsync(options with { IsGlobal = false }, network, "asker:0");
        await asker.Cal(PortId.Parse($"{busy.Id}#"), "time").Bounded();

        // The thread that reads from the other one is held up in the middle of what it has for the mesh.
        other.Families.Set("family", "one", 1);
        other.Families.Set("family", "two", 2);
        other.Snd(PortId.Parse($"{busy.Id}#"), "devnull");
        await log.IsBlocked;
        using var held = new LimitCount(nameof(NodeOptions.MaxUndeliveredMessages));
        for (int request = 0; request < Requests; request++)
        {
            asker.Snd(PortId.Parse($"{busy.Id}#"), MeshRequest.Find, other.Id);
        }

        await held.First;
        log.Release();
        await asker.Cal(PortId.Parse($"{busy.Id}#"), "time").Bounded();
    }

    // Holds whoever logs a line with one ID, until it is released.
    private sealed class BlockingLoggerFactory(int blockedId) : ILoggerFactory, ILogger
    {
        private readonly TaskCompletionSource _blocked = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly ManualResetEventSlim _mayGoOn = new();

        public Task IsBlocked => _blocked.Task.Bounded();

        public void Release() => _mayGoOn.Set();

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
            if (eventId.Id == blockedId)
            {
                _blocked.TrySetResult();
                _mayGoOn.Wait();
            }
        }

        public void Dispose()
        {
            _mayGoOn.Set();
            _mayGoOn.Dispose();
        }
    }
}
