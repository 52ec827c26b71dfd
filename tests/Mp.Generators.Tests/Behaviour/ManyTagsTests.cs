namespace Mp.Generators.Tests.Behaviour;

/// <summary>Whatever tags a class has, each message goes to its own handler.</summary>
public sealed class ManyTagsTests
{
    private static readonly string[] Tags =
    [
        "", "a", "b", "c", "d", "e", "f", "ä", "ö", "ü", "ß", "é", "ab", "ac", "abc", "abd", "abe", "abf", "abg",
        "four", "five", "nine", "zero", "half", "three", "seven", "eight", "fifty", "sixty", "sixten", "eleven",
        "twelve", "thirty", "eighty", "ninety", "fifteen", "sixteen", "hundred", "seventy", "a\0", "a\0\0",
        "thousand", "nineteen", "eighteen", "fourteen", "thirteen",
        "seventeen", "order_put", "order_get", "order_del", "order_add", "order_new",
        "a_rather_long_tag_1", "a_rather_long_tag_2", "a_rather_long_tag_3", "a_rather_long_tag_4",
        "a_much_longer_tag_that_begins_and_ends_as_others_1_as_others_do", "1_rather_long_tag_1", "1_rather_long_tag_2", "2_rather_long_tag_1", "2_rather_long_tag_2",
        .. Enumerable.Range(0, 50).Select(static number => $"numbered_{number}"),
    ];

    [Theory]
    [EachTable]
    public async Task EachTag_GoesToItsHandler(Table table)
    {
        Subject port = await Subject.CreateAsync(table, string.Concat(Tags.Select(static (tag, index) =>
            $"[Rcv(\"{tag.Replace("\0", "\\0", StringComparison.Ordinal)}\")] void H{index}() => Note(\"{index}\");\n")));

        Assert.All(
            Tags.Select(static (tag, index) => (tag, index)),
            one => Assert.Equal([$"{one.index}"], port.Receive(one.tag)));
        Assert.All(
            new[] { "A", "g", "aa", "abh", "fore", "sixtx", "hundreD", "thousanD", "order_pux", "a_rather_long_tag_5" },
            other => Assert.Empty(port.Receive(other)));
    }
}
