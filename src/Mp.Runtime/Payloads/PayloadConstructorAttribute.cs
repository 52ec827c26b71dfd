namespace Mp.Payloads;

/// <summary>Marks the constructor by which a payload is made when it arrives.</summary>
/// <remarks>
/// Each of its parameters has the name of a member, in upper or lower case, and its type; or it has a default value.
/// </remarks>
[AttributeUsage(AttributeTargets.Constructor)]
public sealed class PayloadConstructorAttribute : Attribute;
