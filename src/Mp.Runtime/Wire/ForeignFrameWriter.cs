using System.Buffers;
using Mp.CompilerServices;

namespace Mp.Wire;

/// <summary>
/// Writes frames for a peer that is not of Mp: requests to watch a port have no number, and one of AEMP 1.x has another
/// word for the death of a port, <c>kil</c> and not <c>kil1</c>.
/// </summary>
/// <remarks>
/// Here, because what is sent before the peer is known waits until it is: what it takes, nobody could say sooner.
/// </remarks>
/// <param name="frames">Writes what is left.</param>
/// <param name="isOfEarlierProtocol">Whether the peer is of AEMP 1.x.</param>
internal sealed class ForeignFrameWriter(IFrameWriter frames, bool isOfEarlierProtocol) : IFrameWriter
{
    private const byte EmptyPortName = 0xa0;

    /// <inheritdoc/>
    public void Write(ReadOnlySpan<byte> body, IBufferWriter<byte> output)
    {
        var reader = new ElementReader(body);
        if (!reader.TryReadArrayHeader(out int count) || count < 3 || body[reader.Position] != EmptyPortName)
        {
            frames.Write(body, output);
            return;
        }

        ReadOnlySpan<byte> header = body[..reader.Position];
        _ = reader.TrySkip();
        _ = reader.TryReadUtf8(out ReadOnlySpan<byte> word);
        if (isOfEarlierProtocol && word.SequenceEqual("kil1"u8))
        {
            frames.Write([.. header, EmptyPortName, 0xa3, .. "kil"u8, .. body[reader.Position..]], output);
        }
        else if (word.SequenceEqual("mon1"u8))
        {
            int start = reader.Position;
            _ = reader.TrySkip();
            frames.Write([0x93, EmptyPortName, 0xa4, .. "mon1"u8, .. body[start..reader.Position]], output);
        }
        else
        {
            frames.Write(body, output);
        }
    }
}
