using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Engines;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Mp.Benchmarks.Payloads;
using Perfolizer.Horology;

namespace Mp.Benchmarks;

/// <summary>Runs the benchmarks that are small enough for BenchmarkDotNet, and prints its tables.</summary>
internal static class Micro
{
    /// <summary>Matching alone: nanoseconds and bytes a message.</summary>
    /// <remarks>
    /// Very many measurements, each shorter than a time slice: where others use the machine as well, the least says most.
    /// </remarks>
    public static void Match() => Run<MatchBenchmarks>(Job.Default
        .WithInvocationCount(2)
        .WithUnrollFactor(1)
        .WithGcForce(false)
        .WithWarmupCount(20)
        .WithIterationCount(200));

    /// <summary>The generators: a full run, and one after an edit.</summary>
    public static void Generator() => Run<GeneratorBenchmarks>(Job.Default
        .WithStrategy(RunStrategy.Monitoring)
        .WithWarmupCount(10)
        .WithIterationCount(20));

    /// <summary>Objects to bytes and back, and how many bytes that is.</summary>
    public static void Payload()
    {
        Run<PayloadBenchmarks>(Job.Default
            .WithIterationTime(TimeInterval.FromMilliseconds(50))
            .WithWarmupCount(10)
            .WithIterationCount(40));
        Console.WriteLine(PayloadBenchmarks.Sizes());
    }

    /// <summary>A message of three elements to bytes and back.</summary>
    public static void Tuple() => Run<TupleBenchmarks>(Job.Default.WithWarmupCount(10).WithIterationCount(50));

    // In this process: a program made anew for each benchmark would be built by this repository's rules, once for each.
    private static void Run<TBenchmarks>(Job job) => BenchmarkRunner.Run<TBenchmarks>(ManualConfig.CreateEmpty()
        .AddJob(job.WithToolchain(InProcessEmitToolchain.Instance))
        .AddColumnProvider(DefaultColumnProviders.Instance)
        .AddColumn(StatisticColumn.Median, StatisticColumn.Min)
        .AddDiagnoser(MemoryDiagnoser.Default)
        .AddLogicalGroupRules(BenchmarkLogicalGroupRule.ByCategory, BenchmarkLogicalGroupRule.ByParams)
        .AddExporter(MarkdownExporter.Console)
        .AddLogger(ConsoleLogger.Default));
}
