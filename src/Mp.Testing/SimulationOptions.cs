namespace Mp.Testing;

/// <summary>How a simulation is run and judged.</summary>
public sealed record SimulationOptions
{
    /// <summary>How much may happen before a run is taken for endless. Default: 5 million events.</summary>
    public long MaxEvents { get; init; } = 5_000_000;

    /// <summary>How much time may pass in the simulated world. Default: a day.</summary>
    public TimeSpan MaxTime { get; init; } = TimeSpan.FromDays(1);

    /// <summary>What the history is judged by.</summary>
    public CheckerOptions Checker { get; init; } = new() { IsVirtualTime = true };

    /// <summary>
    /// The command that runs a seed again, printed when it fails. Default: the call of <see cref="Simulation"/>.
    /// </summary>
    public Func<int, string> ReplayCommand { get; init; } = static seed => $"Simulation.Run({seed}, scenario)";

    /// <summary>How many lines the chart of a failure has at most. Default: 80.</summary>
    public int MaxChartLines { get; init; } = 80;
}
