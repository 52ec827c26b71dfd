using System.Net;
using System.Net.Sockets;

namespace Mp.Transports.Tcp;

/// <summary>TCP: what nodes on different machines, or in different processes, meet over.</summary>
/// <remarks>
/// A host name is resolved on every call. Connecting tries all its addresses in turn; listening takes the first.
/// </remarks>
/// <param name="options">What the system is asked for; by default, what <see cref="TcpOptions"/> says.</param>
public sealed class TcpTransport(TcpOptions? options = null) : ITransport
{
    // Connections that have come in while nobody called AcceptAsync; the system decides what becomes of further ones.
    private const int Backlog = 128;

    /// <summary>What the system is asked to do about connections whose other end is gone.</summary>
    public TcpOptions Options { get; } = options ?? new TcpOptions();

    /// <inheritdoc/>
    public async ValueTask<ITransportConnection> ConnectAsync(
        TransportEndPoint endPoint,
        CancellationToken cancellationToken)
    {
        IPAddress[] addresses = await AddressesOfAsync(endPoint, cancellationToken).ConfigureAwait(false);
        SocketException? cause = null;
        foreach (IPAddress address in addresses)
        {
            try
            {
                var target = new IPEndPoint(address, endPoint.Port);
                return await ConnectAsync(endPoint, target, cancellationToken).ConfigureAwait(false);
            }
            catch (SocketException failure)
            {
                cause = failure;
            }
        }

        throw new IOException($"Can't connect to {endPoint}: {cause!.Message}.", cause);
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<TransportEndPoint>> ResolveAsync(
        TransportEndPoint endPoint,
        CancellationToken cancellationToken)
    {
        IPAddress[] addresses = await AddressesOfAsync(endPoint, cancellationToken).ConfigureAwait(false);
        return [.. addresses.Select(address => new TransportEndPoint(address.ToString(), endPoint.Port))];
    }

    /// <inheritdoc/>
    public async ValueTask<ITransportListener> ListenAsync(
        TransportEndPoint endPoint,
        CancellationToken cancellationToken)
    {
        IPAddress[] addresses = await AddressesOfAsync(endPoint, cancellationToken).ConfigureAwait(false);
        Socket? socket = null;
        try
        {
            // Within: a machine may have no IPv6 at all.
            socket = new Socket(addresses[0].AddressFamily, SocketType.Stream, ProtocolType.Tcp);
            socket.Bind(new IPEndPoint(addresses[0], endPoint.Port));
            socket.Listen(Backlog);
            return new TcpListener(
                socket,
                endPoint with { Port = ((IPEndPoint)socket.LocalEndPoint!).Port },
                Options);
        }
        catch (SocketException failure)
        {
            socket?.Dispose();
            throw new IOException($"Can't listen on {endPoint}: {failure.Message}.", failure);
        }
    }

    /// <inheritdoc/>
    public async ValueTask<bool> IsLoopbackAsync(TransportEndPoint endPoint, CancellationToken cancellationToken)
    {
        IPAddress[] addresses = await AddressesOfAsync(endPoint, cancellationToken).ConfigureAwait(false);
        return Array.TrueForAll(addresses, IPAddress.IsLoopback);
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<TransportEndPoint>> GetDefaultEndPointsAsync(
        int port,
        CancellationToken cancellationToken)
    {
        var host = new TransportEndPoint(Dns.GetHostName(), port);
        return await ResolveAsync(host, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<ITransportConnection> ConnectAsync(
        TransportEndPoint endPoint,
        IPEndPoint target,
        CancellationToken cancellationToken)
    {
        var socket = new Socket(target.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            TcpSocketOptions.Apply(socket, Options);
            await socket.ConnectAsync(target, cancellationToken).ConfigureAwait(false);
            return new TcpConnection(socket, endPoint);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static async ValueTask<IPAddress[]> AddressesOfAsync(
        TransportEndPoint endPoint,
        CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();

        // Not left to the resolver, which refuses 0.0.0.0 and ::, where one may well listen.
        if (IPAddress.TryParse(endPoint.Host, out IPAddress? literal))
        {
            return [literal];
        }

        try
        {
            IPAddress[] found = await Dns.GetHostAddressesAsync(endPoint.Host, cancellationToken).ConfigureAwait(false);
            return found.Length > 0 ? found : throw new IOException($"The host of {endPoint} has no address.");
        }
        catch (Exception failure) when (failure is SocketException or ArgumentException)
        {
            throw new IOException($"Can't find the host of {endPoint}: {failure.Message}.", failure);
        }
    }
}
