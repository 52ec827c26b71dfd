using Microsoft.CodeAnalysis;
using Mp.Architecture.Tests.Sources;

namespace Mp.Architecture.Tests;

public sealed class ForbiddenApiTests
{
    /// <summary>Asks nothing that trimming could have taken away.</summary>
    private static readonly string[] Harmless =
    [
        // The name of a type, for a text.
        "System.Reflection.MemberInfo.Name",

        // Known to the JIT, hence free in generic code.
        "System.Type.GetTypeCode(System.Type?)",

        // Of a type that is at hand, to run the initializer in which its assembly registers its codecs.
        "System.Reflection.Module.ModuleHandle",
    ];

    [Theory]
    [InlineData("src/Mp.Runtime")]
    [InlineData("src/Mp.Testing")]
    [InlineData("src/Mp.Generators")]
    [InlineData("src/Mp.Analyzers")]
    [InlineData("src/Mp.Analyzers.CodeFixes")]
    public void Source_UsesNoReflectionAndNothingDynamic(string folder)
    {
        BoundProject project = BoundProject.Of(folder);

        IEnumerable<string> offenders =
            from file in project.Files
            from named in project.SymbolsNamedIn(file)
            where IsForbidden(named.Symbol)
            select $"{file}({file.LineOf(named.Name)}): {named.Symbol.ToDisplayString()}";

        Offenders.AreNone("What is found by reflection is lost by trimming:", offenders);
    }

    [Fact]
    public void Proofs_AreComparedInConstantTime()
    {
        BoundProject project = BoundProject.Of("src/Mp.Runtime");
        SourceFile[] files =
        [
            .. project.Files.Where(file =>
                file.Path.StartsWith("src/Mp.Runtime/Wire/Handshake", StringComparison.Ordinal)
                || file.Path.StartsWith("src/Mp.Runtime/Wire/Authentication/", StringComparison.Ordinal)),
        ];
        string[] names = [.. files.SelectMany(project.SymbolsNamedIn).Select(named => named.Symbol.Name)];

        Assert.Contains("FixedTimeEquals", names);
        Assert.DoesNotContain("SequenceEqual", names);
        Assert.DoesNotContain("SequenceCompareTo", names);
    }

    private static bool IsForbidden(ISymbol symbol)
    {
        INamedTypeSymbol? type = symbol as INamedTypeSymbol ?? symbol.ContainingType;
        return !Harmless.Contains(symbol.ToDisplayString())
            && (symbol is IDynamicTypeSymbol
                || type?.ContainingNamespace?.ToString()?.StartsWith("System.Reflection", StringComparison.Ordinal) == true
                || type?.ToDisplayString() == "System.Activator"
                || (type?.ToDisplayString() == "System.Type" && symbol is IMethodSymbol));
    }
}
