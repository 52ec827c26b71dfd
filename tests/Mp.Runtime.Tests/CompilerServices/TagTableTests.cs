using Mp.CompilerServices;

namespace Mp.Runtime.Tests.CompilerServices;

/// <summary>Whatever tags a table has, each is found, by text and by bytes, and nothing else is.</summary>
public sealed class TagTableTests
{
    private const int Seed = 20_260_401;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(50)]
    [InlineData(1_000)]
    [InlineData(3_000)]
    public void Find_OfAnyTags_TellsWhichItIs(int count)
    {
        var random = new Random(Seed + count);
        string[] tags = [.. Distinct(random).Take(count)];
        var table = new TagTable([.. tags]);

        for (int number = 0; number < count; number++)
        {
            // Another object of the same text as well.
            Assert.Equal(number, table.Find(tags[number]));
            Assert.Equal(number, table.Find(new string(tags[number].AsSpan())));
            Assert.Equal(number, FindBytes(table, tags[number]));
        }

        foreach (string other in Distinct(random).Take(500).Except(tags))
        {
            Assert.Equal(-1, table.Find(other));
            Assert.Equal(-1, FindBytes(table, other));
        }
    }

    [Fact]
    public void Find_AmongTagsThatDifferOnlyWhereNobodyLooks_TellsWhichItIs()
    {
        string[] tags = [.. Enumerable.Range(0, 40).Select(static number => $"prefix__{number:00}{new string('m', 60)}suffix__")];
        var table = new TagTable([.. tags]);

        Assert.Equal(Enumerable.Range(0, 40), tags.Select(table.Find));
        Assert.Equal(Enumerable.Range(0, 40), tags.Select(tag => FindBytes(table, tag)));
        Assert.Equal(-1, table.Find(tags[0].Replace("00", "40", StringComparison.Ordinal)));
        Assert.Equal(-1, FindBytes(table, tags[0].Replace("00", "40", StringComparison.Ordinal)));
    }

    [Fact]
    public void Find_OfNoText_FindsNothing_AndLeavesTheReader()
    {
        var table = new TagTable("a", "1", "");
        ElementReader number = new(Encoded.Elements(1));
        ElementReader nothing = default;

        Assert.Equal(-1, table.Find(null));
        Assert.Equal(-1, table.Find(ref number));
        Assert.Equal(-1, table.Find(ref nothing));
        Assert.True(number.TryReadInt64(out long value) && value == 1);
    }

    [Fact]
    public void Find_AllocatesNothing()
    {
        string[] tags = [.. Enumerable.Range(0, 100).Select(static number => $"tag{number}")];
        var table = new TagTable([.. tags]);
        string other = new("tag100".AsSpan());
        _ = FindAll();

        long before = GC.GetAllocatedBytesForCurrentThread();
        int found = FindAll();

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Equal(100, found);

        int FindAll()
        {
            int count = 0;
            foreach (string tag in tags)
            {
                count += table.Find(tag) >= 0 ? 1 : 0;
            }

            return table.Find(other) < 0 ? count : -1;
        }
    }

    // Few letters, so that many tags look alike; of every length, and of other alphabets, too.
    private static IEnumerable<string> Distinct(Random random)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (true)
        {
            string tag = string.Concat(Enumerable.Range(0, random.Next(0, 40))
                .Select(_ => random.Next(40) == 0 ? $"{"ä€"[random.Next(2)]}" : $"{(char)('a' + random.Next(3))}"));
            if (seen.Add(tag))
            {
                yield return tag;
            }
        }
    }

    private static int FindBytes(TagTable table, string tag)
    {
        var reader = new ElementReader(Encoded.Elements(tag));
        return table.Find(ref reader);
    }
}
