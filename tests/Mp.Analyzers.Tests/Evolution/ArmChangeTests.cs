namespace Mp.Analyzers.Tests.Evolution;

/// <summary>What a change of an arm means for peers that send to it.</summary>
public sealed class ArmChangeTests
{
    [Theory]
    [InlineData("""["a", int x]""", """["a", int x]""")]
    [InlineData("""["a", int x]""", """["a", int y]""")]
    [InlineData("""["a"]""", """["a", ...rest]""")]
    [InlineData("""["a", ...rest]""", """["a"]""")]
    [InlineData("""added ["a"]""", """added ["a"]""")]
    [InlineData("[]", "[]")]
    public void ArmThatTakesTheSame_IsNoChange(string was, string now) => Assert.Empty(ChangesOf(was, now));

    [Theory]
    [InlineData("""["a", int x]""", """["a", long x]""")]
    [InlineData("""["a", byte x]""", """["a", char x]""")]
    [InlineData("""["a", Demo.Color:byte x]""", """["a", int x]""")]
    [InlineData("""["a", int x]""", """["a", Demo.Color:int x]""")]
    [InlineData("""["a", int x]""", """["a", double x]""")]
    [InlineData("""["a", float x]""", """["a", double x]""")]
    [InlineData("""["a", string x]""", """["a", string? x]""")]
    [InlineData("""["a", PortId x]""", """["a", string x]""")]
    [InlineData("""["a", PortId x]""", """["a", PortId<Demo.Echo> x]""")]
    [InlineData("""["a", PortId<Demo.Echo> x]""", """["a", PortId x]""")]
    [InlineData("""["a", int[] x]""", """["a", long[] x]""")]
    [InlineData("""["a", map<int> x]""", """["a", map<long>? x]""")]
    [InlineData("""["a", Demo.Order x]""", """["a", object x]""")]
    [InlineData("""["a", int? x]""", """["a", object? x]""")]
    [InlineData("""["a", int x]""", """["a", Any]""")]
    [InlineData("""["a", Any]""", """["a", object? x]""")]
    [InlineData("""["a", 3]""", """["a", int x]""")]
    [InlineData("""["a", 18446744073709551615]""", """["a", ulong x]""")]
    [InlineData("""["a", "b"]""", """["a", string x]""")]
    [InlineData("""["a", true]""", """["a", bool x]""")]
    [InlineData("""["a", null]""", """["a", string? x]""")]
    [InlineData("""["a", 0.5]""", """["a", double x]""")]
    [InlineData("""["a", 0.5]""", """["a", object x]""")]
    [InlineData("""["a", int x]""", """["a", int x, string y = default]""")]
    [InlineData("""["a", int x]""", """["a", int x = default]""")]
    [InlineData("""["a", int x, string y]""", """["a", int x]""")]
    [InlineData("""["a", ...rest]""", """["a", object? x = default]""")]
    [InlineData("""["a", int x]""", """added ["a"]""")]
    [InlineData("""added ["a"]""", """["a", int x]""")]
    [InlineData("[3]", "[int x]")]
    [InlineData("[int x]", "[]")]
    public void ArmThatTakesMore_Grows(string was, string now) =>
        Assert.Equal([$"grows: 'Demo.Echo' receives {WithoutWord(now)}"], ChangesOf(was, now));

    [Theory]
    [InlineData("""["a", long x]""", """["a", int x]""", "element 1 was long, and is int")]
    [InlineData("""["a", int x]""", """["a", uint x]""", "element 1 was int, and is uint")]
    [InlineData("""["a", int x]""", """["a", string x]""", "element 1 was int, and is string")]
    [InlineData("""["a", string x]""", """["a", PortId x]""", "element 1 was string, and is PortId")]
    [InlineData("""["a", double x]""", """["a", float x]""", "element 1 was double, and is float")]
    [InlineData("""["a", long x]""", """["a", double x]""", "element 1 was long, and is double")]
    [InlineData("""["a", string? x]""", """["a", string x]""", "element 1 was string?, and is string")]
    [InlineData("""["a", object? x]""", """["a", object x]""", "element 1 was object?, and is object")]
    [InlineData("""["a", int[] x]""", """["a", short[] x]""", "element 1 was int[], and is short[]")]
    [InlineData("""["a", Demo.Order x]""", """["a", Demo.Sale x]""", "element 1 was Demo.Order, and is Demo.Sale")]
    [InlineData("""["a", Any]""", """["a", object x]""", "element 1 was Any, and is object")]
    [InlineData("""["a", 3]""", """["a", 4]""", "element 1 was 3, and is 4")]
    [InlineData("""["a", int x]""", """["a", 3]""", "element 1 was int, and is 3")]
    [InlineData("""["a", 300]""", """["a", byte x]""", "element 1 was 300, and is byte")]
    [InlineData("""["a", "b"]""", """["a", PortId x]""", "element 1 was \"b\", and is PortId")]
    [InlineData("""["a", 0.5]""", """["a", int x]""", "element 1 was 0.5, and is int")]
    [InlineData("""["a", null]""", """["a", string x]""", "element 1 was null, and is string")]
    [InlineData("""["a", int x]""", """["a", string y, int x]""", "element 1 was int, and is string")]
    [InlineData("""["a"]""", """["a", int x]""", "element 1, int x, is new and can't be missing")]
    [InlineData("""["a"]""", """["a", Any]""", "element 1, Any, is new and can't be missing")]
    [InlineData("""["a", int x = default]""", """["a", int x]""", "element 1 could be missing, and can't")]
    [InlineData("""["a", ...rest]""", """["a", int x = default]""", "element 1 was anything, and is int")]
    public void ArmThatTakesLess_Breaks_AndSaysWhy(string was, string now, string why) =>
        Assert.Equal($"breaks: 'Demo.Echo' does not receive {was} any more: {why}", ChangesOf(was, now).First());

    [Theory]
    [InlineData("""["a"]""", """["b"]""")]
    [InlineData("""["a"]""", "[]")]
    [InlineData("""["a"]""", "unmatched")]
    [InlineData("""["a"]""", "open")]
    [InlineData("""added ["a"]""", """["b"]""")]
    [InlineData("[]", """["b"]""")]
    public void ArmWhoseTagIsGone_Breaks_WhoeverElseReceivesIt(string was, string now) => Assert.Equal(
        $"breaks: 'Demo.Echo' does not receive {WithoutWord(was)} any more",
        ChangesOf(was, now).First());

    [Fact]
    public void ArmThatOneOfSeveralTakes_DoesNotBreak() => Assert.Equal(
        ["grows: 'Demo.Echo' receives [\"a\", 1] by another handler"],
        ChangesOf("[\"a\", 1]\n[\"a\", int x]\n[\"a\", \"b\"]", "[\"a\", \"b\"]\n[\"a\", int x]"));

    [Fact]
    public void MethodForTheRest_ThatIsGone_Breaks_AndANewOneGrows()
    {
        Assert.Equal(
            ["breaks: 'Demo.Echo' does not receive what no handler matches any more"],
            ChangesOf("unmatched\n[]", "[]"));
        Assert.Equal(["grows: 'Demo.Echo' receives what no handler matches"], ChangesOf("[]", "unmatched\n[]"));
    }

    private static string WithoutWord(string arm) => arm.Replace("added ", "", StringComparison.Ordinal);

    private static IEnumerable<string> ChangesOf(string was, string now) =>
        ContractText.ChangesOf($"port Demo.Echo\n{was}", $"port Demo.Echo\n{now}");
}
