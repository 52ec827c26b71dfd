namespace System.Runtime.CompilerServices;

/// <summary>What the compiler asks for before it allows <c>init</c>; netstandard2.0 has none.</summary>
internal static class IsExternalInit;
