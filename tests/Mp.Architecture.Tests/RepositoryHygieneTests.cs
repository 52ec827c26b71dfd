using Mp.Architecture.Tests.Sources;

namespace Mp.Architecture.Tests;

public sealed class RepositoryHygieneTests
{
    private static readonly string[] BinaryExtensions = [".png", ".nupkg", ".snupkg", ".snk", ".ico"];

    // In two parts, so that this file passes its own test.
    private static readonly string[] Forbidden =
        ["/wo" + "rk/", "/ho" + "me/", "/ro" + "ot/", "/tm" + "p/", "nuget" + ".org", "../sha" + "red"];

    [Fact]
    public void Files_NameNoMachineAndNoRegistry() => Offenders.AreNone(
        "A file names a path of a machine or the host of a registry:",
        from file in Repository.Files("")
        where !BinaryExtensions.Contains(Path.GetExtension(file))
        from line in Repository.Read(file).Split('\n').Select((text, index) => (Text: text, Number: index + 1))
        from forbidden in Forbidden
        where line.Text.Contains(forbidden, StringComparison.Ordinal)
        select $"{file}({line.Number}): {forbidden}");

    [Fact]
    public void TextFiles_HaveUnixLineEnds() => Offenders.AreNone(
        "A file has carriage returns:",
        from file in Repository.Files("")
        where !BinaryExtensions.Contains(Path.GetExtension(file))
        where Repository.Read(file).Contains('\r', StringComparison.Ordinal)
        select file);
}
