using System.Diagnostics.CodeAnalysis;
using Mp.CompilerServices;

namespace Mp.Wire;

/// <summary>The framings that there are: their names in greetings, and their readers and writers.</summary>
internal static class Framings
{
    private static readonly MessagePackFrameWriter MessagePackWriter = new();
    private static readonly CborFrameWriter CborWriter = new();
    private static readonly JsonFrameWriter JsonWriter = new();

    /// <summary>The names of all, the one that Mp nodes prefer between them first.</summary>
    public static IReadOnlyList<string> Names { get; } =
        [NameOf(Framing.MessagePack), NameOf(Framing.Cbor), NameOf(Framing.Json)];

    /// <summary>What a framing is called in greetings.</summary>
    public static string NameOf(Framing framing) => framing switch
    {
        Framing.MessagePack => "msgpack",
        Framing.Cbor => "cbor",
        Framing.Json => "json",
        _ => throw NoSuchFraming(framing),
    };

    /// <summary>The framing of this name, if there is one. Names are in lower case.</summary>
    public static bool TryParse([NotNullWhen(true)] string? name, out Framing framing)
    {
        framing = name switch
        {
            "cbor" => Framing.Cbor,
            "json" => Framing.Json,
            _ => Framing.MessagePack,
        };
        return name is "msgpack" or "cbor" or "json";
    }

    /// <summary>A reader for one connection.</summary>
    /// <param name="framing">The framing.</param>
    /// <param name="limits">How much is accepted.</param>
    /// <param name="isExact">Whether the peer tells every type from every other, as nodes of Mp do.</param>
    public static IFrameReader CreateReader(Framing framing, WireLimits limits, bool isExact = true)
    {
        ElementDialect dialect = isExact ? ElementDialect.Exact : ElementDialect.Loose;
        return framing switch
        {
            Framing.MessagePack => new MessagePackFrameReader(limits, dialect),

            // Perl sends as a byte string what it has no reason to think of as characters.
            Framing.Cbor => new CborFrameReader(limits, isExact ? dialect : dialect | ElementDialect.Octets),
            Framing.Json => new JsonFrameReader(limits, dialect),
            _ => throw NoSuchFraming(framing),
        };
    }

    /// <summary>The writer, which serves any number of connections.</summary>
    public static IFrameWriter WriterOf(Framing framing) => framing switch
    {
        Framing.MessagePack => MessagePackWriter,
        Framing.Cbor => CborWriter,
        Framing.Json => JsonWriter,
        _ => throw NoSuchFraming(framing),
    };

    private static ArgumentOutOfRangeException NoSuchFraming(Framing framing) =>
        new(nameof(framing), framing, "There is no such framing.");
}
