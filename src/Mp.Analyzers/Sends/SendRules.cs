using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Mp.Analyzers.Sends;

/// <summary>What must hold wherever a message is sent. One for a compilation: it keeps what it finds out.</summary>
internal sealed class SendRules(Compilation compilation, INamedTypeSymbol rcvAttribute)
{
    private readonly PortClasses _ports = new(compilation, rcvAttribute);
    private readonly OpenClasses _openClasses = new(compilation);
    private readonly PayloadUses _payloadUses = new(compilation);
    private readonly KnownTags _knownTags = new(compilation);
    private readonly ArmFit _armFit = new(new TypeFit(new PayloadTypes(compilation)));

    /// <summary>Checks one place.</summary>
    /// <param name="site">The place.</param>
    /// <param name="options">What is configured for its file.</param>
    /// <param name="report">Told of what is wrong.</param>
    /// <param name="cancellationToken">Ends the check early.</param>
    public void Check(
        SendSite site,
        AnalyzerConfigOptions options,
        Action<Diagnostic> report,
        CancellationToken cancellationToken)
    {
        foreach (SentElement element in site.Message.Elements)
        {
            if (element.Type is { } type
                && (TravelCheck.ProblemOf(type) ?? _payloadUses.ProblemOf(type, cancellationToken)) is { } problem)
            {
                report(Diagnostic.Create(
                    SendDescriptors.ElementCannotTravel,
                    element.Syntax.GetLocation(),
                    TravelCheck.NameOf(type),
                    problem));
            }
        }

        Diagnostic? diagnostic = TargetClassReader.Read(site.Target, cancellationToken) is { } target
            ? CheckTyped(site, target, options, cancellationToken)
            : CheckTag(site, _knownTags.All, options);
        if (diagnostic is not null)
        {
            report(diagnostic);
        }
    }

    private Diagnostic? CheckTyped(
        SendSite site,
        TargetClass target,
        AnalyzerConfigOptions options,
        CancellationToken cancellationToken)
    {
        PortArms port = _ports.ArmsOf(target.Type, cancellationToken);
        if (port.IsOpen)
        {
            return null;
        }

        SendVerdict verdict = SendVerdict.Of(site.Message, port, _armFit);
        switch (verdict.Kind)
        {
            case FitKind.Sometimes:
                return SendReports.SomeValues(site, target.Type, verdict);
            case FitKind.Never when !port.ReceivesUnmatched:
                bool isCertain = target.IsExact || !_openClasses.Contains(target.Type);
                return SendReports.Never(site, target.Type, port, verdict, isCertain);
            default:
                // What takes everything takes slips as well. One that is near to what the class names is worth a word.
                return port.ReceivesAny ? CheckTag(site, port.Tags, options, mustBeNear: true) : null;
        }
    }

    private Diagnostic? CheckTag(
        SendSite site,
        IEnumerable<string> meant,
        AnalyzerConfigOptions options,
        bool mustBeNear = false)
    {
        if (site.Message.Tag is not { } tag
            || TagOptions.IsOff(options)
            || _knownTags.Contains(tag)
            || TagOptions.IsListed(options, tag))
        {
            return null;
        }

        string? nearest = Spelling.NearestOf(tag, meant);
        return mustBeNear && nearest is null ? null : SendReports.UnknownTag(site, tag, nearest);
    }
}
