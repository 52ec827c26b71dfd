namespace Mp.Runtime.Tests.Codecs.Oracles;

/// <summary>What an implementation does not tell apart, or does not keep.</summary>
[Flags]
internal enum OracleHabits
{
    None = 0,

    /// <summary>A floating-point number without a fraction and the integer that it equals.</summary>
    WholeNumbers = 1,

    /// <summary>Bytes and the text of which they are the characters.</summary>
    Octets = 2,

    /// <summary>More than 15 digits of a number, and the least of all integers, which becomes a text.</summary>
    FifteenDigits = 4,
}
