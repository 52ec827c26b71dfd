using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using System.Text.Unicode;
using Microsoft.Win32.SafeHandles;

namespace Mp;

/// <summary>What the nodes of one network share, and prove to each other that they have: at least 16 bytes.</summary>
/// <remarks>
/// Nothing prints it: not <see cref="ToString"/>, no exception and no log. Whoever has it can send any message to any
/// node of the network, so it should be random, and kept where only the nodes' user can read it.
/// </remarks>
[DebuggerDisplay("(secret)")]
public sealed class Secret
{
    /// <summary>The fewest bytes that a secret may have.</summary>
    internal const int MinBytes = 16;

    // No secret is longer; a path to something else, as a device that never ends, is noticed in time.
    private const int MaxFileBytes = 64 * 1024;
    private const int GeneratedBytes = 32;

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly byte[] _bytes;

    /// <summary>A secret of any length: who calls has checked it.</summary>
    internal Secret(ReadOnlySpan<byte> bytes) => _bytes = bytes.ToArray();

    /// <summary>The bytes that authenticate.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    internal ReadOnlySpan<byte> Bytes => _bytes;

    /// <summary>A secret that is a text: its bytes in UTF-8.</summary>
    /// <exception cref="ArgumentException">It is too short.</exception>
    public static Secret FromText(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return FromBytes(Encoding.UTF8.GetBytes(text));
    }

    /// <summary>A secret of these bytes, which are copied.</summary>
    /// <exception cref="ArgumentException">It is too short.</exception>
    public static Secret FromBytes(ReadOnlySpan<byte> bytes) => bytes.Length >= MinBytes
        ? new Secret(bytes)
        : throw new ArgumentException(
            $"The secret has {bytes.Length} bytes, and must have at least {MinBytes}. "
            + "To make one: head -c 32 /dev/urandom | base64",
            nameof(bytes));

    /// <summary>A secret that is all of a file, less the end of its last line.</summary>
    /// <exception cref="ArgumentException">It is too short or too long, or others can read the file.</exception>
    /// <exception cref="IOException">There is no such file, or it can't be read.</exception>
    /// <exception cref="UnauthorizedAccessException">This process may not read it, or it is a folder.</exception>
    public static Secret FromFile(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        using SafeFileHandle file = File.OpenHandle(path);
        SecretFile.RefuseIfOthersCanRead(file, path, "the secret");
        byte[] content = new byte[MaxFileBytes + 1];
        int length = Read(file, content);
        if (length > MaxFileBytes)
        {
            throw new ArgumentException(
                $"'{path}' has more than {MaxFileBytes} bytes; that is no secret.",
                nameof(path));
        }

        try
        {
            return FromBytes(WithoutLineEnd(content.AsSpan(0, length)));
        }
        finally
        {
            CryptographicOperations.ZeroMemory(content);
        }
    }

    /// <summary>A new secret: 32 random bytes, as text in base 64.</summary>
    public static Secret Generate() =>
        FromText(Convert.ToBase64String(RandomNumberGenerator.GetBytes(GeneratedBytes)));

    /// <summary>The secret itself, as the text to give to <see cref="FromText"/> elsewhere.</summary>
    /// <exception cref="InvalidOperationException">It is no text.</exception>
    public string Reveal() => Utf8.IsValid(_bytes)
        ? Encoding.UTF8.GetString(_bytes)
        : throw new InvalidOperationException("The secret was made of bytes that are no text.");

    /// <summary>Says <c>(secret)</c>, and not what it is.</summary>
    public override string ToString() => "(secret)";

    private static int Read(SafeFileHandle file, Span<byte> content)
    {
        int length = 0;
        while (length < content.Length)
        {
            int read = RandomAccess.Read(file, content[length..], length);
            if (read == 0)
            {
                break;
            }

            length += read;
        }

        return length;
    }

    private static ReadOnlySpan<byte> WithoutLineEnd(ReadOnlySpan<byte> content)
    {
        if (content.EndsWith("\n"u8))
        {
            content = content[..^1];
        }

        return content.EndsWith("\r"u8) ? content[..^1] : content;
    }
}
