using Microsoft.Extensions.Logging;

namespace Mp.Telemetry;

/// <summary>What ports log. Ids 100 to 199; an id, once released, keeps its meaning.</summary>
internal static partial class PortLog
{
    [LoggerMessage(100, LogLevel.Debug, "Message '{Tag}' to port '{Port}' was dropped: {Reason}.")]
    public static partial void Unmatched(ILogger logger, string? tag, string port, UnmatchedReason reason);

    [LoggerMessage(101, LogLevel.Warning, "A handler of a '{PortClass}' port threw; the port dies.")]
    public static partial void HandlerFailed(ILogger logger, Exception exception, string portClass);

    [LoggerMessage(102, LogLevel.Error, "A callback outside any port threw; nothing else is affected.")]
    public static partial void CallbackFailed(ILogger logger, Exception exception);

    [LoggerMessage(103, LogLevel.Warning, "An asynchronous handler of a '{PortClass}' threw after the port's death.")]
    public static partial void HandlerFailedAfterDeath(ILogger logger, Exception exception, string portClass);
}
