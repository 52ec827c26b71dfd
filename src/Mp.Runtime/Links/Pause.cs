namespace Mp.Links;

/// <summary>Waits by the node's clock.</summary>
internal static class Pause
{
    /// <summary>
    /// Completes after <paramref name="time"/>, or at once when <paramref name="cancellationToken"/> fires.
    /// </summary>
    public static async Task ForAsync(TimeSpan time, TimeProvider clock, CancellationToken cancellationToken)
    {
        using var due = new CancellationTokenSource(time, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, due.Token);
        var waiting = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using CancellationTokenRegistration registration = either.Token.Register(waiting.SetResult);
        await waiting.Task.ConfigureAwait(false);
    }
}
