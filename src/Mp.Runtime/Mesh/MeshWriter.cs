using System.Buffers;
using Mp.CompilerServices;

namespace Mp.Mesh;

/// <summary>Writes requests, and cuts what is too much for one message into several.</summary>
internal static class MeshWriter
{
    /// <summary>
    /// How many entries one message has at the most: far fewer than what a node accepts in one message by default, as
    /// an entry may hold several values.
    /// </summary>
    public const int MaxEntries = 4_096;

    /// <summary>A request of texts only.</summary>
    public static WireMessage Request(params ReadOnlySpan<string?> elements)
    {
        var bytes = new ArrayBufferWriter<byte>();
        var writer = new ElementWriter(bytes);
        foreach (string? element in elements)
        {
            writer.WriteString(element);
        }

        writer.Flush();
        return new WireMessage(bytes.WrittenMemory, elements.Length);
    }

    /// <summary>A whole part of the database: <paramref name="tag"/> with the beginning of it, and changes that bring
    /// the rest.</summary>
    public static IEnumerable<WireMessage> Part(
        string tag,
        IReadOnlyDictionary<string, Dictionary<string, FamilyValue>> part)
    {
        Dictionary<string, Dictionary<string, FamilyValue>> first = new(StringComparer.Ordinal);
        List<WireMessage> more = [];
        int room = MaxEntries;
        foreach ((string family, Dictionary<string, FamilyValue> entries) in part)
        {
            if (entries.Count <= room)
            {
                first.Add(family, entries);
                room -= entries.Count;
                continue;
            }

            var update = new FamilyUpdate();
            foreach ((string key, FamilyValue value) in entries)
            {
                update.Set.Add(key, value);
            }

            more.AddRange(Update(MeshRequest.Update, family, update));
        }

        return [Families(tag, first), .. more];
    }

    /// <summary>A change of a family.</summary>
    public static IEnumerable<WireMessage> Update(string tag, string family, FamilyUpdate update)
    {
        KeyValuePair<string, FamilyValue>[][] sets = [.. update.Set.Chunk(MaxEntries)];
        string[][] deletions = [.. update.Deleted.Chunk(MaxEntries)];
        for (int index = 0; index < Math.Max(sets.Length, deletions.Length); index++)
        {
            yield return Update(
                tag,
                family,
                index < sets.Length ? sets[index] : [],
                index < deletions.Length ? deletions[index] : []);
        }
    }

    /// <summary>
    /// What is in a family: <see cref="MeshRequest.Contents"/> with the beginning, and changes that bring the rest.
    /// </summary>
    /// <param name="family">The family.</param>
    /// <param name="entries">What is in it; none if there is no such family.</param>
    public static IEnumerable<WireMessage> Contents(string family, IReadOnlyDictionary<string, FamilyValue>? entries)
    {
        KeyValuePair<string, FamilyValue>[][] parts = [.. entries?.Chunk(MaxEntries) ?? []];
        yield return Write(3, (ref ElementWriter writer) =>
        {
            writer.WriteString(MeshRequest.Contents);
            writer.WriteString(family);
            if (entries is null)
            {
                writer.WriteNull();
            }
            else
            {
                WriteEntries(ref writer, parts.Length > 0 ? parts[0] : []);
            }
        });
        foreach (KeyValuePair<string, FamilyValue>[] part in parts.Skip(1))
        {
            yield return Update(MeshRequest.Change, family, part, []);
        }
    }

    /// <summary>The answer to where a node listens.</summary>
    public static WireMessage Found(string nodeId, FamilyValue? listeners) => Write(3, (ref ElementWriter writer) =>
    {
        writer.WriteString(MeshRequest.Found);
        writer.WriteString(nodeId);
        WriteValue(ref writer, listeners ?? FamilyValue.Null);
    });

    /// <summary>The answer to what is in a family.</summary>
    public static WireMessage Reply(string id, IReadOnlyDictionary<string, FamilyValue> entries) =>
        Write(3, (ref ElementWriter writer) =>
        {
            writer.WriteString(MeshRequest.Reply);
            writer.WriteString(id);
            WriteEntries(ref writer, entries);
        });

    /// <summary>The answer to which keys a family has.</summary>
    public static WireMessage Reply(string id, IReadOnlyCollection<string> keys) =>
        Write(3, (ref ElementWriter writer) =>
        {
            writer.WriteString(MeshRequest.Reply);
            writer.WriteString(id);
            WriteTexts(ref writer, keys);
        });

    /// <summary>The answer to which values a family has.</summary>
    public static WireMessage Reply(string id, IReadOnlyCollection<FamilyValue> values) =>
        Write(3, (ref ElementWriter writer) =>
        {
            writer.WriteString(MeshRequest.Reply);
            writer.WriteString(id);
            writer.WriteArrayHeader(values.Count);
            foreach (FamilyValue value in values)
            {
                WriteValue(ref writer, value);
            }
        });

    private static WireMessage Families(
        string tag,
        Dictionary<string, Dictionary<string, FamilyValue>> families) => Write(2, (ref ElementWriter writer) =>
    {
        writer.WriteString(tag);
        writer.WriteMapHeader(families.Count);
        foreach ((string family, Dictionary<string, FamilyValue> entries) in families)
        {
            writer.WriteString(family);
            WriteEntries(ref writer, entries);
        }
    });

    private static WireMessage Update(
        string tag,
        string family,
        KeyValuePair<string, FamilyValue>[] set,
        string[] deleted)
    {
        // What a node tells its master or its equals leaves out what is empty; what a master tells does not.
        bool isTerse = tag is MeshRequest.Update;
        int count = isTerse && deleted.Length == 0 ? 3 : 4;
        return Write(count, (ref ElementWriter writer) =>
        {
            writer.WriteString(tag);
            writer.WriteString(family);
            if (isTerse && set.Length == 0)
            {
                writer.WriteNull();
            }
            else
            {
                WriteEntries(ref writer, set);
            }

            if (count > 3)
            {
                WriteTexts(ref writer, deleted);
            }
        });
    }

    private static WireMessage Write(int count, WriteElements write)
    {
        var bytes = new ArrayBufferWriter<byte>();
        var writer = new ElementWriter(bytes);
        write(ref writer);
        writer.Flush();
        return new WireMessage(bytes.WrittenMemory, count);
    }

    private static void WriteEntries(
        ref ElementWriter writer,
        IReadOnlyCollection<KeyValuePair<string, FamilyValue>> entries)
    {
        writer.WriteMapHeader(entries.Count);
        foreach ((string key, FamilyValue value) in entries)
        {
            writer.WriteString(key);
            WriteValue(ref writer, value);
        }
    }

    private static void WriteTexts(ref ElementWriter writer, IReadOnlyCollection<string> texts)
    {
        writer.WriteArrayHeader(texts.Count);
        foreach (string text in texts)
        {
            writer.WriteString(text);
        }
    }

    private static void WriteValue(ref ElementWriter writer, FamilyValue value) => writer.WriteRaw(value.Element);

    private delegate void WriteElements(ref ElementWriter writer);
}
