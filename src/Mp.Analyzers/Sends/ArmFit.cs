using System.Globalization;
using Mp.Generators.Contracts;

namespace Mp.Analyzers.Sends;

/// <summary>Whether a message is one that an arm matches.</summary>
/// <param name="types">Whether elements are of the types that are asked for.</param>
internal sealed class ArmFit(TypeFit types)
{
    /// <summary>Says so. Of several elements that do not fit, the first is named.</summary>
    public Fit Of(SentMessage message, ArmContract arm)
    {
        Fit worst = arm.IsAdded ? Fit.Unknown : Fit.Always;
        for (int index = 0; index < arm.Elements.Count; index++)
        {
            Fit fit = Of(message, arm.Elements[index], index) with { Element = index };
            if (fit.Kind == FitKind.Never)
            {
                return fit;
            }

            if (IsWorse(fit.Kind, worst.Kind))
            {
                worst = fit;
            }
        }

        return worst;
    }

    private Fit Of(SentMessage message, ElementContract expected, int index)
    {
        if (index >= message.Elements.Length)
        {
            string number = index.ToString(CultureInfo.InvariantCulture);
            return !message.IsComplete ? Fit.Unknown
                : expected.IsOptional ? Fit.Always
                : Fit.Never($"element {number} is missing");
        }

        SentElement element = message.Elements[index];
        Fit fit = expected.Kind switch
        {
            ElementContractKind.Any => Fit.Always,
            ElementContractKind.Constant => ConstantFit.Of(element, expected.Constant!),
            _ => types.Of(element, expected.Type!),
        };

        // Who computes what a message begins with has thought of the handlers for it.
        return fit.Kind == FitKind.Sometimes && index == 0 ? Fit.Unknown
            : fit.Reason.Length == 0 ? fit
            : fit with { Reason = $"element {index.ToString(CultureInfo.InvariantCulture)} {fit.Reason}" };
    }

    private static bool IsWorse(FitKind fit, FitKind than) =>
        fit == FitKind.Unknown || (fit == FitKind.Sometimes && than == FitKind.Always);
}
