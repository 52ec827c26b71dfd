namespace Mp.Nodes;

/// <summary>Ports that stand in families under their own IDs, for as long as they live.</summary>
internal sealed class FamilyRegistrations(Membership membership, Router router)
{
    private readonly Lock _gate = new();
    private readonly HashSet<Registration> _all = [];

    /// <summary>Enters a port into a family.</summary>
    /// <returns>Takes it out again when disposed.</returns>
    /// <param name="family">The family.</param>
    /// <param name="port">The port.</param>
    /// <param name="mon">Sets a monitor on it.</param>
    public IDisposable Add(string family, PortId port, Func<PortId, Action<Reason>, IDisposable> mon)
    {
        var registration = new Registration(family, port);
        lock (_gate)
        {
            _all.Add(registration);
            membership.Set(family, registration.Key, FamilyValue.Null);
            membership.GroupChanged(family, registration.Key, isMember: true);
        }

        IDisposable monitor;
        try
        {
            // Fires at once if the port is dead by now.
            monitor = mon(port, _ => Remove(registration));
        }
        catch
        {
            Remove(registration);
            throw;
        }

        return new Withdrawal(() =>
        {
            monitor.Dispose();
            Remove(registration);
        });
    }

    /// <summary>The IDs of the ports, by family.</summary>
    public Dictionary<string, List<string>> ByGroup()
    {
        lock (_gate)
        {
            return _all.GroupBy(static registration => registration.Family, StringComparer.Ordinal).ToDictionary(
                static family => family.Key,
                static family => family.Select(static one => one.Key).Distinct(StringComparer.Ordinal).ToList(),
                StringComparer.Ordinal);
        }
    }

    /// <summary>The node has taken on another ID, and so have its ports.</summary>
    public void Rename()
    {
        lock (_gate)
        {
            foreach (Registration registration in _all)
            {
                PortId now = router.CurrentIdOf(registration.Port);
                if (string.Equals(now.ToString(), registration.Key, StringComparison.Ordinal))
                {
                    continue;
                }

                membership.Delete(registration.Family, registration.Key);
                registration.Port = now;
                registration.Key = now.ToString();
                membership.Set(registration.Family, registration.Key, FamilyValue.Null);
            }
        }
    }

    private void Remove(Registration registration)
    {
        lock (_gate)
        {
            // Another registration of the same port may still stand there.
            if (_all.Remove(registration) && !_all.Any(registration.IsSameAs))
            {
                membership.Delete(registration.Family, registration.Key);
                membership.GroupChanged(registration.Family, registration.Key, isMember: false);
            }
        }
    }

    private sealed class Registration(string family, PortId port)
    {
        public string Family => family;

        public PortId Port { get; set; } = port;

        public string Key { get; set; } = port.ToString();

        public bool IsSameAs(Registration other) =>
            string.Equals(Family, other.Family, StringComparison.Ordinal)
            && string.Equals(Key, other.Key, StringComparison.Ordinal);
    }
}
