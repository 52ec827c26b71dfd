namespace Mp.Benchmarks;

/// <summary>Nodes of this process, each with a link to a server process, and a port there.</summary>
internal sealed class RemoteLinks : IAsyncDisposable
{
    private readonly List<Node> _nodes = [];
    private readonly List<RemoteCaller> _callers = [];
    private PortId _keeper;

    /// <summary>A port of each node, whose server is the port there.</summary>
    public IReadOnlyList<RemoteCaller> Callers => _callers;

    /// <summary>Starts so many nodes, and connects them.</summary>
    public static async Task<RemoteLinks> OpenAsync(string serverPort, int count)
    {
        var links = new RemoteLinks();
        await links.AddNodesAsync(count);
        await links.ConnectAsync(serverPort);
        return links;
    }

    /// <summary>Starts so many nodes.</summary>
    public async Task AddNodesAsync(int count)
    {
        for (int index = 0; index < count; index++)
        {
            Node node = await Node.StartAsync();
            _nodes.Add(node);
            await node.BecomePublicAsync("127.0.0.1:0");
        }
    }

    /// <summary>Has all nodes connected, one after the other.</summary>
    public async Task ConnectAsync(string serverPort)
    {
        _keeper = RemoteServer.KeeperAt(serverPort);
        foreach (Node node in _nodes)
        {
            PortId[] ports = await CreateAsync(node, 1);
            var caller = new RemoteCaller(ports[0]);
            node.CreatePort(caller);
            _callers.Add(caller);
        }
    }

    /// <summary>Has ports created in the server process.</summary>
    public Task<PortId[]> CreateAsync(int count) => CreateAsync(_nodes[0], count);

    /// <summary>How much memory the server process has, after what was sent to it before.</summary>
    public Task<MemoryUse> ServerMemoryAsync() => _nodes[0].Cal(_keeper, new AskMemory());

    public async ValueTask DisposeAsync()
    {
        foreach (Node node in _nodes)
        {
            await node.DisposeAsync();
        }
    }

    private async Task<PortId[]> CreateAsync(Node node, int count) =>
        (await node.Cal(_keeper, new CreatePorts(count))).Ports;
}
