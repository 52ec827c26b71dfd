namespace Mp.Payloads;

/// <summary>Gives a type, or a member or parameter of any type, a codec that is written by hand.</summary>
/// <param name="codec">
/// A class or struct with a constructor without parameters that implements <see cref="IPayloadCodec{T, TPayload}"/> of
/// the type.
/// </param>
[AttributeUsage(
    AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface | AttributeTargets.Property
        | AttributeTargets.Field | AttributeTargets.Parameter,
    Inherited = false)]
public sealed class PayloadCodecAttribute(Type codec) : Attribute
{
    /// <summary>The type of the codec.</summary>
    public Type Codec => codec;
}
