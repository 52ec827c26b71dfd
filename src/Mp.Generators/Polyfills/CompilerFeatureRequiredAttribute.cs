namespace System.Runtime.CompilerServices;

/// <summary>
/// What the compiler marks constructors with when members are <c>required</c>; netstandard2.0 has none.
/// </summary>
[AttributeUsage(AttributeTargets.All, AllowMultiple = true)]
internal sealed class CompilerFeatureRequiredAttribute(string featureName) : Attribute
{
    public string FeatureName { get; } = featureName;
}
