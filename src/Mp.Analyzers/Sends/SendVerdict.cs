using System.Collections.Immutable;
using Mp.Generators.Contracts;

namespace Mp.Analyzers.Sends;

/// <summary>Whether a port receives a message, and if not, what comes nearest.</summary>
/// <param name="Kind">Whether it does.</param>
/// <param name="Arm">The arm that comes nearest, where it is not certain that one matches.</param>
/// <param name="Fit">Why that does not match, or not always.</param>
internal sealed record SendVerdict(FitKind Kind, ArmContract? Arm, Fit Fit)
{
    /// <summary>Judges a message by all arms of a port.</summary>
    public static SendVerdict Of(SentMessage message, PortArms port, ArmFit armFit)
    {
        ImmutableArray<(ArmContract Arm, Fit Fit)> fits =
            [.. port.Arms.Select(arm => (arm, armFit.Of(message, arm)))];
        if (fits.Any(static one => one.Fit.Kind is FitKind.Always or FitKind.Unknown))
        {
            return new SendVerdict(FitKind.Always, null, Fit.Always);
        }

        ImmutableArray<(ArmContract Arm, Fit Fit)> possible =
            [.. fits.Where(static one => one.Fit.Kind == FitKind.Sometimes)];
        if (possible.Length > 0)
        {
            // Several: the class tells messages apart by their values, and means to.
            return possible.Length == 1 && !port.ReceivesUnmatched
                ? new SendVerdict(FitKind.Sometimes, possible[0].Arm, possible[0].Fit)
                : new SendVerdict(FitKind.Unknown, null, Fit.Unknown);
        }

        (ArmContract? arm, Fit? fit) = fits.OrderByDescending(static one => one.Fit.Element).FirstOrDefault();
        return new SendVerdict(FitKind.Never, arm, fit ?? Fit.Never(""));
    }
}
