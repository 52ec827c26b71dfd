using Mp.Wire;

namespace Mp.Torture.Coverage;

/// <summary>What can be searched: each with what it is called, and the code that it is to get through.</summary>
internal static class CoverageTargets
{
    private static readonly string[] Rewriting =
    [
        "Mp.Wire.PortNameReader", "Mp.Wire.RewrittenFrame", "Mp.Wire.FrameReaderExtensions", "Mp.Codecs.ElementAssembler",
        "Mp.Codecs.MessagePack.MapKeys", "Mp.Codecs.MessagePack.KeyWord",
    ];

    private static readonly Dictionary<string, string[]> Scopes = new(StringComparer.Ordinal)
    {
        ["msgpack"] =
        [
            "Mp.Wire.MessagePackFrameReader", "Mp.Wire.PortNameReader", "Mp.Wire.FrameReaderExtensions",
            "Mp.Codecs.MessagePack.*", "-Mp.Codecs.MessagePack.MessagePackTimestamp::Write", "Mp.Codecs.ShortText::IsAscii",
            "Mp.CompilerServices.ElementReader", "Mp.CompilerServices.*::TryRead", "Mp.CompilerServices.*::TryMake",
            "Mp.CompilerServices.WrittenPortIds", "Mp.Codecs.Timestamp::TryD", "Mp.Codecs.Timestamp::TryP", "Mp.Codecs.Timestamp::TryO",
            "Mp.Codecs.Timestamp::TryFraction", "Mp.Codecs.Timestamp::TryToDateTime",
        ],
        ["cbor"] = ["Mp.Wire.CborFrameReader", "Mp.Codecs.Cbor.*", "-Mp.Codecs.Cbor.CborWriter", "Mp.Codecs.Timestamp::TryFrom", .. Rewriting],
        ["json"] = ["Mp.Wire.JsonFrameReader", "Mp.Codecs.Json.*", "-Mp.Codecs.Json.JsonWriter", .. Rewriting],
        ["handshake"] =
        [
            "Mp.Wire.Handshake", "Mp.Wire.HandshakeSettings", "Mp.Wire.GreetingLine", "Mp.Wire.PeerGreeting",
            "Mp.Wire.HmacSha3", "Mp.Wire.Sha3", "Mp.Wire.Authentication.*", "Mp.Wire.Framings::TryParse", "Mp.Printable",
            "Mp.PortId::ProblemOfNodeId",
        ],
    };

    /// <summary>What they are called.</summary>
    public static IEnumerable<string> Names => Scopes.Keys;

    /// <summary>The code that one of them is to get through, or all of them.</summary>
    public static CoverageScope ScopeOf(params IEnumerable<string> names) => new(names.SelectMany(static name => Scopes[name]));

    /// <summary>One of them, to be run.</summary>
    public static ICoverageTarget Create(string name) =>
        Framings.TryParse(name, out Framing format) ? new FrameTarget(format) : new HandshakeTarget();
}
