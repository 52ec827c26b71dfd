namespace Echo;

/// <summary>Says what happens, a line each, for the program that started this one.</summary>
internal static class EventLines
{
    public static void Write(string what, params ReadOnlySpan<object?> words) =>
        Console.WriteLine($"{what} {string.Join(' ', words)}");
}
