using Mp.Links;

namespace Mp.Nodes;

/// <summary>Another node that is up.</summary>
/// <param name="Link">The link to it.</param>
/// <param name="Connection">The connection by which it is up.</param>
internal sealed record PresentNode(Link Link, ILinkConnection Connection)
{
    /// <summary>Completes when it is up no longer.</summary>
    public TaskCompletionSource Gone { get; } = new();
}
