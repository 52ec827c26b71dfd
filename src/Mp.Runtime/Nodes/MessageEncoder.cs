using System.Buffers;
using Mp.CompilerServices;
using Mp.Links;
using Mp.Messages;
using Mp.Telemetry;

namespace Mp.Nodes;

/// <summary>Writes messages down, for links and for <see cref="NodeOptions.SerializeLocal"/>.</summary>
/// <remarks>
/// In buffers of the thread's own, so that a link's lock is held for a copy only, and an error leaves nothing.
/// </remarks>
internal sealed class MessageEncoder(int maxBytes, int maxValues)
{
    [ThreadStatic]
    private static EncodedMessage? _threadBuffer;

    /// <summary>What is done with the bytes of a message; they are gone afterwards.</summary>
    public delegate TResult Use<TState, TResult>(TState state, EncodedMessage body);

    /// <summary>Writes a message for a port, as one array: the port's name, and the elements.</summary>
    /// <exception cref="MessageEncodingException">An element can't travel, or the message is too large.</exception>
    public TResult Encode<TElements, TState, TResult>(
        string portName,
        TElements elements,
        TState state,
        Use<TState, TResult> use)
        where TElements : struct, IElements
    {
        EncodedMessage buffer = Interlocked.Exchange(ref _threadBuffer, null) ?? new EncodedMessage();
        try
        {
            var writer = new ElementWriter(buffer) { MaxValues = maxValues };
            writer.WriteArrayHeader(1 + elements.Count);
            writer.WriteString(portName);
            Write(elements, ref writer);
            if (buffer.Length > maxBytes)
            {
                MpMeter.CountLimit(Limit.MaxFrameBytes);
                throw new MessageEncodingException(
                    $"Message '{TagOf(elements)}' of {buffer.Length} bytes can't be sent: at most {maxBytes} are "
                    + $"allowed ({nameof(NodeOptions)}.{nameof(NodeOptions.MaxFrameBytes)}). Send it in parts.");
            }

            return use(state, buffer);
        }
        finally
        {
            buffer.Clear();
            _threadBuffer = buffer;
        }
    }

    /// <summary>Writes a message down and makes it one that came as bytes.</summary>
    /// <exception cref="MessageEncodingException">An element can't travel.</exception>
    public WireMessage Rewrite(Message message)
    {
        var buffer = new ArrayBufferWriter<byte>();
        var writer = new ElementWriter(buffer) { MaxValues = maxValues };
        Write(new MessageElements(message), ref writer);
        return new WireMessage(buffer.WrittenMemory, message.Count);
    }

    private static void Write<TElements>(TElements elements, ref ElementWriter writer)
        where TElements : struct, IElements
    {
        try
        {
            elements.Write(ref writer);
            writer.Flush();
        }
        catch (MessageEncodingException exception)
        {
            ExceededLimit.Count(exception.Exceeded);
            throw new MessageEncodingException(
                $"Element {writer.ElementsBegun - 1} of message '{TagOf(elements)}' can't be sent: "
                + $"{exception.Message}. Nothing was sent.",
                exception.InnerException);
        }
    }

    private static string TagOf<TElements>(TElements elements)
        where TElements : struct, IElements => Printable.Of(elements.Tag ?? "");
}
