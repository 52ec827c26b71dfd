namespace Mp.Testing;

/// <summary>
/// Something that a node or a handler does ran on a thread of its own, so that a test can't say what happens when.
/// </summary>
/// <remarks>
/// What does that: <c>Task.Run</c>, <c>Task.Delay</c> or a timer without the node's <see cref="TimeProvider"/>,
/// real I/O, and <c>ConfigureAwait(false)</c> or a blocking wait after any of these.
/// </remarks>
public sealed class ForeignThreadException : Exception
{
    internal ForeignThreadException(string stack)
        : base("Something ran on another thread than the test's: Task.Run, a timer that does not come from the node's "
            + $"TimeProvider, or real I/O. It was seen here:\n{stack}")
    {
    }
}
