namespace Mp.Payloads;

/// <summary>Gives a number to a type that an abstract class or an interface stands for.</summary>
/// <remarks>
/// What is sent as the class or interface travels as an array of the number and the object; what is received as it is
/// made from the number. Each case must be marked as a payload, and derive from the class or implement the interface.
/// Numbers are never to be used again for another type.
/// </remarks>
/// <param name="number">The number.</param>
/// <param name="type">The case.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface, AllowMultiple = true, Inherited = false)]
public sealed class UnionAttribute(int number, Type type) : Attribute
{
    /// <summary>The number.</summary>
    public int Number => number;

    /// <summary>The case.</summary>
    public Type Type => type;
}
