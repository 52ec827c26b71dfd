using Microsoft.CodeAnalysis;
using Mp.Generators.Collections;
using Mp.Generators.Model;

namespace Mp.Generators.Parsing;

/// <summary>Reads one handler.</summary>
internal static class HandlerParser
{
    private static readonly SymbolDisplayFormat InterfaceName = SymbolDisplayFormat.FullyQualifiedFormat
        .AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    private const string Tasks = "System.Threading.Tasks.";

    /// <summary>
    /// Reads a handler, telling <paramref name="problems"/> of everything that stops it from being one.
    /// </summary>
    /// <returns>A model for each of its patterns.</returns>
    public static IEnumerable<HandlerModel> Parse(
        HandlerSource source,
        IReadOnlyList<AttributeData> attributes,
        ProblemSink problems,
        CancellationToken cancellationToken)
    {
        // An explicit implementation has no name to call it by; accessors and operators are no methods to begin with.
        IMethodSymbol method = source.Method;
        if (method.MethodKind != MethodKind.Ordinary
            || method.IsGenericMethod
            || (source.IsContract && (method.IsStatic || method.DeclaredAccessibility != Accessibility.Public)))
        {
            problems.Report(ProblemKind.HandlerIsNotOrdinary, method.Locations[0], method.Name);
        }

        HandlerReturn result = ReturnOf(method, problems);
        var parameters = new ParameterParser(method, problems, cancellationToken);
        return attributes.Select(attribute =>
        {
            EquatableArray<ConstantModel> pattern = PatternParser.Parse(attribute, problems, cancellationToken);
            ParameterListModel list = parameters.Parse(pattern);
            return new HandlerModel
            {
                Number = source.Number,
                Name = method.Name,
                Target = source.IsContract ? $"(({method.ContainingType.ToDisplayString(InterfaceName)})this)." : "",
                Return = result,
                Pattern = list.Tag is { } tag ? new([new ConstantModel(ConstantKind.String, tag)]) : pattern,
                Parameters = list.Parameters,
                Composed = list.Composed,
            };
        });
    }

    /// <summary>Says that a parameter's type can't travel, unless the compiler does not know the type either.</summary>
    public static void ReportUnsupported(IParameterSymbol parameter, ProblemKind kind, ProblemSink problems)
    {
        // What an interface leaves open is known where it is implemented, and looked at there.
        if (parameter.Type.TypeKind == TypeKind.Error || IsOpenInInterface(parameter.Type))
        {
            problems.LeaveToCompiler();
        }
        else
        {
            string culprit = $"{Obstacles.NameOf(parameter.Type)} {parameter.Name}";
            problems.Report(kind, parameter.Locations[0], kind is ProblemKind.ParameterTypeIsUnsupported
                or ProblemKind.MessageMemberIsUnsupported
                    ? $"'{culprit}' can't be an element of a message: {ReasonOf(parameter)}"
                    : culprit);
        }
    }

    private static string ReasonOf(IParameterSymbol parameter) =>
        parameter.IsParams ? "it is 'params', which takes any number of them"
            : CustomCodecParser.IsMarked(parameter) ? "a message writes its members without codecs by hand; "
                + "mark the type, or a member of a payload"
            : ElementParser.ObstacleOf(parameter.Type) ?? "it is passed by reference";

    private static bool IsOpenInInterface(ITypeSymbol type) => type switch
    {
        ITypeParameterSymbol parameter => parameter.DeclaringType is { TypeKind: TypeKind.Interface },
        IArrayTypeSymbol array => IsOpenInInterface(array.ElementType),
        INamedTypeSymbol named => named.TypeArguments.Any(IsOpenInInterface),
        _ => false,
    };

    /// <summary>What a handler returns.</summary>
    public static HandlerReturn ReturnOf(IMethodSymbol method, ProblemSink problems)
    {
        if (method.ReturnsVoid)
        {
            if (method.IsAsync)
            {
                problems.Report(ProblemKind.HandlerIsAsyncVoid, method.Locations[0], method.Name);
            }

            return HandlerReturn.Nothing;
        }

        string type = method.RefKind == RefKind.None ? method.ReturnType.ToDisplayString() : "";
        switch (type)
        {
            case "bool":
                return HandlerReturn.Boolean;
            case Tasks + "Task":
                return HandlerReturn.Task;
            case Tasks + "Task<bool>":
                return HandlerReturn.BooleanTask;
            case Tasks + "ValueTask":
                return HandlerReturn.ValueTask;
            case Tasks + "ValueTask<bool>":
                return HandlerReturn.BooleanValueTask;
            default:
                ReportReturn(method, problems);
                return HandlerReturn.Nothing;
        }
    }

    private static void ReportReturn(IMethodSymbol method, ProblemSink problems)
    {
        if (method.ReturnType.TypeKind == TypeKind.Error)
        {
            problems.LeaveToCompiler();
        }
        else
        {
            problems.Report(ProblemKind.ReturnTypeIsUnsupported, method.Locations[0], method.Name);
        }
    }
}
