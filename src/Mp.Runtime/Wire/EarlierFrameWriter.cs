using System.Buffers;
using Mp.CompilerServices;

namespace Mp.Wire;

/// <summary>
/// Writes frames for a peer of AEMP 1.x, whose word for the death of a port is another: <c>kil</c>, not <c>kil1</c>.
/// </summary>
/// <remarks>
/// Here, because what is sent before the peer is known waits until it is: which word it takes, nobody could say sooner.
/// </remarks>
internal sealed class EarlierFrameWriter(IFrameWriter frames) : IFrameWriter
{
    // The empty port name, and the word.
    private static ReadOnlySpan<byte> Kil1 => [0xa0, 0xa4, (byte)'k', (byte)'i', (byte)'l', (byte)'1'];

    private static ReadOnlySpan<byte> Kil => [0xa0, 0xa3, (byte)'k', (byte)'i', (byte)'l'];

    /// <inheritdoc/>
    public void Write(ReadOnlySpan<byte> body, IBufferWriter<byte> output)
    {
        var reader = new ElementReader(body);
        if (!reader.TryReadArrayHeader(out _) || !body[reader.Position..].StartsWith(Kil1))
        {
            frames.Write(body, output);
            return;
        }

        ReadOnlySpan<byte> header = body[..reader.Position];
        frames.Write([.. header, .. Kil, .. body[(reader.Position + Kil1.Length)..]], output);
    }
}
