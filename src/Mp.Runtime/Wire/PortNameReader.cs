using System.Buffers.Text;
using Mp.Codecs;
using Mp.CompilerServices;

namespace Mp.Wire;

/// <summary>Reads what a message begins with: the name of the port that it is for.</summary>
internal static class PortNameReader
{
    /// <summary>Enough for the name that an integer is.</summary>
    public const int ScratchBytes = 20;

    /// <summary>The longest name: a port ID.</summary>
    public const int MaxBytes = (2 * PortId.MaxPartBytes) + 1;

    /// <summary>Reads the name.</summary>
    /// <param name="reader">Stands at the first element, which was checked.</param>
    /// <param name="scratch">Where to write the digits of an integer.</param>
    /// <param name="name">The name, in UTF-8.</param>
    public static Verdict Read(scoped ref ElementReader reader, Span<byte> scratch, out ReadOnlySpan<byte> name)
    {
        if (reader.TryReadUtf8(out name))
        {
            // What is to be passed on is addressed by a whole port ID.
            int longest = name.Contains((byte)'#') ? MaxBytes : PortId.MaxPartBytes;
            return name.Length <= longest ? Verdict.Accepted : Verdict.PortNameTooLong;
        }

        // Other implementations can't tell a text from a number that looks like it.
        int length = 0;
        bool isName = reader.TryReadNull()
            || (reader.TryReadInt64(out long signed) && Utf8Formatter.TryFormat(signed, scratch, out length))
            || (reader.TryReadUInt64(out ulong unsigned) && Utf8Formatter.TryFormat(unsigned, scratch, out length));
        name = scratch[..length];
        return isName ? Verdict.Accepted : Verdict.NoPortName;
    }
}
