using Mp.Telemetry;

namespace Mp.Links;

/// <summary>What a <see cref="LinkWatch"/> has found.</summary>
/// <param name="Kind">What to do.</param>
/// <param name="Limit">If the epoch is to end, the option whose limit was reached.</param>
/// <param name="Text">If the epoch is to end, why: a sentence's end.</param>
/// <param name="Age">If the peer is to be told of a hold-up, how long ago what it waits for has moved.</param>
internal readonly record struct LinkVerdict(
    LinkVerdictKind Kind,
    Limit? Limit = null,
    string Text = "",
    TimeSpan Age = default);
