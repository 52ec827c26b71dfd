using System.Text;
using Mp.Generators.Collections;

namespace Mp.Generators.Planning;

/// <summary>Groups tags by their length, and finds what tells those of one length apart.</summary>
internal static class TagGroupPlanner
{
    // So many are compared one after the other as fast as a word is read and searched for.
    private const int MostComparedWhole = 4;

    public static EquatableArray<TagGroup> Plan(IEnumerable<TagBranch> branches) => branches
        .Select(static branch => (Branch: branch, Utf8: Encoding.UTF8.GetBytes(branch.Tag)))
        .GroupBy(static tag => tag.Utf8.Length)
        .Select(static group => Plan(group.Key, [.. group]))
        .ToEquatableArray();

    private static TagGroup Plan(int length, IReadOnlyList<(TagBranch Branch, byte[] Utf8)> tags)
    {
        int start = tags.Count > MostComparedWhole ? WordStart(length, tags) : -1;
        return new TagGroup(
            length,
            start,
            tags.Select(tag => new TagChoice(tag.Branch, start < 0 ? 0 : WordAt(tag.Utf8, start))).ToEquatableArray());
    }

    private static int WordStart(int length, IReadOnlyList<(TagBranch Branch, byte[] Utf8)> tags)
    {
        int last = Math.Max(0, length - TagGroup.WordLength);
        int best = 0;
        int mostWords = 0;
        for (int start = 0; start <= last && mostWords < tags.Count; start++)
        {
            int words = tags.Select(tag => WordAt(tag.Utf8, start)).Distinct().Count();
            if (words > mostWords)
            {
                (best, mostWords) = (start, words);
            }
        }

        return best;
    }

    private static ulong WordAt(byte[] utf8, int start)
    {
        ulong word = 0;
        for (int index = Math.Min(utf8.Length, start + TagGroup.WordLength) - 1; index >= start; index--)
        {
            word = (word << 8) | utf8[index];
        }

        return word;
    }
}
