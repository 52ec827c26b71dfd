namespace Mp.Ports;

/// <summary>
/// Stands for the port in a cell that has none: of a port that is being made, or of work that is no port.
/// </summary>
internal sealed class VacantPort : Port
{
    /// <summary>The one there is: it keeps nothing.</summary>
    public static readonly VacantPort Instance = new();

    private VacantPort()
    {
    }
}
