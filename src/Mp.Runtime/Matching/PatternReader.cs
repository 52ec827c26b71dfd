using System.Text;
using System.Text.RegularExpressions;
using Mp.CompilerServices;

namespace Mp.Matching;

/// <summary>Makes tests from patterns that are given at run time.</summary>
internal static class PatternReader
{
    /// <summary>The most elements that a pattern may have, as in attributes.</summary>
    public const int MaxLength = 16;

    // Half a surrogate pair can't be expressed in UTF-8, so no message could ever match it.
    private static readonly UTF8Encoding StrictUtf8 =
        new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The tests of a pattern, one for each element.</summary>
    /// <exception cref="ArgumentException">An element can't stand in a pattern, or there are too many.</exception>
    public static ElementTest[] Read(ReadOnlySpan<object?> pattern)
    {
        if (pattern.Length > MaxLength)
        {
            throw new ArgumentException(
                $"The pattern has {pattern.Length} elements; at most {MaxLength} are allowed.",
                nameof(pattern));
        }

        var tests = new ElementTest[pattern.Length];
        for (int index = 0; index < tests.Length; index++)
        {
            object? element = pattern[index];
            tests[index] = Read(element) ?? throw new ArgumentException(
                $"Element {index} of the pattern is {Describe(element)}, which no element of a message can match. It "
                + "may be a string, a number, a truth value, a character, an enum constant, null, Any, a port ID, a "
                + "Type whose codec is known, a Regex for strings, or a Func<object?, bool>.",
                nameof(pattern));
        }

        return tests;
    }

    /// <summary>The test of a pattern of a tag alone.</summary>
    public static ElementTest[] ReadTag(string tag)
    {
        ArgumentNullException.ThrowIfNull(tag);
        return [Text(tag) ?? throw new ArgumentException("The tag has half a surrogate pair.", nameof(tag))];
    }

    private static ElementTest? Read(object? element) => element switch
    {
        null or PortId { IsNone: true } or ITypedPortId { Id.IsNone: true } =>
            static (ref source) => source.TryPassNull(),
        Pattern => static (ref source) => source.TryPassAny(),
        string text => Text(text),
        bool truth => (ref source) => source.TryPass(truth),
        double number => Number(number),
        float number => Number(number),
        PortId id => Text(id.ToString()),
        ITypedPortId id => Text(id.Id.ToString()),
        Port port => Text(port.Self.ToString()),
        Type type => TypeTests.Find(type),
        Regex expression => (ref source) => source.TryTake<string>(out string? text) && expression.IsMatch(text),
        Func<object?, bool> predicate => (ref source) =>
            source.TryTakeAsSent(out ElementAsSent sent) && predicate(sent.Value),
        _ => Integer(element),
    };

    private static ElementTest? Text(string text)
    {
        try
        {
            byte[] utf8 = StrictUtf8.GetBytes(text);
            return (ref source) => source.TryPass(text, utf8);
        }
        catch (EncoderFallbackException)
        {
            return null;
        }
    }

    private static ElementTest Number(double number) => (ref source) => source.TryPass(number);

    private static ElementTest? Integer(object element)
    {
        if (BoxedNumber.TryToInt64(element, out long signed))
        {
            return (ref source) => source.TryPass(signed);
        }

        return BoxedNumber.TryToUInt64(element, out ulong unsigned)
            ? (ref source) => source.TryPass(unsigned)
            : null;
    }

    private static string Describe(object? element) => element switch
    {
        string => "a text with half a surrogate pair",
        Type type => $"the type '{type}'",
        _ => $"a '{element?.GetType()}'",
    };
}
