using System.Net;
using System.Net.Sockets;
using Mp.Transports;

namespace Mp.Torture.Cuts;

/// <summary>Carries bytes between who connects and a target, and resets all connections where it is told to.</summary>
internal sealed class ResettingProxy : IDisposable
{
    private readonly Lock _gate = new();
    private readonly List<Socket> _listeners = [];
    private readonly List<Socket> _sockets = [];
    private TaskCompletionSource? _cut;
    private long _bytesToCut;

    public ResettingProxy(params ReadOnlySpan<IPEndPoint> targets)
    {
        foreach (IPEndPoint target in targets)
        {
            var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            _listeners.Add(listener);
            listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
            listener.Listen();
            _ = AcceptAsync(listener, target);
        }
    }

    /// <summary>Where to connect, for each of the targets.</summary>
    public IReadOnlyList<TransportEndPoint> EndPoints =>
        [.. _listeners.Select(static listener =>
            new TransportEndPoint("127.0.0.1", ((IPEndPoint)listener.LocalEndPoint!).Port))];

    /// <summary>How many connections there were.</summary>
    public long Connections { get; private set; }

    /// <summary>Resets all connections after so many bytes more to targets: what is on its way then is lost.</summary>
    /// <returns>Completes when it is done.</returns>
    public Task CutAfter(long bytes)
    {
        lock (_gate)
        {
            _bytesToCut = bytes;
            _cut = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return _cut.Task;
        }
    }

    public void Dispose()
    {
        _listeners.ForEach(static listener => listener.Dispose());
        Cut();
    }

    // How many of so many bytes may still go to a target. If they are not all, the connections are to be cut after them.
    private int Admit(int count)
    {
        lock (_gate)
        {
            if (_cut is null)
            {
                return count;
            }

            int admitted = (int)Math.Min(count, _bytesToCut);
            _bytesToCut -= admitted;
            return admitted;
        }
    }

    private void Cut()
    {
        lock (_gate)
        {
            foreach (Socket socket in _sockets)
            {
                Reset(socket);
            }

            _sockets.Clear();
            _cut?.SetResult();
            _cut = null;
        }
    }

    // No time to linger means a reset, instead of an orderly end after all that is on its way.
    private static void Reset(Socket socket)
    {
        try
        {
            socket.LingerState = new LingerOption(enable: true, seconds: 0);
            socket.Dispose();
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            // An end has closed it already.
            socket.Dispose();
        }
    }

    private async Task AcceptAsync(Socket listener, IPEndPoint target)
    {
        try
        {
            while (true)
            {
                await ConnectAsync(await listener.AcceptAsync(), target);
            }
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            // The run is over.
        }
    }

    private async Task ConnectAsync(Socket near, IPEndPoint target)
    {
        var far = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            near.NoDelay = true;
            await far.ConnectAsync(target);
        }
        catch (SocketException)
        {
            // This one is lost; who dialled tries again.
            near.Dispose();
            far.Dispose();
            return;
        }

        lock (_gate)
        {
            Connections++;
            _sockets.AddRange([near, far]);
        }

        _ = CarryAsync(near, far, Admit);
        _ = CarryAsync(far, near, static count => count);
    }

    private async Task CarryAsync(Socket from, Socket to, Func<int, int> admit)
    {
        byte[] buffer = new byte[64 * 1024];
        try
        {
            int count;
            while ((count = await from.ReceiveAsync(buffer)) > 0)
            {
                int admitted = admit(count);
                for (int sent = 0; sent < admitted;)
                {
                    sent += await to.SendAsync(buffer.AsMemory(sent, admitted - sent));
                }

                if (admitted < count)
                {
                    Cut();
                    return;
                }
            }

            to.Shutdown(SocketShutdown.Send);
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            // It was cut, or an end has closed it; then the other end is to know.
            to.Dispose();
        }
    }
}
