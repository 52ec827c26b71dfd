namespace Mp.CompilerServices;

/// <summary>Makes the ports of one class, from either kind of message.</summary>
internal sealed class SpawnFactory(Func<MemoryMessage, Port?> fromMemory, Func<WireMessage, Port?> fromWire)
{
    /// <summary>Stands for two factories of one name, neither of which is used.</summary>
    public static readonly SpawnFactory Ambiguous = new(static _ => null, static _ => null);

    /// <summary>Makes a port, or none if the arguments do not fit.</summary>
    /// <param name="message">The name, as the tag, and the arguments.</param>
    public Port? Create(Message message) =>
        message is WireMessage wire ? fromWire(wire) : fromMemory((MemoryMessage)message);
}
