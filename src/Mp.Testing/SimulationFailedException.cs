namespace Mp.Testing;

/// <summary>A simulation has broken a promise. The message says all there is to it.</summary>
public sealed class SimulationFailedException : Exception
{
    internal SimulationFailedException(SimulationResult result)
        : base(result.Report)
    {
        Result = result;
    }

    /// <summary>What came of the seed.</summary>
    public SimulationResult Result { get; }
}
