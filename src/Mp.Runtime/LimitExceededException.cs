namespace Mp;

/// <summary>
/// What was asked for would exceed a limit of <see cref="NodeOptions"/>. Nothing was done; the message names the limit.
/// </summary>
public sealed class LimitExceededException : MpException
{
    internal LimitExceededException(string message)
        : base(message)
    {
    }
}
