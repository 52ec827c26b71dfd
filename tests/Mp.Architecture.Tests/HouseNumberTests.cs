using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mp.Architecture.Tests.Sources;

namespace Mp.Architecture.Tests;

/// <summary>The house numbers of CONTRIBUTING.md, over the product and its samples.</summary>
public sealed class HouseNumberTests
{
    private const int MaxLinesOfFile = 400;
    private const int MaxColumns = 120;
    private const int MaxLinesOfFunction = 60;

    private static readonly IReadOnlyList<SourceFile> Files =
        [.. SourceFile.Below("src"), .. SourceFile.Below("samples")];

    [Fact]
    public void Files_AreShort() => Offenders.AreNone(
        $"A file has more than {MaxLinesOfFile} lines:",
        Files.Where(file => file.Tree.GetText().Lines.Count > MaxLinesOfFile + 1)
            .Select(file => $"{file}: {file.Tree.GetText().Lines.Count}"));

    [Fact]
    public void Lines_AreShort() => Offenders.AreNone(
        $"A line has more than {MaxColumns} characters:",
        from file in Files
        from line in file.Tree.GetText().Lines
        let columns = line.ToString().EnumerateRunes().Count()
        where columns > MaxColumns
        select $"{file}({line.LineNumber + 1}): {columns}");

    [Fact]
    public void Functions_AreShort() => Offenders.AreNone(
        $"A function has more than {MaxLinesOfFunction} lines:",
        from file in Files
        from function in file.Unit.DescendantNodes()
        where function is BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax or AccessorDeclarationSyntax
        let lines = LinesOf(function)
        where lines > MaxLinesOfFunction
        select $"{file}({file.LineOf(function)}): {lines}");

    [Fact]
    public void Files_HoldOneType_AndAreNamedAfterIt() => Offenders.AreNone(
        "A file holds one type and is named after it: Name.cs or Name{T}.cs, or of a part Name.Part.cs:",
        Files.Where(file => !IsNamedAfterItsOnlyType(file))
            .Select(file => $"{file}: {string.Join(", ", TopLevelTypes(file).Select(NameOf))}"));

    [Fact]
    public void Classes_AreSealedStaticOrAbstract()
    {
        IEnumerable<IGrouping<string, (SourceFile File, TypeDeclarationSyntax Type)>> classes =
            from file in Files
            from type in file.Unit.DescendantNodes().OfType<TypeDeclarationSyntax>()
            where type is ClassDeclarationSyntax || type.IsKind(SyntaxKind.RecordDeclaration)
            group (file, type) by FullNameOf(file, type);

        Offenders.AreNone(
            "A class is neither sealed, static nor abstract:",
            classes.Where(parts => !parts.Any(part => IsClosed(part.Type)))
                .Select(parts => $"{parts.First().File}: {parts.Key}"));
    }

    private static bool IsClosed(TypeDeclarationSyntax type) => type.Modifiers.Any(modifier =>
        modifier.IsKind(SyntaxKind.SealedKeyword)
        || modifier.IsKind(SyntaxKind.StaticKeyword)
        || modifier.IsKind(SyntaxKind.AbstractKeyword));

    private static bool IsNamedAfterItsOnlyType(SourceFile file)
    {
        IReadOnlyList<MemberDeclarationSyntax> types = TopLevelTypes(file);
        string name = Path.GetFileNameWithoutExtension(file.Path);
        return types.Count == 0 || (types.Count == 1 && (IsNamed(NameOf(types[0])) || IsNamed(BareNameOf(types[0]))));

        // The arity may be left out; it must be there where only it tells two types apart.
        bool IsNamed(string type) => name == type || name.StartsWith(type + ".", StringComparison.Ordinal);
    }

    private static IReadOnlyList<MemberDeclarationSyntax> TopLevelTypes(SourceFile file) =>
        [.. file.Unit.DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax)
            .OfType<MemberDeclarationSyntax>()
            .Where(member => member is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax)];

    private static string BareNameOf(MemberDeclarationSyntax type) => NameOf(type).Split('{')[0];

    private static string NameOf(MemberDeclarationSyntax type) => type switch
    {
        TypeDeclarationSyntax { TypeParameterList: { } generic } named => named.Identifier.Text + Braces(generic),
        DelegateDeclarationSyntax { TypeParameterList: { } generic } named => named.Identifier.Text + Braces(generic),
        BaseTypeDeclarationSyntax named => named.Identifier.Text,
        DelegateDeclarationSyntax named => named.Identifier.Text,
        _ => "",
    };

    private static string Braces(TypeParameterListSyntax generic) =>
        $"{{{string.Join(',', generic.Parameters.Select(parameter => parameter.Identifier.Text))}}}";

    // The project is part of it: programs may each have a class of the same name.
    private static string FullNameOf(SourceFile file, TypeDeclarationSyntax type)
    {
        StringBuilder name = new(string.Join('/', file.Path.Split('/').Take(2)));
        foreach (SyntaxNode outer in type.AncestorsAndSelf().Reverse())
        {
            string? part = outer switch
            {
                BaseNamespaceDeclarationSyntax space => space.Name.ToString(),
                TypeDeclarationSyntax named => NameOf(named),
                _ => null,
            };
            if (part is not null)
            {
                name.Append(' ').Append(part);
            }
        }

        return name.ToString();
    }

    // Without its documentation and attributes: they are data.
    private static int LinesOf(SyntaxNode function)
    {
        int end = function.GetLocation().GetLineSpan().EndLinePosition.Line;
        SyntaxToken first = function.ChildNodesAndTokens()
            .Where(child => !child.IsKind(SyntaxKind.AttributeList))
            .Select(child => child.IsNode ? child.AsNode()!.GetFirstToken() : child.AsToken())
            .First();
        return end - first.GetLocation().GetLineSpan().StartLinePosition.Line + 1;
    }
}
