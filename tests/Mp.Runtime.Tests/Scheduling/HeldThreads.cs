using Mp.Scheduling;

namespace Mp.Runtime.Tests.Scheduling;

/// <summary>Threads of no kind: workers that were started wait until the test runs them.</summary>
internal sealed class HeldThreads : IWorkerThreads
{
    private readonly Queue<Worker> _started = new();

    public bool CanReplaceStuck => false;

    public void Start(Worker worker) => _started.Enqueue(worker);

    public void Continue(Worker worker) => _started.Enqueue(worker);

    public void RunAll()
    {
        while (_started.TryDequeue(out Worker? worker))
        {
            worker.Execute();
        }
    }
}
