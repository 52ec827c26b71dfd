namespace Mp.Simulations.Planting;

/// <summary>One change of a planted bug.</summary>
/// <param name="File">The file, from the repository's root.</param>
/// <param name="Before">Lines that stand there, exactly once.</param>
/// <param name="After">What they become.</param>
internal sealed record PatchHunk(string File, string Before, string After);
