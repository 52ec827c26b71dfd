using Microsoft.CodeAnalysis;

namespace Mp.Generators.Parsing;

/// <summary>Counts the problems of one type, and passes them on if somebody wants to hear of them.</summary>
internal sealed class ProblemSink(Action<ProblemKind, Location, string>? report)
{
    private ProblemSink? _outer;

    /// <summary>Whether there was any problem: nothing is generated then.</summary>
    public bool HasProblems { get; private set; }

    /// <summary>Whether somebody wants to hear of problems, and not only whether there are any.</summary>
    public bool IsHeard => report is not null;

    /// <summary>Notes a problem.</summary>
    /// <param name="kind">Which rule is broken.</param>
    /// <param name="location">Where.</param>
    /// <param name="culprit">What breaks it, for the diagnostic's message.</param>
    public void Report(ProblemKind kind, Location location, string culprit)
    {
        LeaveToCompiler();
        report?.Invoke(kind, location, culprit);
    }

    /// <summary>Notes that the code does not compile anyway: the compiler says why, and need not be repeated.</summary>
    public void LeaveToCompiler()
    {
        HasProblems = true;
        _outer?.LeaveToCompiler();
    }

    /// <summary>A sink for the same type, which passes problems on as of one place, or not at all.</summary>
    public ProblemSink At(Location location, bool isSilent) =>
        new(isSilent || report is null ? null : (kind, _, culprit) => report(kind, location, culprit))
        {
            _outer = this,
        };
}
