using System.ComponentModel;

namespace Mp.CompilerServices;

/// <summary>The tags of a port class, numbered: tells which of them a message has. For generated code.</summary>
/// <remarks>
/// Finding allocates nothing, and takes as long with a thousand tags as with ten, unless they are alike at the
/// beginning, in the middle and at the end (<see cref="TagWords"/>): those are compared one after the other. A class
/// keeps one table, for messages of both kinds; it may be used from any thread.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class TagTable
{
    /// <summary>The number of what is none of the tags.</summary>
    private const int None = -1;

    private readonly string[] _tags;
    private readonly TagWords[] _utf8Words;
    private readonly byte[][] _utf8;
    private readonly TagSlots _slots;
    private readonly TagSlots _utf8Slots;

    /// <summary>A table of these tags, numbered from zero on.</summary>
    /// <param name="tags">The tags, each once.</param>
    public TagTable(params string[] tags)
    {
        ArgumentNullException.ThrowIfNull(tags);
        _tags = tags;
        _utf8 = Array.ConvertAll(tags, System.Text.Encoding.UTF8.GetBytes);
        _utf8Words = Array.ConvertAll(_utf8, static tag => TagWords.Of(tag));
        _slots = TagSlots.Of(Array.ConvertAll(tags, static tag => WordsOf(tag)));
        _utf8Slots = TagSlots.Of(_utf8Words);
    }

    /// <summary>The number of a tag, or -1 if it is none of these.</summary>
    /// <param name="tag">The tag of a message, or <see langword="null"/> if it has none.</param>
    public int Find(string? tag)
    {
        if (tag is null)
        {
            return None;
        }

        // Most tags are literals: the same object here and there.
        uint slot = _slots.First(WordsOf(tag));
        int number = _slots[slot];
        while (number != None && !string.Equals(_tags[number], tag, StringComparison.Ordinal))
        {
            number = _slots[++slot];
        }

        return number;
    }

    /// <summary>Reads a text, and tells its number, or -1 if it is none of these, or there is no text.</summary>
    public int Find(ref ElementReader reader)
    {
        if (!reader.TryReadUtf8(out ReadOnlySpan<byte> tag))
        {
            return None;
        }

        TagWords words = TagWords.Of(tag);
        uint slot = _utf8Slots.First(words);
        int number = _utf8Slots[slot];
        while (number != None && !IsTag(number, words, tag))
        {
            number = _utf8Slots[++slot];
        }

        return number;
    }

    // Of a tag that is short, the words say all.
    private bool IsTag(int number, TagWords words, ReadOnlySpan<byte> tag) =>
        _utf8Words[number] == words && (tag.Length <= TagWords.MostBytes || tag.SequenceEqual(_utf8[number]));

    private static TagWords WordsOf(string tag) => TagWords.Of(tag);
}
