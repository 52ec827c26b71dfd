namespace Mp.Analyzers;

/// <summary>What diagnostics are about.</summary>
internal static class Category
{
    public const string Ports = "Mp.Ports";
    public const string Payloads = "Mp.Payloads";
    public const string Sends = "Mp.Sends";
    public const string Contracts = "Mp.Contracts";
    public const string Advice = "Mp.Advice";
}
