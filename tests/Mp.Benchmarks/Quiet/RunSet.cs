namespace Mp.Benchmarks.Quiet;

/// <summary>The results of the runs that count.</summary>
/// <param name="Results">As many as were asked for.</param>
/// <param name="Repeated">How many runs more there were, whose results are left out.</param>
/// <param name="Disturbed">How many of the results others disturbed; <see langword="null"/> if that is not known.</param>
internal sealed record RunSet<T>(IReadOnlyList<T> Results, int Repeated, int? Disturbed)
{
    /// <summary>What the line of figures says about it.</summary>
    public string Note => Disturbed is { } disturbed ? $"repeated={Repeated} disturbed={disturbed}" : "";
}
