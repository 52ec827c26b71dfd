using Mp.Generators.Contracts;

namespace Mp.Generators.Tests.Contracts;

public sealed class ContractTextTests
{
    private const int Seed = 20_260_301;
    private const int Cases = 5_000;

    private const string Text = """
        mp-contracts 1

        message Demo.Closed
            ["closed", int code]

        port Demo.Echo : Demo.Base`1
            unmatched
            ["ping", PortId from, int count]
            ["child_died", int child, 3]
            ["log", string? text, int level = default]
            ["say", Any, PortId<Demo.Echo> who, ...rest]
            ["put", Demo.Order[] orders, map<Demo.Color:byte> colors]
            []
            added ["greet"]

        port Demo.Free
            open

        interface Demo.IEcho
            ["ping", PortId from, int count]

        payload Demo.Order
            string Id
            "cnt": long? Count = default

        payload Demo.Point : array
            0: double X
            1: double Y

        payload Demo.Shape : union
            0: Demo.Order
            1: Demo.Point

        """;

    [Fact]
    public void Write_OfWhatWasRead_GivesTheSameText() => Assert.Equal(Text, ContractWriter.Write(Read(Text)));

    [Fact]
    public void Read_OfWhatWasWritten_GivesTheSameDocument()
    {
        var contracts = new RandomContracts(new Random(Seed));
        for (int index = 0; index < Cases; index++)
        {
            ContractDocument document = contracts.NextDocument();
            string text = ContractWriter.Write(document);

            ContractDocument read = Read(text);

            Assert.True(document == read, $"Case {index}:\n{text}\nis read as\n{ContractWriter.Write(read)}");
        }
    }

    [Fact]
    public void Read_OfAnyCutOrChange_SaysWhatIsWrongOrReads()
    {
        var random = new Random(Seed);
        for (int index = 0; index < Cases; index++)
        {
            int at = random.Next(Text.Length);
            string damaged = Text.Remove(at, Math.Min(random.Next(3), Text.Length - at)).Insert(at, Text[random.Next(100)..][..random.Next(3)]);

            bool isRead = ContractReader.TryRead(damaged, out ContractDocument? document, out ContractError? error);

            Assert.Equal(isRead, document is not null);
            Assert.Equal(isRead, error is null);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("\r\n  \r\n")]
    public void Read_OfAnEmptyText_GivesAnEmptyDocument(string text) => Assert.True(Read(text).IsEmpty);

    [Fact]
    public void Read_WithOtherLineEndsAndIndentation_GivesTheSame() =>
        Assert.Equal(Read(Text), Read(Text.Replace("\n", "\r\n", StringComparison.Ordinal).Replace("    ", "\t", StringComparison.Ordinal)));

    [Fact]
    public void Read_WithComments_GivesTheSame() =>
        Assert.Equal(Read(Text), Read("# [\n" + Text.Replace("\n", "\n  # port A\n", StringComparison.Ordinal)));

    [Theory]
    [InlineData("mp-contracts 2", 0, "the first line must be 'mp-contracts 1'")]
    [InlineData("mp-contracts 1\n\n[\"ping\"]", 2, "expected 'port', 'interface', 'message' or 'payload'")]
    [InlineData("mp-contracts 1\nport", 1, "expected a name at column 5")]
    [InlineData("mp-contracts 1\nport A B", 1, "expected the end of the line at column 8")]
    [InlineData("mp-contracts 1\nport A\n<<<<<<< ours", 2, "expected '[' at column 1")]
    [InlineData("mp-contracts 1\nport A\n[\"ping", 2, "expected the end of the text at column 7")]
    [InlineData("mp-contracts 1\nport A\n[\"ping\" 3]", 2, "expected ']' at column 9")]
    [InlineData("mp-contracts 1\nport A\n[int]", 2, "expected the name of the element at column 5")]
    [InlineData("mp-contracts 1\nport A\n[int x = 3]", 2, "expected 'default' at column 9")]
    [InlineData("mp-contracts 1\npayload A\nint x = 3", 2, "expected 'default' at column 8")]
    [InlineData("mp-contracts 1\npayload A : list", 1, "expected 'array' or 'union'")]
    [InlineData("mp-contracts 1\npayload A : array\nint X", 2, "expected a number at column 4")]
    public void Read_OfWhatIsNoContract_SaysWhereAndWhatIsExpected(string text, int line, string message)
    {
        bool isRead = ContractReader.TryRead(text, out _, out ContractError? error);

        Assert.False(isRead);
        Assert.Equal(new ContractError(line, message), error);
    }

    private static ContractDocument Read(string text)
    {
        Assert.True(ContractReader.TryRead(text, out ContractDocument? document, out ContractError? error), $"{error}\n{text}");
        return document;
    }
}
