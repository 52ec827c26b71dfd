using Microsoft.CodeAnalysis;
using Mp.Generators.Contracts;
using Mp.Generators.Model;
using Mp.Generators.Parsing;

namespace Mp.Analyzers.Evolution;

/// <summary>
/// Types whose contracts are not what they are meant to be, as something in the source is wrong: that is reported
/// already, and comes first.
/// </summary>
/// <param name="compilation">Where they are declared.</param>
/// <param name="rcvAttribute">The attribute that marks handlers.</param>
/// <param name="now">The contracts as far as they could be read.</param>
internal sealed class BrokenTypes(Compilation compilation, INamedTypeSymbol rcvAttribute, ContractDocument now)
{
    /// <summary>Whether a type, by its metadata name, is one of them.</summary>
    public bool Contains(string name)
    {
        if (compilation.Assembly.GetTypeByMetadataName(name) is not { } type)
        {
            return false;
        }

        PortContract? port = now.Ports.FirstOrDefault(one => string.Equals(one.Name, name, StringComparison.Ordinal));
        return IsBrokenPort(type, port)
            || (IsMarked(type, KnownTypes.MessageAttribute) && port is null)
            || (IsMarked(type, KnownTypes.PayloadAttribute)
                && !now.Payloads.Any(one => string.Equals(one.Name, name, StringComparison.Ordinal)));
    }

    // The parser tells of no problem where the compiler does. But then there is no model, though there are handlers.
    private bool IsBrokenPort(INamedTypeSymbol type, PortContract? port)
    {
        bool hasProblem = false;
        PortModel? model = PortParser.Parse(
            type,
            rcvAttribute,
            (_, _, _) => hasProblem = true,
            CancellationToken.None);
        return hasProblem
            || (model is null
                && type.TypeKind == TypeKind.Class
                && port?.Arms.Any(static arm => !arm.IsAdded) == true
                && port.Kind == ContractKind.Port);
    }

    private static bool IsMarked(INamedTypeSymbol type, string attribute) =>
        type.GetAttributes().Any(one => KnownTypes.Is(one.AttributeClass, attribute));
}
