namespace Mp.Analyzers.Sends;

/// <summary>Whether what is sent is what a handler waits for, and if not, why.</summary>
/// <param name="Kind">Whether it is.</param>
/// <param name="Reason">What it is and must be instead, for a diagnostic; empty if it fits.</param>
/// <param name="Element">The element that does not fit, or -1.</param>
internal sealed record Fit(FitKind Kind, string Reason = "", int Element = -1)
{
    public static readonly Fit Always = new(FitKind.Always);

    public static readonly Fit Unknown = new(FitKind.Unknown);

    public static Fit Sometimes(string reason) => new(FitKind.Sometimes, reason);

    public static Fit Never(string reason) => new(FitKind.Never, reason);
}
