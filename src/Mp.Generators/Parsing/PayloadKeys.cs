using System.Globalization;
using Microsoft.CodeAnalysis;

namespace Mp.Generators.Parsing;

/// <summary>Checks the keys of a payload's members.</summary>
/// <param name="type">The payload.</param>
/// <param name="problems">What is told of problems.</param>
internal sealed class PayloadKeys(INamedTypeSymbol type, ProblemSink problems)
{
    /// <summary>
    /// The last place in an array: what is not there is written as null, so a slip must not cost much.
    /// </summary>
    private const int MaxIndex = 1023;

    /// <summary>A number as text.</summary>
    public static string Write(int index) => index.ToString(CultureInfo.InvariantCulture);

    /// <summary>Checks them.</summary>
    /// <param name="slots">What travels.</param>
    /// <param name="isArray">Whether the members have places in an array. Else they have keys in a map.</param>
    /// <param name="needsKeys">Whether each member must have a key.</param>
    public void Check(IEnumerable<PayloadSlot> slots, bool isArray, bool needsKeys)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (PayloadSlot slot in slots)
        {
            Location location = PayloadCandidate.LocationOf(slot.Member.Symbol, type);
            if (ProblemOf(slot, isArray, needsKeys) is { } problem)
            {
                problems.Report(problem, location, slot.Member.Name);
            }
            else if (!taken.Add(slot.KeyText))
            {
                problems.Report(ProblemKind.PayloadKeyIsTaken, location, $"{slot.KeyText} of '{slot.Member.Name}'");
            }
        }
    }

    private static ProblemKind? ProblemOf(PayloadSlot slot, bool isArray, bool needsKeys) => slot.Key switch
    {
        int and (< 0 or > MaxIndex) => ProblemKind.PayloadKeyIsUnusable,
        string text when !IsUnicode(text) => ProblemKind.PayloadKeyIsUnusable,
        string when isArray => ProblemKind.PayloadKeysAreMixed,
        null when needsKeys || isArray => ProblemKind.PayloadKeyIsMissing,
        _ => null,
    };

    private static bool IsUnicode(string text)
    {
        for (int index = 0; index < text.Length; index++)
        {
            bool isPair = index + 1 < text.Length && char.IsSurrogatePair(text[index], text[index + 1]);
            if (char.IsSurrogate(text[index]) && !isPair)
            {
                return false;
            }

            index += isPair ? 1 : 0;
        }

        return true;
    }
}
