using System.Buffers;
using Mp.Links;

namespace Mp.Runtime.Tests.Links;

/// <summary>Sends messages of bytes that a test makes up.</summary>
internal static class LinkSendExtensions
{
    public static LinkAction Send(this Link link, ReadOnlySpan<byte> body) => link.Send(Encode(body));

    public static LinkAction TrySend(this Link link, ReadOnlySpan<byte> body) => link.TrySend(Encode(body));

    private static EncodedMessage Encode(ReadOnlySpan<byte> body)
    {
        var message = new EncodedMessage();
        message.Write(body);
        return message;
    }
}
