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
    public void Run()
    {
        while (Take(isMore: false) is { } first)
        {
            for (Action? next = first; next is not null; next = Take(isMore: true))
            {
                new CallbackWorkItem(next, log).Execute();
            }
        }
    }

    /// <summary>Adds something and does what there is.</summary>
    public void Do(Action action)
    {
        Add(action);
        Run();
    }

    private Action? Take(bool isMore)
    {
        lock (_gate)
        {
            if (_isRunning && !isMore)
            {
                return null;
            }

            _isRunning = _waiting.TryDequeue(out Action? next);
            return next;
        }
    }
}
