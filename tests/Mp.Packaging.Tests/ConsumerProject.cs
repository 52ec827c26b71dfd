using System.Runtime.InteropServices;

namespace Mp.Packaging.Tests;

/// <summary>A user's project: outside the source tree, with the package and nothing else of ours.</summary>
internal sealed class ConsumerProject(string folder, string packages)
{
    public void Write(string packageVersion, string feed, string program)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "Consumer.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
                <Nullable>enable</Nullable>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
                <!-- An analyzer that the compiler drops is only a warning, and then nothing is generated. -->
                <WarningsAsErrors>CS9057;CS8785;CS8032;NU1603</WarningsAsErrors>
                <!-- Whether known vulnerabilities can be looked up from here is not what is tested. -->
                <NuGetAudit>false</NuGetAudit>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="Mp.Runtime" Version="[{packageVersion}]" />
              </ItemGroup>
            </Project>
            """);
        File.WriteAllText(Path.Combine(folder, "nuget.config"), $"""
            <configuration>
              <packageSources>
                <add key="under-test" value="{feed}" />
              </packageSources>
            </configuration>
            """);
        WriteFile("Program.cs", program);
    }

    /// <summary>Writes one more file, or one anew.</summary>
    public void WriteFile(string name, string text) => File.WriteAllText(Path.Combine(folder, name), text);

    public Task<CommandResult> BuildAsync() => DotNet.RunAsync(folder, packages, "build", "--output", "out");

    public Task<CommandResult> RunAsync() => DotNet.RunAsync(folder, packages, "out/Consumer.dll");

    /// <summary>Publishes as a program that needs no .NET beside it and holds only what it uses.</summary>
    public Task<CommandResult> PublishTrimmedAsync() => DotNet.RunAsync(
        folder,
        packages,
        "publish",
        "--self-contained",
        "--runtime",
        RuntimeInformation.RuntimeIdentifier,
        "-p:PublishTrimmed=true",
        "-p:PublishSingleFile=true",
        "--output",
        "published");

    public Task<CommandResult> RunPublishedAsync() =>
        DotNet.RunProgramAsync(Path.Combine(folder, "published", "Consumer"), folder, packages);
}
