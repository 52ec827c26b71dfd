using System.IO.Compression;
using System.Xml.Linq;

namespace Mp.Packaging.Tests;

[Collection(nameof(PackageUsers))]
public sealed class PackageContentTests(PackageFixture package)
{
    [Fact]
    public async Task Package_HoldsExactlyWhatAUserNeeds()
    {
        using ZipArchive zip = await ZipFile.OpenReadAsync(package.PackagePath);

        // What belongs to the format of packages is left out: it is named differently by every packer.
        IEnumerable<string> files = zip.Entries
            .Select(entry => entry.FullName)
            .Where(name => !name.StartsWith("_rels/", StringComparison.Ordinal)
                && !name.StartsWith("package/", StringComparison.Ordinal)
                && name != "[Content_Types].xml")
            .Order(StringComparer.Ordinal);

        Assert.Equal(
            [
                "LICENSE",
                "Mp.Runtime.nuspec",
                "README.md",
                "analyzers/dotnet/cs/Mp.Analyzers.CodeFixes.dll",
                "analyzers/dotnet/cs/Mp.Analyzers.dll",
                "analyzers/dotnet/cs/Mp.Generators.dll",
                "buildTransitive/Mp.Runtime.props",
                "lib/net10.0/Mp.Runtime.dll",
                "lib/net10.0/Mp.Runtime.xml",
            ],
            files);
    }

    [Fact]
    public async Task Package_DependsOnTheLoggingAbstractionsOnly()
    {
        using ZipArchive zip = await ZipFile.OpenReadAsync(package.PackagePath);
        using Stream nuspec = await zip.GetEntry("Mp.Runtime.nuspec")!.OpenAsync();

        XDocument document = await XDocument.LoadAsync(nuspec, LoadOptions.None, CancellationToken.None);

        XElement dependency = Assert.Single(
            document.Descendants(), element => element.Name.LocalName == "dependency");
        Assert.Equal("Microsoft.Extensions.Logging.Abstractions", dependency.Attribute("id")?.Value);
    }

    [Fact]
    public async Task Pack_OnceMore_GivesTheSameFiles()
    {
        string again = await package.PackAgainAsync();

        Assert.Equal(Hash(package.PackagePath), Hash(again));
    }

    private static string Hash(string path) =>
        Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(path)));
}
