using System.Runtime.CompilerServices;
using Mp.Transports.Tcp;

namespace Mp;

/// <content>Checking them.</content>
public sealed partial record NodeOptions
{
    private const int KiB = 1024;
    private const int MiB = 1024 * KiB;
    private const int GiB = 1024 * MiB;

    private static readonly TimeSpan TenthOfASecond = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan TenMinutes = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan OneHour = TimeSpan.FromHours(1);
    private static readonly TimeSpan OneDay = TimeSpan.FromHours(24);

    /// <exception cref="NodeConfigurationException">An option is out of its range. All such are named.</exception>
    internal void Validate()
    {
        List<string> problems = [];
        CheckMessages(problems);
        CheckQueues(problems);
        CheckConnections(problems);
        CheckAdmission(problems);
        CheckMesh(problems);
        Check(problems, CallTimeout, TenthOfASecond, OneDay);
        Check(problems, MaxSpawnedPortsPerPeer, 1, MiB);
        Check(problems, MaxNestedRequests, 0, KiB);

        // What contradicts each other is told only of options that are right by themselves.
        if (problems.Count == 0)
        {
            CheckTogether(problems);
        }

        problems.AddRange((Transport as TcpTransport)?.Options.Problems() ?? []);
        if (problems.Count > 0)
        {
            throw new NodeConfigurationException(problems);
        }
    }

    private void CheckMessages(List<string> problems)
    {
        Check(problems, MaxFrameBytes, KiB, GiB);
        Check(problems, MaxMessageDepth, 2, 64);
        Check(problems, MaxMessageValues, 16, 16 * MiB);
        Check(problems, MaxReasonElements, 2, 1_024);
        Check(problems, MaxReasonBytes, 256, MiB);
        CheckFramings(problems);
    }

    private void CheckFramings(List<string> problems)
    {
        if (Framings.Count == 0
            || Framings.Distinct(StringComparer.Ordinal).Count() != Framings.Count
            || Framings.Except(Wire.Framings.Names, StringComparer.Ordinal).Any())
        {
            problems.Add(
                $"{nameof(Framings)} is '{Printable.Of(string.Join(", ", Framings))}'; it must be some of "
                + $"{string.Join(", ", Wire.Framings.Names)}, each once.");
        }
    }

    private void CheckQueues(List<string> problems)
    {
        Check(problems, MaxConnectingMessages, 1, MiB);
        Check(problems, MaxConnectingBytes, KiB, GiB);
        Check(problems, SoftQueuedBytes, KiB, GiB);
        Check(problems, MaxQueuedBytes, KiB, GiB);
        Check(problems, MaxTotalQueuedBytes, 64 * KiB, GiB);
        Check(problems, WriteTimeout, TenthOfASecond, TenMinutes);
        Check(problems, MaxUndeliveredMessages, 2, MiB);
        Check(problems, PortBacklogWarning, 1, GiB);
        Check(problems, MaxMonitorsPerLink, 1, 100_000_000);
        Check(problems, MaxKnownNodes, 1, MiB);
    }

    private void CheckConnections(List<string> problems)
    {
        Check(problems, HeartbeatInterval, TenthOfASecond, TenMinutes);
        Check(problems, HeartbeatTimeout, 2 * TenthOfASecond, TimeSpan.FromMinutes(30));
        Check(problems, FrameTimeout, TimeSpan.FromSeconds(1), OneHour);
        Check(problems, MinFrameBytesPerSecond, 0, GiB);
        Check(problems, FrameGrace, TimeSpan.Zero, OneHour);
        Check(problems, ConnectTimeout, TenthOfASecond, OneHour);
        Check(problems, ReconnectDelay, TimeSpan.FromMilliseconds(10), TenMinutes);
        Check(problems, MaxReconnectDelay, TimeSpan.FromMilliseconds(10), OneHour);
        Check(problems, ShutdownTimeout, TimeSpan.Zero, TenMinutes);
    }

    private void CheckAdmission(List<string> problems)
    {
        Check(problems, HandshakeTimeout, TenthOfASecond, TenMinutes);
        Check(problems, MaxInboundConnections, 1, MiB);
        Check(problems, MaxUnauthenticatedConnections, 1, 65_536);
        Check(problems, MaxUnauthenticatedPerAddress, 1, 65_536);
        Check(problems, MaxFailedAuthentications, 1, MiB);
        Check(problems, FailedAuthenticationPenalty, TimeSpan.Zero, OneDay);
        Check(problems, TakeoverProbeTimeout, TenthOfASecond, TimeSpan.FromMinutes(1));
        Check(problems, TakeoverInterval, TimeSpan.Zero, OneHour);
        Check(problems, MaxLogLinesPerSecond, 1, MiB);
    }

    private void CheckMesh(List<string> problems)
    {
        if (NodeId is not null && PortId.ProblemOfNodeId(NodeId) is { } problem)
        {
            problems.Add($"{nameof(NodeId)} is '{Printable.Of(NodeId)}', which can't be a node's ID: {problem}.");
        }

        Check(problems, MaxFamilyEntries, 1, 100_000_000);
        foreach (string seed in Seeds)
        {
            if (!NodeRef.TrySplitEndPoint(seed, out _, out int port) || port == 0)
            {
                problems.Add(
                    $"{nameof(Seeds)} has '{Printable.Of(seed)}', which is no end point; one is 'host:port', say "
                    + "'127.0.0.1:4040'.");
            }
        }
    }

    private void CheckTogether(List<string> problems)
    {
        CheckOrder(problems, SoftQueuedBytes, MaxQueuedBytes);
        CheckOrder(problems, MaxQueuedBytes, MaxTotalQueuedBytes);
        CheckOrder(problems, ReconnectDelay, MaxReconnectDelay);
        if (HeartbeatTimeout < 2 * HeartbeatInterval)
        {
            problems.Add(
                $"{nameof(HeartbeatTimeout)} is {HeartbeatTimeout}; it must be at least twice "
                + $"{nameof(HeartbeatInterval)}, which is {HeartbeatInterval}: one sign of life may be late.");
        }
    }

    private static void Check<T>(
        List<string> problems,
        T value,
        T least,
        T most,
        [CallerArgumentExpression(nameof(value))] string name = "")
        where T : IComparable<T>
    {
        if (value.CompareTo(least) < 0 || value.CompareTo(most) > 0)
        {
            problems.Add($"{name} is {value}; it must be from {least} to {most}.");
        }
    }

    private static void CheckOrder<T>(
        List<string> problems,
        T less,
        T more,
        [CallerArgumentExpression(nameof(less))] string nameOfLess = "",
        [CallerArgumentExpression(nameof(more))] string nameOfMore = "")
        where T : IComparable<T>
    {
        if (less.CompareTo(more) > 0)
        {
            problems.Add($"{nameOfLess} is {less}; it must not be more than {nameOfMore}, which is {more}.");
        }
    }
}
