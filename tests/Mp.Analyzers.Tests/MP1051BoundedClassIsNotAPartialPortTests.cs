namespace Mp.Analyzers.Tests;

public sealed class MP1051BoundedClassIsNotAPartialPortTests
{
    [Theory]
    [InlineData("[Port(Capacity = 1)] class {|MP1051:Echo|} : Port { }")]
    [InlineData("[Port(Capacity = 1)] partial class {|MP1051:Echo|} { }")]
    [InlineData("[Port(Capacity = 1)] file partial class {|MP1051:Echo|} : Port { }")]
    [InlineData("class Outer { [Port(Capacity = 1)] partial class {|MP1051:Echo|} : Port { } }")]
    public Task ClassThatCannotHaveABound_IsReported(string source) => AnalyzerHarness.VerifyAsync(source);

    [Theory]
    [InlineData("[Port(Capacity = 1)] partial class Echo : Port { }")]
    [InlineData("[Port(Capacity = 1)] abstract partial class Echo<T> : Port { }")]
    [InlineData("partial class Outer { [Port(Capacity = 1)] partial class Echo : Port { [Rcv(\"a\")] void A() { } } }")]
    public Task PartialPort_IsFine(string source) => AnalyzerHarness.VerifyAsync(source);
}
