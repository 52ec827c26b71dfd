using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Mp.Generators.Parsing;

namespace Mp.Analyzers.Sends;

/// <summary>A place where a message is sent.</summary>
/// <param name="Call">The call of <c>Snd</c>.</param>
/// <param name="Target">Whom it is sent to: what stands there, before it is made a plain ID.</param>
/// <param name="Message">What is sent.</param>
internal sealed record SendSite(IInvocationOperation Call, IOperation Target, SentMessage Message)
{
    private const string MethodName = "Snd";

    /// <summary>Reads a call, if it is one of <c>Snd</c> whose message can be seen.</summary>
    /// <param name="call">Any call.</param>
    /// <param name="senders">The types that have such a method.</param>
    public static SendSite? Read(IInvocationOperation call, ImmutableArray<INamedTypeSymbol> senders)
    {
        if (!string.Equals(call.TargetMethod.Name, MethodName, StringComparison.Ordinal)
            || !senders.Contains(call.TargetMethod.ContainingType, SymbolEqualityComparer.Default)
            || call.Arguments.Length < 2)
        {
            return null;
        }

        IArgumentOperation[] arguments =
            [.. call.Arguments.OrderBy(static argument => argument.Parameter?.Ordinal ?? 0)];
        return ReadMessage(arguments, call.SemanticModel!.Compilation) is { } message
            ? new SendSite(call, WithoutConversion(arguments[0].Value), message)
            : null;
    }

    private static SentMessage? ReadMessage(IArgumentOperation[] arguments, Compilation compilation)
    {
        if (arguments[1].Parameter is { IsParams: true })
        {
            // A record that is still to be made a message is none for the compiler yet.
            SentMessage list = ReadList(WithoutConversion(arguments[1].Value));
            return list.Elements.Any(static one => one.Type is { } type && MessageParser.IsMessage(type)) ? null : list;
        }

        return arguments[1].Parameter?.Type.SpecialType == SpecialType.System_String
            ? new SentMessage(
                [.. arguments.Skip(1).Select(static argument => SentElement.Of(argument.Value))],
                IsComplete: true)
            : ReadRecord(arguments, compilation);
    }

    // Its tag and its members, and after them the port to answer, if one is given.
    private static SentMessage? ReadRecord(IArgumentOperation[] arguments, Compilation compilation)
    {
        IOperation record = WithoutConversion(arguments[1].Value);
        if (record.Type is not INamedTypeSymbol type
            || MessageParser.Parse(type, report: null, CancellationToken.None) is not { } message
            || PrimaryConstructor.Of(type, CancellationToken.None) is not { } constructor)
        {
            return null;
        }

        SentElement tag = SentElement.OfTag(
            record,
            message.Tag,
            compilation.GetSpecialType(SpecialType.System_String));
        return new SentMessage(
            [
                tag,
                .. constructor.Parameters.Select(member => SentElement.OfMember(record, member.Type)),
                .. arguments.Skip(2).Select(static argument => SentElement.Of(argument.Value)),
            ],
            IsComplete: true);
    }

    private static SentMessage ReadList(IOperation list)
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

    private static IOperation WithoutConversion(IOperation value)
    {
        while (value is IConversionOperation { IsImplicit: true } conversion)
        {
            value = conversion.Operand;
        }

        return value;
    }
}
