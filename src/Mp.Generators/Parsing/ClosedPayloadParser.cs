using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mp.Generators.Model;

namespace Mp.Generators.Parsing;

/// <summary>
/// Reads payload types with type arguments, as <c>Page&lt;int&gt;</c>: each has a codec of its own, in every assembly
/// that names it.
/// </summary>
internal static class ClosedPayloadParser
{
    private const int MaxDepth = 8;

    private static readonly SymbolDisplayFormat WithNull = SymbolDisplayFormat.FullyQualifiedFormat
        .AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    /// <summary>The type in C#, with what its arguments say of null.</summary>
    public static string Write(ITypeSymbol type) =>
        type.WithNullableAnnotation(NullableAnnotation.None).ToDisplayString(WithNull);

    /// <summary>
    /// The name in metadata, with type arguments behind it. Whether they take null makes no difference.
    /// </summary>
    public static string NameOf(INamedTypeSymbol type)
    {
        IEnumerable<string> arguments = type.TypeArguments.Select(static argument =>
            argument.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat).Replace("global::", ""));
        string name = KnownTypes.MetadataNameOf(type);
        return type.IsGenericType ? $"{name}[{string.Join(",", arguments)}]" : name;
    }

    /// <summary>
    /// A form of a generic type by which its declaration can be checked: texts go wherever a type parameter may stand.
    /// </summary>
    public static INamedTypeSymbol CloseForNow(INamedTypeSymbol type)
    {
        if (type.TypeParameters.IsEmpty
            || RootOf(type).ContainingAssembly.GetTypeByMetadataName("System.String") is not { } text)
        {
            return type;
        }

        ITypeSymbol argument = text.WithNullableAnnotation(NullableAnnotation.NotAnnotated);
        return type.Construct([.. type.TypeParameters.Select(_ => argument)]);
    }

    /// <summary>Whether a type argument can be named everywhere in the assembly.</summary>
    public static bool IsVisible(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => IsVisible(array.ElementType),
        INamedTypeSymbol named => named.DeclaredAccessibility
                is Accessibility.Public or Accessibility.Internal or Accessibility.ProtectedOrInternal
            && !named.IsFileLocal
            && named.TypeArguments.All(IsVisible)
            && (named.ContainingType is null || IsVisible(named.ContainingType)),
        _ => true,
    };

    /// <summary>Whether a name may be that of a closed payload: a look at every list would cost too much.</summary>
    public static bool IsCandidate(SyntaxNode node) => node is GenericNameSyntax
    {
        IsUnboundGenericName: false,
        Identifier.ValueText: not ("List" or "Dictionary" or "Task" or "ValueTask" or "IEnumerable" or "Action"
            or "Func" or "IReadOnlyList" or "HashSet" or "Span" or "ReadOnlySpan" or "ReadOnlyMemory" or "PortId"),
    };

    /// <summary>The models of what a name stands for, as far as they are closed payloads.</summary>
    public static IReadOnlyList<PayloadModel> Parse(
        GenericNameSyntax name,
        SemanticModel semantics,
        CancellationToken cancellationToken) =>
        semantics.GetSymbolInfo(name, cancellationToken).Symbol switch
        {
            INamedTypeSymbol type => Parse(type, semantics.Compilation.Assembly, cancellationToken),
            IMethodSymbol { MethodKind: MethodKind.Constructor } constructor =>
                Parse(constructor.ContainingType, semantics.Compilation.Assembly, cancellationToken),
            _ => [],
        };

    /// <summary>
    /// The models of a type and of all closed types that its members need, or none if it is no closed payload.
    /// </summary>
    /// <param name="type">The type.</param>
    /// <param name="home">The assembly in which it is named.</param>
    /// <param name="cancellationToken">Stops it.</param>
    private static IReadOnlyList<PayloadModel> Parse(
        INamedTypeSymbol type,
        IAssemblySymbol home,
        CancellationToken cancellationToken)
    {
        var models = new Dictionary<string, PayloadModel?>(StringComparer.Ordinal);
        var open = new Stack<ITypeSymbol>([type]);
        while (open.Count > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            ITypeSymbol current = open.Pop();
            if (current is IArrayTypeSymbol array)
            {
                open.Push(array.ElementType);
            }
            else if (current is INamedTypeSymbol { IsGenericType: true } named && !IsTooDeep(named))
            {
                foreach (ITypeSymbol argument in named.TypeArguments)
                {
                    open.Push(argument);
                }

                string name = NameOf(named);
                if (CanBeClosed(named) && PayloadVocabulary.Of(named) is { } words && !models.ContainsKey(name))
                {
                    PayloadLayout? layout = ParseOne(named, words, home, cancellationToken);
                    models[name] = layout is null ? null : PayloadParser.ModelOf(layout, Write(named));
                    foreach (PayloadSlot slot in layout?.Slots ?? [])
                    {
                        open.Push(slot.Type);
                    }
                }
            }
        }

        return [.. models.Values.Where(static model => model is not null)!];
    }

    private static PayloadLayout? ParseOne(
        INamedTypeSymbol type,
        PayloadVocabulary words,
        IAssemblySymbol home,
        CancellationToken cancellationToken) =>
        PayloadParser.ParseLayout(type.OriginalDefinition, report: null, cancellationToken) is null
            ? null
            : PayloadLayoutParser.Parse(type, words, home, new ProblemSink(report: null), cancellationToken);

    private static bool CanBeClosed(ITypeSymbol type) => IsVisible(type) && type switch
    {
        ITypeParameterSymbol or IErrorTypeSymbol => false,
        IArrayTypeSymbol array => CanBeClosed(array.ElementType),
        INamedTypeSymbol named => named.TypeArguments.All(CanBeClosed),
        _ => true,
    };

    /// <summary>
    /// Whether type arguments are nested too deep to be followed: a type that has a wider form of itself for a member
    /// would otherwise never come to an end.
    /// </summary>
    public static bool IsTooDeep(ITypeSymbol type) => DepthOf(type) > MaxDepth;

    private static int DepthOf(ITypeSymbol type) => 1 + (type switch
    {
        IArrayTypeSymbol array => DepthOf(array.ElementType),
        INamedTypeSymbol named => named.TypeArguments.Select(DepthOf).DefaultIfEmpty(0).Max(),
        _ => 0,
    });

    private static INamedTypeSymbol RootOf(INamedTypeSymbol type)
    {
        INamedTypeSymbol root = type;
        while (root.BaseType is { } above)
        {
            root = above;
        }

        return root;
    }
}
