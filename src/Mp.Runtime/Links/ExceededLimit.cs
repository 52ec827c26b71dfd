using Mp.Codecs;
using Mp.Telemetry;

namespace Mp.Links;

/// <summary>Counts what is refused because a message exceeds a limit, by its receiver or by its sender.</summary>
internal static class ExceededLimit
{
    /// <summary>Counts it, if a limit is why it is refused.</summary>
    public static void Count(Verdict? refusal)
    {
        Limit? limit = refusal switch
        {
            Verdict.FrameTooLong => Limit.MaxFrameBytes,
            Verdict.TooDeep => Limit.MaxMessageDepth,
            Verdict.TooManyValues => Limit.MaxMessageValues,
            _ => null,
        };
        if (limit is { } reached)
        {
            MpMeter.CountLimit(reached);
        }
    }
}
