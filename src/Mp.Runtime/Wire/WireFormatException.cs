namespace Mp.Wire;

/// <summary>
/// A peer sent what the protocol does not allow. Ends the link; the text is for the log, without content.
/// </summary>
internal sealed class WireFormatException(string message) : Exception(message);
