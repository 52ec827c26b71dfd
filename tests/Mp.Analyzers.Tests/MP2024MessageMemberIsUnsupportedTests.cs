namespace Mp.Analyzers.Tests;

public sealed class MP2024MessageMemberIsUnsupportedTests
{
    [Fact]
    public Task MembersThatAreNoElements_AreReported() => AnalyzerHarness.VerifyAsync("""
        [Message("a")] partial record A(
            int Id,
            Plain {|MP2024:Plain|},
            nint {|MP2024:Size|},
            A? {|MP2024:Next|},
            params object?[] {|MP2024:Rest|});

        record Plain(int X);
        """);

    [Fact]
    public Task MembersThatAreElements_AreFine() => AnalyzerHarness.VerifyAsync("""
        [Message("a")] partial record A(int Id, B? Both, object Any, object?[] Rest, PortId<P> From, DayOfWeek? Day);

        [Message("b"), Payload] partial record B(int X);

        class P : Port;
        """);

    [Fact]
    public Task MemberWithACodecByHand_IsReported() => AnalyzerHarness.VerifyAsync("""
        [Message("a")] partial record A([PayloadCodec(typeof(HostCodec))] Uri {|MP2024:Host|});

        class HostCodec : IPayloadCodec<Uri, string>
        {
            public string ToPayload(Uri value) => value.Host;
            public bool TryFromPayload(string payload, out Uri value) => (value = null!) is not null;
        }
        """);

    [Fact]
    public Task TypeThatDoesNotExist_IsTheCompilersToReport() =>
        AnalyzerHarness.VerifyAsync("[Message(\"a\")] partial record A(Missing Id);", compiles: false);
}
