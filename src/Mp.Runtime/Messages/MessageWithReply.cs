using System.Diagnostics.CodeAnalysis;
using Mp.CompilerServices;

namespace Mp.Messages;

/// <summary>
/// A question: the elements of another message, each of the type that it was given as, and after them the ID of the
/// port for the answer.
/// </summary>
internal sealed class MessageWithReply(MemoryMessage question, PortId reply) : MemoryMessage(question.Tag)
{
    private readonly MemoryMessage _question = question;
    private readonly PortId _reply = reply;

    public override int Count => _question.Count + 1;

    public override object? this[int index] =>
        IsReply(index) ? _reply
        : (uint)index < (uint)_question.Count ? _question[index]
        : throw NoSuchElement(index);

    public override bool IsNull(int index) =>
        IsReply(index) ? ElementConversion.IsNull(_reply) : _question.IsNull(index);

    public override bool TryGetInt64(int index, out long value)
    {
        value = default;
        return !IsReply(index) && _question.TryGetInt64(index, out value);
    }

    public override bool TryGetUInt64(int index, out ulong value)
    {
        value = default;
        return !IsReply(index) && _question.TryGetUInt64(index, out value);
    }

    public override bool TryGetDouble(int index, out double value)
    {
        value = default;
        return !IsReply(index) && _question.TryGetDouble(index, out value);
    }

    public override bool TryGetBoolean(int index, out bool value)
    {
        value = default;
        return !IsReply(index) && _question.TryGetBoolean(index, out value);
    }

    public override bool TryGetString(int index, [NotNullWhen(true)] out string? value) =>
        IsReply(index)
            ? ElementConversion.TryToString(_reply, out value)
            : _question.TryGetString(index, out value);

    public override bool TryGetPortId(int index, out PortId value) =>
        IsReply(index)
            ? ElementConversion.TryToPortId(_reply, out value)
            : _question.TryGetPortId(index, out value);

    public override bool TryGetCoded<T>(int index, IElementCodec<T> codec, [MaybeNullWhen(false)] out T value) =>
        IsReply(index)
            ? ElementConversion.TryConvert(_reply, codec, out value)
            : _question.TryGetCoded(index, codec, out value);

    internal override void WriteElements(ref ElementWriter writer)
    {
        _question.WriteElements(ref writer);
        writer.WriteElement(_reply);
    }

    // Of a question without a tag. A port ID is a text on the wire, and so it is a tag here.
    private protected override string? ReadTag() => TryGetString(0, out string? tag) ? tag : null;

    private bool IsReply(int index) => index == _question.Count;
}
