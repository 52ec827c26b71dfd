using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Mp.Generators.Contracts;

namespace Mp.Analyzers.Sends;

/// <summary>Puts into words what is wrong with a message.</summary>
internal static class SendReports
{
    private const int MaxArms = 3;

    /// <summary>No handler of the port's class takes the message.</summary>
    /// <param name="site">Where it is sent.</param>
    /// <param name="type">The class.</param>
    /// <param name="port">What that receives.</param>
    /// <param name="verdict">What comes nearest.</param>
    /// <param name="isCertain">Whether the port is of no class that derives from it.</param>
    public static Diagnostic Never(
        SendSite site,
        INamedTypeSymbol type,
        PortArms port,
        SendVerdict verdict,
        bool isCertain)
    {
        bool isTag = site.Message.Tag is not null && verdict.Fit.Element <= 0;
        string? nearest = isTag ? Spelling.NearestOf(site.Message.Tag!, port.Tags) : null;
        string text = isTag
            ? $"'{NameOf(type)}' has no handler for {ContractWriter.Quote(site.Message.Tag!)}{Meant(port, nearest)}"
            : $"No handler of '{NameOf(type)}' takes {site.Message.Describe()}{Expected(site, port, verdict)}";
        Location location = LocationOf(site, verdict.Fit.Element);
        ImmutableDictionary<string, string?> properties = PropertiesOf(nearest);
        return isCertain
            ? Diagnostic.Create(
                isTag ? SendDescriptors.TagIsNotReceived : SendDescriptors.ElementsAreNotReceived,
                location,
                properties,
                text)
            : Diagnostic.Create(SendDescriptors.OnlyDerivedMayReceive, location, properties, text, NameOf(type));
    }

    /// <summary>Only one handler may take the message, and takes it only sometimes.</summary>
    public static Diagnostic SomeValues(SendSite site, INamedTypeSymbol type, SendVerdict verdict) => Diagnostic.Create(
        SendDescriptors.SomeValuesAreNotReceived,
        LocationOf(site, verdict.Fit.Element),
        NameOf(type),
        site.Message.Describe(),
        verdict.Fit.Reason,
        ContractWriter.Write(verdict.Arm!));

    /// <summary>Nobody at all has a handler for the tag.</summary>
    public static Diagnostic UnknownTag(SendSite site, string tag, string? nearest) => Diagnostic.Create(
        SendDescriptors.TagIsUnknown,
        LocationOf(site, 0),
        PropertiesOf(nearest),
        ContractWriter.Quote(tag),
        nearest is null ? "" : $"; did you mean {ContractWriter.Quote(nearest)}?");

    /// <summary>The handlers that take a call leave the port for the answer in it.</summary>
    public static Diagnostic NobodyAnswers(SendSite site, INamedTypeSymbol type, PortArms port) => Diagnostic.Create(
        SendDescriptors.CallIsNotAnswered,
        LocationOf(site, site.Message.Elements.Length - 1),
        NameOf(type),
        site.Message.Describe(),
        List(ArmsOf(port, site.Message.Tag)));

    /// <summary>The answer to a question is another than that says.</summary>
    public static Diagnostic AnswerIsAnother(SendSite site, INamedTypeSymbol question, ArmContract answer, Fit fit) =>
        Diagnostic.Create(
            SendDescriptors.AnswerIsAnother,
            LocationOf(site, fit.Element),
            NameOf(question),
            ContractWriter.Write(answer),
            fit.Reason);

    /// <summary>An element of a call that looks like an option of it.</summary>
    public static Diagnostic OptionHasNoName(IArgumentOperation argument)
    {
        ITypeSymbol type = SentElement.Of(argument.Value).Type!;
        return Diagnostic.Create(
            SendDescriptors.OptionHasNoName,
            argument.Syntax.GetLocation(),
            NameOf(type),
            CallOptions.NameOf(type));
    }

    private static string Meant(PortArms port, string? nearest)
    {
        if (nearest is null)
        {
            return port.Arms.IsEmpty ? "; it has no handlers" : "; it takes " + List(port.Arms);
        }

        ImmutableArray<ArmContract> arms =
            [.. port.Arms.Where(arm => string.Equals(arm.Tag, nearest, StringComparison.Ordinal))];
        return $"; did you mean {ContractWriter.Quote(nearest)}? It takes {List(arms)}";
    }

    private static string Expected(SendSite site, PortArms port, SendVerdict verdict)
    {
        ImmutableArray<ArmContract> arms = ArmsOf(port, site.Message.Tag);
        return $": {verdict.Fit.Reason}; it takes {List(arms.IsEmpty ? port.Arms : arms)}";
    }

    private static ImmutableArray<ArmContract> ArmsOf(PortArms port, string? tag) =>
        [.. port.Arms.Where(arm => tag is null || string.Equals(arm.Tag, tag, StringComparison.Ordinal))];

    private static string List(ImmutableArray<ArmContract> arms)
    {
        string shown = string.Join(" or ", arms.Take(MaxArms).Select(ContractWriter.Write));
        return arms.Length <= MaxArms
            ? shown
            : $"{shown} or one of {(arms.Length - MaxArms).ToString(CultureInfo.InvariantCulture)} more";
    }

    private static Location LocationOf(SendSite site, int element)
    {
        ImmutableArray<SentElement> elements = site.Message.Elements;
        return elements.IsEmpty
            ? site.Call.Syntax.GetLocation()
            : elements[element >= 0 && element < elements.Length ? element : 0].Syntax.GetLocation();
    }

    /// <summary>What a code fix puts in, if anything is near.</summary>
    public static ImmutableDictionary<string, string?> PropertiesOf(string? nearest) => nearest is null
        ? ImmutableDictionary<string, string?>.Empty
        : ImmutableDictionary<string, string?>.Empty.Add(SendDescriptors.TagProperty, nearest);

    /// <summary>A type for a diagnostic.</summary>
    public static string NameOf(ITypeSymbol type) =>
        type.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat);
}
