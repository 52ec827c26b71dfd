namespace Mp.Analyzers.Tests.Evolution;

/// <summary>What a change of records means for peers that send and take them.</summary>
public sealed class RecordChangeTests
{
    [Theory]
    [InlineData("""["a", int x]""", """["a", int y]""")]
    [InlineData("""["a"]""", """["a"]""")]
    public void Message_ThatTravelsTheSame_IsNoChange(string was, string now) => Assert.Empty(MessageChanges(was, now));

    [Theory]
    [InlineData("""["a", int x]""", """["a", long x]""")]
    [InlineData("""["a", int x]""", """["a", int? x]""")]
    [InlineData("""["a", int x]""", """["a", int x = default]""")]
    [InlineData("""["a", int x]""", """["a", int x, string y = default]""")]
    public void Message_ThatCarriesMore_Grows(string was, string now) =>
        Assert.Equal([$"grows: 'Demo.Placed' is {now}"], MessageChanges(was, now));

    [Theory]
    [InlineData("""["a"]""", """["b"]""", "element 0 was \"a\", and is \"b\"")]
    [InlineData("""["a", long x]""", """["a", int x]""", "element 1 was long, and is int")]
    [InlineData("""["a", int x]""", """["a", double x]""", "element 1 was int, and is double")]
    [InlineData("""["a", int x, int y]""", """["a", int x]""", "element 2, int y, is gone")]
    [InlineData("""["a", int x = default]""", """["a"]""", "element 1, int x = default, is gone")]
    [InlineData("""["a", int x]""", """["a", int x, int y]""", "element 2, int y, is new and can't be missing")]
    [InlineData("""["a", int x = default]""", """["a", int x]""", "element 1 could be missing, and can't")]
    [InlineData("""["a", int x, int y]""", """["a", int y, int x]""", "element 1 was x, and is y")]
    public void Message_ThatOthersCannotReadOrWrite_Breaks(string was, string now, string why) =>
        Assert.Equal($"breaks: 'Demo.Placed': {why}", MessageChanges(was, now).First());

    [Theory]
    [InlineData("", "int A\nstring B", "string B\nint A")]
    [InlineData("", "\"a\": int A", "\"a\": int Other")]
    [InlineData(" : array", "0: int A", "0: int Other")]
    [InlineData(" : union", "0: Demo.A\n1: Demo.B", "1: Demo.B\n0: Demo.A")]
    public void Payload_ThatTravelsTheSame_IsNoChange(string form, string was, string now) =>
        Assert.Empty(PayloadChanges(form, was, now));

    [Theory]
    [InlineData("", "int A", "long A", "long A")]
    [InlineData("", "int A", "int? A", "int? A")]
    [InlineData("", "int A", "int A = default", "int A = default")]
    [InlineData("", "int A", "int A\nint B = default", "int B = default")]
    [InlineData("", "PortId A", "string A", "string A")]
    [InlineData(" : array", "0: int A", "0: int A\n1: int B = default", "1: int B = default")]
    [InlineData(" : union", "0: Demo.A", "0: Demo.A\n1: Demo.B", "1: Demo.B")]
    public void Payload_ThatCarriesMore_Grows(string form, string was, string now, string what) =>
        Assert.Equal([$"grows: 'Demo.Order' has '{what}'"], PayloadChanges(form, was, now));

    [Theory]
    [InlineData("", "int A\nint B", "int A", "'int B' is gone")]
    [InlineData("", "int? A = default", "", "'int? A = default' is gone")]
    [InlineData("", "int A", "int A\nint B", "'int B' is new and can't be missing")]
    [InlineData("", "long A", "int A", "'A' was long, and is int")]
    [InlineData("", "int A", "string A", "'A' was int, and is string")]
    [InlineData("", "int A", "double A", "'A' was int, and is double")]
    [InlineData("", "string? A = default", "string A = default", "'A' was string?, and is string")]
    [InlineData("", "int A = default", "int A", "'A' could be missing, and can't")]
    [InlineData("", "\"a\": int A", "\"b\": int A", "'A' had the key a, and has b")]
    [InlineData(" : array", "0: int A", "1: int A", "'A' had the key 0, and has 1")]
    [InlineData(" : array", "0: int A\n1: int B", "0: int B\n1: int A", "'A' had the key 0, and has 1")]
    [InlineData(" : union", "0: Demo.A\n1: Demo.B", "0: Demo.A", "'1: Demo.B' is gone")]
    [InlineData(" : union", "0: Demo.A", "0: Demo.B", "'0' was Demo.A, and is Demo.B")]
    public void Payload_ThatOthersCannotReadOrWrite_Breaks(string form, string was, string now, string why) =>
        Assert.Equal($"breaks: 'Demo.Order': {why}", PayloadChanges(form, was, now).First());

    [Fact]
    public void Payload_OfAnotherForm_Breaks() => Assert.Equal(
        ["breaks: 'Demo.Order' was a map, and is an array"],
        ContractText.ChangesOf("payload Demo.Order\nint A", "payload Demo.Order : array\n0: int A"));

    [Fact]
    public void Records_ThatAreNew_Grow() => Assert.Equal(
        ["grows: The message 'M' is new", "grows: The payload 'P' is new"],
        ContractText.ChangesOf("", "message M\n[\"a\"]\npayload P\nint A"));

    [Fact]
    public void Records_ThatAreGone_Break() => Assert.Equal(
        ["breaks: The message 'M' is gone", "breaks: The payload 'P' is gone"],
        ContractText.ChangesOf("message M\n[\"a\"]\npayload P\nint A", ""));

    private static IEnumerable<string> MessageChanges(string was, string now) =>
        ContractText.ChangesOf($"message Demo.Placed\n{was}", $"message Demo.Placed\n{now}");

    private static IEnumerable<string> PayloadChanges(string form, string was, string now) =>
        ContractText.ChangesOf($"payload Demo.Order{form}\n{was}", $"payload Demo.Order{form}\n{now}");
}
