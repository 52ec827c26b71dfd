namespace Mp.Codecs;

/// <summary>What becomes of bytes that a peer sent: they are taken, more are needed, or they are refused.</summary>
/// <remarks>
/// Readers return it instead of throwing, so that refusing costs no more than taking. What a person reads of it is in
/// <see cref="VerdictText"/>.
/// </remarks>
internal enum Verdict : byte
{
    /// <summary>All is well.</summary>
    Accepted,

    /// <summary>So far all is well, but it is not all there yet.</summary>
    Incomplete,

    // From here on it is refused.
    Truncated,
    FrameTooLong,
    TrailingBytes,
    NotAnArray,
    NoPortName,
    PortNameTooLong,
    TooDeep,
    TooManyValues,
    NoValue,
    KeyNotText,
    KeyTwice,
    NotUtf8,
    LoneSurrogate,
    UnknownEscape,
    ControlCharacter,
    NotJson,
    NumberTooLong,
    NumberTooBig,
    UnknownSimpleValue,
    UnexpectedBreak,
    ChunkOfAnotherType,
}
