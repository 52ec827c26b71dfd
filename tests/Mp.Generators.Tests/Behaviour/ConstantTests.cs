namespace Mp.Generators.Tests.Behaviour;

/// <summary>Constants in patterns match equal elements, whatever form these have.</summary>
public sealed class ConstantTests
{
    [Theory]
    [EachTable]
    public async Task String_MatchesOrdinally(Table table)
    {
        Subject port = await Subject.CreateAsync(table, """
            [Rcv("ping", "Straße")] void Ping() => Note("ping");
            """);

        Assert.Equal(["ping"], port.Receive("ping", "Straße"));
        Assert.Empty(port.Receive("ping", "STRASSE"));
        Assert.Empty(port.Receive("Ping", "Straße"));
        Assert.Empty(port.Receive("ping", 1));
        Assert.False(port.IsMatched);
    }

    [Theory]
    [EachTable]
    public async Task Integer_MatchesByValue_WhateverTheWidth(Table table)
    {
        Subject port = await Subject.CreateAsync(table, """
            [Rcv("n", 3)] void Three() => Note("three");
            [Rcv("n", (byte)200)] void Byte() => Note("200");
            [Rcv("n", -40000L)] void Negative() => Note("negative");
            """);

        Assert.All(
            new object[] { (sbyte)3, (byte)3, (short)3, (ushort)3, 3, 3U, 3L, 3UL, '\x3' },
            three => Assert.Equal(["three"], port.Receive("n", three)));
        Assert.Equal(["200"], port.Receive("n", 200L));
        Assert.Equal(["negative"], port.Receive("n", -40000));
        Assert.Empty(port.Receive("n", 3.0));
        Assert.Empty(port.Receive("n", "3"));
        Assert.Empty(port.Receive("n", (object?)null));
    }

    [Theory]
    [EachTable]
    public async Task UnsignedIntegerBeyondLong_Matches(Table table)
    {
        Subject port = await Subject.CreateAsync(table, """
            [Rcv("n", ulong.MaxValue)] void Max() => Note("max");
            [Rcv("n", -1)] void MinusOne() => Note("minus one");
            """);

        Assert.Equal(["max"], port.Receive("n", ulong.MaxValue));
        Assert.Equal(["minus one"], port.Receive("n", -1));
    }

    [Theory]
    [EachTable]
    public async Task BooleanAndNull_MatchThemselvesOnly(Table table)
    {
        Subject port = await Subject.CreateAsync(table, """
            [Rcv("v", true)] void True() => Note("true");
            [Rcv("v", false)] void False() => Note("false");
            [Rcv("v", null)] void Null() => Note("null");
            """);

        Assert.Equal(["true"], port.Receive("v", true));
        Assert.Equal(["false"], port.Receive("v", false));
        Assert.Equal(["null"], port.Receive("v", null));
        Assert.Empty(port.Receive("v", 0));
        Assert.Empty(port.Receive("v", 1));
        Assert.Empty(port.Receive("v"));
    }

    [Theory]
    [EachTable]
    public async Task Floating_MatchesEveryNumberThatEqualsItExactly(Table table)
    {
        Subject port = await Subject.CreateAsync(table, """
            [Rcv("x", 2.0)] void Two() => Note("two");
            [Rcv("x", 0.1)] void Tenth() => Note("tenth");
            [Rcv("x", 0.1f)] void SingleTenth() => Note("single tenth");
            [Rcv("x", double.NaN)] void NotANumber() => Note("nan");
            [Rcv("x", double.NegativeInfinity)] void Infinite() => Note("infinite");
            """);

        Assert.Equal(["two"], port.Receive("x", 2.0));
        Assert.Equal(["two"], port.Receive("x", 2));
        Assert.Equal(["tenth"], port.Receive("x", 0.1));
        Assert.Equal(["single tenth"], port.Receive("x", 0.1f));
        Assert.Equal(["nan"], port.Receive("x", double.NaN));
        Assert.Equal(["infinite"], port.Receive("x", double.NegativeInfinity));
        Assert.Empty(port.Receive("x", 2.0000000001));
    }

    [Theory]
    [EachTable]
    public async Task EnumAndCharacter_AreTheIntegersBeneath(Table table)
    {
        Subject port = await Subject.CreateAsync(
            table,
            """
            [Rcv("c", Color.Blue)] void Blue() => Note("blue");
            [Rcv("c", 'x')] void X() => Note("x");
            """,
            "public enum Color : byte { Red, Blue = 7 }");

        Assert.Equal(["blue"], port.Receive("c", 7L));
        Assert.Equal(["x"], port.Receive("c", 'x'));
        Assert.Equal(["x"], port.Receive("c", 120));
        Assert.Empty(port.Receive("c", "x"));
    }

    [Theory]
    [EachTable]
    public async Task FirstElement_MayBeAnyConstant(Table table)
    {
        Subject port = await Subject.CreateAsync(table, """
            [Rcv(42)] void Number() => Note("42");
            [Rcv(null)] void Null() => Note("null");
            [Rcv(true, "x")] void True() => Note("true");
            [Rcv("x")] void X() => Note("x");
            """);

        Assert.Equal(["42"], port.Receive(42, "whatever"));
        Assert.Equal(["null"], port.Receive([null]));
        Assert.Equal(["true"], port.Receive(true, "x"));
        Assert.Equal(["x"], port.Receive("x"));
        Assert.Empty(port.Receive());
    }

    [Theory]
    [EachTable]
    public async Task Text_WithQuotesAndControls_IsWrittenAsItIs(Table table)
    {
        Subject port = await Subject.CreateAsync(table, """
            [Rcv("say \"hi\"\n\0\\ \u2028 😀", "{0}")] void Hi() => Note("hi");
            """);

        Assert.Equal(["hi"], port.Receive("say \"hi\"\n\0\\ \u2028 😀", "{0}"));
    }
}
