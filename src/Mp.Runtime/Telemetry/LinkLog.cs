using Microsoft.Extensions.Logging;

namespace Mp.Telemetry;

/// <summary>What links log. Ids 200 to 299; an id, once released, keeps its meaning.</summary>
internal static partial class LinkLog
{
    [LoggerMessage(200, LogLevel.Information, "Link to node '{Node}' is up, over {EndPoint}.")]
    public static partial void LinkUp(ILogger logger, string node, string endPoint);

    [LoggerMessage(201, LogLevel.Warning, "Link to node '{Node}' is down, {Lost} waiting messages are lost: {Reason}.")]
    public static partial void LinkDown(ILogger logger, string node, string reason, int lost);

    [LoggerMessage(202, LogLevel.Warning, "Connection with {EndPoint} was refused: {Reason}.")]
    public static partial void HandshakeFailed(ILogger logger, string endPoint, string reason);

    [LoggerMessage(203, LogLevel.Warning, "A connection to {EndPoint} could not be accepted: {Reason}")]
    public static partial void AcceptFailed(ILogger logger, string endPoint, string reason);

    [LoggerMessage(204, LogLevel.Information, "Node '{Node}' is public.")]
    public static partial void Listening(ILogger logger, string node);

    [LoggerMessage(205, LogLevel.Error, "A connection ended by an error of this program.")]
    public static partial void PumpFailed(ILogger logger, Exception exception);

    [LoggerMessage(206, LogLevel.Debug, "Node request '{Request}' of node '{Node}' was refused or is unknown.")]
    public static partial void RequestRefused(ILogger logger, string request, string node);

    [LoggerMessage(
        207, LogLevel.Warning, "Node '{Node}' connects from {EndPoint} and replaces the present connection: {Reason}.")]
    public static partial void TookOver(ILogger logger, string node, string endPoint, string reason);

    [LoggerMessage(208, LogLevel.Warning, "{Count} more lines about '{Peer}' were not logged.")]
    public static partial void LinesLeftOut(ILogger logger, int count, string peer);
}
