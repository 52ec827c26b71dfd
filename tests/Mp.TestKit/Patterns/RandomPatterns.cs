using System.Collections;
using System.Globalization;

namespace Mp.TestKit.Patterns;

/// <summary>Handlers and messages at random, from few enough values that they often meet.</summary>
/// <param name="random">With a seed.</param>
public sealed class RandomPatterns(Random random)
{
    /// <summary>The types that parameters have.</summary>
    public static readonly IReadOnlyList<Type> ParameterTypes =
    [
        typeof(bool), typeof(sbyte), typeof(byte), typeof(short), typeof(ushort), typeof(int), typeof(uint),
        typeof(long), typeof(ulong), typeof(char), typeof(float), typeof(double), typeof(string), typeof(PortId),
        typeof(byte[]), typeof(object), typeof(Shade),
    ];

    private static readonly string[] Tags =
        ["a", "b", "", "Straße", "n#p", "ready", "order_placed", "order_stopped"];

    private static readonly object?[] Constants =
    [
        "a", "b", "", "n#p", "😀", null, true, false, 'a', '\x3', Shade.Light, Shade.Dark,
        0, 1, -1, 3, (sbyte)-1, (byte)3, (byte)255, (short)-40, (ushort)97, 3U, 255L, 1UL,
        long.MaxValue, long.MinValue, ulong.MaxValue, 9007199254740993L,
        0.0, -0.0, 1.0, 3.0, 0.1, 0.1f, 3.0f, double.NaN, double.PositiveInfinity, 9007199254740992.0,
        9223372036854775808.0, -1.0, float.NaN,
    ];

    private static readonly object?[] Elements =
    [
        .. Constants, PortId.Parse("n#p"), PortId.Parse("n#"), "n", "#", new byte[] { 1, 2 }, new[] { 1, 3 },
        new List<string> { "a" }, new Dictionary<string, int> { ["a"] = 1 }, (byte)97, (long)int.MaxValue + 1,
    ];

    /// <summary>A value as a person reads it, with its type.</summary>
    public static string Describe(object? value) => value switch
    {
        null => "null",
        string text => $"\"{text}\"",
        IEnumerable items => $"{value.GetType().Name}({string.Join(", ", items.Cast<object?>().Select(Describe))})",
        _ => $"{value.GetType().Name} {Convert.ToString(value, CultureInfo.InvariantCulture)}",
    };

    /// <summary>Handlers of one port.</summary>
    public IReadOnlyList<HandlerCase> NextHandlers(int most) =>
        [.. Enumerable.Range(0, random.Next(1, most + 1)).Select(_ => NextHandler())];

    /// <summary>Messages that mostly are what one of the handlers, or nearly, wants.</summary>
    public IReadOnlyList<object?[]> NextMessages(int count, IReadOnlyList<HandlerCase> handlers) =>
        [.. Enumerable.Range(0, count).Select(_ => NextMessage(handlers[random.Next(handlers.Count)]))];

    private HandlerCase NextHandler()
    {
        var pattern = new List<object?>();
        if (!IsOneIn(8))
        {
            pattern.Add(IsOneIn(6) ? NextElement(Constants) : IsOneIn(8) ? Pattern.Any : NextTag());
            for (int left = random.Next(4); left > 0; left--)
            {
                pattern.Add(IsOneIn(2) ? Pattern.Any : NextElement(Constants));
            }
        }

        Type[] parameters = [.. Enumerable.Range(0, random.Next(4)).Select(_ => NextType())];
        return new HandlerCase(pattern, parameters, IsOneIn(4));
    }

    private object?[] NextMessage(HandlerCase wanted)
    {
        List<object?> message = [.. wanted.Flatten().Select(NextFor)];
        if (IsOneIn(6) && message.Count > 0)
        {
            message.RemoveAt(message.Count - 1);
        }

        for (int left = IsOneIn(3) ? random.Next(1, 3) : 0; left > 0; left--)
        {
            message.Add(NextElement(Elements));
        }

        return [.. message];
    }

    private object? NextFor(object? wanted)
    {
        if (IsOneIn(12))
        {
            return NextElement(Elements);
        }

        return wanted switch
        {
            Pattern => NextElement(Elements),
            Type type => NextOf(type),
            int or long or double when IsOneIn(3) => Widen(wanted),
            _ => wanted,
        };
    }

    // Most are of the very type; what is left by the others decides whether conversions are right.
    private object? NextOf(Type type)
    {
        object?[] own = [.. Elements.Where(element => element?.GetType() == type)];
        return own.Length > 0 && IsOneIn(2) ? NextElement(own) : NextElement(Elements);
    }

    private object Widen(object number) => number switch
    {
        int integer when IsOneIn(2) => (long)integer,
        int integer => (double)integer,
        long integer => (double)integer,
        double and >= 0 and < 1000 and double floating => (ushort)floating,
        _ => number,
    };

    private object? NextElement(object?[] elements) => elements[random.Next(elements.Length)];

    private string NextTag() => Tags[IsOneIn(3) ? random.Next(Tags.Length) : 0];

    private Type NextType() => ParameterTypes[random.Next(ParameterTypes.Count)];

    private bool IsOneIn(int count) => random.Next(count) == 0;
}
