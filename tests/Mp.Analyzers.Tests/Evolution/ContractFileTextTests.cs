using Mp.Analyzers.Evolution;
using Mp.Generators.Contracts;

namespace Mp.Analyzers.Tests.Evolution;

/// <summary>How the file looks after it was updated.</summary>
public sealed class ContractFileTextTests
{
    private const string Entries = """
        port Demo.Echo
            ["b"]
            ["a", int x]
            added ["0"]

        payload Demo.Order
            int Id
        """;

    private const string Sorted = """
        mp-contracts 1

        port Demo.Echo
            ["a", int x]
            ["b"]
            added ["0"]

        payload Demo.Order
            int Id

        """;

    [Fact]
    public void EmptyFile_IsFilled_InOrder() =>
        Assert.Equal(Sorted, ContractFileText.Update("", ContractText.Read(Entries)));

    [Fact]
    public void FileThatIsUpToDate_StaysAsItIs() =>
        Assert.Equal(Sorted, ContractFileText.Update(Sorted, ContractText.Read(Sorted)));

    [Fact]
    public void LineEnds_StayAsTheyAre() => Assert.Equal(
        Sorted.ReplaceLineEndings("\r\n"),
        ContractFileText.Update("mp-contracts 1\r\n", ContractText.Read(Entries)));

    [Fact]
    public void Comments_StayBeforeTheirLines_AndBeforeThoseThatTookTheirPlace()
    {
        string updated = ContractFileText.Update(
            """
            # What our gateways rely on.
            mp-contracts 1

            # The first port of all.
            # Do not rename.
            port Demo.Echo : Demo.Base
                # since 0.9
                ["a", short x]
                # gone with 2.0
                ["c"]
                # both of them
                added ["0"]
            # of the shop
            payload Demo.Order
                # never reused
                short Id
            # the end
            """,
            ContractText.Read(Entries));

        Assert.Equal(
            """
            # What our gateways rely on.
            mp-contracts 1

            # The first port of all.
            # Do not rename.
            port Demo.Echo
                # since 0.9
                ["a", int x]
                ["b"]
                # both of them
                added ["0"]

            # of the shop
            payload Demo.Order
                # never reused
                int Id
            # the end

            """,
            updated);
    }

    [Fact]
    public void Comments_OfATypeThatWasRenamed_StayWithIt() => Assert.Equal(
        """
        mp-contracts 1

        # the first of all
        port Demo.Voice : Demo.Base
            # since 0.9
            ["a"]

        """,
        ContractFileText.Update(
            """
            mp-contracts 1

            # the first of all
            port Demo.Echo : Demo.Base
                # since 0.9
                ["a"]

            """,
            ContractText.Read("port Demo.Voice : Demo.Base\n[\"a\"]")));

    [Fact]
    public void Contracts_InAnotherOrder_GiveTheSame()
    {
        ContractDocument other = ContractText.Read("""
            payload Demo.Order
            int Id
            port Demo.Echo
            added ["0"]
            ["a", int x]
            ["b"]
            """);

        Assert.Equal(Sorted, ContractFileText.Update("", other));
    }

    [Fact]
    public void FileThatIsFilled_CanBeRead_AndHasNothingToReport() => Assert.Empty(ContractText.ChangesOf(
        Entries,
        ContractFileText.Update("# a comment", ContractText.Read(Entries))));
}
