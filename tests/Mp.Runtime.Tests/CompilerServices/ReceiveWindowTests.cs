using Mp.CompilerServices;
using Mp.TestKit;

namespace Mp.Runtime.Tests.CompilerServices;

public sealed class ReceiveWindowTests
{
    private readonly ReceiveWindow _window = new(4);

    [Fact]
    public void Window_IsFull_AtItsLimit_AndOpensWhenHalfIsGone()
    {
        Deliver(3);
        Assert.False(_window.IsFull());
        Deliver(1);
        Assert.True(_window.IsFull());
        Task open = _window.WhenHalfEmpty();

        _window.Handle(1);
        Assert.False(open.IsCompleted);
        _window.Handle(1);

        Assert.True(open.IsCompleted);
        Assert.False(_window.IsFull());
    }

    [Fact]
    public void LongMessage_TakesAsMuchOfTheWindow_AsManyShortOnes()
    {
        var window = new ReceiveWindow(4);
        var longOne = new WireMessage(new byte[3 * 4096], 1) { Window = window };
        var shortOne = new WireMessage(new byte[4095], 1) { Window = window };

        shortOne.EnterWindow();
        Assert.False(window.IsFull());
        shortOne.LeaveWindow();
        longOne.EnterWindow();
        Assert.True(window.IsFull());
        longOne.LeaveWindow();

        Assert.False(window.IsFull());
    }

    [Fact]
    public void WindowThatIsHalfEmptyAlready_DoesNotMakeAnybodyWait()
    {
        Deliver(4);
        _window.Handle(1);
        _window.Handle(1);

        Assert.True(_window.WhenHalfEmpty().IsCompleted);
    }

    [Fact]
    public void ClosedWindow_HoldsNobodyUp()
    {
        Deliver(4);
        Task open = _window.WhenHalfEmpty();

        _window.Close();

        Assert.True(open.IsCompleted);
        Assert.False(_window.IsFull());
        Assert.True(_window.WhenHalfEmpty().IsCompleted);
    }

    [Fact]
    public async Task ManyThreads_ThatHandle_NeverLeaveTheReaderWaiting()
    {
        const int Messages = 100_000;
        var window = new ReceiveWindow(8);
        int waiting = 0;
        bool isDone = false;
        Task[] handlers = [.. Enumerable.Range(0, 3).Select(_ => Task.Run(() =>
        {
            while (!Volatile.Read(ref isDone))
            {
                if (Interlocked.Decrement(ref waiting) >= 0)
                {
                    window.Handle(1);
                }
                else
                {
                    Interlocked.Increment(ref waiting);
                }
            }
        }))];

        for (int message = 0; message < Messages; message++)
        {
            window.Deliver(1);
            Interlocked.Increment(ref waiting);
            if (window.IsFull())
            {
                await window.WhenHalfEmpty().Bounded();
            }
        }

        Volatile.Write(ref isDone, true);
        await Task.WhenAll(handlers).Bounded();
    }

    private void Deliver(int count)
    {
        for (int index = 0; index < count; index++)
        {
            _window.Deliver(1);
        }
    }
}
