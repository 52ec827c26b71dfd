using System.Globalization;

namespace Mp.Simulations;

/// <summary>What a command was told.</summary>
internal static class CommandLine
{
    /// <summary>The text after an option, or nothing.</summary>
    public static string? Text(string[] arguments, string option)
    {
        int at = Array.IndexOf(arguments, option);
        return at < 0 || at + 1 == arguments.Length ? null : arguments[at + 1];
    }

    /// <summary>The number after an option, or another one.</summary>
    public static int Number(string[] arguments, string option, int otherwise) =>
        Text(arguments, option) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;
}
