namespace Mp.Analyzers.Tests;

public sealed class MP2020MessageIsNotARecordTests
{
    [Fact]
    public Task ClassAndStruct_AreReported() => AnalyzerHarness.VerifyAsync("""
        [Message("a")] partial class {|MP2020:A|} { public int X { get; set; } }

        [Message("b")] partial struct {|MP2020:B|} { }
        """);

    [Fact]
    public Task Records_OfAllKinds_AreFine() => AnalyzerHarness.VerifyAsync("""
        [Message("a")] partial record A(int X);

        [Message("b")] partial record struct B(int X);

        [Message("c")] readonly partial record struct C(int X);

        [Message("d")] sealed partial record class D();
        """);

    // The class Mp.Message is no attribute, so it does not stand in the way of the one that is.
    [Fact]
    public Task ShortAndLongName_OfTheAttribute_AreTheSame() => AnalyzerHarness.VerifyAsync("""
        [Message("a")] partial class {|MP2020:A|};

        [MessageAttribute("b")] partial class {|MP2020:B|};

        [Mp.Message("c")] partial class {|MP2020:C|};

        partial class D : Port
        {
            [Message("e")] partial class {|MP2020:E|};

            Message Same(Message message) => message;
        }
        """);
}
