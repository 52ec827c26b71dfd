namespace Mp.Links;

/// <summary>
/// Has what waits for something go on where the node's work runs, whoever it was that brought it about.
/// </summary>
/// <remarks>
/// A task that completed where it was found done would continue in the turn of a port, under a lock, or on the thread
/// pool: what runs when is the scheduler's to say.
/// </remarks>
internal sealed class Resumption(PortScheduler scheduler) : IThreadPoolWorkItem
{
    private readonly TaskCompletionSource _done = new();

    /// <summary>Completes on the scheduler, soon after <see cref="Request"/>.</summary>
    public Task Task => _done.Task;

    /// <summary>Schedules it. To be called once.</summary>
    public void Request() => scheduler.Schedule(this);

    /// <inheritdoc/>
    public void Execute() => _done.SetResult();

    /// <summary>
    /// Completes on the scheduler, soon after <paramref name="task"/> has, however it ended; at once if it has by now.
    /// </summary>
    public static Task After(Task task, PortScheduler scheduler)
    {
        if (task.IsCompleted)
        {
            return Task.CompletedTask;
        }

        var resumption = new Resumption(scheduler);
        _ = task.ContinueWith(
            static (_, waiting) => ((Resumption)waiting!).Request(),
            resumption,
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);
        return resumption.Task;
    }
}
