using Mp.Generators.Model;

namespace Mp.Generators.Emitting;

/// <summary>How elements are read: what is the same for messages in memory and for bytes.</summary>
internal static class ElementText
{
    private const string ObjectCodec = GeneratedText.Services + "BuiltInCodecs.Object";

    /// <summary>The call that reads an element into a variable, as a condition.</summary>
    /// <param name="element">What is read.</param>
    /// <param name="call">The call up to the kind, as <c>reader.TryRead</c>.</param>
    /// <param name="position">The first argument with the comma after it, or empty.</param>
    /// <param name="declaration">The type of the variable and a space if the call declares it, or empty.</param>
    /// <param name="variable">The variable's name.</param>
    /// <param name="codecs">Where the codecs are.</param>
    public static string Read(
        ElementModel element,
        string call,
        string position,
        string declaration,
        string variable,
        CodecFields codecs) => element.Kind switch
        {
            ElementKind.TypedPortId => $"{call}PortId({position}out {declaration}{variable})",
            ElementKind.UnsignedInteger => $"{call}Integer({position}out {declaration}{variable})",
            ElementKind.Object =>
                $"{call}Coded<object?>({position}{ObjectCodec}, out {declaration}{variable}) && {variable} is not null",
            ElementKind.Coded =>
                $"{call}Coded<{element.Type}>({position}{codecs.Of(element)}, out {declaration}{variable})",
            _ => $"{call}{element.Kind}({position}out {declaration}{variable})",
        };

    /// <summary>The value that goes to the handler or into the payload.</summary>
    /// <param name="element">What was read.</param>
    /// <param name="variable">What it was read into.</param>
    /// <param name="hasDefault">Whether it may be a default value: of that the null analysis can't know.</param>
    public static string Value(ElementModel element, string variable, bool hasDefault)
    {
        if (element.Kind == ElementKind.TypedPortId)
        {
            return $"new {element.Type}({variable})";
        }

        bool isNotNull = !string.Equals(element.Type, element.Variable, StringComparison.Ordinal);
        return hasDefault && isNotNull ? variable + "!" : variable;
    }
}
