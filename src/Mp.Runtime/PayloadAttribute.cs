namespace Mp;

/// <summary>
/// Marks a class, a struct or a record that messages carry, or an interface or a base class whose cases
/// <see cref="Payloads.UnionAttribute"/> names: the compiler writes its codec.
/// </summary>
/// <remarks>
/// <para>
/// What travels are the parameters of a record's primary constructor, and all public fields and properties that can be
/// set: as a map from their names to their values, or as an array if they are marked
/// <see cref="Payloads.KeyAttribute"/> with numbers.
/// </para>
/// <para>
/// Members that the receiver does not know are skipped. One that is missing keeps what the constructor gives it, or its
/// parameter's default; if it is <see langword="required"/>, or a parameter without a default that does not take null,
/// the message does not match.
/// </para>
/// </remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface, Inherited = false)]
public sealed class PayloadAttribute : Attribute;
