using System.Runtime.InteropServices;

namespace Mp.Testing.Loops;

/// <summary>Which step it is: the same in every order in which the same things lead to it.</summary>
/// <param name="Id">Made of which step posted it, and as its how many-th.</param>
/// <param name="Generation">How many steps led to it since nothing was left to do.</param>
/// <param name="Cause">The number that the step had which posted it.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct StepName(ulong Id, int Generation, int Cause) : IComparable<StepName>
{
    /// <summary>What came about earlier is first: an order that leaves nobody waiting.</summary>
    public int CompareTo(StepName other) =>
        Generation != other.Generation ? Generation.CompareTo(other.Generation) : Id.CompareTo(other.Id);
}
