using Microsoft.CodeAnalysis;
using Mp.Generators.Collections;
using Mp.Generators.Model;

namespace Mp.Generators.Parsing;

/// <summary>Reads the parameters of one handler.</summary>
internal sealed class ParameterParser(
    IMethodSymbol method,
    ProblemSink problems,
    CancellationToken cancellationToken)
{
    private readonly IParameterSymbol? _message = MessageOf(method);
    private ParameterListModel? _withPattern;
    private ParameterListModel? _withoutPattern;

    /// <summary>What the parameters bind under a pattern: of several such, problems are told once.</summary>
    /// <remarks>
    /// Without a pattern of its own, a handler whose first parameter is a message record has that one's: the tag, and
    /// parameters that are its members.
    /// </remarks>
    public ParameterListModel Parse(EquatableArray<ConstantModel> pattern) => pattern.Count == 0 && _message is not null
        ? _withoutPattern ??= ParseComposed(_message)
        : _withPattern ??= new ParameterListModel
        {
            Parameters = ParseAll(null, default).ToEquatableArray(),
            Tag = null,
            Composed = null,
        };

    // The first parameter that binds elements.
    private static IParameterSymbol? MessageOf(IMethodSymbol method) =>
        method.Parameters.FirstOrDefault(static parameter => !KnownTypes.Is(parameter.Type, KnownTypes.Message))
            is { IsParams: false } first && MessageParser.IsMessage(first.Type)
            ? first
            : null;

    private ParameterListModel ParseComposed(IParameterSymbol parameter)
    {
        MessageModel? message = MessageParser.Parse((INamedTypeSymbol)parameter.Type, report: null, cancellationToken);
        if (message is null)
        {
            // What is wrong with the record is said there.
            problems.LeaveToCompiler();
        }

        return new ParameterListModel
        {
            Parameters = ParseAll(parameter, message?.Members ?? default).ToEquatableArray(),
            Tag = message?.Tag,
            Composed = message is null ? null : new ComposedModel
            {
                Type = message.Type,
                First = parameter.Ordinal,
                Count = message.Members.Count,
            },
        };
    }

    private IEnumerable<ParameterModel> ParseAll(
        IParameterSymbol? composed,
        EquatableArray<MessageMemberModel> members)
    {
        bool hasMessage = false;
        foreach (IParameterSymbol parameter in method.Parameters)
        {
            if (parameter.IsParams)
            {
                yield return ParseRest(parameter);
                continue;
            }

            if (parameter.RefKind is RefKind.Ref or RefKind.Out)
            {
                problems.Report(ProblemKind.ParameterIsNotByValue, parameter.Locations[0], parameter.Name);
                continue;
            }

            if (SymbolEqualityComparer.Default.Equals(parameter, composed))
            {
                foreach (MessageMemberModel member in members)
                {
                    yield return Element(member.Element, member.Default);
                }

                continue;
            }

            bool isMessage = KnownTypes.Is(parameter.Type, KnownTypes.Message);
            if (isMessage && hasMessage)
            {
                problems.Report(ProblemKind.MessageIsBoundTwice, parameter.Locations[0], parameter.Name);
            }

            hasMessage |= isMessage;
            yield return isMessage
                ? new ParameterModel { Kind = ParameterKind.Message, Element = null, Default = null }
                : ParseElement(parameter);
        }
    }

    private ParameterModel ParseElement(IParameterSymbol parameter)
    {
        if (CustomCodecParser.IsMarked(parameter))
        {
            return Element(
                CustomCodecParser.Parse(parameter, parameter.Type, problems),
                LiteralText.DefaultOf(parameter));
        }

        ElementModel? element = ElementParser.Parse(parameter.Type);
        if (element is null || (problems.IsHeard && ElementParser.ObstacleOf(parameter.Type) is not null))
        {
            HandlerParser.ReportUnsupported(
                parameter,
                MessageParser.IsMessage(parameter.Type)
                    ? ProblemKind.MessageParameterIsNotFirst
                    : ProblemKind.ParameterTypeIsUnsupported,
                problems);
        }

        return Element(element, LiteralText.DefaultOf(parameter));
    }

    private ParameterModel ParseRest(IParameterSymbol parameter)
    {
        ITypeSymbol? item = parameter.Type switch
        {
            IArrayTypeSymbol array => array.ElementType,
            INamedTypeSymbol span when KnownTypes.Is(span, "System.ReadOnlySpan`1") => span.TypeArguments[0],
            _ => null,
        };
        if (item?.SpecialType != SpecialType.System_Object || !ElementParser.TakesNull(item))
        {
            HandlerParser.ReportUnsupported(parameter, ProblemKind.RestIsNotOfAnyType, problems);
        }

        return new ParameterModel { Kind = ParameterKind.Rest, Element = null, Default = null };
    }

    private static ParameterModel Element(ElementModel? element, string? defaultValue) => new()
    {
        Kind = ParameterKind.Element,
        Element = element,
        Default = defaultValue,
    };
}
