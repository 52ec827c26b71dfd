using Microsoft.CodeAnalysis;

namespace Mp.Generators.Parsing;

/// <summary>Chooses the constructor by which a payload is made when it arrives.</summary>
/// <param name="type">The payload type.</param>
/// <param name="words">The attributes that it uses.</param>
/// <param name="rules">What they mean.</param>
/// <param name="reach">What can be used.</param>
/// <param name="candidates">Its members.</param>
internal sealed class PayloadConstructors(
    INamedTypeSymbol type,
    PayloadVocabulary words,
    PayloadRules rules,
    PayloadReach reach,
    IReadOnlyList<PayloadCandidate> candidates)
{
    /// <summary>The constructor, or nothing, after <paramref name="problems"/> was told why.</summary>
    public IMethodSymbol? Choose(ProblemSink problems, CancellationToken cancellationToken)
    {
        IMethodSymbol[] marked = [.. type.InstanceConstructors.Where(words.Chooses)];
        if (marked.Length > 1)
        {
            problems.Report(ProblemKind.PayloadConstructorIsNotOne, type.Locations[0], type.Name);
            return null;
        }

        // What a record says in its first line is what it is.
        IMethodSymbol? said = marked.Length == 1 ? marked[0]
            : type.IsRecord ? PrimaryConstructor.Of(type, cancellationToken)
            : null;
        return said is { } one && (marked.Length == 1 || one.Parameters.Length > 0) ? Check(one, problems)
            : ChooseLongest(problems);
    }

    /// <summary>The member that a parameter sets, or nothing.</summary>
    public PayloadCandidate? MemberOf(IParameterSymbol parameter)
    {
        // Two members may differ in upper and lower case only.
        PayloadCandidate? member = candidates
            .Where(one => rules.AreOne(one, parameter))
            .OrderBy(one => string.Equals(one.Name, parameter.Name, StringComparison.Ordinal) ? 0 : 1)
            .FirstOrDefault();
        return member is not null
            && !words.Ignores(member.Symbol)
            && reach.Has(member.Getter)
            && SymbolEqualityComparer.Default.Equals(member.Type, parameter.Type)
                ? member
                : null;
    }

    private IMethodSymbol? Check(IMethodSymbol constructor, ProblemSink problems)
    {
        if (reach.Has(constructor) && constructor.Parameters.All(IsFilled))
        {
            return constructor;
        }

        problems.Report(ProblemKind.PayloadHasNoConstructor, type.Locations[0], type.Name);
        return null;
    }

    private IMethodSymbol? ChooseLongest(ProblemSink problems)
    {
        IMethodSymbol[] fitting =
        [
            .. type.InstanceConstructors
                .Where(one => reach.HasOutside(one) && !IsCopy(one) && one.Parameters.All(IsFilled))
                .OrderByDescending(static one => one.Parameters.Length),
        ];
        if (rules.WantsOneConstructor
            && fitting.Length > 1
            && fitting[0].Parameters.Length == fitting[1].Parameters.Length)
        {
            problems.Report(ProblemKind.PayloadConstructorIsNotOne, type.Locations[0], type.Name);
            return null;
        }

        if (fitting.Length == 0)
        {
            problems.Report(ProblemKind.PayloadHasNoConstructor, type.Locations[0], type.Name);
        }

        return fitting.FirstOrDefault();
    }

    private bool IsFilled(IParameterSymbol parameter) =>
        MemberOf(parameter) is not null || parameter.HasExplicitDefaultValue;

    private bool IsCopy(IMethodSymbol constructor) =>
        constructor.Parameters.Length == 1
        && SymbolEqualityComparer.Default.Equals(constructor.Parameters[0].Type, type);
}
