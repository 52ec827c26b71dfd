namespace Mp.Generators.Tests.Behaviour;

/// <summary>
/// Messages of peers that can't tell a number from its text: generated tables and handlers added at run time take them
/// alike, and of nodes of Mp neither does.
/// </summary>
/// <remarks>
/// Hence a table may decide by a constant or by the kind of an element only what holds for both forms of it: what a reader
/// makes of an element, the arms must be left to ask.
/// </remarks>
public sealed class LoosePeerTests
{
    private const string Handlers = """
            [Rcv("number")] void OnNumber(int value) => Note($"int {value}");
            [Rcv("number")] void OnNumber(double value) => Note($"double {value}");
            [Rcv("text")] void OnText(string value) => Note($"text {value}");
            [Rcv("truth")] void OnTruth(bool value) => Note($"truth {value}");
            [Rcv("day")] void OnDay(System.DayOfWeek value) => Note($"day {value}");
            [Rcv("data")] void OnData(byte[] value) => Note($"data {value.Length}");
            [Rcv("list")] void OnList(System.Collections.Generic.List<int> value) => Note($"list {value.Count}");
            [Rcv("seven", 7)] void OnSeven() => Note("seven");
            [Rcv("seven", "7")] void OnSevenText() => Note("seven as text");
            [Rcv("half", 0.5)] void OnHalf() => Note("half");
            [Rcv("yes", true)] void OnYes() => Note("yes");
            [Rcv("9")] void OnNine() => Note("tag 9 as text");
            [Rcv(9)] void OnNineNumber() => Note("tag 9");
            [Rcv("größe")] void OnSize() => Note("umlaut");
            [Rcv("object")] void OnObject(object value) => Note($"object {value.GetType().Name}");
        """;

    [Theory]
    [InlineData("int 42, double 42", "number", "42")]
    [InlineData("int 42, double 42", "number", 42L)]
    [InlineData("double 1.5", "number", "1.5")]
    [InlineData("", "number", "x")]
    [InlineData("text 42", "text", 42L)]
    [InlineData("text 1.5", "text", 1.5)]
    [InlineData("truth True", "truth", "1")]
    [InlineData("truth False", "truth", "")]
    [InlineData("truth False", "truth", 0L)]
    [InlineData("day Monday", "day", "1")]
    [InlineData("seven, seven as text", "seven", "7")]
    [InlineData("seven, seven as text", "seven", 7L)]
    [InlineData("half", "half", "0.5")]
    [InlineData("yes", "yes", "1")]
    [InlineData("tag 9 as text, tag 9", "9")]
    [InlineData("tag 9 as text, tag 9", 9L)]
    [InlineData("object String", "object", "42")]
    [InlineData("object Int64", "object", 42L)]
    [InlineData("data 3", "data", "abc")]
    public async Task Message_OfALoosePeer_RunsWhatEitherFormMatches(string expected, params object?[] elements)
    {
        Subject subject = await Subject.CreateAsync(Table.Wire, Handlers);

        IReadOnlyList<string> notes = subject.ReceiveLoosely(elements);

        Assert.Equal(expected, string.Join(", ", notes));
    }

    [Theory]
    [InlineData("", "number", "42")]
    [InlineData("", "text", 42L)]
    [InlineData("", "truth", "1")]
    [InlineData("", "day", "1")]
    [InlineData("seven as text", "seven", "7")]
    [InlineData("seven", "seven", 7L)]
    [InlineData("", "half", "0.5")]
    [InlineData("", "yes", "1")]
    [InlineData("tag 9 as text", "9")]
    [InlineData("tag 9", 9L)]
    [InlineData("", "data", "abc")]
    public async Task Message_OfANodeOfMp_RunsWhatItIs(string expected, params object?[] elements)
    {
        Subject subject = await Subject.CreateAsync(Table.Wire, Handlers);

        IReadOnlyList<string> notes = subject.Receive(elements);

        Assert.Equal(expected, string.Join(", ", notes));
    }

    [Fact]
    public async Task Message_OfALoosePeer_IsLooseWithinArraysToo()
    {
        Subject subject = await Subject.CreateAsync(Table.Wire, Handlers);

        Assert.Equal(["list 3"], subject.ReceiveLoosely("list", new object[] { "1", 2L, "3" }));
        Assert.Empty(subject.Receive("list", new object[] { "1", 2L, "3" }));
    }

    /// <summary>A tag that Perl keeps a byte a character.</summary>
    [Fact]
    public async Task Message_OfALoosePeer_HasATagInOctets()
    {
        Subject subject = await Subject.CreateAsync(Table.Wire, Handlers);
        byte[] octets = [0x67, 0x72, 0xf6, 0xdf, 0x65];

        Assert.Equal(["umlaut"], subject.ReceiveLoosely(octets));
        Assert.Empty(subject.Receive(octets));
    }
}
