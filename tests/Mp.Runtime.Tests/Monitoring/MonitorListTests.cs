using Mp.Monitoring;

namespace Mp.Runtime.Tests.Monitoring;

public sealed class MonitorListTests
{
    private readonly MonitorList _list = new();

    [Theory]
    [InlineData("", "0123")]
    [InlineData("0", "123")]
    [InlineData("3", "012")]
    [InlineData("12", "03")]
    [InlineData("21", "03")]
    [InlineData("0312", "")]
    public void TakeAll_TakesWhatIsLeft_InOrder(string removed, string left)
    {
        PortMonitor[] all = [Add(), Add(), Add(), Add()];

        Assert.All(removed, digit => Assert.True(_list.Remove(all[digit - '0'])));

        Assert.Equal(left.Length, _list.Count);
        Assert.Equal(left.Select(digit => all[digit - '0']), _list.TakeAll());
        Assert.Equal(0, _list.Count);
        Assert.Empty(_list.TakeAll());
    }

    [Fact]
    public void Remove_OfWhatIsNotOnTheList_DoesNothing()
    {
        PortMonitor taken = Add();
        _list.TakeAll();
        PortMonitor other = Add();
        var another = new MonitorList();

        Assert.False(_list.Remove(taken));
        Assert.False(_list.Remove(new PortMonitor(static (_, _) => { })));
        Assert.False(another.Remove(other));
        Assert.Equal([other], _list.TakeAll());
    }

    [Fact]
    public void Add_AfterTheLastWasRemoved_BeginsAnew()
    {
        _list.Remove(Add());
        PortMonitor first = Add();
        PortMonitor second = Add();

        Assert.Equal([first, second], _list.TakeAll());
    }

    private PortMonitor Add()
    {
        var monitor = new PortMonitor(static (_, _) => { });
        _list.Add(monitor);
        return monitor;
    }
}
