using System.Text;

namespace Mp.Wire.Authentication;

/// <summary>A way to prove, in one line, that one is genuine.</summary>
internal sealed class AuthenticationMethod
{
    private readonly ProofFunction _prove;

    private AuthenticationMethod(string name, ProofFunction prove)
    {
        Name = name;
        IsWithinTls = name.StartsWith("tls_", StringComparison.Ordinal);
        _prove = prove;
    }

    private delegate byte[] ProofFunction(ReadOnlySpan<byte> secret, ReadOnlySpan<byte> lines);

    /// <summary>HMAC-SHA3-512 of the greetings, keyed with the secret.</summary>
    public static AuthenticationMethod HmacSha3 { get; } = new("hmac_sha3_512", static (secret, lines) =>
    {
        byte[] hash = new byte[Wire.HmacSha3.HashBytes];
        Wire.HmacSha3.HashData(secret, lines, hash);
        return hash;
    });

    /// <summary>SHA3-512 of the greetings, within TLS, where the certificates prove who is there.</summary>
    public static AuthenticationMethod TlsSha3 { get; } = new("tls_sha3_512", static (_, lines) =>
    {
        byte[] hash = new byte[Sha3.HashBytes];
        Sha3.HashData(lines, hash);
        return hash;
    });

    /// <summary>Nothing but TLS itself. It does not bind the greetings: off unless asked for.</summary>
    public static AuthenticationMethod TlsAnonymous { get; } = new("tls_anon", static (_, _) => []);

    /// <summary>The secret itself, for everybody on the way to read: off unless asked for, and never sent.</summary>
    public static AuthenticationMethod ClearText { get; } =
        new("cleartext", static (secret, _) => secret.ToArray());

    /// <summary>The code of AEMP 1.x. The key is the greetings, and the secret's digest is the message.</summary>
    public static AuthenticationMethod HmacMd6 { get; } = new("hmac_md6_64_256", static (secret, lines) =>
        Authentication.HmacMd6.HashData(key: lines, message: Md6.HashData(secret)));

    /// <summary>The digest of AEMP 1.x, within TLS.</summary>
    public static AuthenticationMethod TlsMd6 { get; } =
        new("tls_md6_64_256", static (_, lines) => Md6.HashData(lines));

    /// <summary>All there are.</summary>
    public static IReadOnlyList<AuthenticationMethod> All { get; } =
        [TlsSha3, HmacSha3, TlsMd6, HmacMd6, TlsAnonymous, ClearText];

    /// <summary>The name, in greetings and in the line.</summary>
    public string Name { get; }

    /// <summary>Whether it works within TLS, and only there; the others work without, and only there.</summary>
    public bool IsWithinTls { get; }

    /// <summary>Whether this node may send such a proof. The secret itself is never sent.</summary>
    public bool MayBeSent => this != ClearText;

    /// <summary>The method of a name, if there is one.</summary>
    public static AuthenticationMethod? Find(string name) =>
        All.FirstOrDefault(method => string.Equals(method.Name, name, StringComparison.Ordinal));

    /// <summary>The proof, as it stands in the line: lower-case hexadecimal.</summary>
    /// <param name="secret">The secret, if there is one: only the methods within TLS can do without.</param>
    /// <param name="lines">The two lines of whoever proves itself, and then those of the other end.</param>
    public byte[] Prove(Secret? secret, ReadOnlySpan<byte> lines) =>
        Encoding.ASCII.GetBytes(Convert.ToHexStringLower(_prove(secret is null ? default : secret.Bytes, lines)));
}
