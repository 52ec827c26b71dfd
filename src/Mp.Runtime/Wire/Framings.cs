using System.Diagnostics.CodeAnalysis;

namespace Mp.Wire;

/// <summary>The framings that there are: their names in greetings, and their readers and writers.</summary>
internal static class Framings
{
    private static readonly MessagePackFrameWriter MessagePackWriter = new();
    private static readonly JsonFrameWriter JsonWriter = new();

    /// <summary>The names of all, the one that Mp nodes prefer between them first.</summary>
    public static IReadOnlyList<string> Names { get; } = [NameOf(Framing.MessagePack), NameOf(Framing.Json)];

    /// <summary>What a framing is called in greetings.</summary>
    public static string NameOf(Framing framing) => framing switch
    {
        Framing.MessagePack => "msgpack",
        Framing.Json => "json",
        _ => throw NoSuchFraming(framing),
    };

    /// <summary>The framing of this name, if there is one. Names are in lower case.</summary>
    public static bool TryParse([NotNullWhen(true)] string? name, out Framing framing)
    {
        framing = name is "json" ? Framing.Json : Framing.MessagePack;
        return name is "json" or "msgpack";
    }

    /// <summary>A reader for one connection.</summary>
    public static IFrameReader CreateReader(Framing framing, WireLimits limits) => framing switch
    {
        Framing.MessagePack => new MessagePackFrameReader(limits),
        Framing.Json => new JsonFrameReader(limits),
        _ => throw NoSuchFraming(framing),
    };

    /// <summary>The writer, which serves any number of connections.</summary>
    public static IFrameWriter WriterOf(Framing framing) => framing switch
    {
        Framing.MessagePack => MessagePackWriter,
        Framing.Json => JsonWriter,
        _ => throw NoSuchFraming(framing),
    };

    private static ArgumentOutOfRangeException NoSuchFraming(Framing framing) =>
        new(nameof(framing), framing, "There is no such framing.");
}
