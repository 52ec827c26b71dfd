using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Mp.Generators.Contracts;
using Mp.Generators.Parsing;

namespace Mp.Analyzers.Sends;

/// <summary>What must hold wherever a message is sent. One for a compilation: it keeps what it finds out.</summary>
internal sealed class SendRules(Compilation compilation, INamedTypeSymbol rcvAttribute)
{
    private readonly PortClasses _ports = new(compilation, rcvAttribute);
    private readonly OpenClasses _openClasses = new(compilation);
    private readonly PayloadUses _payloadUses = new(compilation);
    private readonly KnownTags _knownTags = new(compilation);
    private readonly ArmFit _armFit = new(new TypeFit(new PayloadTypes(compilation)));
    private readonly SpawnRules _spawns = new(compilation, new ArmFit(new TypeFit(new PayloadTypes(compilation))));

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
        TargetClass? target = TargetClassReader.Read(site.Target, cancellationToken);
        if (target is not null && TimeSpansAreMeant(site, _ports.ArmsOf(target.Type, cancellationToken)))
        {
            site = site with { Message = site.Written, Slips = [] };
        }

        foreach (IArgumentOperation slip in site.Slips)
        {
            report(SendReports.OptionHasNoName(slip));
        }

        CheckTravel(site.Message, report, cancellationToken);
        Diagnostic? diagnostic = target is not null
            ? CheckTyped(site, target, options, cancellationToken)
            : CheckTag(site, _knownTags.All, options) ?? CheckAnswer(site, cancellationToken);
        if (diagnostic is not null)
        {
            report(diagnostic);
        }
    }

    /// <summary>Checks a place where a port is spawned.</summary>
    /// <inheritdoc cref="Check(SendSite, AnalyzerConfigOptions, Action{Diagnostic}, CancellationToken)"/>
    public void Check(
        SpawnSite site,
        AnalyzerConfigOptions options,
        Action<Diagnostic> report,
        CancellationToken cancellationToken)
    {
        CheckTravel(site.Message, report, cancellationToken);
        if (_spawns.Check(site, options, cancellationToken) is { } diagnostic)
        {
            report(diagnostic);
        }
    }

    private void CheckTravel(SentMessage message, Action<Diagnostic> report, CancellationToken cancellationToken)
    {
        foreach (SentElement element in message.Elements)
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
                return SendReports.Never(site, target.Type, port, verdict, IsCertain(target));
            case FitKind.Always when site.IsCall && IsCertain(target) && !CanBeAnswered(site.Message, port):
                return SendReports.NobodyAnswers(site, target.Type, port);
            default:
                // What takes everything takes slips as well. One that is near to what the class names is worth a word.
                return port.ReceivesAny ? CheckTag(site, port.Tags, options, mustBeNear: true) : null;
        }
    }

    // Whether what looks like the time limit of a call is what a handler waits for. The port for the answer comes last.
    private bool TimeSpansAreMeant(SendSite site, PortArms port)
    {
        int first = site.Written.Elements.Length - 1 - site.Slips.Length;
        return !site.Slips.IsEmpty && port.Arms.Any(arm =>
            arm.Elements.Skip(first).Take(site.Slips.Length).Count(CallOptions.IsTimeSpan) == site.Slips.Length
            && _armFit.Of(site.Written, arm).Kind == FitKind.Always);
    }

    // Whether the port is of no class that derives from it.
    private bool IsCertain(TargetClass target) => target.IsExact || !_openClasses.Contains(target.Type);

    // A handler that takes the message as a whole finds the port in it; of the others, one has to ask for that element.
    private bool CanBeAnswered(SentMessage message, PortArms port) =>
        port.TakesWholeMessages || port.Arms.Any(arm =>
            (arm.IsAdded || arm.Rest.Length > 0 || arm.Elements.Count >= message.Elements.Length)
            && _armFit.Of(message, arm).Kind != FitKind.Never);

    // What is sent to the port that came with a question, where the question says what it is answered by.
    private Diagnostic? CheckAnswer(SendSite site, CancellationToken cancellationToken)
    {
        if (AnsweredQuestion.Of(site.Target) is not { } question
            || ContractParser.ParseMessage(question.Answer, cancellationToken) is not { } answer)
        {
            return null;
        }

        ArmContract arm = answer.Arms[0];
        Fit fit = _armFit.Of(site.Message, arm);
        return fit.Kind == FitKind.Never ? SendReports.AnswerIsAnother(site, question.Type, arm, fit) : null;
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
