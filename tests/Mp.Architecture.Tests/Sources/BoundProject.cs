using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Mp.Architecture.Tests.Sources;

/// <summary>The sources of a project, bound, so that every name in them can be asked for what it stands for.</summary>
/// <remarks>
/// What generators would add is missing, and other Mp projects are not referenced: nobody asks for those.
/// </remarks>
internal sealed class BoundProject
{
    private const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    private readonly CSharpCompilation _compilation;

    public BoundProject(IReadOnlyList<SourceFile> files)
    {
        Files = files;
        _compilation = CSharpCompilation.Create(
            "Bound",
            [.. files.Select(file => file.Tree), SourceFile.Parse("ImplicitUsings.cs", ImplicitUsings).Tree],
            References(),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true));
    }

    public IReadOnlyList<SourceFile> Files { get; }

    public static BoundProject Of(string folder) => new(SourceFile.Below(folder));

    /// <summary>Every name in a file together with what it stands for. Documentation is not looked at.</summary>
    public IEnumerable<(SimpleNameSyntax Name, ISymbol Symbol)> SymbolsNamedIn(SourceFile file)
    {
        SemanticModel model = _compilation.GetSemanticModel(file.Tree);
        foreach (SimpleNameSyntax name in file.Unit.DescendantNodes().OfType<SimpleNameSyntax>())
        {
            SymbolInfo info = model.GetSymbolInfo(name);
            foreach (ISymbol symbol in info.Symbol is { } bound ? [bound] : info.CandidateSymbols)
            {
                yield return (name, symbol);
            }
        }
    }

    /// <summary>Every name in a file together with the type that it is, or is a member of.</summary>
    public IEnumerable<(SimpleNameSyntax Name, INamedTypeSymbol Type)> TypesNamedIn(SourceFile file)
    {
        foreach ((SimpleNameSyntax name, ISymbol symbol) in SymbolsNamedIn(file))
        {
            if (TypeOf(symbol) is { } type)
            {
                yield return (name, type);
            }
        }
    }

    /// <summary>Whether the sources themselves declare a type.</summary>
    public bool Declares(INamedTypeSymbol type) =>
        SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, _compilation.Assembly);

    public static INamedTypeSymbol Outermost(INamedTypeSymbol type)
    {
        while (type.ContainingType is { } outer)
        {
            type = outer;
        }

        return type;
    }

    private static INamedTypeSymbol? TypeOf(ISymbol symbol) => symbol switch
    {
        INamedTypeSymbol type => type,
        IArrayTypeSymbol { ElementType: INamedTypeSymbol element } => element,
        INamespaceSymbol or ILocalSymbol or IParameterSymbol or IRangeVariableSymbol or ILabelSymbol => null,
        _ => symbol.ContainingType,
    };

    // The platform and the packages that this test runs with; the runtime under test is left out, being the source.
    private static IEnumerable<MetadataReference> References() =>
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path => !Path.GetFileName(path).StartsWith("Mp.", StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path));
}
