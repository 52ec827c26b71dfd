using System.Globalization;
using System.Net;
using Mp.Links;
using Mp.Transports;
using Mp.Transports.Tls;
using Mp.Wire;

namespace Mp.Nodes;

/// <summary>What a node needs to go public, checked before anything is opened.</summary>
internal sealed class Publication
{
    private const int DefaultPort = 4040;

    private readonly NodeOptions _options;
    private readonly Credentials _credentials;
    private readonly IReadOnlyList<TransportEndPoint> _endPoints;

    private Publication(NodeOptions options, Credentials credentials, IReadOnlyList<TransportEndPoint> endPoints)
    {
        _options = options;
        _credentials = credentials;
        _endPoints = endPoints;
    }

    /// <summary>Checks what the options and the end points say.</summary>
    /// <param name="options">The options.</param>
    /// <param name="binds">Where to listen; none at all: port 4040 on what the host name resolves to.</param>
    /// <param name="cancellationToken">Ends the look-up of names.</param>
    /// <exception cref="NodeConfigurationException">Something is missing or wrong. All of it is named.</exception>
    public static async ValueTask<Publication> PrepareAsync(
        NodeOptions options,
        IReadOnlyList<string>? binds,
        CancellationToken cancellationToken)
    {
        List<string> problems = [];
        Credentials? credentials = Credentials.Find(options, problems);
        IReadOnlyList<TransportEndPoint> endPoints = await FindEndPointsAsync(
            options,
            binds,
            problems,
            cancellationToken).ConfigureAwait(false);
        if (options.NodeId is null)
        {
            CheckNodeId(endPoints, problems);
        }

        return credentials is not null && problems.Count == 0
            ? new Publication(options, credentials, endPoints)
            : throw new NodeConfigurationException(problems);
    }

    /// <summary>The ID of a node that listens on these: what others need to dial it.</summary>
    public static string NodeIdOf(IEnumerable<ITransportListener> listeners) =>
        string.Join(',', listeners.Select(static listener => listener.EndPoint.ToString()));

    /// <summary>Opens the listeners, all or none.</summary>
    /// <exception cref="IOException">An end point is in use, or not this machine's.</exception>
    public async ValueTask<IReadOnlyList<ITransportListener>> ListenAsync(
        ITransport transport,
        CancellationToken cancellationToken)
    {
        List<ITransportListener> listeners = [];
        try
        {
            foreach (TransportEndPoint endPoint in _endPoints)
            {
                listeners.Add(await transport.ListenAsync(endPoint, cancellationToken).ConfigureAwait(false));
            }

            return listeners;
        }
        catch
        {
            foreach (ITransportListener listener in listeners)
            {
                await listener.DisposeAsync().ConfigureAwait(false);
            }

            throw;
        }
    }

    /// <summary>How the node introduces itself to peers.</summary>
    public HandshakeSettings Introduce(string nodeId, PeerTraits traits, OutstandingNonces nonces)
    {
        var settings = new HandshakeSettings
        {
            NodeId = nodeId,
            Secret = _credentials.Secret,
            Framings = _options.Framings,
            Methods = _credentials.Methods(_options),
            RequiresTls = _options.RequireTls,
            IsOutstandingNonce = nonces.Contains,
        };
        string[] tls = _credentials.Certificate is null ? [] : [GreetingLine.TlsField];
        return settings with { Keys = [.. settings.Keys, .. tls, .. traits.ToKeys()] };
    }

    /// <summary>What the node shows within TLS, and whom it trusts; nothing if it has no certificate.</summary>
    public TlsCredentials? CreateTls() => _credentials.Certificate is { } certificate
        ? new TlsCredentials(
            certificate.Own,
            certificate.Intermediates,
            certificate.Authorities,
            _options.TimeProvider)
        : null;

    private static async ValueTask<IReadOnlyList<TransportEndPoint>> FindEndPointsAsync(
        NodeOptions options,
        IReadOnlyList<string>? binds,
        List<string> problems,
        CancellationToken cancellationToken)
    {
        List<TransportEndPoint> endPoints = [];
        try
        {
            foreach (string bind in binds ?? [DefaultPort.ToString(CultureInfo.InvariantCulture)])
            {
                if (ushort.TryParse(bind, NumberStyles.None, CultureInfo.InvariantCulture, out ushort bare))
                {
                    endPoints.AddRange(await options.Transport.GetDefaultEndPointsAsync(bare, cancellationToken)
                        .ConfigureAwait(false));
                }
                else if (Parse(bind, problems) is { } endPoint)
                {
                    endPoints.Add(endPoint);
                }
            }

            await CheckReachAsync(options, endPoints, problems, cancellationToken).ConfigureAwait(false);
        }
        catch (IOException exception)
        {
            problems.Add(exception.Message);
        }

        return endPoints;
    }

    private static TransportEndPoint? Parse(string bind, List<string> problems)
    {
        if (!NodeRef.TrySplitEndPoint(bind, out string host, out int port))
        {
            problems.Add(
                $"'{Printable.Of(bind)}' is no end point; one is 'host:port', say '127.0.0.1:{DefaultPort}', or a port "
                + "alone, for all addresses that the host name resolves to.");
            return null;
        }

        if (IPAddress.TryParse(host, out IPAddress? address)
            && (address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any)))
        {
            // Others dial what is told them.
            problems.Add($"'{bind}' is every address and so none that others could dial; name those they can reach.");
            return null;
        }

        return new TransportEndPoint(host, port);
    }

    // The end points become the node's ID, which peers accept only if it is one. A free port may have five digits.
    private static void CheckNodeId(IReadOnlyList<TransportEndPoint> endPoints, List<string> problems)
    {
        string nodeId = string.Join(
            ',',
            endPoints.Select(static place => place.Port > 0 ? place : place with { Port = ushort.MaxValue }));
        if (nodeId.Length > 0 && PortId.ProblemOfNodeId(nodeId) is { } problem)
        {
            problems.Add($"'{Printable.Of(nodeId)}' can't be the node's ID: {problem}. Listen on fewer end points, or "
                + "give their addresses.");
        }
    }

    private static async ValueTask CheckReachAsync(
        NodeOptions options,
        List<TransportEndPoint> endPoints,
        List<string> problems,
        CancellationToken cancellationToken)
    {
        foreach (TransportEndPoint endPoint in endPoints)
        {
            bool isSafe = options.AllowInsecureRemote || options.RequireTls
                || await options.Transport.IsLoopbackAsync(endPoint, cancellationToken).ConfigureAwait(false);
            if (!isSafe)
            {
                problems.Add(
                    $"'{endPoint}' can be reached from other machines, and what is sent there is not always encrypted. "
                    + $"Listen on 127.0.0.1, set {nameof(NodeOptions.RequireTls)} and give a certificate, or set "
                    + $"{nameof(NodeOptions.AllowInsecureRemote)} if the network is trusted.");
            }
        }
    }
}
