using System.Numerics;

namespace Mp.TestKit.Patterns;

/// <summary>
/// The rules of matching, written down as the documents say them, with no thought for speed: what tables are compared
/// with.
/// </summary>
public static class NaiveMatcher
{
    /// <summary>Which handlers run for each message: their numbers, in order.</summary>
    public static IReadOnlyList<int[]> Run(
        IReadOnlyList<HandlerCase> handlers,
        IEnumerable<IReadOnlyList<object?>> messages)
    {
        var removed = new HashSet<int>();
        var ran = new List<int[]>();
        foreach (IReadOnlyList<object?> message in messages)
        {
            int[] matching =
            [
                .. Enumerable.Range(0, handlers.Count)
                    .Where(index => !removed.Contains(index) && Matches(handlers[index], message)),
            ];
            removed.UnionWith(matching.Where(index => handlers[index].IsOneShot));
            ran.Add(matching);
        }

        return ran;
    }

    private static bool Matches(HandlerCase handler, IReadOnlyList<object?> message)
    {
        var unbound = new Queue<Type>(handler.Parameters);
        int position = 0;
        foreach (object? element in handler.Pattern)
        {
            if (position == message.Count)
            {
                return false;
            }

            bool fits = element is not Pattern
                ? Equal(element, message[position])
                : !unbound.TryDequeue(out Type? type) || Binds(type, message[position]);
            if (!fits)
            {
                return false;
            }

            position++;
        }

        return unbound.Count <= message.Count - position && unbound.All(type => Binds(type, message[position++]));
    }

    private static bool Equal(object? constant, object? element) => constant switch
    {
        null => element is null,
        bool => element is bool && constant.Equals(element),
        string => string.Equals(TextOf(element), (string)constant, StringComparison.Ordinal),
        double or float => EqualNumber(FloatingOf(constant)!.Value, element),
        _ => IntegerOf(element) == IntegerOf(constant),
    };

    private static bool EqualNumber(double constant, object? element) => IntegerOf(element) is { } integer
        ? double.IsInteger(constant) && new BigInteger(constant) == integer
        : FloatingOf(element) is { } number
            && (number == constant || (double.IsNaN(number) && double.IsNaN(constant)));

    private static bool Binds(Type type, object? element)
    {
        if (type == typeof(object))
        {
            return true;
        }

        if (type == typeof(string))
        {
            return TextOf(element) is not null;
        }

        if (type == typeof(PortId))
        {
            return TextOf(element) is { } text && text.Contains('#', StringComparison.Ordinal)
                && PortId.TryParse(text, out _);
        }

        if (type == typeof(bool) || type == typeof(byte[]))
        {
            return element?.GetType() == type;
        }

        if (type == typeof(double) || type == typeof(float))
        {
            return IntegerOf(element) is not null || FloatingOf(element) is not null;
        }

        (BigInteger least, BigInteger most) = RangeOf(Type.GetTypeCode(type));
        return IntegerOf(element) is { } integer && integer >= least && integer <= most;
    }

    private static string? TextOf(object? element) => element is PortId id ? id.ToString() : element as string;

    private static double? FloatingOf(object? element) => element switch
    {
        double number => number,
        float number => number,
        _ => null,
    };

    private static BigInteger? IntegerOf(object? element) => element switch
    {
        char character => character,
        Shade shade => (byte)shade,
        sbyte or byte or short or ushort or int or uint or long => Convert.ToInt64(element),
        ulong unsigned => unsigned,
        _ => null,
    };

    private static (BigInteger Least, BigInteger Most) RangeOf(TypeCode code) => code switch
    {
        TypeCode.SByte => (sbyte.MinValue, sbyte.MaxValue),
        TypeCode.Byte => (byte.MinValue, byte.MaxValue),
        TypeCode.Int16 => (short.MinValue, short.MaxValue),
        TypeCode.UInt16 or TypeCode.Char => (ushort.MinValue, ushort.MaxValue),
        TypeCode.Int32 => (int.MinValue, int.MaxValue),
        TypeCode.UInt32 => (uint.MinValue, uint.MaxValue),
        TypeCode.Int64 => (long.MinValue, long.MaxValue),
        TypeCode.UInt64 => (ulong.MinValue, ulong.MaxValue),
        _ => throw new ArgumentOutOfRangeException(nameof(code), code, "No integer."),
    };
}
