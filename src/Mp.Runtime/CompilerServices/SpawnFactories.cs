using System.Collections.Concurrent;
using System.ComponentModel;

namespace Mp.CompilerServices;

/// <summary>What makes the ports of classes marked <see cref="SpawnAttribute"/>. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class SpawnFactories
{
    private static readonly ConcurrentDictionary<string, SpawnFactory> Registered = new(StringComparer.Ordinal);

    /// <summary>Registers what makes the ports of a class, when its assembly initializes.</summary>
    /// <remarks>A name that two classes have makes nothing: which of the two was meant, nobody can know.</remarks>
    /// <param name="name">The name.</param>
    /// <param name="fromMemory">
    /// Makes a port from a message of this process, whose tag is the name; none if the arguments do not fit.
    /// </param>
    /// <param name="fromWire">The same, from a message that came as bytes.</param>
    public static void Register(
        string name,
        Func<MemoryMessage, Port?> fromMemory,
        Func<WireMessage, Port?> fromWire)
    {
        var factory = new SpawnFactory(fromMemory, fromWire);
        if (!Registered.TryAdd(name, factory))
        {
            Registered[name] = SpawnFactory.Ambiguous;
        }
    }

    /// <summary>What is registered under a name, or nothing.</summary>
    internal static SpawnFactory? Find(string name) => Registered.GetValueOrDefault(name);
}
