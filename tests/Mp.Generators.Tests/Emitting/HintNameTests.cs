using Mp.Generators.Emitting;

namespace Mp.Generators.Tests.Emitting;

public sealed class HintNameTests
{
    [Fact]
    public void NamesThatDifferInCaseOnly_HaveHintNamesThatDifferInMore() => Assert.NotEqual(
        HintName.Of("Demo.Echo"),
        HintName.Of("Demo.echo"),
        StringComparer.OrdinalIgnoreCase);

    [Fact]
    public void Keywords_InTypeArguments_AreNamesOfFiles() =>
        Assert.StartsWith("Demo.Page`1[_if._event].", HintName.Of("Demo.Page`1[@if.@event]"), StringComparison.Ordinal);

    [Fact]
    public void Mangle_OfDifferentNames_Differs() => Assert.Distinct(
        new[] { "A.B", "A+B", "A_B", "A`1", "A.B_C", "A_B.C", "A__B", "A_.B" }.Select(Identifier.Mangle));
}
