using System.Globalization;
using System.Text;

namespace Mp.TestKit.Patterns;

/// <summary>Random handlers as C#.</summary>
public static class PatternSource
{
    /// <summary>A method that returns whether the handler is one-shot, after <paramref name="body"/>.</summary>
    public static string Declare(HandlerCase handler, string name, string body)
    {
        string pattern = string.Join(", ", handler.Pattern.Select(LiteralOf));
        string parameters = string.Join(
            ", ",
            handler.Parameters.Select(static (type, index) => $"{NameOf(type)} p{index}"));
        return $$"""
                [Rcv({{pattern}})]
                bool {{name}}({{parameters}})
                {
                    {{body}}
                    return {{(handler.IsOneShot ? "true" : "false")}};
                }

            """;
    }

    private static string NameOf(Type type) => type == typeof(object) ? "object?" : type.FullName!;

    private static string LiteralOf(object? constant) => constant switch
    {
        null => "null",
        Pattern => "Any",
        true => "true",
        false => "false",
        string text => $"\"{Escape(text)}\"",
        char character => $"'{Escape(character.ToString())}'",
        Shade shade => $"(Mp.TestKit.Patterns.Shade){(int)shade}",
        double.NaN => "double.NaN",
        double.PositiveInfinity => "double.PositiveInfinity",
        float.NaN => "float.NaN",
        double number => number.ToString("R", CultureInfo.InvariantCulture) + "D",
        float number => number.ToString("R", CultureInfo.InvariantCulture) + "F",
        _ => $"({constant.GetType().FullName})({Convert.ToString(constant, CultureInfo.InvariantCulture)})",
    };

    private static string Escape(string text) => text.Aggregate(
        new StringBuilder(),
        static (escaped, character) => escaped.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}"),
        static escaped => escaped.ToString());
}
