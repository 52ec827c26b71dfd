namespace Mp.Analyzers.Tests;

public sealed class MP1203FileIsUnreadableTests
{
    private const string Echo = "partial class Echo : Port { [Rcv(\"a\")] void On() { } }";

    [Theory]
    [InlineData("{|MP1203:port Echo|}")]
    [InlineData("{|MP1203:mp-contracts 2|}\nport Echo")]
    [InlineData("mp-contracts 1\nport Echo\n{|MP1203:    [\"a|}\n    [\"b\"")]
    [InlineData("mp-contracts 1\r\n{|MP1203:<<<<<<< ours|}\r\nport Echo\r\n")]
    public Task FileThatIsNoContract_IsReported_AtItsFirstWrongLine_AndNothingElseIs(string file) =>
        ContractFileHarness.VerifyAsync(Echo, file);

    [Theory]
    [InlineData("mp-contracts 1\nport Echo\n[\"a\"]")]
    [InlineData("# a comment\r\n\r\nmp-contracts 1\r\nport Echo\r\n\t# another\r\n\t[\"a\"]\r\n")]
    public Task FileThatIsAContract_HoweverItIsIndented_IsFine(string file) =>
        ContractFileHarness.VerifyAsync(Echo, file);

    [Fact]
    public async Task Message_SaysWhichLine_AndWhatIsExpected() => Assert.Equal(
        ["Line 3 of MpContracts.txt is no part of a contract: expected ']' at column 5"],
        await ContractFileHarness.MessagesOfAsync(Echo, "mp-contracts 1\nport Echo\n[\"a\""));
}
