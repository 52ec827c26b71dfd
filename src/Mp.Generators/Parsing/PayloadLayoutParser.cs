using Microsoft.CodeAnalysis;
using Mp.Generators.Model;

namespace Mp.Generators.Parsing;

/// <summary>Finds out what of a payload travels, and how the payload is made anew.</summary>
internal sealed class PayloadLayoutParser
{
    private readonly INamedTypeSymbol _type;
    private readonly PayloadVocabulary _words;
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

    private PayloadLayout? Parse()
    {
        var constructors = new PayloadConstructors(_type, _words, _reach, _candidates);
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
        IEnumerable<PayloadCandidate> others = _candidates.Where(candidate =>
            !parameters.Any(pair => pair.Member == candidate));
        PayloadSlot[] slots =
        [
            .. parameters
                .Select(pair => ParseSlot(pair.Member, pair.Parameter, setsRequired))
                .Concat(others.Select(candidate => ParseSlot(candidate, null, setsRequired)))
                .Where(static slot => slot is not null)!,
        ];
        bool isArray = new PayloadKeys(_problems).AreIndexes(slots);
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
        object? key = _words.KeyOf(candidate.Symbol) ?? (parameter is null ? null : _words.KeyOf(parameter));
        PayloadSetting setting = candidate.IsRequired && !setsRequired ? PayloadSetting.Required
            : parameter is not null ? PayloadSetting.None
            : candidate.IsInitial ? PayloadSetting.Initial
            : PayloadSetting.Assigned;
        if (!Travels(candidate, parameter, key))
        {
            if (setting == PayloadSetting.Required)
            {
                Report(ProblemKind.PayloadRequiresWhatIsIgnored, candidate);
            }

            return null;
        }

        if (!_reach.Has(candidate.Getter) || (setting != PayloadSetting.None && !_reach.Has(candidate.Setter)))
        {
            Report(ProblemKind.PayloadMemberIsUnreachable, candidate);
            return null;
        }

        ITypeSymbol type = parameter?.Type ?? candidate.Type;
        if (parameter is { RefKind: not RefKind.None } || ElementParser.ParseMember(type) is not { } element)
        {
            ReportUnsupported((ISymbol?)parameter ?? candidate.Symbol, type);
            return null;
        }

        return new PayloadSlot
        {
            Member = candidate,
            Parameter = parameter,
            Element = element,
            Setting = setting,
            Key = key,
        };
    }

    // What only computes something, or is private, does not travel, unless it says so by a key.
    private bool Travels(PayloadCandidate candidate, IParameterSymbol? parameter, object? key) =>
        !_words.Ignores(candidate.Symbol)
        && (parameter is not null
            || key is not null
            || (candidate.Symbol.DeclaredAccessibility == Accessibility.Public
                && candidate.Getter is not null
                && candidate.Setter is not null));

    private bool NeedsInside(PayloadSlot slot) =>
        !_reach.HasOutside(slot.Member.Getter!)
        || (slot.Setting != PayloadSetting.None && !_reach.HasOutside(slot.Member.Setter!));

    // Of a member of a base class, the type that is marked is to blame.
    private void Report(ProblemKind kind, PayloadCandidate candidate)
    {
        bool isOwn = SymbolEqualityComparer.Default.Equals(candidate.Symbol.ContainingType, _type);
        _problems.Report(kind, (isOwn ? candidate.Symbol : _type).Locations[0], candidate.Name);
    }

    private void ReportUnsupported(ISymbol symbol, ITypeSymbol type)
    {
        if (type.TypeKind == TypeKind.Error)
        {
            _problems.LeaveToCompiler();
        }
        else
        {
            string name = type.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat);
            _problems.Report(ProblemKind.MemberTypeIsUnsupported, symbol.Locations[0], $"{name} {symbol.Name}");
        }
    }
}
