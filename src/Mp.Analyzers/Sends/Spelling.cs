namespace Mp.Analyzers.Sends;

/// <summary>Finds what somebody may have meant.</summary>
internal static class Spelling
{
    // One slip in a short word, one in three letters of a longer one: more is another word.
    private const int LettersPerSlip = 3;

    /// <summary>The nearest of some words, or <see langword="null"/> if none is near.</summary>
    public static string? NearestOf(string word, IEnumerable<string> candidates) => candidates
        .Where(candidate => !string.Equals(candidate, word, StringComparison.Ordinal))
        .Select(candidate => (Word: candidate, Distance: Distance(word, candidate)))
        .Where(near => IsNear(near.Distance, Math.Min(word.Length, near.Word.Length)))
        .OrderBy(static near => near.Distance)
        .ThenBy(static near => near.Word, StringComparer.Ordinal)
        .Select(static near => near.Word)
        .FirstOrDefault();

    /// <summary>
    /// How many slips make one word of the other: letters that are missing, too many, wrong or swapped. Case is none.
    /// </summary>
    public static int Distance(string one, string other)
    {
        int[,] slips = new int[one.Length + 1, other.Length + 1];
        for (int i = 0; i <= one.Length; i++)
        {
            for (int j = 0; j <= other.Length; j++)
            {
                slips[i, j] = i == 0 || j == 0 ? i + j : Least(slips, one, other, i, j);
            }
        }

        return slips[one.Length, other.Length];
    }

    private static bool IsNear(int distance, int letters) =>
        distance < letters && distance <= Math.Max(1, letters / LettersPerSlip);

    private static int Least(int[,] slips, string one, string other, int i, int j)
    {
        int wrong = AreSame(one[i - 1], other[j - 1]) ? 0 : 1;
        int least = Math.Min(
            Math.Min(slips[i - 1, j], slips[i, j - 1]) + 1,
            slips[i - 1, j - 1] + wrong);
        bool areSwapped = i > 1 && j > 1 && AreSame(one[i - 1], other[j - 2]) && AreSame(one[i - 2], other[j - 1]);
        return areSwapped ? Math.Min(least, slips[i - 2, j - 2] + 1) : least;
    }

    private static bool AreSame(char one, char other) =>
        char.ToUpperInvariant(one) == char.ToUpperInvariant(other);
}
