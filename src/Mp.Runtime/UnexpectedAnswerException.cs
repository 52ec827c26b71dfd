namespace Mp;

/// <summary>
/// A call, <c>Cal</c>, got another answer than its message is declared to be answered by:
/// <see cref="IAnsweredBy{TReply}"/>.
/// </summary>
public sealed class UnexpectedAnswerException : MpException
{
    internal UnexpectedAnswerException(string message, Message answer)
        : base(message) => Answer = answer;

    /// <summary>The answer.</summary>
    public Message Answer { get; }
}
