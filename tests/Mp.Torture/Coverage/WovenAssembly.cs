namespace Mp.Torture.Coverage;

/// <summary>An assembly with counters in it.</summary>
/// <param name="Name">Its name, the same as before.</param>
/// <param name="Image">Its bytes.</param>
/// <param name="Blocks">For each basic block that is counted, the method that it is of: <c>Type.Method</c>.</param>
internal sealed record WovenAssembly(string Name, byte[] Image, string[] Blocks);
