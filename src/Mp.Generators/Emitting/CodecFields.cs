using Mp.Generators.Model;

namespace Mp.Generators.Emitting;

/// <summary>The codecs that generated code keeps in fields: one for each, however often it is used.</summary>
internal sealed class CodecFields
{
    private const string BuiltIn = GeneratedText.Services + "BuiltInCodecs.";
    private readonly string _prefix;
    private readonly List<ElementModel> _elements = [];

    /// <summary>Collects the codecs of these elements.</summary>
    /// <param name="prefix">What the field is named after.</param>
    /// <param name="elements">Whatever is read or written.</param>
    public CodecFields(string prefix, IEnumerable<ElementModel> elements)
    {
        _prefix = prefix;
        foreach (ElementModel element in elements)
        {
            if (element.Codec is { } codec && !IsBuiltIn(codec) && IndexOf(codec) < 0)
            {
                _elements.Add(element);
            }
        }
    }

    /// <summary>Whether there is nothing to keep.</summary>
    public bool IsEmpty => _elements.Count == 0;

    /// <summary>The expression by which an element's codec is reached.</summary>
    public string Of(ElementModel element) =>
        IsBuiltIn(element.Codec!) ? element.Codec! : _prefix + IndexOf(element.Codec!);

    /// <summary>Writes the fields.</summary>
    /// <param name="code">Where to.</param>
    /// <param name="accessibility">Who may see them.</param>
    public void Write(CodeWriter code, string accessibility)
    {
        foreach (ElementModel element in _elements)
        {
            code.Write($"""
                {GeneratedText.Attribute}
                {accessibility} static readonly {GeneratedText.Services}IElementCodec<{element.Type}> {Of(element)} =
                    {element.Codec};

                """);
        }
    }

    private static bool IsBuiltIn(string codec) => codec.StartsWith(BuiltIn, StringComparison.Ordinal);

    private int IndexOf(string codec) =>
        _elements.FindIndex(element => string.Equals(element.Codec, codec, StringComparison.Ordinal));
}
