using System.Text;
using Microsoft.CodeAnalysis;

namespace Mp.Generators.Parsing;

/// <summary>A short text that an attribute gives a type, and that is written to the wire.</summary>
internal static class ShortName
{
    /// <summary>The most octets that it may have, in UTF-8.</summary>
    public const int MaxBytes = 255;

    /// <summary>The text that is the attribute's one argument.</summary>
    /// <param name="attribute">The attribute.</param>
    /// <param name="type">What is marked by it.</param>
    /// <param name="kind">What is reported of a text that can't be used.</param>
    /// <param name="problems">Whom it is reported to.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static string Parse(
        AttributeData attribute,
        INamedTypeSymbol type,
        ProblemKind kind,
        ProblemSink problems,
        CancellationToken cancellationToken)
    {
        // A constructor that was not found, or an argument that is no constant: the compiler has said so.
        if (attribute.AttributeConstructor is null
            || attribute.ConstructorArguments.Length != 1
            || attribute.ConstructorArguments[0].Kind != TypedConstantKind.Primitive)
        {
            problems.LeaveToCompiler();
            return "";
        }

        string name = attribute.ConstructorArguments[0].Value as string ?? "";
        if (ProblemOf(name) is { } problem)
        {
            Location location = attribute.ApplicationSyntaxReference?.GetSyntax(cancellationToken).GetLocation()
                ?? type.Locations[0];
            problems.Report(kind, location, problem);
        }

        return name;
    }

    private static string? ProblemOf(string name) =>
        name.Length == 0 ? "is empty"
        : !PatternParser.IsWellFormed(name) ? "has half a surrogate pair"
        : Encoding.UTF8.GetByteCount(name) > MaxBytes ? $"has more than {MaxBytes} bytes"
        : null;
}
