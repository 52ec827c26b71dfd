namespace Mp.Scheduling;

/// <summary>Where workers get their threads.</summary>
internal interface IWorkerThreads
{
    /// <summary>Whether there is a thread for another worker when one is stuck in a turn.</summary>
    bool CanReplaceStuck { get; }

    /// <summary>Gives a thread to a worker that was idle, soon.</summary>
    void Start(Worker worker);

    /// <summary>Gives a thread to a worker again, after others had their turn on it.</summary>
    void Continue(Worker worker);
}
