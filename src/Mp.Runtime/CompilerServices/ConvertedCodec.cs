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
            _payload.Write(ref writer, ToPayload(value));
        }
    }

    /// <inheritdoc/>
    public bool TryRead(ref ElementReader reader, [MaybeNullWhen(false)] out T value)
    {
        value = default;
        return _payload.TryRead(ref reader, out TPayload? payload) && TryFromPayload(payload, out value);
    }

#pragma warning disable CA1031 // It is the user's code: whatever it throws must end neither a port nor a link.
    private TPayload ToPayload(T value)
    {
        try
        {
            return _conversion.ToPayload(value);
        }
        catch (Exception exception) when (exception is not MessageEncodingException)
        {
            throw new MessageEncodingException($"its codec threw: {exception.Message}", exception);
        }
    }

    private bool TryFromPayload(TPayload payload, [MaybeNullWhen(false)] out T value)
    {
        try
        {
            return _conversion.TryFromPayload(payload, out value);
        }
        catch (Exception)
        {
            value = default;
            return false;
        }
    }
#pragma warning restore CA1031
}
