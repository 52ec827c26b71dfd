using Chat;

// A chat in separate terminals: a server, and as many clients as like. Lines of the input are said, until it ends.
if (!Options.TryParse(args, out Options? options, out string problem))
{
    await Console.Error.WriteLineAsync($"chat: {problem}\n{Options.Usage}");
    return 2;
}

try
{
    await using Node node = await Node.StartAsync(options.Node);
    await (options.Nick is null ? ServeAsync(node) : ChatAsync(node, options.Nick, options.HasSession));
    return 0;
}
catch (Exception exception) when (exception is NodeConfigurationException or IOException)
{
    await Console.Error.WriteLineAsync($"chat: {exception.Message}");
    return 2;
}

static async Task ServeAsync(Node node)
{
    PortId<Room> room = node.CreatePort(new Room());
    node.Register("room", room);
    node.Groups.Register("chat", room);
    Console.WriteLine($"READY {room}");
    await Console.In.ReadToEndAsync();
}

static async Task ChatAsync(Node node, string nick, bool hasSession)
{
    Client client = hasSession ? new SessionClient(nick) : new RoomClient(nick);
    PortId<Client> port = node.CreatePort(client);
    var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
    using IDisposable monitor = node.Mon(port, _ => ended.SetResult());
    node.Snd(port, "begin");
    while (await Console.In.ReadLineAsync() is { } line)
    {
        node.Snd(port, "line", line);
    }

    node.Snd(port, "leave");
    await ended.Task;
}
