namespace Mp.TestKit;

/// <summary>Waiting for what must happen, and failing, instead of hanging, if it does not.</summary>
/// <remarks>The bound says when to give up. It is far beyond what anything takes, and no claim about speed.</remarks>
public static class BoundedWait
{
    /// <summary>After how long a test has failed.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    /// <summary>Waits for a task, within the limit.</summary>
    public static Task Bounded(this Task task) => task.WaitAsync(Limit);

    /// <summary>Waits for a task, within the limit.</summary>
    public static Task<T> Bounded<T>(this Task<T> task) => task.WaitAsync(Limit);

    /// <summary>Waits for a task, within the limit.</summary>
    public static Task Bounded(this ValueTask task) => task.AsTask().WaitAsync(Limit);

    /// <summary>Waits for a task, within the limit.</summary>
    public static Task<T> Bounded<T>(this ValueTask<T> task) => task.AsTask().WaitAsync(Limit);
}
