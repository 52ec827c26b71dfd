using System.Runtime.InteropServices;

namespace Mp.Testing.Checking;

/// <summary>A link of one process to another node, from when it was up to its end.</summary>
/// <param name="Up">Where in the history it was up; never, if it only could not be opened.</param>
/// <param name="Down">Where in the history it was down.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct LinkItem(int Up, int Down);
