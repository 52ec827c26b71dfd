using Mp.Nodes;

namespace Mp.Runtime.Tests.Nodes;

public sealed class ReasonLimitTests
{
    private readonly ReasonLimit _limit = new(4, 256);

    [Fact]
    public void ReasonWithinTheLimits_IsItself()
    {
        var reason = new Reason("broken", 1, "text", null);

        Assert.Same(reason, _limit.Apply(reason));
        Assert.Same(Reason.Normal, _limit.Apply(Reason.Normal));
    }

    [Fact]
    public void ReasonOfTooManyElements_KeepsTheFirst_AndSaysSo() =>
        Assert.Equal(new Reason(1, 2, 3, ReasonLimit.Mark), _limit.Apply(new Reason(1, 2, 3, 4, 5)));

    [Fact]
    public void TextThatIsTooLong_KeepsItsBeginning_AndSaysSo()
    {
        Reason cut = _limit.Apply(new Reason("broken", new string('x', 1_000)));

        Assert.Equal(3, cut.Count);
        Assert.Equal("broken", cut.Word);
        Assert.Matches("^x+$", Assert.IsType<string>(cut[1]));
        Assert.Equal(ReasonLimit.Mark, cut[2]);
        Assert.Same(cut, _limit.Apply(cut));
    }

    [Fact]
    public void PairOfSurrogates_IsNotCutInHalf()
    {
        Reason cut = _limit.Apply(new Reason("x" + string.Concat(Enumerable.Repeat("😀", 200))));

        Assert.False(char.IsHighSurrogate(Assert.IsType<string>(cut[0])[^1]));
    }

    [Fact]
    public void ElementThatIsTooLong_AndNoText_IsLeftOut() => Assert.Equal(
        new Reason("broken", ReasonLimit.Mark),
        _limit.Apply(new Reason("broken", new byte[1_000], "more")));

    [Fact]
    public void CutReason_IsNeverLongerThanTheLimit()
    {
        Reason cut = _limit.Apply(new Reason(1, 2, 3, new string('x', 1_000)));

        Assert.Equal(new Reason(1, 2, 3, ReasonLimit.Mark), cut);
    }
}
