using Microsoft.CodeAnalysis;
using Mp.Generators.Parsing;

namespace Mp.Analyzers;

/// <summary>Knows which methods of a compilation are handlers: they run in the turn of a port.</summary>
internal sealed class Handlers
{
    private const string PsubMethod = "Psub";

    private readonly INamedTypeSymbol _rcvAttribute;
    private readonly INamedTypeSymbol _port;

    private Handlers(INamedTypeSymbol rcvAttribute, INamedTypeSymbol port)
    {
        _rcvAttribute = rcvAttribute;
        _port = port;
    }

    /// <summary>What there is to know in a compilation, or nothing if it does not refer to the runtime.</summary>
    public static Handlers? Find(Compilation compilation) =>
        compilation.GetTypeByMetadataName(KnownTypes.RcvAttribute) is { } rcvAttribute
        && compilation.GetTypeByMetadataName(KnownTypes.Port) is { } port
            ? new Handlers(rcvAttribute, port)
            : null;

    /// <summary>Whether a class derives from <c>Port</c>.</summary>
    public bool IsPort(ITypeSymbol? type)
    {
        for (ITypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(current, _port))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a class is <c>Node</c>.</summary>
    public static bool IsNode(ITypeSymbol? type) => KnownTypes.Is(type, KnownTypes.Node);

    /// <summary>
    /// Whether a method is a handler: marked as one, or what runs in the place of one that is, because it overrides or
    /// implements it.
    /// </summary>
    public bool IsHandler(IMethodSymbol method)
    {
        for (IMethodSymbol? current = method; current is not null; current = current.OverriddenMethod)
        {
            if (IsMarked(current))
            {
                return true;
            }
        }

        return IsPort(method.ContainingType) && ContractsOf(method.ContainingType).Any(member =>
            SymbolEqualityComparer.Default.Equals(
                method.ContainingType.FindImplementationForInterfaceMember(member),
                method));
    }

    /// <summary>Whether a method adds a handler at run time.</summary>
    public bool AddsHandler(IMethodSymbol method) => method.Name is "Rcv" && IsPort(method.ContainingType);

    /// <summary>
    /// Whether a method takes a function that runs in the turn of a port: a handler, a monitor, or what is put off or
    /// given to others.
    /// </summary>
    public bool RunsInTurn(IMethodSymbol method) =>
        method.Name is "Rcv" or "Mon" or "After" or PsubMethod && IsPort(method.ContainingType);

    /// <summary>Whether a method makes a function run in the turn of a port, whoever calls it.</summary>
    public bool WrapsForTurn(IMethodSymbol method) => method.Name is PsubMethod && IsPort(method.ContainingType);

    /// <summary>Whether a method is that by which a port begins that was spawned.</summary>
    public bool IsBeginning(IMethodSymbol method) =>
        method is { Name: "OnSpawned", IsOverride: true } && IsPort(method.ContainingType);

    /// <summary>Whether a member of a port is <c>Port</c>'s own.</summary>
    public bool IsOfRuntime(ISymbol member) => SymbolEqualityComparer.Default.Equals(member.ContainingType, _port);

    /// <summary>Whether a method is marked as a handler.</summary>
    public bool IsMarked(IMethodSymbol method) => method.GetAttributes().Any(attribute =>
        SymbolEqualityComparer.Default.Equals(attribute.AttributeClass, _rcvAttribute)
        || KnownTypes.Is(attribute.AttributeClass, KnownTypes.RcvUnmatchedAttribute));

    private IEnumerable<IMethodSymbol> ContractsOf(INamedTypeSymbol type) =>
        type.AllInterfaces.SelectMany(static contract => contract.GetMembers().OfType<IMethodSymbol>()).Where(IsMarked);
}
