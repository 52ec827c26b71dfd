namespace Mp.CompilerServices;

/// <summary>
/// What the sender of a message says otherwise than one node of Mp says it to another in MessagePack. It is asked for
/// only where an element is not what is wanted as it stands, so exact messages pay nothing for it.
/// </summary>
[Flags]
internal enum ElementDialect : byte
{
    /// <summary>Every element is exactly what it is.</summary>
    Exact = 0,

    /// <summary>The format has no binary data and no moments: they stand as base 64, and as a date.</summary>
    Textual = 1,

    /// <summary>
    /// The sender can't tell a number from its decimal text, nor <c>"1"</c> and <c>""</c> from truth values, as Perl.
    /// </summary>
    Loose = 2,

    /// <summary>
    /// The sender can't tell texts from binary data: either may stand for the other, a byte for each character.
    /// </summary>
    Octets = 4,
}
