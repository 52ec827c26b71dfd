using Microsoft.CodeAnalysis;
using Mp.Generators.Arms;
using Mp.Generators.Model;
using Mp.Generators.Parsing;

namespace Mp.Analyzers.Tests.Arms;

/// <summary>What is known of which messages handlers match: one covers another, or both match the same.</summary>
public sealed class ArmShapeTests
{
    [Theory]
    [InlineData("""[Rcv] void A()""", """[Rcv("a")] void B()""")]
    [InlineData("""[Rcv("a")] void A()""", """[Rcv("a", 1)] void B()""")]
    [InlineData("""[Rcv("a", Any)] void A()""", """[Rcv("a", 1)] void B()""")]
    [InlineData("""[Rcv("a")] void A(object x)""", """[Rcv("a")] void B(string x)""")]
    [InlineData("""[Rcv("a")] void A(object? x)""", """[Rcv("a", null)] void B()""")]
    [InlineData("""[Rcv("a")] void A(int x)""", """[Rcv("a")] void B(short x, int y)""")]
    [InlineData("""[Rcv("a")] void A(int? x)""", """[Rcv("a")] void B(int x)""")]
    [InlineData("""[Rcv("a")] void A(double x)""", """[Rcv("a")] void B(ulong x)""")]
    [InlineData("""[Rcv("a")] void A(double x)""", """[Rcv("a")] void B(DayOfWeek x)""")]
    [InlineData("""[Rcv("a")] void A(float x)""", """[Rcv("a", 0.5)] void B()""")]
    [InlineData("""[Rcv("a", 3.0)] void A()""", """[Rcv("a", 3)] void B()""")]
    [InlineData("""[Rcv("a")] void A(string x)""", """[Rcv("a")] void B(PortId x)""")]
    [InlineData("""[Rcv("a")] void A(bool x)""", """[Rcv("a", false)] void B()""")]
    [InlineData("""[Rcv("a")] void A(string x = "")""", """[Rcv("a")] void B(string x)""")]
    [InlineData("""[Rcv("a")] void A(string x = "", int y = 1)""", """[Rcv("a")] void B(string x = "", int y = 2)""")]
    [InlineData("""[Rcv("a")] void A(object? x = null)""", """[Rcv("a")] void B(params object?[] rest)""")]
    [InlineData("""[Rcv("a")] void A(object?[] x)""", """[Rcv("a")] void B(object?[] x, Message m)""")]
    public void Covers_WhereEveryMessageOfTheOtherMatches_IsTrue(string handler, string other) =>
        Assert.True(ShapeOf(handler).Covers(ShapeOf(other)));

    [Theory]
    [InlineData("""[Rcv("a")] void A()""", """[Rcv("b")] void B()""")]
    [InlineData("""[Rcv("a", Any)] void A()""", """[Rcv("a")] void B()""")]
    [InlineData("""[Rcv("a")] void A(object x)""", """[Rcv("a", Any)] void B()""")]
    [InlineData("""[Rcv("a")] void A(int x)""", """[Rcv("a")] void B(uint x)""")]
    [InlineData("""[Rcv("a")] void A(int x)""", """[Rcv("a")] void B(int? x)""")]
    [InlineData("""[Rcv("a")] void A(byte x)""", """[Rcv("a", 256)] void B()""")]
    [InlineData("""[Rcv("a", 3)] void A()""", """[Rcv("a", 3.0)] void B()""")]
    [InlineData("""[Rcv("a")] void A(int x)""", """[Rcv("a")] void B(DayOfWeek x)""")]
    [InlineData("""[Rcv("a")] void A(PortId x)""", """[Rcv("a")] void B(string x)""")]
    [InlineData("""[Rcv("a")] void A(PortId x)""", """[Rcv("a", "n#p")] void B()""")]
    [InlineData("""[Rcv("a")] void A(int[] x)""", """[Rcv("a")] void B(long[] x)""")]
    [InlineData("""[Rcv("a")] void A(string x = "")""", """[Rcv("a")] void B()""")]
    [InlineData("""[Rcv("a")] void A(string x = "")""", """[Rcv("a")] void B(int x = 1)""")]
    public void Covers_WhereSomeMessageOfTheOtherMayNotMatch_IsFalse(string handler, string other) =>
        Assert.False(ShapeOf(handler).Covers(ShapeOf(other)));

    [Theory]
    [InlineData("""[Rcv("a", Any)] void A(int x)""", """[Rcv("a")] void B(int y)""")]
    [InlineData("""[Rcv("a", 'a')] void A()""", """[Rcv("a", 97L)] void B()""")]
    [InlineData("""[Rcv("a")] void A(float x)""", """[Rcv("a")] void B(double y)""")]
    [InlineData("""[Rcv("a")] void A(char x)""", """[Rcv("a")] void B(ushort y)""")]
    [InlineData("""[Rcv("a")] void A(byte[] x)""", """[Rcv("a")] void B(ReadOnlyMemory<byte> y)""")]
    [InlineData("""[Rcv("a")] void A(PortId x)""", """[Rcv("a")] void B(PortId<BarePort> y)""")]
    [InlineData("""[Rcv("a", 0.0)] void A()""", """[Rcv("a", -0.0)] void B()""")]
    [InlineData("""[Rcv("a", double.NaN)] void A()""", """[Rcv("a", float.NaN)] void B()""")]
    [InlineData("""[Rcv("a", 1)] void A(Message m)""", """[Rcv("a", 1)] void B(params object?[] rest)""")]
    [InlineData("""[Rcv("a")] void A(List<int?> x)""", """[Rcv("a")] void B(List<int?> y)""")]
    [InlineData("""[Rcv("a")] void A(DayOfWeek? x)""", """[Rcv("a")] void B(DayOfWeek? y)""")]
    public void IsSameAs_WhereDifferentWordsMeanTheSame_IsTrue(string handler, string other)
    {
        Assert.True(ShapeOf(handler).IsSameAs(ShapeOf(other)));
        Assert.True(ShapeOf(other).IsSameAs(ShapeOf(handler)));
    }

    [Theory]
    [InlineData("""[Rcv] void A()""", true)]
    [InlineData("""[Rcv] void A(Message m, params object?[] rest)""", true)]
    [InlineData("""[Rcv] void A(object? first = null)""", true)]
    [InlineData("""[Rcv(Any)] void A()""", false)]
    [InlineData("""[Rcv] void A(string tag = "")""", false)]
    public void IsEverything_SaysWhetherEveryMessageMatches(string handler, bool expected) =>
        Assert.Equal(expected, ShapeOf(handler).IsEverything);

    private static ArmShape ShapeOf(string handler)
    {
        Compilation compilation = AnalyzerHarness.Compile($"partial class Subject : Port {{ {handler} {{ }} }}");
        PortModel? model = PortParser.Parse(
            compilation.GetTypeByMetadataName("Subject")!,
            compilation.GetTypeByMetadataName(KnownTypes.RcvAttribute)!,
            report: null,
            CancellationToken.None);
        return ArmShape.Of(Assert.Single(model!.Handlers));
    }
}
