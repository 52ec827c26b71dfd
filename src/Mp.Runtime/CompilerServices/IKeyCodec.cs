using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;

namespace Mp.CompilerServices;

/// <summary>Writes and reads one type as the key of a map, which is a text in every format.</summary>
/// <typeparam name="TKey">The type of the keys.</typeparam>
/// <remarks>Stateless, and safe for concurrent calls.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IKeyCodec<TKey>
{
    /// <summary>Writes <paramref name="value"/> as a text.</summary>
    /// <exception cref="MessageEncodingException">The value can't travel.</exception>
    void Write(ref ElementWriter writer, TKey value);

    /// <summary>Reads a key, if the text is one.</summary>
    bool TryRead(ReadOnlySpan<byte> utf8, [MaybeNullWhen(false)] out TKey value);
}
