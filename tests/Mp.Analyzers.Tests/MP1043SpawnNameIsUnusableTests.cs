namespace Mp.Analyzers.Tests;

public sealed class MP1043SpawnNameIsUnusableTests
{
    [Fact]
    public Task NameThatIsEmptyOrTooLong_IsReported() => AnalyzerHarness.VerifyAsync($$"""
        [{|MP1043:Spawn("")|}] class A : Port { }
        [{|MP1043:Spawn("{{new string('ü', 128)}}")|}] class B : Port { }
        [{|MP1043:Spawn("\uD800")|}] class C : Port { }
        """);

    [Fact]
    public Task NamesOfUpTo255Bytes_AreFine() => AnalyzerHarness.VerifyAsync($$"""
        [Spawn("{{new string('x', 255)}}")] class A : Port { }
        [Spawn(" say \"hi\" \U0001F600")] class B : Port { }
        """);

    [Fact]
    public Task NameThatIsMissing_IsTheCompilersToReport() =>
        AnalyzerHarness.VerifyAsync("[Spawn] class A : Port { }", compiles: false);
}
