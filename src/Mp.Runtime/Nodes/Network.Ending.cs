using Mp.Links;
using Mp.Ports;
using Mp.Telemetry;
using Mp.Transports;

namespace Mp.Nodes;

/// <content>How it ends.</content>
internal sealed partial class Network
{
    /// <summary>Stops listening, lets links write what they have for a moment, and closes them.</summary>
    public async ValueTask DisposeAsync()
    {
        // Whoever is about to go public, and may wait for a name or an address, is told first. Nobody begins to: the
        // router has ended.
        bool isGoingPublic = _becoming.CurrentCount == 0;
        Task stopped = StopAsync(isGoingPublic ? CancelAsync(_ending) : Task.CompletedTask);
        try
        {
            await stopped.WaitAsync(_options.ShutdownTimeout, _options.TimeProvider).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            // A peer that does not read, or a name that nobody resolves, does not keep this node from ending.
            MpMeter.CountLimit(Limit.ShutdownTimeout);
            _connections?.Watch(stopped);
        }

        _pulse?.Dispose();
        if (IsPublic)
        {
            await CancelAsync(_ended).ConfigureAwait(false);
        }

        foreach (Link link in _links.Snapshot())
        {
            if (link.Connection is { } connection)
            {
                End(link, connection, "the node has ended");
            }
        }

        _ended.Dispose();
    }

    // Those who wait are told on the scheduler, never within whoever ends the node: that may be a port in its turn.
    private Task CancelAsync(CancellationTokenSource source)
    {
        var told = new Resumption(_options.Scheduler);
        _options.Scheduler.Schedule(new CallbackWorkItem(CancelAll, _log));
        return told.Task;

        void CancelAll()
        {
            try
            {
                source.Cancel();
            }
            finally
            {
                told.Request();
            }
        }
    }

    private async Task StopAsync(Task cancelled)
    {
        await cancelled.ConfigureAwait(false);
        await _becoming.WaitAsync().ConfigureAwait(false);
        _becoming.Release();
        foreach (ITransportListener listener in _listeners)
        {
            await listener.DisposeAsync().ConfigureAwait(false);
        }

        Task written = Task.WhenAll(_links.Snapshot().Select(static link => link.WhenWritten()));
        await Resumption.After(written, _options.Scheduler).ConfigureAwait(false);
    }
}
