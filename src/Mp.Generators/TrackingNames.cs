namespace Mp.Generators;

/// <summary>The names of the steps that the caching tests look at.</summary>
internal static class TrackingNames
{
    public const string Ports = "Ports";
    public const string PortsByUnmatched = "PortsByUnmatched";
    public const string PortsByContract = "PortsByContract";
    public const string Spawns = "Spawns";
    public const string QueueBounds = "QueueBounds";
    public const string Payloads = "Payloads";
    public const string ClosedPayloads = "ClosedPayloads";
    public const string Unions = "Unions";
    public const string Messages = "Messages";
    public const string Contracts = "Contracts";
}
