using Microsoft.CodeAnalysis;
using Mp.Generators.Model;

namespace Mp.Generators.Parsing;

/// <summary>Finds out what of a payload travels, and how the payload is made anew.</summary>
internal sealed class PayloadLayoutParser
{
    private readonly INamedTypeSymbol _type;
    private readonly PayloadVocabulary _words;
    private readonly PayloadRules _rules;
    private readonly ProblemSink _problems;
    private readonly PayloadReach _reach;
    private readonly IReadOnlyList<PayloadCandidate> _candidates;
    private readonly CancellationToken _cancellationToken;

    private PayloadLayoutParser(
        INamedTypeSymbol type,
        PayloadVocabulary words,
        IAssemblySymbol home,
        ProblemSink problems,
        CancellationToken cancellationToken)
    {
        _type = type;
        _words = words;
        _rules = PayloadRules.Of(type, words);
        _problems = problems;
        _reach = new PayloadReach(type, home, cancellationToken);
        _candidates = PayloadCandidate.Of(type);
        _cancellationToken = cancellationToken;
    }

    /// <summary>Parses a type that is no union.</summary>
    /// <param name="type">The type. Of a generic one, a form with type arguments.</param>
    /// <param name="words">The attributes that it uses.</param>
    /// <param name="home">The assembly that its codec is compiled into.</param>
    /// <param name="problems">What is told of problems.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The layout, or nothing if there is any problem.</returns>
    public static PayloadLayout? Parse(
        INamedTypeSymbol type,
        PayloadVocabulary words,
        IAssemblySymbol home,
        ProblemSink problems,
        CancellationToken cancellationToken)
    {
        if (type.IsAbstract)
        {
            problems.Report(ProblemKind.PayloadIsAbstract, type.Locations[0], type.Name);
            return null;
        }

        return new PayloadLayoutParser(type, words, home, problems, cancellationToken).Parse();
    }

    /// <summary>
    /// What of a type travels, whether or not it can, but for what has a codec by hand. Nothing of a union, or of what
    /// is no payload.
    /// </summary>
    public static IEnumerable<(string Name, ITypeSymbol Type)> MembersOf(
        INamedTypeSymbol type,
        CancellationToken cancellationToken)
    {
        if (PayloadVocabulary.Of(type) is not { } words || type.IsAbstract)
        {
            return [];
        }

        var problems = new ProblemSink(report: null);
        var parser = new PayloadLayoutParser(type, words, type.ContainingAssembly, problems, cancellationToken);
        var constructors = new PayloadConstructors(type, words, parser._rules, parser._reach, parser._candidates);
        return constructors.Choose(problems, cancellationToken) is { } constructor
            ? parser.MembersOf(constructor, constructors)
            : [];
    }

    private IEnumerable<(string Name, ITypeSymbol Type)> MembersOf(
        IMethodSymbol constructor,
        PayloadConstructors constructors) =>
        from candidate in _candidates
        let parameter = constructor.Parameters.FirstOrDefault(one => constructors.MemberOf(one) == candidate)
        where _rules.Travels(candidate, parameter, _rules.KeyOf(candidate, parameter))
            && PayloadSlot.MarkedOf(candidate, parameter) is null
        select (candidate.Name, parameter?.Type ?? candidate.Type);

    private PayloadLayout? Parse()
    {
        if (_rules.RefusalOf(_type) is { } refusal)
        {
            _problems.Report(ProblemKind.PayloadHasNoCodec, _type.Locations[0], refusal);
            return null;
        }

        var constructors = new PayloadConstructors(_type, _words, _rules, _reach, _candidates);
        if (constructors.Choose(_problems, _cancellationToken) is not { } constructor)
        {
            return null;
        }

        (PayloadCandidate Member, IParameterSymbol Parameter)[] parameters =
        [
            .. constructor.Parameters
                .Select(parameter => (Member: constructors.MemberOf(parameter), parameter))
                .Where(static pair => pair.Member is not null)!,
        ];
        bool setsRequired = constructor.GetAttributes().Any(static attribute =>
            KnownTypes.Is(attribute.AttributeClass, "System.Diagnostics.CodeAnalysis.SetsRequiredMembersAttribute"));
        PayloadSlot[] slots =
        [
            .. _rules.InOrder(_type, _candidates
                .Select(candidate => ParseSlot(
                    candidate,
                    parameters.FirstOrDefault(pair => pair.Member == candidate).Parameter,
                    setsRequired))
                .Where(static slot => slot is not null)!),
        ];
        bool isArray = _rules.IsArray(slots);
        new PayloadKeys(_type, _problems).Check(slots, isArray, _rules.NeedsKeys);
        return _problems.HasProblems
            ? null
            : new PayloadLayout
            {
                Type = _type,
                IsArray = isArray,
                Slots = slots,
                Constructor = constructor,
                NeedsInside = !_reach.HasOutside(constructor) || slots.Any(NeedsInside),
            };
    }

    private PayloadSlot? ParseSlot(PayloadCandidate candidate, IParameterSymbol? parameter, bool setsRequired)
    {
        object? key = _rules.KeyOf(candidate, parameter);
        PayloadSetting setting = SettingOf(candidate, parameter, setsRequired);
        if (!_rules.Travels(candidate, parameter, key))
        {
            if (setting == PayloadSetting.Required)
            {
                Report(ProblemKind.PayloadRequiresWhatIsIgnored, candidate);
            }

            return null;
        }

        bool isSet = setting is PayloadSetting.None || _reach.Has(candidate.Setter);
        if (!_reach.Has(candidate.Getter) || (!isSet && !_rules.WritesWhatCannotBeSet))
        {
            Report(ProblemKind.PayloadMemberIsUnreachable, candidate);
            return null;
        }

        ITypeSymbol type = parameter?.Type ?? candidate.Type;
        if (parameter is { RefKind: not RefKind.None } || ParseElement(candidate, parameter, type) is not { } element)
        {
            if (!_problems.HasProblems || PayloadSlot.MarkedOf(candidate, parameter) is null)
            {
                ReportUnsupported((ISymbol?)parameter ?? candidate.Symbol, type);
            }

            return null;
        }

        return new PayloadSlot
        {
            Member = candidate,
            Parameter = parameter,
            Element = element,
            Setting = isSet ? setting : PayloadSetting.Unread,
            Key = key,
        };
    }

    private static PayloadSetting SettingOf(
        PayloadCandidate candidate,
        IParameterSymbol? parameter,
        bool setsRequired) =>
        candidate.IsRequired && !setsRequired ? PayloadSetting.Required
        : parameter is not null ? PayloadSetting.None
        : candidate.IsInitial ? PayloadSetting.Initial
        : PayloadSetting.Assigned;

    private ElementModel? ParseElement(PayloadCandidate candidate, IParameterSymbol? parameter, ITypeSymbol type) =>
        PayloadSlot.MarkedOf(candidate, parameter) is { } marked
            ? CustomCodecParser.Parse(
                marked,
                type,
                _problems.At(PayloadCandidate.LocationOf(marked, _type), isSilent: false))
            : _rules.ObstacleOf(type) is null ? ElementParser.ParseMember(type)
            : null;

    private bool NeedsInside(PayloadSlot slot) =>
        !_reach.HasOutside(slot.Member.Getter!)
        || (slot.Setting is not (PayloadSetting.None or PayloadSetting.Unread)
            && !_reach.HasOutside(slot.Member.Setter!));

    private void Report(ProblemKind kind, PayloadCandidate candidate) =>
        _problems.Report(kind, PayloadCandidate.LocationOf(candidate.Symbol, _type), candidate.Name);

    private void ReportUnsupported(ISymbol symbol, ITypeSymbol type)
    {
        if (type.TypeKind == TypeKind.Error)
        {
            _problems.LeaveToCompiler();
        }
        else
        {
            string reason = ElementParser.ObstacleOf(type) ?? _rules.ObstacleOf(type) ?? "it is passed by reference";
            _problems.Report(
                ProblemKind.MemberTypeIsUnsupported,
                PayloadCandidate.LocationOf(symbol, _type),
                $"'{Obstacles.NameOf(type)} {symbol.Name}' can't be an element of a message: {reason}");
        }
    }
}
