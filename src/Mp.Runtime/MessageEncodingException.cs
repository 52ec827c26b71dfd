using Mp.Codecs;

namespace Mp;

/// <summary>An element of a message can't travel. Thrown to the sender; nothing was sent.</summary>
public sealed class MessageEncodingException : MpException
{
    internal MessageEncodingException(string message, Exception? innerException = null, Verdict? exceeded = null)
        : base(message, innerException) => Exceeded = exceeded;

    /// <summary>What the other end would say of it, if a limit is exceeded.</summary>
    internal Verdict? Exceeded { get; }
}
