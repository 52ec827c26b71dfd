using System.Net;
using System.Net.Sockets;
using Mp.Telemetry;

namespace Mp.Links;

/// <summary>
/// Decides which connections from outside are looked at. A state machine: no clock, no I/O. Safe for concurrent calls.
/// </summary>
internal sealed class InboundGate(InboundLimits limits)
{
    // Beyond so many, addresses that have done nothing lately are forgotten.
    private const int MaxAddresses = 10_000;

    // An IPv6 user has a network of this many bits to take addresses from.
    private const int NetworkBytes = 8;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, InboundAddress> _addresses = new(StringComparer.Ordinal);
    private int _open;
    private int _unauthenticated;

    /// <summary>How many addresses are remembered.</summary>
    public int AddressCount
    {
        get
        {
            lock (_gate)
            {
                return _addresses.Count;
            }
        }
    }

    /// <summary>What counts as one address: the address, or the /64 network of one of IPv6.</summary>
    public static string AddressOf(string host)
    {
        if (!IPAddress.TryParse(host, out IPAddress? address))
        {
            return host;
        }

        if (address.IsIPv4MappedToIPv6)
        {
            return address.MapToIPv4().ToString();
        }

        return address.AddressFamily == AddressFamily.InterNetworkV6
            ? Convert.ToHexStringLower(address.GetAddressBytes().AsSpan(0, NetworkBytes)) + "/64"
            : address.ToString();
    }

    /// <summary>A connection has come in.</summary>
    /// <param name="address">Where from: see <see cref="AddressOf"/>.</param>
    /// <param name="now">The time, since whenever. It never goes back.</param>
    /// <returns>
    /// Nothing if it may be looked at, and then <see cref="Authenticated"/> or <see cref="Fail"/> is to be called, and
    /// in the end <see cref="Leave"/>; else the option that keeps it out.
    /// </returns>
    public Limit? Enter(string address, TimeSpan now)
    {
        lock (_gate)
        {
            _addresses.TryGetValue(address, out InboundAddress? known);
            Limit? limit = known switch
            {
                _ when _open >= limits.MaxConnections => Limit.MaxInboundConnections,
                not null when known.IsRefused(now) => Limit.MaxFailedAuthentications,
                _ when _unauthenticated >= limits.MaxUnauthenticated =>
                    Limit.MaxUnauthenticatedConnections,
                not null when known.Unauthenticated >= limits.MaxUnauthenticatedPerAddress =>
                    Limit.MaxUnauthenticatedPerAddress,
                _ => null,
            };
            if (limit is null)
            {
                _open++;
                _unauthenticated++;
                (known ?? Remember(address, now)).Unauthenticated++;
            }

            return limit;
        }
    }

    /// <summary>A connection that was let in has authenticated.</summary>
    public void Authenticated(string address, TimeSpan now) => Settle(address, now, isForged: false);

    /// <summary>A connection that was let in is closed without having authenticated.</summary>
    /// <param name="address">Where it came from.</param>
    /// <param name="now">The time.</param>
    /// <param name="isForged">Whether the peer has tried to authenticate, and could not.</param>
    public void Fail(string address, TimeSpan now, bool isForged) => Settle(address, now, isForged);

    /// <summary>A connection that was let in is closed.</summary>
    public void Leave()
    {
        lock (_gate)
        {
            _open--;
        }
    }

    private void Settle(string address, TimeSpan now, bool isForged)
    {
        lock (_gate)
        {
            _unauthenticated--;
            InboundAddress known = _addresses[address];
            known.Unauthenticated--;
            if (isForged)
            {
                known.Fail(now, limits);
            }

            if (known.IsForgettable(now))
            {
                _addresses.Remove(address);
            }
        }
    }

    private InboundAddress Remember(string address, TimeSpan now)
    {
        if (_addresses.Count >= MaxAddresses)
        {
            foreach ((string other, InboundAddress known) in _addresses)
            {
                if (known.IsForgettable(now))
                {
                    _addresses.Remove(other);
                }
            }
        }

        // Still too many, and each of them a culprit: those without an open connection have to be forgiven.
        if (_addresses.Count >= MaxAddresses)
        {
            foreach ((string other, InboundAddress known) in _addresses)
            {
                if (known.Unauthenticated == 0)
                {
                    _addresses.Remove(other);
                }
            }
        }

        return _addresses[address] = new InboundAddress();
    }
}
