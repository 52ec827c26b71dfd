namespace Mp;

/// <summary>The base of what Mp throws: each says what happened, to what, and what to do about it.</summary>
public abstract class MpException : Exception
{
    private protected MpException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
