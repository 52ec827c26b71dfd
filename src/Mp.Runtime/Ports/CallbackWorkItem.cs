using Microsoft.Extensions.Logging;
using Mp.Telemetry;

namespace Mp.Ports;

/// <summary>A callback that runs in no port. What it throws is logged, and harms nobody else.</summary>
internal sealed class CallbackWorkItem(Action callback, ILogger log) : IThreadPoolWorkItem
{
    public void Execute()
    {
        try
        {
            callback();
        }
#pragma warning disable CA1031 // The callback is a user's: whatever it throws must not end the process or the loop.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            NodeLog.CallbackFailed(log, exception);
        }
    }
}
