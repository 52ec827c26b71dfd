using System.Collections;
using System.Globalization;

namespace Mp.Integration.Tests.RoundTrips;

/// <summary>A value as a text, with all that is in it, and of what type each is: equal values, equal texts.</summary>
internal static class Printed
{
    public static string Of(object? value) => value switch
    {
        null => "null",
        string text => $"'{text}'",
        byte[] bytes => "bytes " + Convert.ToHexString(bytes),
        Order order => $"Order({Of(order.Id)}, {Of(order.Name)}, {Of(order.Lines)}, {Of(order.ByArticle)}, "
            + $"{Of(order.Tree)}, {Of(order.ReplyTo)}, {Of(order.Note)}, {Of(order.Price)})",
        IDictionary map => $"{map.GetType()} {{{string.Join(", ", Pairs(map).Order(StringComparer.Ordinal))}}}",
        IEnumerable items => $"{items.GetType()} [{string.Join(", ", items.Cast<object?>().Select(Of))}]",
        IFormattable number => $"{value.GetType()} {number.ToString(null, CultureInfo.InvariantCulture)}",
        _ => $"{value.GetType()} {value}",
    };

    private static IEnumerable<string> Pairs(IDictionary map) =>
        map.Keys.Cast<object>().Select(key => $"{Of(key)}: {Of(map[key])}");
}
