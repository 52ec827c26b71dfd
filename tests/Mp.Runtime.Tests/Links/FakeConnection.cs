using Mp.Links;

namespace Mp.Runtime.Tests.Links;

/// <summary>A connection that does nothing: what a link asks of it comes back from the link's methods.</summary>
internal sealed class FakeConnection : ILinkConnection
{
    public void RequestFlush()
    {
    }

    public void Tick(TimeSpan now)
    {
    }

    public TimeSpan MovedAt => default;

    public void PeerIsHeldUp(TimeSpan age)
    {
    }

    public void Abort()
    {
    }

    public Task WhenQuiet() => Task.CompletedTask;
}
