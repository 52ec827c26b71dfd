namespace Mp;

/// <summary>
/// A call, <c>Cal</c>, gets no answer any more: the port called has died or its node is lost, or the call was refused.
/// </summary>
/// <remarks>What was asked for may have been done, and only the answer be lost.</remarks>
public sealed class CallException : MpException
{
    internal CallException(string message, Reason reason)
        : base(message) => Reason = reason;

    /// <summary>
    /// Why: the reason that the port called died of (<c>no_such_port</c> if there was none), <c>transport_error</c>, or
    /// what the port for the answer was killed with.
    /// </summary>
    public Reason Reason { get; }
}
