using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;

namespace Mp.CompilerServices;

/// <summary>
/// Writes and reads one type as an element. Implemented by generated code and by the built-in codecs.
/// </summary>
/// <typeparam name="T">The type that travels.</typeparam>
/// <remarks>Stateless, and safe for concurrent calls.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IElementCodec<T>
{
    /// <summary>Writes <paramref name="value"/> as exactly one element.</summary>
    /// <exception cref="MessageEncodingException">The value can't travel.</exception>
    void Write(ref ElementWriter writer, T value);

    /// <summary>Reads one element, if it is a <typeparamref name="T"/>.</summary>
    /// <returns><see langword="false"/> if it is not; the reader stands anywhere then.</returns>
    bool TryRead(ref ElementReader reader, [MaybeNullWhen(false)] out T value);
}
