namespace Mp.Generators.Tests.Behaviour;

/// <summary>What each type of parameter takes, and what it does not.</summary>
public sealed class ParameterTypeTests
{
    [Theory]
    [EachTable]
    public async Task IntegerParameter_TakesEveryIntegerThatFits(Table table)
    {
        Subject port = await Subject.CreateAsync(table, """
            [Rcv("byte")] void Byte(byte value) => Note($"{value}");
            [Rcv("sbyte")] void SByte(sbyte value) => Note($"{value}");
            [Rcv("ulong")] void ULong(ulong value) => Note($"{value}");
            [Rcv("long")] void Long(long value) => Note($"{value}");
            [Rcv("char")] void Char(char value) => Note($"{value}");
            """);

        Assert.Equal(["255"], port.Receive("byte", 255L));
        Assert.Empty(port.Receive("byte", 256));
        Assert.Empty(port.Receive("byte", -1));
        Assert.Equal(["-128"], port.Receive("sbyte", -128));
        Assert.Equal(["18446744073709551615"], port.Receive("ulong", ulong.MaxValue));
        Assert.Empty(port.Receive("ulong", -1));
        Assert.Empty(port.Receive("long", ulong.MaxValue));
        Assert.Empty(port.Receive("long", 1.0));
        Assert.Empty(port.Receive("long", true));
        Assert.Equal(["x"], port.Receive("char", 'x'));
    }

    [Theory]
    [EachTable]
    public async Task FloatingParameter_TakesAnyNumber(Table table)
    {
        Subject port = await Subject.CreateAsync(table, """
            [Rcv("d")] void Double(double value) => Note(FormattableString.Invariant($"{value}"));
            [Rcv("s")] void Single(float value) => Note(FormattableString.Invariant($"{value}"));
            """);

        Assert.Equal(["0.5"], port.Receive("d", 0.5f));
        Assert.Equal(["7"], port.Receive("d", 7));
        Assert.Equal(["7"], port.Receive("s", (byte)7));
        Assert.Equal(["0.1"], port.Receive("s", 0.1));
        Assert.Empty(port.Receive("d", "7"));
        Assert.Empty(port.Receive("d", (object?)null));
    }

    [Theory]
    [EachTable]
    public async Task Reference_TakesNullOnlyIfItSaysSo(Table table)
    {
        Subject port = await Subject.CreateAsync(table, """
            [Rcv("strict")] void Strict(string value) => Note(value);
            [Rcv("lenient")] void Lenient(string? value) => Note(value ?? "null");
            #nullable disable
            [Rcv("oblivious")] void Oblivious(string value, byte[] bytes) => Note((value ?? "null") + (bytes is null));
            #nullable restore
            [Rcv("bytes")] void Bytes(byte[] value) => Note("bytes");
            """);

        Assert.Empty(port.Receive("strict", (object?)null));
        Assert.Equal(["null"], port.Receive("lenient", (object?)null));
        Assert.Equal(["x"], port.Receive("lenient", "x"));
        Assert.Empty(port.Receive("lenient", 1));
        Assert.Equal(["nullTrue"], port.Receive("oblivious", null, null));
        Assert.Empty(port.Receive("bytes", (object?)null));
    }

    [Theory]
    [EachTable]
    public async Task NullableValue_TakesNullAndTheValue(Table table)
    {
        Subject port = await Subject.CreateAsync(
            table,
            """
            [Rcv("i")] void Int(int? value) => Note($"{value?.ToString() ?? "null"}");
            [Rcv("c")] void ColorOf(Color? value) => Note($"{value?.ToString() ?? "null"}");
            [Rcv("p")] void Port(PortId? value) => Note($"{value?.ToString() ?? "null"}");
            """,
            "public enum Color { Red }");

        Assert.Equal(["null"], port.Receive("i", (object?)null));
        Assert.Equal(["5"], port.Receive("i", 5L));
        Assert.Empty(port.Receive("i", "x"));
        Assert.Empty(port.Receive("i"));
        Assert.Equal(["Red"], port.Receive("c", 0));
        Assert.Equal(["null"], port.Receive("c", (object?)null));
        Assert.Equal(["n#p"], port.Receive("p", "n#p"));
    }

    [Theory]
    [EachTable]
    public async Task Object_TakesAnything_WithoutQuestionMarkNotNull(Table table)
    {
        Subject port = await Subject.CreateAsync(table, """
            [Rcv("any")] void Any_(object? value) => Note($"{value ?? "null"}");
            [Rcv("some")] void Some(object value) => Note($"{value}");
            """);

        Assert.Equal(["null"], port.Receive("any", (object?)null));
        Assert.Equal(["x"], port.Receive("any", "x"));
        Assert.Equal(["5"], port.Receive("some", 5));
        Assert.Empty(port.Receive("some", (object?)null));
        Assert.Empty(port.Receive("any"));
    }

    [Theory]
    [EachTable]
    public async Task PortIds_AreTakenFromIdsAndFromTheirTexts(Table table)
    {
        Subject port = await Subject.CreateAsync(table, """
            [Rcv("p")] void Plain(PortId value) => Note($"{value}");
            [Rcv("t")] void Typed(PortId<Receiver> value) => Note($"typed {value}");
            [Rcv("s")] void Text(string value) => Note($"text {value}");
            """);
        PortId id = PortId.Parse("node#port");

        Assert.Equal(["node#port"], port.Receive("p", id));
        Assert.Equal(["node#port"], port.Receive("p", "node#port"));
        Assert.Empty(port.Receive("p", "no id"));
        Assert.Empty(port.Receive("p", default(PortId)));
        Assert.Equal(["typed node#port"], port.Receive("t", id));
        Assert.Equal(["text node#port"], port.Receive("s", id));
    }

    [Theory]
    [EachTable]
    public async Task Enum_TakesIntegersThatItsUnderlyingTypeHolds(Table table)
    {
        Subject port = await Subject.CreateAsync(
            table,
            "[Rcv(\"c\")] void C(Color value) => Note($\"{value}\");",
            "public enum Color : byte { Red, Blue }");

        Assert.Equal(["Blue"], port.Receive("c", 1));
        Assert.Equal(["Blue"], port.Receive("c", port.Make("Color") is Enum red ? Enum.ToObject(red.GetType(), 1) : 0));
        Assert.Equal(["200"], port.Receive("c", 200));
        Assert.Empty(port.Receive("c", 256));
        Assert.Empty(port.Receive("c", "Blue"));
    }

    [Theory]
    [EachTable]
    public async Task Bytes_AreTaken(Table table)
    {
        Subject port = await Subject.CreateAsync(table, """
            [Rcv("a")] void Array(byte[] value) => Note(Convert.ToHexString(value));
            [Rcv("m")] void Memory(ReadOnlyMemory<byte> value) => Note(Convert.ToHexString(value.Span));
            """);

        Assert.Equal(["01FF"], port.Receive("a", new byte[] { 1, 255 }));
        Assert.Equal(["01FF"], port.Receive("m", new byte[] { 1, 255 }));
        Assert.Equal(["01FF"], port.Receive("a", new ReadOnlyMemory<byte>([1, 255])));
        Assert.Empty(port.Receive("a", "01FF"));
    }

    [Theory]
    [EachTable]
    public async Task Collections_AreTakenWithTheirItems(Table table)
    {
        Subject port = await Subject.CreateAsync(table, """
            [Rcv("a")] void Array(int[] value) => Note(string.Join(',', value));
            [Rcv("l")] void List(List<string?> value) => Note(string.Join(',', value.ConvertAll(x => x ?? "null")));
            [Rcv("m")] void Map(Dictionary<string, int[][]?> value) => Note($"{value["k"]![1][0]} {value.Count}");
            [Rcv("o")] void Objects(object?[] value) => Note(string.Join(',', value));
            """);

        Assert.Equal(["1,2"], port.Receive("a", new[] { 1, 2 }));
        Assert.Equal(["1,2"], port.Receive("a", new List<long> { 1, 2 }));
        Assert.Empty(port.Receive("a", new object[] { 1, "2" }));
        Assert.Equal(["x,null"], port.Receive("l", new List<string?> { "x", null }));
        var map = new Dictionary<string, int[][]?> { ["k"] = [[1], [2]], ["none"] = null };
        Assert.Equal(["2 2"], port.Receive("m", map));
        Assert.Equal(["1,x"], port.Receive("o", new object?[] { 1, "x" }));
        Assert.Empty(port.Receive("m", new[] { 1 }));
    }
}
