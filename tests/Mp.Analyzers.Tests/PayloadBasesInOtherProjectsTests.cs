using Microsoft.CodeAnalysis;

namespace Mp.Analyzers.Tests;

/// <summary>
/// A member of a base class of another project is reported at the type that is marked: an editor has the sources of
/// both, but an analyzer that names a place in the other one's fails.
/// </summary>
public sealed class PayloadBasesInOtherProjectsTests
{
    [Theory]
    [InlineData("public class Basis { public nint X { get; set; } }", "[Payload] class Order : Basis { }", "MP2003")]
    [InlineData(
        "public class Basis { [Key(\"x\")] public int X { get; set; } }",
        "[Payload] class Order : Basis { [Key(0)] public int Y { get; set; } }",
        "MP2037")]
    [InlineData(
        "public class Basis { [Key(0)] public int X { get; set; } }",
        "[Payload] class Order : Basis { [Key(0)] public int Y { get; set; } }",
        "MP2035")]
    [InlineData(
        "public class Basis { [PayloadCodec(typeof(int))] public nint X { get; set; } }",
        "[Payload] class Order : Basis { }",
        "MP2045")]
    [InlineData(
        "public class Basis<T> { public required T Next { get; set; } }",
        "[Payload] class Order : Basis<Order> { }",
        "MP2046")]
    [InlineData(
        "public class Basis { public Foreign? X { get; set; } }"
        + " [MessagePack.MessagePackObject] public class Foreign { }"
        + " namespace MessagePack { public class MessagePackObjectAttribute : Attribute { } }",
        "[Payload] class Order : Basis { }",
        "MP2039")]
    public async Task ProblemOfAMember_IsReportedAtTheType(string project, string source, string id)
    {
        Diagnostic diagnostic = Assert.Single(await AnalyzerHarness.AnalyzeAsync(source, project));

        Assert.Equal(id, diagnostic.Id);
        Assert.Contains("Order", source[..diagnostic.Location.SourceSpan.End], StringComparison.Ordinal);
    }
}
