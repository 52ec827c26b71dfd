using System.Diagnostics;
using System.Globalization;
using System.Numerics;

namespace Mp.Torture.Interleavings;

/// <summary>Plays every story in every order, to a depth.</summary>
internal static class InterleavingsRun
{
    private const int HopsOfHandshake = 7;
    private const int FirstHopsOfStaleBytes = 3;

    private const int DefaultDepth = 12;
    private const int MaxDepth = 30;

    /// <summary>The stories: each by the name of the interleaving, or the invariant, that it is of.</summary>
    public static IReadOnlyList<(string Name, Func<Story> Create)> Stories { get; } =
    [
        ("I1", static () => new KillBehindMessagesStory(isCut: false)),
        ("I1-cut", static () => new KillBehindMessagesStory(isCut: true)),
        ("X1", static () => new MeetingStory(isCut: false)),
        ("X1-cut", static () => new MeetingStory(isCut: true)),
        .. Enumerable.Range(FirstHopsOfStaleBytes, HopsOfHandshake).Select(static hops => (
            string.Create(CultureInfo.InvariantCulture, $"X4/{hops}"),
            (Func<Story>)(() => new StaleBytesStory(hops)))),
        ("X5", static () => new KillAndWatchStory()),
        ("X6", static () => new LastWordStory()),
        ("X7-cut", static () => new CallbackStory(isCut: true)),
        ("X7-kil", static () => new CallbackStory(isCut: false)),
        .. Enumerable.Range(-1, HopsOfHandshake + 1).Select(static step => (
            string.Create(CultureInfo.InvariantCulture, $"X8/{step}"),
            (Func<Story>)(() => new SpawnStory(step)))),
    ];

    /// <summary>Runs, and writes what was found, a line for each story, and one that sums it up.</summary>
    /// <returns>0, or 1 if something was found.</returns>
    /// <exception cref="UsageException">The arguments were not understood.</exception>
    public static int Run(string[] texts, TextWriter output)
    {
        var arguments = new Arguments(texts, "--depth", "--only", "--order");
        int depth = (int)Math.Min(arguments.Number("--depth", DefaultDepth), MaxDepth);
        int[]? order = arguments.Text("--order") is { } text ? OrderOf(text) : null;
        long began = Stopwatch.GetTimestamp();
        long played = 0;
        BigInteger orders = 0;
        int findings = 0;
        foreach ((string name, Func<Story> create) in StoriesOf(arguments.Text("--only")))
        {
            var exploration = new Exploration(create, order is null ? depth : MaxDepth);
            if (order is null)
            {
                exploration.Run();
            }
            else
            {
                exploration.Play(order);
            }

            played += exploration.Count;
            orders += exploration.OrdersLikeThese;
            findings += exploration.Findings.Count;
            Write(output, name, exploration);
            if (findings > 0)
            {
                break;
            }
        }

        TimeSpan processor = Environment.CpuUsage.TotalTime;
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"interleavings: {orders:N0} orders of the first {depth} steps, {played:N0} of them played, in "
            + $"{Stopwatch.GetElapsedTime(began).TotalSeconds:0} s ({processor.TotalSeconds:0} s of processor time); "
            + $"{findings} findings"));
        return findings == 0 ? 0 : 1;
    }

    private static void Write(TextWriter output, string name, Exploration exploration)
    {
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{name}: {exploration.OrdersLikeThese:N0} orders, {exploration.Count:N0} played, "
            + $"{exploration.Abandoned:N0} given up, at least {exploration.FewestDecisions} decisions in each"));
        foreach (string finding in exploration.Findings)
        {
            output.WriteLine($"FINDING {name}: {finding}");
        }
    }

    // "X8" is all of "X8/0", "X8/1" and so on.
    private static (string Name, Func<Story> Create)[] StoriesOf(string? only)
    {
        (string Name, Func<Story> Create)[] stories =
            [.. Stories.Where(story => only is null || story.Name == only || story.Name.Split('/')[0] == only)];
        return stories.Length > 0
            ? stories
            : throw new UsageException(
                $"--only takes one of {string.Join(", ", Stories.Select(static story => story.Name))}, not '{only}'.");
    }

    private static int[] OrderOf(string text)
    {
        int[] order = [.. text.Split(',').Select(static part =>
            int.TryParse(part, CultureInfo.InvariantCulture, out int chosen) ? chosen : -1)];
        return Array.TrueForAll(order, static chosen => chosen >= 0)
            ? order
            : throw new UsageException($"--order takes the numbers that a finding has, not '{text}'.");
    }
}
