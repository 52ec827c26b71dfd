using System.Buffers;
using System.Reflection;
using Mp.CompilerServices;
using Mp.Messages;

namespace Mp.Generators.Tests.Behaviour;

/// <summary>A port whose class was compiled from a test's source, and the messages that it gets.</summary>
internal sealed class Subject
{
    private static readonly Type[] TypedMessages =
    [
        typeof(TypedMessage<>), typeof(TypedMessage<,>), typeof(TypedMessage<,,>), typeof(TypedMessage<,,,>),
    ];

    private readonly Table _table;
    private readonly Assembly _assembly;

    private Subject(Table table, Assembly assembly, RecordingPort port)
    {
        _table = table;
        _assembly = assembly;
        Port = port;
    }

    public RecordingPort Port { get; }

    /// <summary>Whether the last message matched any handler.</summary>
    public bool IsMatched { get; private set; }

    /// <summary>What the last message left to be waited for.</summary>
    public Task? Pending { get; private set; }

    /// <summary>Whether the handler that is waited for is removed if the result is true.</summary>
    public bool IsDecisive { get; private set; }

    /// <summary>A port with these handlers.</summary>
    /// <param name="table">How its messages come.</param>
    /// <param name="members">The members of its class.</param>
    /// <param name="types">Other types of its namespace.</param>
    /// <param name="bases">What its class derives from.</param>
    /// <param name="library">The source of an assembly that its own refers to.</param>
    /// <param name="usings">What its source begins with.</param>
    public static async Task<Subject> CreateAsync(
        Table table,
        string members,
        string types = "",
        string bases = "RecordingPort",
        string library = "",
        string usings = "")
    {
        string source = $$"""
            {{usings}}
            namespace Tests;

            public partial class Receiver : {{bases}}
            {
            {{members}}
            }

            {{types}}
            """;
        Assembly assembly = GeneratorHarness.Load(source, library);
        var port = (RecordingPort)Activator.CreateInstance(assembly.GetType("Tests.Receiver")!)!;
        Node node = await Node.StartAsync();
        node.CreatePort(port);
        return new Subject(table, assembly, port);
    }

    /// <summary>An instance of a type of the test's source.</summary>
    public object Make(string type, params object?[] arguments) =>
        Activator.CreateInstance(_assembly.GetType("Tests." + type)!, arguments)!;

    /// <summary>What a static method of the test's source returns.</summary>
    public object Call(string type, string method, params object?[] arguments) =>
        _assembly.GetType("Tests." + type)!.GetMethod(method)!.Invoke(null, arguments)!;

    /// <summary>What an element is as bytes, in hexadecimal digits.</summary>
    public static string BytesOf(object? element)
    {
        var bytes = new ArrayBufferWriter<byte>();
        var writer = new ElementWriter(bytes);
        Message.Create(element).WriteElements(ref writer);
        writer.Flush();
        return Convert.ToHexStringLower(bytes.WrittenSpan);
    }

    /// <summary>Gives the port a message, and tells what its handlers noted.</summary>
    public IReadOnlyList<string> Receive(params object?[] elements)
    {
        Dispatch(Compose(elements), first: 0);
        return Port.TakeNotes();
    }

    /// <summary>Gives the port a message that the test's source composed, and tells what its handlers noted.</summary>
    public IReadOnlyList<string> ReceiveMessage(Message message)
    {
        Dispatch(_table == Table.Wire ? Write(message) : message, first: 0);
        return Port.TakeNotes();
    }

    /// <summary>Gives the port the message that a record is, and tells what its handlers noted.</summary>
    public IReadOnlyList<string> ReceiveRecord(object record) => ReceiveMessage(((ITypedMessage)record).ToMessage());

    /// <summary>Gives the port a message of a peer that does not tell types apart, and tells what was noted.</summary>
    public IReadOnlyList<string> ReceiveLoosely(params object?[] elements)
    {
        Dispatch(Write(Message.Create(elements), ElementDialect.Loose | ElementDialect.Octets), first: 0);
        return Port.TakeNotes();
    }

    /// <summary>Gives the port a message, waiting for its handlers as the runtime does.</summary>
    public async Task<IReadOnlyList<string>> ReceiveAsync(params object?[] elements)
    {
        Message message = Compose(elements);
        int pendingHandler = Dispatch(message, first: 0);
        while (Pending is { } task)
        {
            await task;
            if (IsDecisive && task is Task<bool> { Result: true })
            {
                Port.RemoveHandler(pendingHandler);
            }

            pendingHandler = Dispatch(message, pendingHandler + 1);
        }

        return Port.TakeNotes();
    }

    private int Dispatch(Message message, int first)
    {
        var dispatch = new Dispatch(Port);
        dispatch.Begin(first, isMatched: first > 0);
        if (message is WireMessage wire)
        {
            Port.Match(wire, ref dispatch);
        }
        else
        {
            Port.Match((MemoryMessage)message, ref dispatch);
        }

        if (!dispatch.IsMatched && !dispatch.IsSuspended)
        {
            Port.MatchUnmatched(message, ref dispatch);
        }

        dispatch.LeaveContext();
        IsMatched = dispatch.IsMatched;
        Pending = dispatch.Pending;
        IsDecisive = dispatch.IsPendingDecisive;
        return dispatch.PendingHandler;
    }

    private Message Compose(object?[] elements)
    {
        Message boxed = Message.Create(elements);
        if (_table == Table.Wire)
        {
            return Write(boxed);
        }

        return _table == Table.TypedMemory && elements is [string, _, ..] && elements.Length <= TypedMessages.Length + 1
            ? ComposeTyped(elements)
            : boxed;
    }

    private static WireMessage Write(Message message, ElementDialect dialect = ElementDialect.Exact)
    {
        var bytes = new ArrayBufferWriter<byte>();
        var writer = new ElementWriter(bytes);
        message.WriteElements(ref writer);
        writer.Flush();
        return new WireMessage(bytes.WrittenMemory, message.Count, dialect);
    }

    private static Message ComposeTyped(object?[] elements)
    {
        Type[] types = [.. elements.Skip(1).Select(static element => element?.GetType() ?? typeof(object))];
        return (Message)Activator.CreateInstance(TypedMessages[types.Length - 1].MakeGenericType(types), elements)!;
    }
}
