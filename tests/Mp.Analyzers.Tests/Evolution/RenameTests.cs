namespace Mp.Analyzers.Tests.Evolution;

/// <summary>Types that have another name: names of types do not travel.</summary>
public sealed class RenameTests
{
    [Fact]
    public void PortThatIsRenamed_BreaksNobody() => Assert.Equal(
        ["grows: 'Q' was 'P'"],
        ContractText.ChangesOf(
            "port P\n[\"a\", PortId<P> x]\nport R : P\n[\"b\", PortId<P> x]",
            "port Q\n[\"a\", PortId<Q> x]\nport R : Q\n[\"b\", PortId<Q> x]"));

    [Fact]
    public void PayloadsThatAreRenamed_BreakNobody_WhoeverHasThem() => Assert.Equal(
        ["grows: 'New.Item' was 'Old.Item'", "grows: 'New.Order' was 'Old.Order'"],
        ContractText.ChangesOf(
            "port P\n[\"a\", Old.Order x]\npayload Old.Order\nOld.Item[] Items\npayload Old.Item\nint Id",
            "port P\n[\"a\", New.Order x]\npayload New.Order\nNew.Item[] Items\npayload New.Item\nint Id"));

    [Fact]
    public void MessageThatIsRenamed_IsKnownByItsTag() => Assert.Equal(
        ["breaks: 'N': element 1 was int, and is string", "grows: 'N' was 'M'"],
        ContractText.ChangesOf("message M\n[\"a\", int x]", "message N\n[\"a\", string x]"));

    [Theory]
    [InlineData("port P\n[\"a\"]", "port Q\n[\"b\"]", "The port 'P' is gone")]
    [InlineData("port P\n[\"a\"]", "port Q\n[\"a\"]\n[\"b\"]", "The port 'P' is gone")]
    [InlineData("port P\n[\"a\"]", "interface Q\n[\"a\"]", "The port 'P' is gone")]
    [InlineData("payload P\nint A", "payload Q\nint B", "The payload 'P' is gone")]
    [InlineData("message P\n[\"a\"]", "message Q\n[\"b\"]", "The message 'P' is gone")]
    [InlineData("port P\n[\"a\"]\nport Q\n[\"a\"]", "port Q\n[\"a\"]", "The port 'P' is gone")]
    public void TypeThatIsNotFoundAgain_IsGone(string was, string now, string what) =>
        Assert.Contains($"breaks: {what}", ContractText.ChangesOf(was, now));
}
