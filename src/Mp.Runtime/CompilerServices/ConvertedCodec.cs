using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using Mp.Payloads;

namespace Mp.CompilerServices;

/// <summary>A type that travels as another one, into which its own codec turns it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ConvertedCodec<T, TPayload>(IPayloadCodec<T, TPayload> conversion, IElementCodec<TPayload> payload)
    : IElementCodec<T>
{
    private readonly IPayloadCodec<T, TPayload> _conversion = conversion;
    private readonly IElementCodec<TPayload> _payload = payload;

    /// <inheritdoc/>
    public void Write(ref ElementWriter writer, T value)
    {
        if (value is null)
        {
            writer.WriteNull();
        }
        else
        {
            _payload.Write(ref writer, _conversion.ToPayload(value));
        }
    }

    /// <inheritdoc/>
    public bool TryRead(ref ElementReader reader, [MaybeNullWhen(false)] out T value)
    {
        value = default;
        return _payload.TryRead(ref reader, out TPayload? payload) && _conversion.TryFromPayload(payload, out value);
    }
}
