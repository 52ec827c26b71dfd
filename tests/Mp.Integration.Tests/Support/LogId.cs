namespace Mp.Integration.Tests.Support;

/// <summary>Lines of the log that tests wait for.</summary>
internal static class LogId
{
    /// <summary>A connection was refused.</summary>
    public const int Refused = 202;
}
