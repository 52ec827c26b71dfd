using System.Diagnostics.CodeAnalysis;
using Mp.CompilerServices;

namespace Mp.Mesh;

/// <summary>
/// Reads the arguments of a request, one after the other. What is missing or of another kind reads as nothing.
/// </summary>
internal ref struct MeshReader
{
    private ElementReader _elements;

    /// <summary>A reader that stands behind the request's tag.</summary>
    public MeshReader(WireMessage request)
    {
        _elements = request.CreateReader();
        _ = _elements.TrySkip();
    }

    private MeshReader(ElementReader elements) => _elements = elements;

    /// <summary>The texts of a value that is a list of some; none, if it is not.</summary>
    public static List<string> TextsOf(FamilyValue value) => new MeshReader(value.CreateReader()).ReadTexts();

    /// <summary>Reads a text.</summary>
    public bool TryReadText([NotNullWhen(true)] out string? text)
    {
        if (_elements.TryReadString(out text))
        {
            return true;
        }

        _ = _elements.TrySkip();
        return false;
    }

    /// <summary>Reads a value.</summary>
    public bool TryReadValue([NotNullWhen(true)] out FamilyValue? value) =>
        FamilyValue.TryRead(ref _elements, out value);

    /// <summary>Reads entries; none, if there are none.</summary>
    /// <returns>Whether there was a map at all.</returns>
    public bool TryReadEntries(out Dictionary<string, FamilyValue> entries)
    {
        entries = new(StringComparer.Ordinal);
        if (!_elements.TryReadMapHeader(out int count))
        {
            _ = _elements.TrySkip();
            return false;
        }

        for (int index = 0; index < count; index++)
        {
            bool isKey = TryReadText(out string? key);
            if (TryReadValue(out FamilyValue? value) && isKey)
            {
                entries[key!] = value;
            }
        }

        return true;
    }

    /// <summary>Reads several families.</summary>
    /// <returns>Whether there was a map at all.</returns>
    public bool TryReadFamilies(out Dictionary<string, Dictionary<string, FamilyValue>> families)
    {
        families = new(StringComparer.Ordinal);
        if (!_elements.TryReadMapHeader(out int count))
        {
            _ = _elements.TrySkip();
            return false;
        }

        for (int index = 0; index < count; index++)
        {
            bool isName = TryReadText(out string? family);
            if (TryReadEntries(out Dictionary<string, FamilyValue> entries) && isName)
            {
                families[family!] = entries;
            }
        }

        return true;
    }

    /// <summary>Reads a list of texts; none, if there is none.</summary>
    public List<string> ReadTexts()
    {
        List<string> texts = [];
        if (!_elements.TryReadArrayHeader(out int count))
        {
            _ = _elements.TrySkip();
            return texts;
        }

        for (int index = 0; index < count; index++)
        {
            if (TryReadText(out string? text))
            {
                texts.Add(text);
            }
        }

        return texts;
    }

    /// <summary>Reads a list of values; none, if there is none.</summary>
    public List<FamilyValue> ReadValues()
    {
        List<FamilyValue> values = [];
        if (!_elements.TryReadArrayHeader(out int count))
        {
            _ = _elements.TrySkip();
            return values;
        }

        for (int index = 0; index < count && TryReadValue(out FamilyValue? value); index++)
        {
            values.Add(value);
        }

        return values;
    }

    /// <summary>Reads a change of a family.</summary>
    public FamilyUpdate ReadUpdate()
    {
        var update = new FamilyUpdate();
        _ = TryReadEntries(out Dictionary<string, FamilyValue> set);
        foreach ((string key, FamilyValue value) in set)
        {
            update.Set.Add(key, value);
        }

        // A key that is set and deleted at once is set.
        update.Deleted.AddRange(ReadTexts().Where(key => !set.ContainsKey(key)));
        return update;
    }
}
