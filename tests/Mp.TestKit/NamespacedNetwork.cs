using System.Diagnostics;
using System.Globalization;

namespace Mp.TestKit;

/// <summary>Hosts that are network namespaces of Linux, each with a cable to a router that is another one.</summary>
/// <remarks>Needs root. What it makes has names that nothing else has, and is gone with it.</remarks>
public sealed class NamespacedNetwork : IDisposable
{
    private static int _last;

    private readonly string _name = string.Create(
        CultureInfo.InvariantCulture, $"mp{Environment.ProcessId}x{Interlocked.Increment(ref _last)}");

    private readonly HashSet<string> _namespaces = new(StringComparer.Ordinal);

    /// <summary>Makes one.</summary>
    /// <param name="hosts">How many hosts: the first is 1.</param>
    public NamespacedNetwork(int hosts)
    {
        try
        {
            Add(Router);
            Run("ip", "netns", "exec", Router, "sh", "-c", "echo 1 > /proc/sys/net/ipv4/ip_forward");
            for (int host = 1; host <= hosts; host++)
            {
                SwitchOn(host);
            }
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    private string Router => _name + "r";

    /// <summary>Why there can be no such network here; nothing if there can.</summary>
    public static string? Problem { get; } = FindProblem();

    /// <summary>Where a host is reached.</summary>
    public static string AddressOf(int host) => string.Create(CultureInfo.InvariantCulture, $"10.77.{host}.2");

    /// <summary>The namespace that a host is.</summary>
    public string NameOf(int host) => string.Create(CultureInfo.InvariantCulture, $"{_name}h{host}");

    /// <summary>From now on nothing gets from one host to another, and nobody is told.</summary>
    public void Block(int from, int to) => Rule("add", from, to);

    /// <summary>Ends <see cref="Block"/>.</summary>
    public void Open(int from, int to) => Rule("del", from, to);

    /// <summary>A host is there, with a cable.</summary>
    public void SwitchOn(int host)
    {
        string cable = string.Create(CultureInfo.InvariantCulture, $"h{host}");
        string gateway = string.Create(CultureInfo.InvariantCulture, $"10.77.{host}.1");
        Add(NameOf(host));
        Run("ip", "link", "add", cable, "netns", Router, "type", "veth", "peer", "name", "eth0", "netns", NameOf(host));
        Run("ip", "-n", Router, "address", "add", gateway + "/24", "dev", cable);
        Run("ip", "-n", NameOf(host), "address", "add", AddressOf(host) + "/24", "dev", "eth0");
        Run("ip", "-n", Router, "link", "set", cable, "up");
        Run("ip", "-n", NameOf(host), "link", "set", "lo", "up");
        Run("ip", "-n", NameOf(host), "link", "set", "eth0", "up");
        Run("ip", "-n", NameOf(host), "route", "add", "default", "via", gateway);
    }

    /// <summary>A host loses its cable. What it says to the end, nobody hears.</summary>
    public void Unplug(int host) =>
        Run("ip", "-n", Router, "link", "delete", string.Create(CultureInfo.InvariantCulture, $"h{host}"));

    /// <summary>A host is gone, with all that its system knew of connections. Its processes must have ended.</summary>
    public void SwitchOff(int host)
    {
        Run("ip", "netns", "delete", NameOf(host));
        _namespaces.Remove(NameOf(host));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (string name in _namespaces)
        {
            // Whatever a failed test has left of it.
            _ = ExitCodeOf(["ip", "netns", "delete", name], out _);
        }
    }

    private static string? FindProblem()
    {
        if (!OperatingSystem.IsLinux() || !ProgramRun.Exists("ip"))
        {
            return "There is no 'ip' of Linux on this machine.";
        }

        try
        {
            using var network = new NamespacedNetwork(1);
            network.Block(1, 1);
            return null;
        }
        catch (InvalidOperationException exception)
        {
            return $"Network namespaces are not permitted here: {exception.Message}";
        }
    }

    private void Rule(string verb, int from, int to) =>
        Run("ip", "-n", Router, "rule", verb, "from", AddressOf(from), "to", AddressOf(to), "blackhole");

    private void Add(string name)
    {
        Run("ip", "netns", "add", name);
        _namespaces.Add(name);
    }

    private static void Run(params string[] command)
    {
        if (ExitCodeOf(command, out string errors) != 0)
        {
            throw new InvalidOperationException($"{string.Join(' ', command)}: {errors}");
        }
    }

    private static int ExitCodeOf(string[] command, out string errors)
    {
        using Process process = Process.Start(ProgramRun.StartOf(command[0], command[1..]))!;
        errors = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode;
    }
}
