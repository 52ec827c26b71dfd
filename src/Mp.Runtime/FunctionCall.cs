namespace Mp;

/// <summary>A call of a function that <see cref="Node.RegisterFunction"/> has registered.</summary>
/// <param name="Source">The ID of the node that calls; of this one, if the call is of this process.</param>
/// <param name="Arguments">What was given after the name. Empty if nothing was.</param>
public sealed record FunctionCall(string Source, Message Arguments);
