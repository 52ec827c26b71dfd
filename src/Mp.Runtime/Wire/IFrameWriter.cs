using System.Buffers;

namespace Mp.Wire;

/// <summary>Writes frames in one framing. Without state, and safe for concurrent calls.</summary>
internal interface IFrameWriter
{
    /// <summary>Writes one frame.</summary>
    /// <param name="body">A MessagePack array: the port name, then the elements. Well-formed: it is of our own
    /// making.</param>
    /// <param name="output">Where to append the frame.</param>
    /// <exception cref="MessageEncodingException">The framing can't express an element. Nothing was
    /// appended.</exception>
    void Write(ReadOnlySpan<byte> body, IBufferWriter<byte> output);

    /// <summary>Writes what comes before a body, if that is four bytes and the frame is otherwise the body.</summary>
    /// <returns><see langword="false"/> if a frame is made otherwise. Nothing was written then.</returns>
    bool TryWriteHead(ReadOnlySpan<byte> body, Span<byte> head) => false;
}
