namespace System.Diagnostics.CodeAnalysis;

/// <summary>
/// What the copy constructors of records with <c>required</c> members carry; netstandard2.0 has none.
/// </summary>
[AttributeUsage(AttributeTargets.Constructor)]
internal sealed class SetsRequiredMembersAttribute : Attribute;
