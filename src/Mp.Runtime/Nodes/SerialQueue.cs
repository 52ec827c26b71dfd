using System.Runtime.ExceptionServices;
using Microsoft.Extensions.Logging;
using Mp.Ports;

namespace Mp.Nodes;

/// <summary>Does what it is given one after the other, in the order in which it was given it.</summary>
/// <remarks>
/// On the thread of whoever calls <see cref="Run"/>, unless another is at it already. What throws is logged.
/// </remarks>
internal sealed class SerialQueue(ILogger log)
{
    private readonly Lock _gate = new();
    private readonly Queue<Action> _waiting = new();
    private bool _isRunning;

    /// <summary>Adds something, and does nothing yet. May be called under a lock, to fix its place.</summary>
    public void Add(Action action)
    {
        lock (_gate)
        {
            _waiting.Enqueue(action);
        }
    }

    /// <summary>Does what there is, unless somebody does so already. Not to be called under a lock.</summary>
    /// <exception cref="Exception">What the log has thrown, after everything was done.</exception>
    public void Run()
    {
        ExceptionDispatchInfo? failure = null;
        for (Action? next = Take(isFirst: true); next is not null; next = Take(isFirst: false))
        {
            try
            {
                new CallbackWorkItem(next, log).Execute();
            }
#pragma warning disable CA1031 // Loggers may throw. What waits is done all the same.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                failure ??= ExceptionDispatchInfo.Capture(exception);
            }
        }

        failure?.Throw();
    }

    /// <summary>Adds something and does what there is.</summary>
    public void Do(Action action)
    {
        Add(action);
        Run();
    }

    // Whoever finds nothing more stops running under the same lock under which others add: nothing is left lying.
    private Action? Take(bool isFirst)
    {
        lock (_gate)
        {
            if (_isRunning && isFirst)
            {
                return null;
            }

            _isRunning = _waiting.TryDequeue(out Action? next);
            return next;
        }
    }
}
