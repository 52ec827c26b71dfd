namespace Mp.Packaging.Tests;

/// <summary>The package as it is now, in a feed of its own outside the source tree.</summary>
public sealed class PackageFixture : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mp-packaging-");

    /// <summary>A version that no cache on this machine can have: it ends like the temporary folder.</summary>
    public string Version => $"0.1.0-test.{_folder.Name["mp-packaging-".Length..]}";

    public string PackagePath => Path.Combine(Feed, $"Mp.Runtime.{Version}.nupkg");

    private string Feed => Path.Combine(_folder.FullName, "feed");

    public async Task InitializeAsync() => await PackAsync(Feed);

    public Task DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return Task.CompletedTask;
    }

    /// <summary>Packs once more, into another folder.</summary>
    /// <returns>The path of the package.</returns>
    internal async Task<string> PackAgainAsync()
    {
        string folder = Path.Combine(_folder.FullName, "again");
        await PackAsync(folder);
        return Path.Combine(folder, Path.GetFileName(PackagePath));
    }

    /// <summary>
    /// Writes a program that uses the package, as <c>dotnet new console</c> would, into a fresh folder.
    /// </summary>
    internal ConsumerProject CreateConsumer(string name, string program)
    {
        string folder = Path.Combine(_folder.FullName, name);
        ConsumerProject consumer = new(folder, Path.Combine(_folder.FullName, "packages"));
        consumer.Write(Version, Feed, program);
        return consumer;
    }

    // Nothing is built: the projects beside this one may be in use by other tests at this very moment.
    private async Task PackAsync(string folder)
    {
        CommandResult packed = await DotNet.RunAsync(
            BuildFacts.RepositoryRoot,
            packages: null,
            "pack",
            "src/Mp.Runtime/Mp.Runtime.csproj",
            "--no-build",
            "--configuration",
            BuildFacts.Configuration,
            "--output",
            folder,
            $"-p:PackageVersion={Version}",
            $"-p:NuspecOutputPath={Path.Combine(folder, "nuspec")}");
        packed.MustSucceed();
    }
}
