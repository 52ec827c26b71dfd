using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.Json;
using Mp.TestKit;
using Mp.Torture.Cuts;
using Mp.Torture.Processes;

namespace Mp.Torture.Soak;

/// <summary>
/// Has two processes do with each other all that nodes do, for long, over connections that are cut now and then, and
/// looks at whether all promises are kept, and whether anything grows.
/// </summary>
internal sealed class SoakRun
{
    private const long DefaultMinutes = 60;
    private const int MostBytesToCut = 64 * 1024;

    // What is new takes 4 MiB at the most. By default it takes many times as much, now more, now less, and hides a leak.
    private const string SmallNursery = "DOTNET_GCgen0size=0x400000";

    private static readonly TimeSpan CutPeriod = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan SamplePeriod = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LinePeriod = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan WarmUp = TimeSpan.FromMinutes(5);

    private readonly ResettingProxy _proxy;
    private readonly NodeProcess[] _nodes;
    private readonly List<ProcessSample>[] _samples;
    private readonly Random _random;
    private readonly long _start = Stopwatch.GetTimestamp();
    private long _sent;
    private long _cuts;

    private SoakRun(ResettingProxy proxy, NodeProcess[] nodes, int seed)
    {
        _proxy = proxy;
        _nodes = nodes;
        _samples = [.. nodes.Select(static _ => new List<ProcessSample>())];
        _random = new Random(seed);
    }

    private TimeSpan Elapsed => Stopwatch.GetElapsedTime(_start);

    /// <summary>Runs, and writes what was found, and at last a line that sums it up.</summary>
    /// <returns>0, or 1 if something was found.</returns>
    /// <exception cref="UsageException">The arguments were not understood.</exception>
    public static async Task<int> RunAsync(string[] texts, TextWriter output)
    {
        var arguments = new Arguments(texts, "--minutes", "--seed");
        TimeSpan time = TimeSpan.FromMinutes(arguments.Number("--minutes", DefaultMinutes));
        SoakResult result = await RunAsync(time, CutPeriod, arguments.Seed, output);
        foreach (string finding in result.Findings)
        {
            await output.WriteLineAsync($"FINDING {finding}");
        }

        await output.WriteLineAsync($"soak seed {arguments.Seed}: {result}");
        return result.Findings.Count == 0 ? 0 : 1;
    }

    /// <summary>Runs.</summary>
    /// <param name="time">For how long.</param>
    /// <param name="cutPeriod">How often the connection is cut.</param>
    /// <param name="seed">What follows from it: when exactly, and part of the traffic.</param>
    /// <param name="output">Told each minute how it goes.</param>
    public static async Task<SoakResult> RunAsync(TimeSpan time, TimeSpan cutPeriod, int seed, TextWriter output)
    {
        IPEndPoint[] binds = [FreeEndPoint.Find(), FreeEndPoint.Find()];
        using var proxy = new ResettingProxy(binds);
        string secret = NodeProcess.NewSecret();
        List<NodeProcess> nodes = [];
        try
        {
            foreach ((IPEndPoint bind, string id) in binds.Zip(proxy.EndPoints.Select(static point => point.ToString())))
            {
                // Others know it by the address of the proxy, so that is what they dial.
                nodes.Add(await NodeProcess.StartAsync([SoakNode.Verb, id, bind.ToString()], secret, "env", SmallNursery));
            }

            return await new SoakRun(proxy, [.. nodes], seed).RunAsync(time, cutPeriod, output);
        }
        finally
        {
            nodes.ForEach(static node => node.Dispose());
        }
    }

    private async Task<SoakResult> RunAsync(TimeSpan time, TimeSpan cutPeriod, TextWriter output)
    {
        await _nodes[0].AskAsync($"{SoakNode.Meet} {_proxy.EndPoints[1]} {_random.Next()}");
        await _nodes[1].AskAsync($"{SoakNode.Meet} {_proxy.EndPoints[0]} {_random.Next()}");
        TimeSpan nextSample = TimeSpan.Zero;
        TimeSpan nextCut = cutPeriod;
        TimeSpan nextLine = LinePeriod;
        for (TimeSpan now = Elapsed; now < time; now = Elapsed)
        {
            if (now >= nextCut)
            {
                nextCut += cutPeriod;
                await _nodes[0].AskAsync(SoakNode.Reach);
                await _proxy.CutAfter(_random.Next(1, MostBytesToCut)).Bounded();
                _cuts++;
            }

            if (now >= nextSample)
            {
                nextSample += SamplePeriod;
                await SampleAsync();
            }

            if (now >= nextLine)
            {
                nextLine += LinePeriod;
                await output.WriteLineAsync(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{now.TotalMinutes:0} min, {_sent:N0} messages, {_cuts} cuts: {_samples[0][^1]}; {_samples[1][^1]}"));
            }

            TimeSpan next = new[] { nextCut, nextSample, nextLine, time }.Min() - Elapsed;
            await Task.Delay(next > TimeSpan.Zero ? next : TimeSpan.Zero);
        }

        await SampleAsync();
        return await EndAsync(time < 2 * WarmUp ? time / 2 : WarmUp);
    }

    private async Task SampleAsync()
    {
        _sent = 0;
        foreach ((NodeProcess node, List<ProcessSample> samples) in _nodes.Zip(_samples))
        {
            long[] answer = [.. (await node.AskAsync(SoakNode.Ask)).Split(' ').Select(static number =>
                long.Parse(number, CultureInfo.InvariantCulture))];
            samples.Add(ProcessSample.Of(node.Process, Elapsed, answer[0], answer[1]));
            _sent += answer[2];
        }
    }

    private async Task<SoakResult> EndAsync(TimeSpan warmUp)
    {
        await Task.WhenAll(_nodes.Select(static node => node.AskAsync(SoakNode.Stop)));
        List<TrafficReport> reports = [];
        foreach (NodeProcess node in _nodes)
        {
            reports.Add(JsonSerializer.Deserialize<TrafficReport>(await node.AskAsync(SoakNode.Report))!);
        }

        return new SoakResult(
            Elapsed,
            _cuts,
            reports,
            [.. _samples.Select(samples => new Trend(samples, warmUp))]);
    }
}
