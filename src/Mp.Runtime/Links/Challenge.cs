namespace Mp.Links;

/// <summary>
/// The question to the connection that there is, whether it still lives, while another one from the same node waits.
/// </summary>
internal sealed class Challenge(long token)
{
    private readonly TaskCompletionSource<bool> _answer = new();

    /// <summary>What the answer has to repeat.</summary>
    public long Token => token;

    /// <summary>Whether the connection lives. Completes with the answer, or with the end of the connection.</summary>
    /// <remarks>It completes under the link's lock: what comes after it must only be scheduled.</remarks>
    public Task<bool> Answer => _answer.Task;

    /// <summary>It has answered, or has ended.</summary>
    public void Settle(bool lives) => _answer.TrySetResult(lives);
}
