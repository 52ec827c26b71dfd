namespace Mp.Runtime.Tests;

public sealed class ReasonTests
{
    [Fact]
    public void Normal_HasNoElements()
    {
        Assert.True(Reason.Normal.IsNormal);
        Assert.Empty(Reason.Normal);
        Assert.Null(Reason.Normal.Word);
        Assert.Equal("normal", Reason.Normal.ToString());
        Assert.Equal(Reason.Normal, new Reason());
    }

    [Fact]
    public void Elements_AreAListLedByAWord()
    {
        var reason = new Reason("why", 2, null);

        Assert.False(reason.IsNormal);
        Assert.Equal("why", reason.Word);
        Assert.Equal(3, reason.Count);
        Assert.Equal(["why", 2, null], reason);
        Assert.Equal("why, 2, ", reason.ToString());
    }

    [Fact]
    public void Equality_IsByElements()
    {
        Assert.Equal(new Reason("why", 2), new Reason("why", 2));
        Assert.Equal(new Reason("why", 2).GetHashCode(), new Reason("why", 2).GetHashCode());
        Assert.NotEqual(new Reason("why"), new Reason("why", 2));
        Assert.False(new Reason("why").Equals(null));
    }

    [Fact]
    public void Word_OfAReasonLedByANumber_IsNone() => Assert.Null(new Reason(1).Word);

    [Fact]
    public void Elements_AreACopy()
    {
        object?[] elements = ["why"];
        var reason = new Reason(elements);

        elements[0] = "changed";

        Assert.Equal("why", reason.Word);
    }

    [Fact]
    public void Die_NamesTheException() => Assert.Equal(
        new Reason("die", "System.InvalidOperationException: text"),
        Reason.Die(new InvalidOperationException("text")));
}
