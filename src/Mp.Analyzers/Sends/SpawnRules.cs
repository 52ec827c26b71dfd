using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Mp.Generators.Contracts;
using Mp.Generators.Parsing;

namespace Mp.Analyzers.Sends;

/// <summary>What must hold wherever a port is spawned. One for a compilation: it keeps what it finds out.</summary>
/// <param name="compilation">The compilation.</param>
/// <param name="armFit">Says whether arguments fit.</param>
internal sealed class SpawnRules(Compilation compilation, ArmFit armFit)
{
    // Functions of nodes that are written in Perl.
    private const string PerlSeparator = "::";

    private readonly KnownSpawns _known = new(compilation);

    /// <summary>What is wrong with a place, or nothing.</summary>
    /// <param name="site">The place.</param>
    /// <param name="options">What is configured for its file.</param>
    /// <param name="cancellationToken">Ends the check early.</param>
    public Diagnostic? Check(SpawnSite site, AnalyzerConfigOptions options, CancellationToken cancellationToken)
    {
        if (site.Message.Tag is not { } name || _known.IsRegistered(name))
        {
            return null;
        }

        if (_known.Find(name) is { } type)
        {
            return SpawnParser.ConstructorOf(type) is { } constructor
                ? CheckArguments(site, type, ContractParser.ParseSpawn(constructor, name, cancellationToken))
                : null;
        }

        if (TagOptions.IsOff(options) || TagOptions.IsListed(options, name) || name.Contains(PerlSeparator))
        {
            return null;
        }

        string? nearest = Spelling.NearestOf(name, _known.Names);
        return Diagnostic.Create(
            SendDescriptors.SpawnNameIsUnknown,
            site.Message.Elements[0].Syntax.GetLocation(),
            SendReports.PropertiesOf(nearest),
            ContractWriter.Quote(name),
            nearest is null ? "" : $"; did you mean {ContractWriter.Quote(nearest)}?");
    }

    private Diagnostic? CheckArguments(SpawnSite site, INamedTypeSymbol type, ArmContract taken)
    {
        Fit fit = armFit.Of(site.Message, taken);
        int element = fit.Element < site.Message.Elements.Length ? Math.Max(fit.Element, 0) : 0;
        return fit.Kind == FitKind.Never
            ? Diagnostic.Create(
                SendDescriptors.ArgumentsAreNotTaken,
                site.Message.Elements[element].Syntax.GetLocation(),
                SendReports.NameOf(type),
                site.Message.Describe(),
                fit.Reason,
                ContractWriter.Write(taken))
            : null;
    }
}
