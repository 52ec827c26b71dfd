using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Mp.Generators.Contracts;
using Mp.Generators.Parsing;

namespace Mp.Analyzers.Sends;

/// <summary>What the ports of assemblies receive, as the generator has written it into them.</summary>
internal static class ReferencedContracts
{
    // Compilations come and go with every key press; the assemblies that they refer to stay.
    private static readonly ConditionalWeakTable<IAssemblySymbol, Entry> Cache = new();

    /// <summary>
    /// The contracts of an assembly, or nothing if it has none, or has them in a form that is not known here.
    /// </summary>
    public static ContractDocument? Of(IAssemblySymbol assembly) =>
        Cache.GetValue(assembly, static read => new Entry(Read(read))).Document;

    private static ContractDocument? Read(IAssemblySymbol assembly)
    {
        // Most assemblies know nothing of the runtime: their attributes need not be looked at.
        AttributeData? contracts = MayHaveContracts(assembly)
            ? assembly.GetAttributes().FirstOrDefault(static attribute =>
                KnownTypes.Is(attribute.AttributeClass, KnownTypes.ContractsAttribute))
            : null;
        return contracts is { ConstructorArguments: { Length: 1 } arguments }
            && arguments[0].Value is string text
            && ContractReader.TryRead(text, out ContractDocument? document, out _)
                ? document
                : null;
    }

    /// <summary>Whether an assembly knows of the runtime at all.</summary>
    public static bool MayHaveContracts(IAssemblySymbol assembly) => assembly.Modules.Any(static module =>
        module.ReferencedAssemblySymbols.Any(static referenced =>
            referenced.GetTypeByMetadataName(KnownTypes.ContractsAttribute) is not null));

    private sealed record Entry(ContractDocument? Document);
}
