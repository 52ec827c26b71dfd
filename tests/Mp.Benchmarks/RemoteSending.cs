namespace Mp.Benchmarks;

/// <summary>Sends as fast as the receiver counts.</summary>
internal static class RemoteSending
{
    /// <summary>
    /// Sends in parts, and awaits the receiver's count of each while the next one is sent: so no queue overflows.
    /// </summary>
    /// <param name="caller">Asks the receiver.</param>
    /// <param name="send">Sends a message.</param>
    /// <param name="part">How many messages a part has.</param>
    /// <param name="isEnough">Whether so many messages are enough.</param>
    /// <returns>How many messages there were.</returns>
    /// <exception cref="InvalidOperationException">Fewer were counted.</exception>
    public static async Task<long> SendAsync(RemoteCaller caller, Action send, int part, Predicate<long> isEnough)
    {
        long sent = 0;
        long counted = 0;
        Task<long> before = Task.FromResult(0L);
        for (; !isEnough(sent); sent += part)
        {
            for (int index = 0; index < part; index++)
            {
                send();
            }

            Task<long> total = caller.TotalAsync();
            counted += await before;
            before = total;
        }

        counted += await before;
        return counted == sent
            ? counted
            : throw new InvalidOperationException($"{counted} of {sent} messages arrived.");
    }
}
