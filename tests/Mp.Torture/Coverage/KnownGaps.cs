namespace Mp.Torture.Coverage;

/// <summary>Methods that are counted among the code to get through, and of which some blocks are not reached.</summary>
internal static class KnownGaps
{
    private const string Misuse = "the owner's own mistake, which throws: no peer can make it";
    private const string OwnGreeting = "what this node says of itself, and not what it is told";
    private const string Platform = "another platform, which has no SHA-3 of its own, or where this one has it";
    private const string NoSuchCase = "a case that the compiler wants to see, of a switch that has them all, or of a read that can't fail";
    private const string NotFound = "no search has found an input that gets there so far";
    private const string Long = "takes an input of 64 KiB or more, longer than those that are kept";

    /// <summary>For each method why.</summary>
    public static IReadOnlyDictionary<string, string> Reasons { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["GreetingLine.Format"] = OwnGreeting,
        ["Handshake..ctor"] = Misuse,
        ["Handshake.Accept"] = Misuse,
        ["Handshake.ContinueWithinTls"] = Misuse,
        ["Handshake.FramingOf"] = Misuse,
        ["Handshake.NonceOf"] = OwnGreeting,
        ["Handshake.Receive"] = Misuse,
        ["HmacMd6.HashData"] = "a key of 64 bytes or less; it is the greetings, which are longer",
        ["HmacSha3.HashData"] = Platform,
        ["BigIntegerCodec.TryMake"] = Long,
        ["ElementAssembler.PutHead"] = Long,
        ["PortNameReader.Read"] = NoSuchCase,
        ["DictionaryCodec`1.TryRead"] = NoSuchCase,
        ["DynamicCodecs.TryRead"] = NoSuchCase,
        ["DynamicCodecs.TryReadArray"] = NoSuchCase,
        ["DynamicCodecs.TryReadMap"] = NoSuchCase,
        ["ElementReader.TryFormatNumber"] = NoSuchCase,
        ["CborScanner.PassValue"] = NotFound,
        ["MapKeys.AreUnique"] = NoSuchCase,
    };

    /// <summary>Whether nothing says why some blocks of a method are not reached.</summary>
    public static bool HasNone(string method) => !Reasons.ContainsKey(method);
}
