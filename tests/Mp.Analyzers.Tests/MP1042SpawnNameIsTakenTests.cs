namespace Mp.Analyzers.Tests;

public sealed class MP1042SpawnNameIsTakenTests
{
    [Fact]
    public Task SecondClassOfAName_IsReported() => AnalyzerHarness.VerifyAsync("""
        [Spawn("a")] class A : Port { }
        [Spawn("a")] class {|MP1042:B|} : Port { }
        [Spawn("b")] class C : Port { }
        [Spawn("a")] class {|MP1042:D|} : Port { }
        """);

    [Fact]
    public Task NamesThatDiffer_AreFine() => AnalyzerHarness.VerifyAsync("""
        [Spawn("a")] class A : Port { }
        [Spawn("A")] class B : Port { }
        """);
}
