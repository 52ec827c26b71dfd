namespace Mp;

/// <summary>An element of a message can't travel. Thrown to the sender; nothing was sent.</summary>
public sealed class MessageEncodingException : MpException
{
    internal MessageEncodingException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
