using Mp.Links;

namespace Mp.Nodes;

/// <summary>What a node makes of texts that others want evaluated: as its owner says, and for whom.</summary>
/// <remarks>There is no evaluator in the runtime.</remarks>
internal sealed class Evaluation(NodeOptions options)
{
    /// <summary>Says why a text is not evaluated, or nothing if it is.</summary>
    public string? ProblemOf(Link? link) =>
        options.Evaluator is null ? "eval is refused: this node has no evaluator"
        : link is null ? null
        : options.RefuseRemoteFunctions || !options.EvaluatorPeers.Contains(link.PeerId, StringComparer.Ordinal)
            ? "eval is refused: your node is not among those that it is done for"
        : null;

    /// <summary>Evaluates a text.</summary>
    /// <returns>The text of an error, empty if there is none, and the results.</returns>
    public async Task<object?[]> RunAsync(string text)
    {
        try
        {
            return ["", .. await options.Evaluator!(text).ConfigureAwait(true)];
        }
#pragma warning disable CA1031 // Whatever the evaluator throws is the answer of whoever asked.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return [exception.Message.Length > 0 ? exception.Message : exception.GetType().Name];
        }
    }
}
