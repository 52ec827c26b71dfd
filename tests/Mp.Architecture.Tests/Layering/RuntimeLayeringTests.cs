using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mp.Architecture.Tests.Sources;

namespace Mp.Architecture.Tests.Layering;

public sealed class RuntimeLayeringTests
{
    [Fact]
    public void Layers_KnowOnlyWhomTheyMayKnow() => Offenders.AreNone(
        "A layer knows another that it must not know (docs/architecture.md):",
        RuntimeLayers.OffendersIn(BoundProject.Of(RuntimeLayers.Folder)));

    [Fact]
    public void PortThatUsesALink_WithoutNamingItsType_IsAnOffender()
    {
        BoundProject runtime = new(
        [
            SourceFile.Parse("src/Mp.Runtime/Links/Link.cs", "namespace Mp.Links; class Link { public int Epoch; }"),
            SourceFile.Parse("src/Mp.Runtime/Node.cs", "namespace Mp; class Node { public Links.Link Link; }"),
            SourceFile.Parse("src/Mp.Runtime/Port.cs", "namespace Mp; class Port { int F(Node n) => n.Link.Epoch; }"),
        ]);

        string offender = Assert.Single(RuntimeLayers.OffendersIn(runtime));

        Assert.Equal("src/Mp.Runtime/Port.cs(1): Port knows Links, by 'Epoch' of Mp.Links.Link", offender);
    }

    [Fact]
    public void EveryFolder_HasARule() => Offenders.AreNone(
        "A folder of the runtime has no rule in RuntimeLayers:",
        SourceFile.Below(RuntimeLayers.Folder).Select(RuntimeLayers.LayerOf).Where(layer =>
            !RuntimeLayers.HasRuleFor(layer)));

    [Theory]
    [InlineData("src/Mp.Runtime", "Mp")]
    [InlineData("src/Mp.Testing", "Mp.Testing")]
    [InlineData("src/Mp.Generators", "Mp.Generators")]
    [InlineData("src/Mp.Analyzers", "Mp.Analyzers")]
    [InlineData("src/Mp.Analyzers.CodeFixes", "Mp.Analyzers.CodeFixes")]
    public void Namespaces_FollowTheFolders(string folder, string root)
    {
        IEnumerable<string> offenders = SourceFile.Below(folder)
            .Where(file => !file.Path.Contains("/Polyfills/", StringComparison.Ordinal))
            .Where(file => NamespaceOf(file) is { } found && found != ExpectedNamespace(folder, root, file))
            .Select(file => $"{file}: namespace {NamespaceOf(file)}");

        Offenders.AreNone("A namespace is not that of its folder:", offenders);
    }

    [Fact]
    public void NothingOfTheProduct_ReferencesItsTestPackage() => Offenders.AreNone(
        "A project of src references Mp.Testing, which is for tests:",
        Repository.Files("src", "*.csproj").Where(project =>
            Repository.Read(project).Contains("Mp.Testing.csproj", StringComparison.Ordinal)));

    private static string? NamespaceOf(SourceFile file) =>
        file.Unit.Members.OfType<BaseNamespaceDeclarationSyntax>().FirstOrDefault()?.Name.ToString();

    private static string ExpectedNamespace(string folder, string root, SourceFile file)
    {
        string below = Path.GetDirectoryName(Path.GetRelativePath(folder, file.Path))!;
        return below.Length == 0 ? root : $"{root}.{below.Replace('\\', '.').Replace('/', '.')}";
    }
}
