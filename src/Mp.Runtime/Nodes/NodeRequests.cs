using Microsoft.Extensions.Logging;
using Mp.CompilerServices;
using Mp.Links;
using Mp.Mesh;
using Mp.Messages;
using Mp.Ports;
using Mp.Telemetry;

namespace Mp.Nodes;

/// <summary>
/// What a node's own port understands. Each request is one entry of a table; nothing else can be called.
/// </summary>
/// <remarks>
/// A request is answered where it arrives, in its order among the messages of its sender: a kill that was sent after a
/// message is not overtaken by it, nor overtakes it.
/// </remarks>
internal sealed class NodeRequests
{
    private readonly Router _router;
    private readonly ILogger _log;
    private readonly NodeFunctions _functions;
    private readonly Evaluation _evaluation;
    private readonly TimeProvider _clock;
    private readonly int _maxNested;

    // What each request does. It returns the request that it has for this node itself, if it has one.
    private readonly Dictionary<string, Func<Link?, Message, Message?>> _table;

    public NodeRequests(
        Router router,
        Spawner spawner,
        NodeFunctions functions,
        Evaluation evaluation,
        NodeOptions options,
        ILogger log)
    {
        _router = router;
        _functions = functions;
        _evaluation = evaluation;
        _clock = options.TimeProvider;
        _maxNested = options.MaxNestedRequests;
        _log = log;
        var watches = new WatchRequests(router);
        _table = new(StringComparer.Ordinal)
        {
            [""] = static (_, _) => null,
            ["devnull"] = static (_, _) => null,
            ["time"] = (link, message) => Reply(link, message, 1, Now()),
            ["wkp"] = (link, message) => Reply(link, message, 2, WellKnown(message)),
            ["can"] = (link, message) => Reply(link, message, 2, Can(message)),
            ["relay"] = (link, message) => Reply(link, message, 1),
            ["snd"] = (link, message) => Reply(link, message, 1),
            ["snd_multiple"] = SendSeveral,
            ["info"] = (link, message) => Reply(link, message, 1, _router.Host.Identity.NodeId),
            ["known_nodes"] = (link, message) =>
                Reply(link, message, 1, [_router.Host.Identity.NodeId, .. _router.PeerIds]),
            ["up_nodes"] = (link, message) => Reply(link, message, 1, [.. _router.Membership.Presence.UpNodes]),
            ["eval"] = Evaluate,
            ["kil1"] = Kill,
            ["kil"] = Kill,
            ["mon1"] = watches.Add,
            ["mon0"] = WatchRequests.Remove,
            ["kil0"] = watches.PortDied,
            ["kil2"] = watches.RequestedPortDied,
            [AliveQuestion.Tag] = Alive,
            [HoldUpNotice.Tag] = HeldUp,
            [Spawner.Request] = spawner.Serve,
        };
        foreach (string tag in MeshRequest.All)
        {
            _table.Add(tag, Mesh);
        }
    }

    /// <inheritdoc cref="Node.RegisterFunction"/>
    public void Register(string name, Action<FunctionCall> function)
    {
        if (name is not null && _table.ContainsKey(name))
        {
            throw new ArgumentException(
                $"'{Printable.Of(name)}' is a request that every node understands; give the function another name.",
                nameof(name));
        }

        _functions.Register(name!, function);
    }

    /// <summary>Serves one request, and those that it has for this node itself.</summary>
    /// <param name="link">The link that it came over, or none if it is from this process.</param>
    /// <param name="message">The request.</param>
    public void Serve(Link? link, Message message)
    {
        Message? next = ServeOne(link, message);
        for (int replies = 0; next is not null; replies++)
        {
            if (replies == _maxNested)
            {
                MpMeter.CountLimit(Limit.MaxNestedRequests);
                Refuse(link, next);
                return;
            }

            // Whoever has a request relayed may no more by it than by asking itself.
            next = ServeOne(link, next);
        }
    }

    private Message? ServeOne(Link? link, Message message)
    {
        // No element, or none that is a request's name: what keeps a connection alive, or what nobody knows.
        if (message.Count == 0)
        {
            return null;
        }

        if (message.Tag is { } tag && _table.TryGetValue(tag, out Func<Link?, Message, Message?>? serve))
        {
            return serve(link, message);
        }

        if (message.Tag is not { } name || !_functions.TryCall(link, name, message))
        {
            Refuse(link, message);
        }

        return null;
    }

    private void Refuse(Link? link, Message message)
    {
        if (_log.IsEnabled(LogLevel.Debug) && _router.MayLogOf(link?.PeerId ?? ""))
        {
            NodeLog.RequestRefused(_log, Printable.Of(message.Tag ?? ""), link?.PeerId ?? "");
        }
    }

    private double Now() => (_clock.GetUtcNow() - DateTimeOffset.UnixEpoch).TotalSeconds;

    // No port: an empty ID, which travels as null.
    private PortId WellKnown(Message message) =>
        message.TryGet<string>(1, out string? name) && _router.Host.Table.TryFindWellKnown(name, out PortCell? cell)
            ? cell.CurrentId
            : default;

    private bool Can(Message message) =>
        message.TryGet<string>(1, out string? tag)
        && (_table.ContainsKey(tag) || _functions.Has(tag));

    /// <summary>
    /// Sends the reply that a request asks for: a port ID and the beginning of a message, then the results.
    /// </summary>
    /// <returns>The reply, if it is for this node itself.</returns>
    private Message? Reply(Link? link, Message request, int from, params ReadOnlySpan<object?> results)
    {
        if (!request.TryGet(from, out PortId to))
        {
            return null;
        }

        Message reply = results.Length == 0 ? request.Skip(from + 1) : Compose(request, from, results);
        return _router.TryCountFor(request, to, ref reply) && !_router.TrySendReply(link, to, reply)
            ? reply
            : null;
    }

    private static ArrayMessage Compose(Message request, int from, params ReadOnlySpan<object?> results)
    {
        int kept = request.Count - from - 1;
        object?[] elements = new object?[kept + results.Length];
        request.CopyTo(from + 1, elements.AsSpan(0, kept));
        results.CopyTo(elements.AsSpan(kept));
        return new ArrayMessage(elements);
    }

    // What is not a message for a port is passed over.
    private Message? SendSeveral(Link? link, Message message)
    {
        for (int index = 1; index < message.Count; index++)
        {
            if (message.TryGet(index, out Message? inner) && inner is not null
                && inner.TryGet(0, out PortId to))
            {
                Message sent = inner.Skip(1);
                if (_router.TryCountFor(message, to, ref sent) && !_router.TrySendReply(link, to, sent))
                {
                    Serve(link, sent);
                }
            }
        }

        return null;
    }

    private Message? Evaluate(Link? link, Message message)
    {
        const int PlaceOfReply = 2;
        if (_evaluation.ProblemOf(link) is { } problem)
        {
            return Reply(link, message, PlaceOfReply, problem);
        }

        if (!message.TryGet(1, out string? text) || text is null)
        {
            return Reply(link, message, PlaceOfReply, "eval needs a text");
        }

        _functions.Run("eval", message, () => _ = AnswerAsync());
        return null;

        async Task AnswerAsync()
        {
            object?[] results = await _evaluation.RunAsync(text).ConfigureAwait(true);
            if (!message.TryGet(PlaceOfReply, out PortId to))
            {
                return;
            }

            ArrayMessage reply = Compose(message, PlaceOfReply, results);
            if (!_router.TrySendReply(link, to, reply, Describe))
            {
                Serve(link, reply);
            }
        }

        Message Describe(MessageEncodingException exception) =>
            Compose(message, PlaceOfReply, $"the results can't travel: {exception.Message}");
    }

    private Message? Kill(Link? link, Message message)
    {
        // The node's own port can't be killed, whoever asks.
        if (!message.TryGet<string>(1, out string? name) || name.Length == 0)
        {
            return null;
        }

        if (_router.Host.Table.TryFind(_router.Relays.NameHere(link, name), out PortCell? cell))
        {
            if (_router.Admits(link, cell, message))
            {
                cell.Enqueue(new KillControl(_router.ReasonLimit.Read(message)));
            }
        }
        else if (_router.Relays.TryReadElsewhere(link, name, out PortId elsewhere))
        {
            new CallbackWorkItem(() => _router.Kil(elsewhere, _router.ReasonLimit.Read(message)), _log).Execute();
        }

        return null;
    }

    private Message? Mesh(Link? link, Message message)
    {
        if (link is not null && message is WireMessage request)
        {
            _router.Membership.Receive(link, request);
        }

        return null;
    }

    // The answer to a question of this node's. Whoever sends one unasked proves nothing but that it lives.
    private static Message? Alive(Link? link, Message message)
    {
        if (link is not null && message.TryGet(1, out long token))
        {
            link.Answer(token);
        }

        return null;
    }

    // Whoever says so without being held up is waited for longer; what waits for it is limited all the same.
    private static Message? HeldUp(Link? link, Message message)
    {
        if (link?.Connection is { } connection && message.TryGet(1, out uint milliseconds))
        {
            connection.PeerIsHeldUp(TimeSpan.FromMilliseconds(milliseconds));
        }

        return null;
    }
}
