namespace Mp;

/// <content>How long calls wait.</content>
public sealed partial record NodeOptions
{
    /// <summary>
    /// How long a call, <c>Cal</c>, waits for its answer if it does not say so itself. Default 60 s; 100 ms to 24 h.
    /// </summary>
    public TimeSpan CallTimeout { get; init; } = TimeSpan.FromSeconds(60);
}
