using System.Buffers;
using System.Reflection;
using Mp.CompilerServices;
using Mp.Ports;
using Mp.Messages;

namespace Mp.TestKit.Patterns;

/// <summary>Gives messages to a port that stands alone, and notes which of its handlers ran.</summary>
public sealed class PatternRun
{
    private static readonly Type[] TypedMessages =
    [
        typeof(TypedMessage<>), typeof(TypedMessage<,>), typeof(TypedMessage<,,>), typeof(TypedMessage<,,,>),
        typeof(TypedMessage<,,,,>), typeof(TypedMessage<,,,,,>), typeof(TypedMessage<,,,,,,>),
    ];

    private readonly List<int> _ran = [];

    /// <summary>Which handlers of a port that has them added at run time run for each message.</summary>
    public static IReadOnlyList<int[]> OfAdded(
        IReadOnlyList<HandlerCase> handlers,
        IEnumerable<object?[]> messages,
        MessageForm form)
    {
        var run = new PatternRun();
        var port = new BarePort();
        for (int index = 0; index < handlers.Count; index++)
        {
            run.Add(port, index, handlers[index]);
        }

        return run.Of(port, messages, form);
    }

    /// <summary>To be called by the handlers of the port.</summary>
    public void Note(int handler) => _ran.Add(handler);

    /// <summary>Which handlers of the port run for each message, if they say so by <see cref="Note"/>.</summary>
    public IReadOnlyList<int[]> Of(Port port, IEnumerable<object?[]> messages, MessageForm form)
    {
        var all = new List<int[]>();
        foreach (object?[] elements in messages)
        {
            Message message = Compose(elements, form);
            var dispatch = new Dispatch(port, port.HandlerTags);
            dispatch.Begin(tag: TagOf(port, message));
            port.Match(message, 0, port.Added, ref dispatch);
            if (dispatch.IsMatched != _ran.Count > 0)
            {
                throw new InvalidOperationException($"IsMatched is {dispatch.IsMatched}, but {_ran.Count} ran.");
            }

            all.Add([.. _ran]);
            _ran.Clear();
        }

        return all;
    }

    // As the queue looks it up before the message's turn.
    private static int TagOf(Port port, Message message)
    {
        var ahead = new TagsAhead(port.HandlerTags);
        return ahead.Next(message, null);
    }

    private static Message Compose(object?[] elements, MessageForm form)
    {
        Message boxed = Message.Create(elements);
        if (form == MessageForm.Wire)
        {
            var bytes = new ArrayBufferWriter<byte>();
            var writer = new ElementWriter(bytes);
            boxed.WriteElements(ref writer);
            writer.Flush();
            return new WireMessage(bytes.WrittenMemory, elements.Length);
        }

        if (form == MessageForm.Boxed || elements is not [string, _, ..] || elements.Length > TypedMessages.Length + 1)
        {
            return boxed;
        }

        Type[] types = [.. elements.Skip(1).Select(static element => element?.GetType() ?? typeof(object))];
        return (Message)Activator.CreateInstance(TypedMessages[types.Length - 1].MakeGenericType(types), elements)!;
    }

    private static void AddOne<T>(BarePort port, string tag, Func<bool> handler) => port.Rcv(tag, (T _) => handler());

    private static void AddTwo<T1, T2>(BarePort port, string tag, Func<bool> handler) =>
        port.Rcv(tag, (T1 _, T2 _) => handler());

    private static void AddThree<T1, T2, T3>(BarePort port, string tag, Func<bool> handler) =>
        port.Rcv(tag, (T1 _, T2 _, T3 _) => handler());

    private void Add(BarePort port, int index, HandlerCase handler)
    {
        // Every other one of a tag alone goes by way of a typed lambda.
        if (handler.Pattern is not [string tag] || index % 2 == 0)
        {
            port.Rcv(handler.Flatten(), _ => Run());
        }
        else if (handler.Parameters.Count == 0)
        {
            port.Rcv(tag, () => Run());
        }
        else
        {
            string name = handler.Parameters.Count switch
            {
                1 => nameof(AddOne),
                2 => nameof(AddTwo),
                _ => nameof(AddThree),
            };
            typeof(PatternRun).GetMethod(name, BindingFlags.NonPublic | BindingFlags.Static)!
                .MakeGenericMethod([.. handler.Parameters])
                .Invoke(null, [port, tag, (Func<bool>)Run]);
        }

        bool Run()
        {
            Note(index);
            return handler.IsOneShot;
        }
    }
}
