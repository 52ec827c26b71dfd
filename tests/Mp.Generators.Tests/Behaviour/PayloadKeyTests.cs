namespace Mp.Generators.Tests.Behaviour;

/// <summary>Payloads whose members have keys: numbers for places in an array, or texts for a map.</summary>
public sealed class PayloadKeyTests
{
    private const string Types = """
        [Payload] public class Step
        {
            [Key(0)] public int Id { get; set; }
            [Key(3)] public string? Name { get; set; } = "none";
            [Key(1)] public int Count { get; set; } = 5;
            [IgnoreMember] public int Ignored { get; set; } = 9;
        }

        [Payload] public record Pair([Key(1)] int Second, [property: Key(0)] int First = 8);
        [Payload] public record Renamed([Key("id")] int Identity, [Key("é\"")] bool Flag, int Plain);
        """;

    private const string Members = """
        [Rcv("step")] void On(Step s) => Note($"{s.Id} {s.Count} {s.Name} {s.Ignored}");
        [Rcv("pair")] void On(Pair p) => Note($"{p.First} {p.Second}");
        [Rcv("renamed")] void On(Renamed r) => Note($"{r.Identity} {r.Flag} {r.Plain}");
        """;

    [Fact]
    public async Task Numbers_AreThePlacesOfAnArray_AndHolesAreNull()
    {
        Subject port = await CreateAsync(Table.Wire);

        // An array of 4: 0 and 5 as they are, a hole, and the text "none".
        Assert.Equal("940005c0a46e6f6e65", Subject.BytesOf(port.Make("Step")));

        // An array of 2: First, then Second.
        Assert.Equal("920201", Subject.BytesOf(port.Make("Pair", 1, 2)));
    }

    [Fact]
    public async Task Texts_AreTheKeysOfAMap()
    {
        Subject port = await CreateAsync(Table.Wire);

        // A map of 3: "id", 1; "é" and a quotation mark, true; "Plain", 2.
        Assert.Equal("83a2696401a3c3a922c3a5506c61696e02", Subject.BytesOf(port.Make("Renamed", 1, true, 2)));
    }

    [Theory]
    [EachTable]
    public async Task Array_IsTakenForThePayload_WhateverFollows(Table table)
    {
        Subject port = await CreateAsync(table);

        Assert.Equal(["1 2 x 9"], port.Receive("step", new object?[] { 1, 2, null, "x" }));
        Assert.Equal(["1 2 x 9"], port.Receive("step", new object?[] { 1, 2, "what", "x", new object[] { 3 } }));
        Assert.Equal(["7 6"], port.Receive("pair", new object?[] { 7, 6 }));
    }

    [Theory]
    [EachTable]
    public async Task Array_ThatIsShort_OrHasHoles_LeavesTheDefaults(Table table)
    {
        Subject port = await CreateAsync(table);

        Assert.Equal(["0 5 none 9"], port.Receive("step", Array.Empty<object?>()));
        Assert.Equal(["1 5 none 9"], port.Receive("step", new object?[] { 1 }));
        Assert.Equal(["1 5 x 9"], port.Receive("step", new object?[] { 1, null, null, "x" }));
        Assert.Equal(["8 6"], port.Receive("pair", new object?[] { null, 6 }));
    }

    [Theory]
    [EachTable]
    public async Task Array_WithoutWhatMustBeThere_OrOfOtherTypes_DoesNotMatch(Table table)
    {
        Subject port = await CreateAsync(table);

        Assert.Empty(port.Receive("pair", new object?[] { 7 }));
        Assert.Empty(port.Receive("pair", new object?[] { 7, null }));
        Assert.Empty(port.Receive("step", new object?[] { "x" }));
        Assert.Empty(port.Receive("step", new Dictionary<string, object?> { ["Id"] = 1 }));
        Assert.Empty(port.Receive("renamed", new object?[] { 1, true, 2 }));
    }

    [Theory]
    [EachTable]
    public async Task Payload_ArrivesAsItself(Table table)
    {
        Subject port = await CreateAsync(table);

        Assert.Equal(["0 5 none 9"], port.Receive("step", port.Make("Step")));
        Assert.Equal(["2 1"], port.Receive("pair", port.Make("Pair", 1, 2)));
        Assert.Equal(["1 True 2"], port.Receive("renamed", port.Make("Renamed", 1, true, 2)));
    }

    private static Task<Subject> CreateAsync(Table table) => Subject.CreateAsync(table, Members, Types);
}
