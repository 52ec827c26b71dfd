namespace System.Runtime.CompilerServices;

/// <summary>What the compiler asks for before it allows <c>required</c>; netstandard2.0 has none.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Field | AttributeTargets.Property)]
internal sealed class RequiredMemberAttribute : Attribute;
