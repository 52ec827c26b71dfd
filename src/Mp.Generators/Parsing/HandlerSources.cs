using Microsoft.CodeAnalysis;

namespace Mp.Generators.Parsing;

/// <summary>Finds what a port class receives: its own handlers, and those of the interfaces it implements.</summary>
internal static class HandlerSources
{
    /// <summary>The sources, by the numbers of the handlers.</summary>
    /// <remarks>
    /// A handler stands where the class declares what runs; what is inherited, or is an interface's own, stands at the
    /// end. What is marked in the class as well as in an interface is one handler.
    /// </remarks>
    public static IReadOnlyList<HandlerSource> Of(INamedTypeSymbol type, INamedTypeSymbol rcvAttribute)
    {
        IEnumerable<HandlerSource> own = HandlerMethods.Of(type, rcvAttribute)
            .Select(static method => new HandlerSource(method, method, -1));
        IEnumerable<HandlerSource> contracts = ContractsOf(type, rcvAttribute)
            .SelectMany(contract => HandlerMethods.Of(contract, rcvAttribute))
            .Select(method => new HandlerSource(
                method,
                type.FindImplementationForInterfaceMember(method) as IMethodSymbol ?? method,
                -1));
        var numbers = new Dictionary<IMethodSymbol, int>(SymbolEqualityComparer.Default);
        return
        [
            .. own.Concat(contracts)
                .OrderBy(source => IsOf(type, source.Implementation) ? 0 : 1)
                .ThenBy(source => PathOf(type, source.Implementation), StringComparer.Ordinal)
                .ThenBy(source => IsOf(type, source.Implementation) ? StartOf(source.Implementation) : 0)
                .Select(source => source with { Number = NumberOf(source.Implementation, numbers) })
                .OrderBy(static source => source.Number),
        ];
    }

    /// <summary>The interfaces that a port class implements for the first time, and that have handlers.</summary>
    /// <remarks>Those that a base class implements are received by that one's table.</remarks>
    public static IEnumerable<INamedTypeSymbol> ContractsOf(INamedTypeSymbol type, INamedTypeSymbol rcvAttribute)
    {
        if (type is not { TypeKind: TypeKind.Class, BaseType: { } basis, AllInterfaces.IsEmpty: false }
            || !BaseClasses.IsPort(basis))
        {
            return [];
        }

        return type.AllInterfaces
            .Where(contract => !basis.AllInterfaces.Contains(contract, SymbolEqualityComparer.Default)
                && HandlerMethods.Of(contract, rcvAttribute).Count > 0)
            .OrderBy(static contract => contract.ToDisplayString(), StringComparer.Ordinal);
    }

    private static int NumberOf(IMethodSymbol implementation, Dictionary<IMethodSymbol, int> numbers)
    {
        if (!numbers.TryGetValue(implementation, out int number))
        {
            number = numbers.Count;
            numbers.Add(implementation, number);
        }

        return number;
    }

    private static bool IsOf(INamedTypeSymbol type, IMethodSymbol method) =>
        SymbolEqualityComparer.Default.Equals(method.ContainingType, type);

    private static string PathOf(INamedTypeSymbol type, IMethodSymbol method) =>
        IsOf(type, method) ? method.Locations[0].SourceTree?.FilePath ?? "" : "";

    private static int StartOf(IMethodSymbol method) => method.Locations[0].SourceSpan.Start;
}
