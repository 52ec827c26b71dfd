using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Mp.Generators.Parsing;

namespace Mp.Analyzers.Sent;

/// <summary>Knows which methods of the platform change what they are called on, or given.</summary>
internal static class Changes
{
    private static readonly string[] OfCollections =
    [
        "Add", "AddFirst", "AddLast", "AddRange", "Clear", "Dequeue", "Enqueue", "ExceptWith", "Insert", "InsertRange",
        "IntersectWith", "Pop", "Push", "Remove", "RemoveAll", "RemoveAt", "RemoveFirst", "RemoveLast", "RemoveRange",
        "RemoveWhere", "Reverse", "Set", "SetAll", "SetValue", "Sort", "SymmetricExceptWith", "TryAdd", "TryDequeue",
        "TryPop", "UnionWith",
    ];

    private static readonly string[] OfArrays = ["Clear", "Fill", "Reverse", "Sort"];

    private static readonly string[] Readers =
    [
        "Read", "ReadAsync", "ReadAtLeast", "ReadAtLeastAsync", "ReadBlock", "ReadBlockAsync", "ReadExactly",
        "ReadExactlyAsync", "Receive", "ReceiveAsync", "NextBytes", "GetBytes", "Fill",
    ];

    /// <summary>Whether a method changes the object that it is called on.</summary>
    public static bool ChangesItsObject(IMethodSymbol method) =>
        IsOfCollection(method.ContainingType) && OfCollections.Contains(method.Name, StringComparer.Ordinal);

    /// <summary>Whether a method writes into an argument.</summary>
    public static bool IsFilled(IArgumentOperation argument, IMethodSymbol method)
    {
        if (method.Name is "CopyTo")
        {
            return argument.Parameter?.Name is "array" or "destination";
        }

        return KnownTypes.Is(method.ContainingType, "System.Array")
            ? OfArrays.Contains(method.Name, StringComparer.Ordinal)
                ? argument.Parameter?.Ordinal == 0
                : argument.Parameter?.Name is "destinationArray"
            : Readers.Contains(method.Name, StringComparer.Ordinal) && IsWritable(argument.Parameter?.Type);
    }

    private static bool IsWritable(ITypeSymbol? type) => type is IArrayTypeSymbol
        || KnownTypes.Is(type, "System.Span`1")
        || KnownTypes.Is(type, "System.Memory`1");

    // The immutable ones return another.
    private static bool IsOfCollection(INamedTypeSymbol type) =>
        type.ContainingNamespace.ToDisplayString() is "System.Collections" or "System.Collections.Generic"
            or "System.Collections.Concurrent" or "System.Collections.ObjectModel" or "System.Collections.Specialized"
        || type.SpecialType == SpecialType.System_Array;
}
