using Microsoft.Extensions.Logging;

namespace Mp.Telemetry;

/// <summary>
/// What a node logs: its ports, Ids 100 to 199, and its links, Ids 200 to 299. An id, once released, keeps its meaning.
/// </summary>
/// <remarks>
/// One class, because the generator of loggers writes several in the order of their hash codes, which each build deals
/// anew (https://github.com/dotnet/runtime/issues/119587), and the same sources must give the same bytes.
/// </remarks>
internal static partial class NodeLog
{
    [LoggerMessage(100, LogLevel.Debug, "Message '{Tag}' to port '{Port}' was dropped: {Reason}.")]
    public static partial void Unmatched(ILogger logger, string? tag, string port, UnmatchedReason reason);

    [LoggerMessage(101, LogLevel.Warning, "A handler of a '{PortClass}' port threw; the port dies.")]
    public static partial void HandlerFailed(ILogger logger, Exception exception, string portClass);

    [LoggerMessage(102, LogLevel.Error, "A callback outside any port threw; nothing else is affected.")]
    public static partial void CallbackFailed(ILogger logger, Exception exception);

    [LoggerMessage(103, LogLevel.Warning, "An asynchronous handler of a '{PortClass}' threw after the port's death.")]
    public static partial void HandlerFailedAfterDeath(ILogger logger, Exception exception, string portClass);

    [LoggerMessage(104, LogLevel.Warning, "What makes '{Name}' threw; the port that '{Node}' asked for never exists.")]
    public static partial void SpawnFailed(ILogger logger, Exception exception, string name, string node);

    [LoggerMessage(105, LogLevel.Warning, "Node '{Node}' asked for a port of '{Name}' and got none: {Reason}.")]
    public static partial void SpawnRefused(ILogger logger, string name, string node, string reason);

    [LoggerMessage(106, LogLevel.Warning, "The function '{Name}' threw; nothing else is affected.")]
    public static partial void FunctionFailed(ILogger logger, Exception exception, string name);

    [LoggerMessage(
        107, LogLevel.Warning, "{Count} messages wait for port '{Port}', a '{PortClass}': it is too slow.")]
    public static partial void BacklogIsLong(ILogger logger, int count, string port, string portClass);

    [LoggerMessage(
        108, LogLevel.Warning, "Node '{Node}' wanted a message sent to '{Port}' (NodeOptions.RefuseRelays): refused.")]
    public static partial void RelayRefused(ILogger logger, string node, string port);

    [LoggerMessage(
        109, LogLevel.Warning, "Node '{Node}' may not send to port '{Port}' (AllowedSenders): '{Tag}' was refused.")]
    public static partial void SenderRefused(ILogger logger, string node, string port, string tag);

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

    [LoggerMessage(209, LogLevel.Warning, "Seed {EndPoint} could not be reached: {Reason}")]
    public static partial void SeedNotReached(ILogger logger, string endPoint, string reason);

    [LoggerMessage(210, LogLevel.Warning, "Request '{Request}' could not be sent to node '{Node}': {Reason}")]
    public static partial void MeshRequestFailed(ILogger logger, string request, string node, string reason);

    [LoggerMessage(
        211,
        LogLevel.Warning,
        "Others have more than {Max} entries in families (NodeOptions.MaxFamilyEntries); the rest is missing here.")]
    public static partial void FamilyEntriesRefused(ILogger logger, int max);
}
