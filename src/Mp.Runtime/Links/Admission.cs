namespace Mp.Links;

/// <summary>What a link makes of a genuine peer's connection.</summary>
/// <param name="Kind">What to do.</param>
/// <param name="Current">The connection that there is, if it stands in the way.</param>
/// <param name="Challenge">The question that is to be put to it, if it is.</param>
/// <param name="Over">Completes when everybody was told of the end of the epoch, if that stands in the way.</param>
internal readonly record struct Admission(
    AdmissionKind Kind,
    ILinkConnection? Current = null,
    Challenge? Challenge = null,
    Task? Over = null);
