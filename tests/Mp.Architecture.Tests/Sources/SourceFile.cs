using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Mp.Architecture.Tests.Sources;

/// <summary>One file of C#, parsed.</summary>
/// <param name="Path">Relative to the root of the repository, with forward slashes.</param>
/// <param name="Tree">Its syntax.</param>
internal sealed record SourceFile(string Path, SyntaxTree Tree)
{
    // The compiler of the SDK is newer than the Roslyn that the tests read with: what is new to it counts as preview.
    private static readonly CSharpParseOptions Options = new(LanguageVersion.Preview);

    public CompilationUnitSyntax Unit => (CompilationUnitSyntax)Tree.GetRoot();

    public static IReadOnlyList<SourceFile> Below(string folder) =>
        [.. Repository.Files(folder, "*.cs").Select(path => Parse(path, Repository.Read(path)))];

    public static SourceFile Parse(string path, string text) =>
        new(path, CSharpSyntaxTree.ParseText(text, Options, path));

    public int LineOf(SyntaxNode node) => Tree.GetLineSpan(node.Span).StartLinePosition.Line + 1;

    public override string ToString() => Path;
}
