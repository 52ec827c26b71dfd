using System.Diagnostics.CodeAnalysis;
using Mp.CompilerServices;

namespace Mp.Matching;

/// <summary>
/// The elements of a message, front to back, whether it is in memory or came as bytes: handlers that are added at run
/// time need not know. Copied for each handler; after an element that was not what was asked for it is of no more use.
/// </summary>
internal ref struct ElementSource
{
    private readonly Message _message;
    private readonly MemoryMessage? _memory;
    private ElementReader _reader;
    private int _position;

    public ElementSource(Message message)
    {
        _message = message;
        _memory = message as MemoryMessage;
        if (message is WireMessage wire)
        {
            _reader = wire.CreateReader();
        }
    }

    /// <summary>Takes what a parameter of type <typeparamref name="T"/> binds to.</summary>
    public bool TryTake<T>([MaybeNullWhen(false)] out T value)
    {
        if (typeof(T) == typeof(Message))
        {
            value = (T)(object)_message;
            return true;
        }

        return _memory is null
            ? ElementBinding<T>.TryRead(ref _reader, out value)
            : ElementBinding<T>.TryGet(_memory, _position++, out value);
    }

    /// <summary>Takes the first elements, if they are a message of type <typeparamref name="TMessage"/>.</summary>
    public bool TryTakeMessage<TMessage>([MaybeNullWhen(false)] out TMessage value)
        where TMessage : ITypedMessage<TMessage>
    {
        _position = TMessage.ElementCount;
        return _memory is null
            ? TMessage.TryRead((WireMessage)_message, ref _reader, out value)
            : TMessage.TryGet(_memory, out value);
    }

    /// <summary>Takes an element as it would be after a journey, whether or not it made one.</summary>
    public bool TryTakeAsSent(out ElementAsSent value) => _memory is null
        ? _reader.TryReadCoded(ElementAsSentCodec.Instance, out value)
        : _memory.TryGetCoded(_position++, ElementAsSentCodec.Instance, out value);

    /// <summary>Passes over what <see cref="TryTake{T}"/> would take of a type known at run time only.</summary>
    public bool TryPass(RegisteredCodec codec) =>
        _memory is null ? codec.TryPass(ref _reader) : codec.IsElement(_memory, _position++);

    /// <summary>Passes over an element that must exist.</summary>
    public bool TryPassAny() => _memory is null ? _reader.TrySkip() : _position++ < _memory.Count;

    public bool TryPassNull() => _memory is null ? _reader.TryReadNull() : _memory.IsNull(_position++);

    public bool TryPass(string constant, ReadOnlySpan<byte> utf8) =>
        _memory is null ? _reader.TryReadConstant(utf8) : _memory.IsConstant(_position++, constant);

    public bool TryPass(bool constant) =>
        _memory is null ? _reader.TryReadConstant(constant) : _memory.IsConstant(_position++, constant);

    public bool TryPass(long constant) =>
        _memory is null ? _reader.TryReadConstant(constant) : _memory.IsConstant(_position++, constant);

    public bool TryPass(ulong constant) =>
        _memory is null ? _reader.TryReadConstant(constant) : _memory.IsConstant(_position++, constant);

    public bool TryPass(double constant) =>
        _memory is null ? _reader.TryReadConstant(constant) : _memory.IsConstant(_position++, constant);
}
