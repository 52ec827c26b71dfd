namespace Mp.Torture.Cuts;

/// <summary>Says what was promised and did not hold.</summary>
internal static class Judge
{
    public static IReadOnlyList<string> Of(IReadOnlyList<Generation> sent, Arrivals arrivals)
    {
        List<string> findings = [.. arrivals.Disorders];
        foreach (Hole hole in arrivals.Holes)
        {
            if (sent[(int)hole.Generation].Fired is not { } fired)
            {
                findings.Add($"{Text(hole)}, and the monitor never fired");
            }
            else if (hole.Time < fired)
            {
                findings.Add($"{Text(hole)}, before the monitor fired");
            }
        }

        Dictionary<long, long> counts = arrivals.Generations.ToDictionary(static one => one.Generation, static one => one.Count);
        findings.AddRange(sent
            .Where((generation, number) => generation.Fired is null && counts.GetValueOrDefault(number) < generation.Sent)
            .Select(static generation => $"of generation {generation.Number} messages are lost, and no monitor has fired"));
        return findings;
    }

    private static string Text(Hole hole) =>
        $"generation {hole.Generation}: message {hole.Arrived} arrived without {hole.Missing}";
}
