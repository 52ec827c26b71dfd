namespace System.Diagnostics.CodeAnalysis;

/// <summary>Tells the null analysis what an <c>out</c> parameter is; netstandard2.0 has none.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
internal sealed class NotNullWhenAttribute(bool returnValue) : Attribute
{
    public bool ReturnValue { get; } = returnValue;
}
