using System.Diagnostics.CodeAnalysis;

namespace Mp.Payloads;

/// <summary>
/// Turns objects of a type that has no codec of its own into something that travels, and back. It belongs to the type,
/// or to a member or a parameter, by <see cref="PayloadCodecAttribute"/>.
/// </summary>
/// <remarks>
/// It needs a constructor without parameters. One object of it serves all threads and every message, so it must not
/// keep anything.
/// </remarks>
/// <typeparam name="T">The type.</typeparam>
/// <typeparam name="TPayload">What it travels as: any type that a member of a payload may have.</typeparam>
public interface IPayloadCodec<T, TPayload>
{
    /// <summary>What <paramref name="value"/>, which is not null, travels as.</summary>
    /// <remarks>
    /// If it throws, <c>Snd</c> throws <see cref="MessageEncodingException"/>, with that as the inner exception, and
    /// sends nothing.
    /// </remarks>
    TPayload ToPayload(T value);

    /// <summary>Makes an object of what has come from a peer, who may be no friend.</summary>
    /// <returns>
    /// <see langword="false"/> if it is no <typeparamref name="T"/>: the message does not match then. Nor does
    /// it if this throws.
    /// </returns>
    bool TryFromPayload(TPayload payload, [MaybeNullWhen(false)] out T value);
}
