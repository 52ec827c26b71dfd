using Mp.Integration.Tests.Support;

namespace Mp.Integration.Tests.RoundTrips;

/// <summary>A sender and a receiver, and one way between them.</summary>
internal sealed class Passage : IAsyncDisposable
{
    private readonly Node _sender;
    private readonly Node _receiver;
    private readonly TypesPort _port = new();

    private Passage(Node sender, Node receiver)
    {
        _sender = sender;
        _receiver = receiver;
        Port = receiver.CreatePort(_port);
    }

    /// <summary>The receiver.</summary>
    public PortId<TypesPort> Port { get; }

    public static async Task<Passage> OpenAsync(Way way)
    {
        Node receiver = await PublicNode.StartAsync(PublicNode.Options with
        {
            SerializeLocal = way == Way.LocalSerialized,
        });
        return new Passage(way == Way.Remote ? await PublicNode.StartAsync() : receiver, receiver);
    }

    /// <summary>Sends a message of one element, which arrives as an equal one.</summary>
    public Task AssertArrivesAsync<T>(string tag, T value) => AssertArrivesAsAsync(tag, value, value);

    /// <summary>Sends a message of one element, which arrives as another type has it.</summary>
    public async Task AssertArrivesAsAsync<T>(string tag, T value, object? expected)
    {
        _sender.Snd(Port, tag, value);

        (string? handler, object? received) = await _port.NextAsync();
        Assert.Equal(tag, handler);
        Assert.Equal(Printed.Of(expected), Printed.Of(received));
    }

    public async ValueTask DisposeAsync()
    {
        await _sender.DisposeAsync();
        await _receiver.DisposeAsync();
    }
}
