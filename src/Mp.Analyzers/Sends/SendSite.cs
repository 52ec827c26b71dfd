using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Mp.Generators.Parsing;

namespace Mp.Analyzers.Sends;

/// <summary>A place where a message is sent.</summary>
/// <param name="Call">The call of <c>Snd</c>, or of a method like it.</param>
/// <param name="Target">Whom it is sent to: what stands there, before it is made a plain ID.</param>
/// <param name="Message">What is sent, with the port for the answer at its end if one is waited for.</param>
/// <param name="Slips">Arguments that were to be options of <c>Cal</c>, and are elements. Not in the message.</param>
/// <param name="Written">The message with them in it, as it is written.</param>
internal sealed record SendSite(
    IInvocationOperation Call,
    IOperation Target,
    SentMessage Message,
    ImmutableArray<IArgumentOperation> Slips,
    SentMessage Written)
{
    private const string CallMethod = "Cal";

    private static readonly string[] Methods = ["Snd", "TrySnd", "SndAsync", CallMethod];

    /// <summary>Whether an answer is waited for.</summary>
    public bool IsCall => IsCallOf(Call.TargetMethod);

    /// <summary>Reads a call, if it is one that sends, and the message can be seen.</summary>
    /// <param name="call">Any call.</param>
    /// <param name="senders">The types that have such a method.</param>
    public static SendSite? Read(IInvocationOperation call, ImmutableArray<INamedTypeSymbol> senders)
    {
        if (!Methods.Contains(call.TargetMethod.Name, StringComparer.Ordinal)
            || !senders.Contains(call.TargetMethod.ContainingType, SymbolEqualityComparer.Default)
            || call.Arguments.Length < 2)
        {
            return null;
        }

        IArgumentOperation[] arguments =
        [
            .. call.Arguments
                .Where(static argument => !CallOptions.IsOption(argument))
                .OrderBy(static argument => argument.Parameter?.Ordinal ?? 0),
        ];
        IArgumentOperation[] slips = IsCallOf(call.TargetMethod) ? [.. CallOptions.Among(arguments)] : [];
        return ReadMessage([.. arguments.Except(slips)], call) is { } message
            ? new SendSite(
                call,
                WithoutConversion(arguments[0].Value),
                message,
                [.. slips],
                slips.Length == 0 ? message : ReadMessage(arguments, call) ?? message)
            : null;
    }

    private static bool IsCallOf(IMethodSymbol method) =>
        string.Equals(method.Name, CallMethod, StringComparison.Ordinal);

    private static SentMessage? ReadMessage(IArgumentOperation[] arguments, IInvocationOperation call)
    {
        if (arguments[1].Parameter is { IsParams: true })
        {
            // A record that is still to be made a message is none for the compiler yet.
            SentMessage list = ReadList(WithoutConversion(arguments[1].Value));
            return list.Elements.Any(static one => one.Type is { } type && MessageParser.IsMessage(type)) ? null : list;
        }

        IEnumerable<SentElement>? first = arguments[1].Parameter?.Type.SpecialType == SpecialType.System_String
            ? [SentElement.Of(arguments[1].Value)]
            : ReadRecord(WithoutConversion(arguments[1].Value), call.SemanticModel!.Compilation);
        return first is null
            ? null
            : new SentMessage(
                [
                    .. first,
                    .. arguments.Skip(2).Select(static argument => SentElement.Of(argument.Value)),
                    .. IsCallOf(call.TargetMethod) ? [SentElement.OfReply(call)] : Array.Empty<SentElement>(),
                ],
                IsComplete: true);
    }

    // Its tag and its members.
    private static IEnumerable<SentElement>? ReadRecord(IOperation record, Compilation compilation)
    {
        if (record.Type is not INamedTypeSymbol type
            || MessageParser.Parse(type, report: null, CancellationToken.None) is not { } message
            || PrimaryConstructor.Of(type, CancellationToken.None) is not { } constructor)
        {
            return null;
        }

        ITypeSymbol text = compilation.GetSpecialType(SpecialType.System_String);
        return constructor.Parameters
            .Select(member => SentElement.OfMember(record, member.Type))
            .Prepend(SentElement.OfTag(record, message.Tag, text));
    }

    /// <summary>The elements of a list, as far as it is written out.</summary>
    public static SentMessage ReadList(IOperation list)
    {
        IEnumerable<IOperation> items = list switch
        {
            ICollectionExpressionOperation collection => collection.Elements,
            IArrayCreationOperation { Initializer: { } initializer } => initializer.ElementValues,
            _ => [],
        };
        ImmutableArray<SentElement> elements =
            [.. items.TakeWhile(static item => item is not ISpreadOperation).Select(SentElement.Of)];
        bool isKnown = list is ICollectionExpressionOperation or IArrayCreationOperation { Initializer: not null };
        return new SentMessage(elements, isKnown && elements.Length == items.Count());
    }

    /// <summary>A value, before the compiler has made something else of it.</summary>
    public static IOperation WithoutConversion(IOperation value)
    {
        while (value is IConversionOperation { IsImplicit: true } conversion)
        {
            value = conversion.Operand;
        }

        return value;
    }
}
