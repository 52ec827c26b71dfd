namespace Mp.Links;

/// <summary>Waits by the node's clock.</summary>
internal static class Pause
{
    /// <summary>
    /// Completes after <paramref name="time"/>, or as soon as <paramref name="cancellationToken"/> fires.
    /// </summary>
    public static async Task ForAsync(TimeSpan time, ConnectionOptions options, CancellationToken cancellationToken)
    {
        using var due = new CancellationTokenSource(time, options.TimeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, due.Token);
        var waiting = new Resumption(options.Scheduler);
        using CancellationTokenRegistration registration = either.Token.Register(waiting.Request);
        await waiting.Task.ConfigureAwait(false);
    }
}
