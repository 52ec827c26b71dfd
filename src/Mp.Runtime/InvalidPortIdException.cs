namespace Mp;

/// <summary>
/// A port ID that this node can't use: none, of an earlier identity, or of a node out of reach by design.
/// </summary>
public sealed class InvalidPortIdException : MpException
{
    internal InvalidPortIdException(string message)
        : base(message)
    {
    }
}
