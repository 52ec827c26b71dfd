namespace Mp.Simulations.Planting;

/// <summary>What looks for a planted bug: a program, most of which is the copy that the bug is put into.</summary>
/// <param name="Sources">Where its sources are, from the repository's root: folders, and files.</param>
/// <param name="Entry">Where it begins: a statement.</param>
internal sealed record Seeker(IReadOnlyList<string> Sources, string Entry)
{
    /// <summary>Seeds, simulated one after the other.</summary>
    public static Seeker Simulation { get; } = new(
        ["src/Mp.Runtime", "src/Mp.Testing", "tests/Mp.Simulations"],
        "return Mp.Simulations.SimCommand.Run(args);");

    /// <summary>A few events, in every order that there is.</summary>
    public static Seeker Interleavings { get; } = new(
        [
            "src/Mp.Runtime", "src/Mp.Testing", "tests/Mp.Torture/Interleavings", "tests/Mp.Torture/Arguments.cs",
            "tests/Mp.Torture/UsageException.cs",
        ],
        "return Mp.Torture.Interleavings.InterleavingsRun.Run(args, System.Console.Out);");
}
