using System.Collections.Concurrent;

namespace Mp.Scheduling;

/// <summary>Threads that do nothing else than to run workers.</summary>
internal sealed class OwnThreads : IWorkerThreads, IDisposable
{
    private readonly BlockingCollection<Worker> _workers = [];

    public OwnThreads(int count, string name)
    {
        for (int number = 1; number <= count; number++)
        {
            // In the background: a forgotten scheduler must not keep the process alive.
            new Thread(Run) { IsBackground = true, Name = $"{name} {number}" }.Start();
        }
    }

    /// <inheritdoc/>
    public bool CanReplaceStuck => false;

    /// <inheritdoc/>
    public void Start(Worker worker)
    {
        try
        {
            _workers.Add(worker);
        }
        catch (InvalidOperationException)
        {
            // The threads have ended. What their ports would have done is not done any more.
        }
    }

    /// <inheritdoc/>
    public void Continue(Worker worker) => Start(worker);

    /// <summary>Ends the threads when their present turns are over. Does not wait for that.</summary>
    public void Dispose() => _workers.CompleteAdding();

    private void Run()
    {
        foreach (Worker worker in _workers.GetConsumingEnumerable())
        {
            worker.Execute();
        }
    }
}
