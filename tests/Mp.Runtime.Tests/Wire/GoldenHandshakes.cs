using Mp.TestKit.Handshakes;

namespace Mp.Runtime.Tests.Wire;

/// <summary>The names of recorded handshakes, for theories.</summary>
public static class GoldenHandshakes
{
    /// <summary>Those where both ends prove that they have the secret, without TLS.</summary>
    public static TheoryData<string> NamesBySecret => NamesOf(static handshake => handshake.IsBySecret);

    /// <summary>Those where both ends do so by the method that is ours by default.</summary>
    public static TheoryData<string> NamesOfSha3 => NamesOf(static handshake =>
        handshake.IsBySecret && string.Equals(handshake.Connector.Method, "hmac_sha3_512", StringComparison.Ordinal));

    /// <summary>Those within TLS.</summary>
    public static TheoryData<string> NamesWithinTls => NamesOf(static handshake => handshake.Secret is null);

    /// <summary>Those that authenticate by the method of old.</summary>
    public static TheoryData<string> NamesOfOld => NamesOf(static handshake =>
        string.Equals(handshake.Connector.Method, "hmac_md6_64_256", StringComparison.Ordinal));

    private static TheoryData<string> NamesOf(Func<GoldenHandshake, bool> filter) =>
        [.. GoldenHandshake.Recorded.Where(filter).Select(static handshake => handshake.Name)];
}
