using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Mp.Generators.Contracts;
using Mp.Generators.Parsing;

namespace Mp.Analyzers.Sends;

/// <summary>Finds what is an element of a message though it looks like an option of the call.</summary>
internal static class CallOptions
{
    private const string CancellationToken = "System.Threading.CancellationToken";
    private const string TimeSpan = "System.TimeSpan";

    /// <summary>Whether an argument is an option, and no element.</summary>
    public static bool IsOption(IArgumentOperation argument) => argument.Parameter is { IsOptional: true };

    /// <summary>The option that a value of this type is, or nothing.</summary>
    public static string? NameOf(ITypeSymbol? type)
    {
        ITypeSymbol? value =
            type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable
                ? nullable.TypeArguments[0]
                : type;
        return KnownTypes.Is(value, CancellationToken) ? "cancellationToken"
            : KnownTypes.Is(value, TimeSpan) ? "timeout"
            : null;
    }

    /// <summary>Whether a handler waits for a time span.</summary>
    public static bool IsTimeSpan(ElementContract expected) =>
        expected is { Kind: ElementContractKind.Typed, Type: { Kind: TypeShapeKind.Named, Name: TimeSpan } };

    /// <summary>
    /// Those without a name that are tokens, which can't be meant as elements, or time spans at the end.
    /// </summary>
    /// <param name="elements">The arguments that are elements, in order.</param>
    public static IEnumerable<IArgumentOperation> Among(IReadOnlyList<IArgumentOperation> elements)
    {
        bool isAtEnd = true;
        foreach (IArgumentOperation argument in elements.Reverse())
        {
            ITypeSymbol? type = SentElement.Of(argument.Value).Type;
            bool isOption = argument.Syntax is ArgumentSyntax { NameColon: null }
                && NameOf(type) is not null
                && (isAtEnd || KnownTypes.Is(type, CancellationToken));
            isAtEnd &= isOption;
            if (isOption)
            {
                yield return argument;
            }
        }
    }
}
